//! What a field demands. One set of rules: the server refuses by it, the browser warns by it.
//! What only a library with large tables can tell (is this phone number in use?) is asked on the
//! server after these.

use crate::case::{
    contact::{Email, EmailFault, Phone, PhoneFault},
    reference::Reference,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// What is wrong with a field; each has a sentence that helps (`fault-…` in `field.ftl`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FaultCode {
    /// Nothing was chosen.
    Choose,
    /// Nothing was written.
    Empty,
    /// More than so many characters.
    TooLong(u32),
    /// Not a phone number at all.
    PhoneShape,
    /// A phone number with digits missing.
    PhoneShort,
    /// A phone number with digits too many.
    PhoneLong,
    /// A number of the town without its area code.
    PhoneArea,
    /// No such phone number, or no such country.
    PhoneUnknown,
    /// Not an e-mail address.
    EmailShape,
    /// Not a day of the calendar.
    DateShape,
    /// A day that has not come yet.
    DateFuture,
    /// A day too long ago to be meant.
    DateOld,
    /// Neither a number nor an address.
    LineOrAddress,
    /// Neither a reference nor anything like it.
    ReferenceShape,
}

impl FaultCode {
    /// The sentence's id in the words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Choose => "fault-choose",
            Self::Empty => "fault-empty",
            Self::TooLong(_) => "fault-too-long",
            Self::PhoneShape => "fault-phone-shape",
            Self::PhoneShort => "fault-phone-short",
            Self::PhoneLong => "fault-phone-long",
            Self::PhoneArea => "fault-phone-area",
            Self::PhoneUnknown => "fault-phone-unknown",
            Self::EmailShape => "fault-email-shape",
            Self::DateShape => "fault-date-shape",
            Self::DateFuture => "fault-date-future",
            Self::DateOld => "fault-date-old",
            Self::LineOrAddress => "fault-line-or-address",
            Self::ReferenceShape => "fault-reference-shape",
        }
    }
}

impl From<PhoneFault> for FaultCode {
    fn from(fault: PhoneFault) -> Self {
        match fault {
            PhoneFault::Empty => Self::Empty,
            PhoneFault::NotANumber => Self::PhoneShape,
            PhoneFault::TooShort => Self::PhoneShort,
            PhoneFault::TooLong => Self::PhoneLong,
            PhoneFault::AreaMissing => Self::PhoneArea,
            PhoneFault::UnknownCountry | PhoneFault::NoSuchNumber => Self::PhoneUnknown,
        }
    }
}

impl From<EmailFault> for FaultCode {
    fn from(fault: EmailFault) -> Self {
        match fault {
            EmailFault::Empty => Self::Empty,
            EmailFault::TooLong => Self::TooLong(254),
            EmailFault::NoAt | EmailFault::Name | EmailFault::Domain => Self::EmailShape,
        }
    }
}

/// What a field demands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Text of at most so many characters; may it be empty?
    Text {
        /// May not be empty.
        required: bool,
        /// The most characters (Unicode scalar values, as a person counts them nearly enough).
        most: u32,
    },
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A case's reference.
    Reference,
    /// A day that has come, and not longer ago than a year.
    Day {
        /// The operator's day as a number: 20261126 is the 26th of November 2026.
        today: u32,
    },
}

impl Rule {
    /// The longest description a customer can send.
    pub const LONG: u32 = 10_000;
    /// The longest answer of one line.
    pub const SHORT: u32 = 200;

    /// What is wrong with what was typed, if anything.
    ///
    /// # Errors
    /// The fault to show at the field.
    pub fn check(self, typed: &str) -> Result<(), FaultCode> {
        let said = typed.trim();
        match self {
            Self::Text { required: true, .. } if said.is_empty() => Err(FaultCode::Empty),
            Self::Text { most, .. } if said.chars().count() > most as usize => {
                Err(FaultCode::TooLong(most))
            }
            Self::Text { .. } => Ok(()),
            Self::Day { today } => check_day(said, today),
            Self::Phone | Self::Email | Self::Reference if said.is_empty() => Err(FaultCode::Empty),
            Self::Phone => Phone::shape(said).map_err(FaultCode::from),
            Self::Email => said.parse::<Email>().map(|_| ()).map_err(FaultCode::from),
            Self::Reference => said
                .parse::<Reference>()
                .map(|_| ())
                .map_err(|_| FaultCode::ReferenceShape),
        }
    }

