//! How a kiosk is set from afar. Every change is a version; a device that cannot read or use one
//! keeps its last good one, and says so with its next beat.

use crate::{case::language::Lang, journey::Sheet};
use serde::{Deserialize, Deserializer, Serialize};
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
        Setup::usable(body).ok()?
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

    /// Reads settings as they arrived; none, if this build cannot read or use them. They do not cost a
    /// device the rest of the answer they stand in, where its reader can go on behind them.
    ///
    /// # Errors
    /// None: it is what serde calls.
    pub fn usable<'de, D: Deserializer<'de>>(body: D) -> Result<Option<Self>, D::Error> {
        let setup = Self::deserialize(body).ok();
        Ok(setup.filter(|setup| setup.faults().is_empty()))
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
mod tests;
