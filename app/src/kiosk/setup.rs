//! How a kiosk is set from afar. Every change is a version; a device that cannot read or use one
//! keeps its last good one, and says so with its next beat.

use crate::{case::language::Lang, journey::Sheet};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// A version of a kiosk's settings. The body is read apart, so that one that a device cannot read
/// does not cost it the rest of the answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Versioned {
    /// Its number; 0 is what the program comes with.
    pub version: i64,
    /// A [`Setup`].
    pub body: serde_json::Value,
}

impl Versioned {
    /// The settings, if this build can read and use them.
    pub fn read(&self) -> Option<Setup> {
        // An empty list would be read as settings that say nothing.
        let body = Some(&self.body).filter(|body| body.is_object())?;
        let setup = Setup::deserialize(body).ok()?;
        setup.faults().is_empty().then_some(setup)
    }
}

/// What a kiosk is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// The journeys.
    #[default]
    Service,
    /// One question by the door.
    Door,
}

impl Mode {
    /// Every mode.
    pub const ALL: [Self; 2] = [Self::Service, Self::Door];

    /// The word in forms and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Door => "door",
        }
    }
}

/// The settings of a kiosk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Setup {
    /// What it is for.
    pub mode: Mode,
    /// After so many seconds without a touch the customer is asked whether they are still there.
    pub idle: u32,
    /// And has so many seconds to say so.
    pub warning: u32,
    /// How large a CSS pixel is, in thousandths of a millimetre.
    pub micrometres: u32,
    /// So many millimetres at the top of the screen are out of reach.
    pub above: u32,
    /// And so many at its bottom.
    pub below: u32,
    /// How loud it speaks to each new customer, in hundredths.
    pub volume: u32,
    /// The language that is offered first, and spoken until another is chosen.
    pub language: Lang,
    /// Whether what it says is heard by headset only, so that it may say what is private.
    pub headset: bool,
    /// Whether it has a printer.
    pub printer: bool,
    /// So many submissions are kept while the network is away.
    pub cap: u32,
    /// Whether customers are asked for a tap when they finish.
    pub tap: bool,
}

impl Default for Setup {
    /// A 21.5-inch panel of 1080 by 1920 pixels that stands as the installation guide says.
    fn default() -> Self {
        Self {
            mode: Mode::Service,
            idle: 45,
            warning: 30,
            micrometres: 248,
            above: 110,
            below: 0,
            volume: 60,
            language: Lang::default(),
            headset: false,
            printer: false,
            cap: 500,
            tap: false,
        }
    }
}

/// What is wrong with a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetupFault {
    /// It is no whole number.
    Number,
    /// It is too small or too large.
    Range(u32, u32),
    /// It is none of the choices.
    Choose,
}