    /// What may be wrong with something that was typed, so that a page can bring the sentences.
    pub const fn faults(self) -> &'static [FaultCode] {
        match self {
            Self::Text { most, .. } if most == Self::LONG => &[FaultCode::TooLong(Self::LONG)],
            Self::Text { .. } => &[FaultCode::TooLong(Self::SHORT)],
            Self::Phone => &[
                FaultCode::PhoneShape,
                FaultCode::PhoneShort,
                FaultCode::PhoneLong,
            ],
            Self::Email => &[FaultCode::EmailShape, FaultCode::TooLong(254)],
            Self::Reference => &[FaultCode::ReferenceShape],
            Self::Day { .. } => &[
                FaultCode::DateShape,
                FaultCode::DateFuture,
                FaultCode::DateOld,
            ],
        }
    }

    /// The rule for a day, on the operator's day `YYYY-MM-DD`.
    pub fn day(today: &str) -> Self {
        Self::Day {
            today: day_number(today).unwrap_or(u32::MAX),
        }
    }
}

/// As a page tells it to the browser.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text { required, most } if *required => write!(f, "words {most}"),
            Self::Text { most, .. } => write!(f, "words-or-none {most}"),
            Self::Phone => f.write_str("phone"),
            Self::Email => f.write_str("email"),
            Self::Reference => f.write_str("reference"),
            Self::Day { today } => write!(f, "day {today}"),
        }
    }
}

/// Not a rule as a page tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such rule")]
pub struct NoSuchRule;

impl FromStr for Rule {
    type Err = NoSuchRule;

    fn from_str(told: &str) -> Result<Self, NoSuchRule> {
        let (name, number) = told.split_once(' ').unwrap_or((told, "0"));
        let number = number.parse().map_err(|_| NoSuchRule)?;
        match name {
            "words" | "words-or-none" => Ok(Self::Text {
                required: name == "words",
                most: number,
            }),
            "phone" => Ok(Self::Phone),
            "email" => Ok(Self::Email),
            "reference" => Ok(Self::Reference),
            "day" => Ok(Self::Day { today: number }),
            _ => Err(NoSuchRule),
        }
    }
}

/// Days written alike compare as numbers; a year ago is the number less ten thousand.
fn check_day(said: &str, today: u32) -> Result<(), FaultCode> {
    match day_number(said) {
        None => Err(FaultCode::DateShape),
        Some(day) if day > today => Err(FaultCode::DateFuture),
        Some(day) if day < today.saturating_sub(10_000) => Err(FaultCode::DateOld),
        Some(_) => Ok(()),
    }
}

/// Whether something is a day at all, of any year.
pub(super) fn is_day(said: &str) -> bool {
    day_number(said).is_some()
}

/// `YYYY-MM-DD`, as a date field of a browser sends it, as a number. Whether the calendar has such
/// a day is the server's date library's to say.
fn day_number(said: &str) -> Option<u32> {
    let shape = said.len() == 10
        && said.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    #[cfg(feature = "ssr")]
    let shape = shape && said.parse::<jiff::civil::Date>().is_ok();
    shape.then(|| said.replace('-', "").parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RULES: [Rule; 6] = [
        Rule::Text {
            required: true,
            most: Rule::LONG,
        },
        Rule::Text {
            required: false,
            most: Rule::SHORT,
        },
        Rule::Phone,
        Rule::Email,
        Rule::Reference,
        Rule::Day { today: 20_261_126 },
    ];

    proptest! {
        #[test]
        fn whatever_is_typed_its_fault_is_one_a_page_can_name(typed in "[0-9+a-z@. -]{1,30}|.{0,300}") {
            for rule in RULES {
                match rule.check(&typed) {
                    Ok(()) | Err(FaultCode::Empty) => {}
                    Err(code) => prop_assert!(rule.faults().contains(&code), "{rule:?} {code:?}"),
                }
            }
        }
    }

    #[test]
    fn a_rule_is_understood_as_it_was_told() {
        for rule in RULES {
            assert_eq!(rule.to_string().parse(), Ok(rule));
        }
        for told in ["", "words many", "phone please", "anything 1"] {
            assert_eq!(told.parse::<Rule>(), Err(NoSuchRule), "{told}");
        }
    }

    #[test]
    fn a_day_has_come_and_is_not_longer_ago_than_a_year() {
        let rule = Rule::day("2026-11-26");
        for (day, fault) in [
            ("2026-11-26", None),
            ("2025-11-26", None),
            ("2026-11-27", Some(FaultCode::DateFuture)),
            ("2025-11-25", Some(FaultCode::DateOld)),
            ("yesterday", Some(FaultCode::DateShape)),
            ("", Some(FaultCode::DateShape)),
            #[cfg(feature = "ssr")]
            ("2026-02-30", Some(FaultCode::DateShape)),
        ] {
            assert_eq!(rule.check(day).err(), fault, "{day}");
        }
    }
}
