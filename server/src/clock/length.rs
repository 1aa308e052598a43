//! A length of time as a catalogue writes it: `90m`, `48h`, `15d`, `2h30m`, `1d4h`.
//! In which calendar it runs is said beside it, not here.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Ten years. Longer is a slip of the pen, and nothing that is due then can be kept.
const LONGEST: u32 = 3660 * DAY;
const DAY: u32 = 24 * 60;

/// A length of time: whole days, and minutes besides.
///
/// The two are kept apart because a day is no fixed number of hours in a working calendar.
/// There is no order between lengths for the same reason: ask `due` in the calendar at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Length {
    days: u32,
    minutes: u32,
}

/// Why a text is no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotALength {
    /// Not numbers followed by d, h and m, in this order.
    #[error("expected days, hours and minutes, such as \"15d\", \"48h\" or \"2h30m\"")]
    Unreadable,
    /// Nothing, or more than ten years.
    #[error("expected at least 1m and at most 3660d")]
    OutOfRange,
}

impl Length {
    /// So many days and so many minutes.
    ///
    /// # Errors
    /// When that is nothing or more than ten years.
    pub const fn new(days: u32, minutes: u32) -> Result<Self, NotALength> {
        match days.saturating_mul(DAY).saturating_add(minutes) {
            1..=LONGEST => Ok(Self { days, minutes }),
            _ => Err(NotALength::OutOfRange),
        }
    }

    /// The days, without the minutes.
    pub const fn days(self) -> u32 {
        self.days
    }

    /// The minutes beside the days.
    pub const fn minutes_besides(self) -> u32 {
        self.minutes
    }

    /// In minutes, where a day has 24 hours: in elapsed time only.
    pub const fn elapsed_minutes(self) -> u32 {
        self.days * DAY + self.minutes
    }

    /// A share of it, in per cent. Parts of a day and of a minute are left out, so that the parts
    /// of a whole never grow longer than the whole; but something always remains.
    #[must_use]
    pub fn share(self, percent: u8) -> Self {
        let part = |of: u32| of / 100 * u32::from(percent) + of % 100 * u32::from(percent) / 100;
        let (days, minutes) = (part(self.days), part(self.minutes));
        if days > 0 || minutes > 0 {
            return Self { days, minutes };
        }
        Self {
            days: self.days.min(1),
            minutes: if self.days > 0 { 0 } else { 1 },
        }
    }
}

impl FromStr for Length {
    type Err = NotALength;

    fn from_str(text: &str) -> Result<Self, NotALength> {
        let mut rest = text;
        let days = take(&mut rest, 'd')?;
        let hours = take(&mut rest, 'h')?;
        let minutes = take(&mut rest, 'm')?;
        if !rest.is_empty() || text.is_empty() {
            return Err(NotALength::Unreadable);
        }
        Self::new(days, hours.saturating_mul(60).saturating_add(minutes))
    }
}

/// Takes the number before the unit off the front, if that is the unit that comes next.
fn take(rest: &mut &str, unit: char) -> Result<u32, NotALength> {
    let Some((number, after)) = rest.split_once(unit) else {
        return Ok(0);
    };
    // `parse` alone would take a sign.
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotALength::Unreadable);
    }
    *rest = after;
    number.parse().map_err(|_| NotALength::OutOfRange)
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, unit) in [
            (self.days, 'd'),
            (self.minutes / 60, 'h'),
            (self.minutes % 60, 'm'),
        ] {
            if number > 0 {
                write!(f, "{number}{unit}")?;
            }
        }
        Ok(())
    }
}

impl TryFrom<String> for Length {
    type Error = NotALength;

    fn try_from(text: String) -> Result<Self, NotALength> {
        text.parse()
    }
}

impl From<Length> for String {
    fn from(length: Length) -> Self {
        length.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_length_is_read_as_it_is_written_in_a_catalogue() {
        for (text, days, minutes) in [
            ("48h", 0, 2880),
            ("15d", 15, 0),
            ("2h30m", 0, 150),
            ("1d4h", 1, 240),
            ("90m", 0, 90),
        ] {
            let length: Length = text.parse().unwrap();
            assert_eq!(
                (length.days(), length.minutes_besides()),
                (days, minutes),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_length_is_refused() {
        for text in [
            "", "h", "48", "48 h", "-1h", "+1h", "1m2h", "1h1h", "4x", "１h", "1.5h",
        ] {
            assert_eq!(
                text.parse::<Length>(),
                Err(NotALength::Unreadable),
                "{text}"
            );
        }
        for text in ["0h", "0d0m", "3661d", "99999999999d", "4294967295h"] {
            assert_eq!(
                text.parse::<Length>(),
                Err(NotALength::OutOfRange),
                "{text}"
            );
        }
    }

    #[test]
    fn a_share_leaves_parts_out_but_never_nothing() {
        let share =
            |text: &str, percent| text.parse::<Length>().unwrap().share(percent).to_string();
        assert_eq!(share("15d", 80), "12d");
        assert_eq!(share("48h", 50), "24h");
        assert_eq!(share("1d", 50), "1d");
        assert_eq!(share("1m", 10), "1m");
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(days in 0..=3659_u32, minutes in 1..DAY) {
            let length = Length::new(days, minutes).unwrap();
            prop_assert_eq!(length.to_string().parse(), Ok(length));
            let json = serde_json::to_string(&length).unwrap();
            prop_assert_eq!(serde_json::from_str::<Length>(&json).unwrap(), length);
        }
    }
}
