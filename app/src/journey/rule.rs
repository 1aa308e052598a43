//! What a field demands. One set of rules: the server refuses by it, the browser warns by it.
//! What only a library with large tables can tell (is this phone number in use?) is asked on the
//! server after these.

use crate::case::{
    contact::{Email, EmailFault, Phone, PhoneFault},
    reference::Reference,
};
use serde::{Deserialize, Serialize};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
            Self::Phone | Self::Email | Self::Reference if said.is_empty() => Err(FaultCode::Empty),
            Self::Phone => Phone::shape(said).map_err(FaultCode::from),
            Self::Email => said.parse::<Email>().map(|_| ()).map_err(FaultCode::from),
            Self::Reference => said
                .parse::<Reference>()
                .map(|_| ())
                .map_err(|_| FaultCode::ReferenceShape),
        }
    }
}