/// A setting that is a number, with what it may be.
type Number = (&'static str, RangeInclusive<u32>);

impl Setup {
    /// The settings that are numbers, in the order of the form, with what each may be.
    pub const NUMBERS: [Number; 7] = [
        ("idle", 30..=120),
        ("warning", 20..=120),
        ("micrometres", 80..=1000),
        ("above", 0..=400),
        ("below", 0..=400),
        ("volume", 0..=100),
        ("cap", 10..=5000),
    ];
    /// The settings that are on or off.
    pub const SWITCHES: [&str; 3] = ["headset", "printer", "tap"];

    /// A setting that is a number.
    pub fn number(&self, field: &str) -> u32 {
        match field {
            "idle" => self.idle,
            "warning" => self.warning,
            "micrometres" => self.micrometres,
            "above" => self.above,
            "below" => self.below,
            "volume" => self.volume,
            _ => self.cap,
        }
    }

    fn number_mut(&mut self, field: &str) -> &mut u32 {
        match field {
            "idle" => &mut self.idle,
            "warning" => &mut self.warning,
            "micrometres" => &mut self.micrometres,
            "above" => &mut self.above,
            "below" => &mut self.below,
            "volume" => &mut self.volume,
            _ => &mut self.cap,
        }
    }

    /// Whether a switch is on.
    pub fn is_on(&self, switch: &str) -> bool {
        match switch {
            "headset" => self.headset,
            "printer" => self.printer,
            _ => self.tap,
        }
    }

    /// What is wrong with it, whoever made it.
    pub fn faults(&self) -> Vec<(&'static str, SetupFault)> {
        let out = Self::NUMBERS
            .into_iter()
            .filter(|(field, range)| !range.contains(&self.number(field)));
        out.map(|(field, range)| (field, SetupFault::Range(*range.start(), *range.end())))
            .collect()
    }

    /// Reads the form; with what is wrong, field by field.
    ///
    /// # Errors
    /// When a field cannot be taken.
    pub fn from_form(typed: &Sheet) -> Result<Self, Vec<(&'static str, SetupFault)>> {
        let mut setup = Self {
            headset: typed.said("headset").is_some(),
            printer: typed.said("printer").is_some(),
            tap: typed.said("tap").is_some(),
            ..Self::default()
        };
        let mut faults = Vec::new();
        match Mode::ALL
            .into_iter()
            .find(|mode| mode.name() == typed.typed("mode"))
        {
            Some(mode) => setup.mode = mode,
            None => faults.push(("mode", SetupFault::Choose)),
        }
        match Lang::ALL
            .into_iter()
            .find(|lang| lang.tag() == typed.typed("language"))
        {
            Some(language) => setup.language = language,
            None => faults.push(("language", SetupFault::Choose)),
        }
        for (field, _) in Self::NUMBERS {
            match typed.typed(field).trim().parse() {
                Ok(number) => *setup.number_mut(field) = number,
                Err(_) => faults.push((field, SetupFault::Number)),
            }
        }
        faults.extend(setup.faults());
        if faults.is_empty() {
            Ok(setup)
        } else {
            Err(faults)
        }
    }

    /// The stylesheet of this panel: how long a millimetre is, and what is out of reach.
    pub fn stylesheet(&self) -> String {
        // As whole numbers to the last: no locale and no rounding gets between.
        let millimetre = 1_000_000 / self.micrometres.max(1);
        format!(
            ":root{{--mm:{}.{:03}px;--out-above:calc({}*var(--mm));--out-below:calc({}*var(--mm))}}",
            millimetre / 1000,
            millimetre % 1000,
            self.above,
            self.below,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(with: &[(&str, &str)]) -> Sheet {
        let mut sheet = Sheet::from_pairs([
            ("mode", "service"),
            ("language", "zh-Hant"),
            ("idle", "60"),
            ("warning", "30"),
            ("micrometres", "248"),
            ("above", "110"),
            ("below", "20"),
            ("volume", "50"),
            ("cap", "500"),
            ("tap", "on"),
        ]);
        for (field, value) in with {
            sheet.put((*field).to_owned(), value);
        }
        sheet
    }

    #[test]
    fn a_form_in_order_is_taken_and_comes_back_from_the_store_as_it_was() {
        let setup = Setup::from_form(&form(&[])).unwrap();
        assert_eq!(
            (setup.idle, setup.language, setup.tap),
            (60, Lang::ZhHant, true)
        );
        assert!(!setup.headset && !setup.printer);
        let body = serde_json::to_value(&setup).unwrap();
        assert_eq!(Versioned { version: 3, body }.read(), Some(setup));
    }

    #[test]
    fn what_no_kiosk_may_be_set_to_is_refused_field_by_field() {
        for (field, value, fault) in [
            ("idle", "29", SetupFault::Range(30, 120)),
            ("idle", "121", SetupFault::Range(30, 120)),
            ("warning", "19", SetupFault::Range(20, 120)),
            ("micrometres", "0", SetupFault::Range(80, 1000)),
            ("volume", "101", SetupFault::Range(0, 100)),
            ("cap", "many", SetupFault::Number),
            ("cap", "-1", SetupFault::Number),
            ("cap", "99999999999", SetupFault::Number),
            ("mode", "party", SetupFault::Choose),
            ("language", "fr", SetupFault::Choose),
        ] {
            let faults = Setup::from_form(&form(&[(field, value)])).unwrap_err();
            assert_eq!(faults, [(field, fault)], "{field}={value}");
        }
    }

    #[test]
    fn a_body_this_build_cannot_use_is_not_applied_and_one_of_a_later_build_is() {
        let read = |body: serde_json::Value| Versioned { version: 1, body }.read();
        assert_eq!(read(serde_json::json!({ "idle": "soon" })), None);
        assert_eq!(read(serde_json::json!({ "idle": 5 })), None);
        assert_eq!(read(serde_json::json!([])), None);
        let later = read(serde_json::json!({ "idle": 90, "colour": "of a later build" }));
        assert_eq!(later.map(|setup| setup.idle), Some(90));
    }

    #[test]
    fn a_millimetre_is_as_many_pixels_as_the_panel_has() {
        let setup = Setup::default();
        assert!(
            setup.stylesheet().starts_with(":root{--mm:4.032px;"),
            "{}",
            setup.stylesheet()
        );
        let coarse = Setup {
            micrometres: 1000,
            ..setup
        };
        assert!(coarse.stylesheet().contains("--mm:1.000px;"));
    }
}
