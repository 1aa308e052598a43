//! A phone number. The server reads it with the numbering plans of the world; the browser, which
//! does not carry those, looks at its shape, and refuses nothing that the server would take.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Fewer digits are no number in any country; the shortest, without the area, have four.
const FEWEST: usize = 4;
/// More are no number either, with every prefix that leads abroad.
const MOST: usize = 20;

/// A phone number in its one international form (E.164), such as `+8613812345678`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Why a text is no phone number, as a hint to whoever typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PhoneFault {
    /// Nothing was typed.
    #[error("nothing typed")]
    Empty,
    /// There is something in it that is no part of a number.
    #[error("not a number")]
    NotANumber,
    /// Digits are missing.
    #[error("too short")]
    TooShort,
    /// There are digits too many.
    #[error("too long")]
    TooLong,
    /// No country has this code after the plus.
    #[error("unknown country code")]
    UnknownCountry,
    /// A number that can be dialled within its town only.
    #[error("the area code is missing")]
    AreaMissing,
    /// As long as a number, but its country has none that begins like this.
    #[error("no such number")]
    NoSuchNumber,
}

impl Phone {
    /// Looks at the shape only: digits, and a plus, spaces, dashes, dots, slashes and brackets
    /// between them. Cheap enough for every keystroke.
    ///
    /// # Errors
    /// When `Phone::parse` would refuse it in any country.
    pub fn shape(typed: &str) -> Result<(), PhoneFault> {
        let mut digits = 0;
        for letter in typed.chars().filter(|letter| !letter.is_whitespace()) {
            match plain(letter) {
                '0'..='9' => digits += 1,
                '+' | '-' | '(' | ')' | '.' | '/' => {}
                _ => return Err(PhoneFault::NotANumber),
            }
        }
        match digits {
            _ if typed.trim().is_empty() => Err(PhoneFault::Empty),
            0 => Err(PhoneFault::NotANumber),
            1..FEWEST => Err(PhoneFault::TooShort),
            FEWEST..=MOST => Ok(()),
            _ => Err(PhoneFault::TooLong),
        }
    }

    /// In the form it is stored and dialled in.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Chinese keyboards type full-width digits and brackets; people paste dashes of all lengths.
fn plain(letter: char) -> char {
    match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '‐'..='―' | '−' => '-',
        _ => letter,
    }
}

#[cfg(feature = "ssr")]
mod by_plan {
    use super::{Phone, PhoneFault, plain};
    use rlibphonenumber::{
        NumberLengthType, ParseError, PhoneNumber, PhoneNumberFormat, Region, ValidationError,
    };

    impl Phone {
        /// Reads a number as it is typed in a region (ISO 3166, `CN`): with or without the code of
        /// the country, with anything that `shape` allows between the digits.
        ///
        /// # Errors
        /// When it is not a number that can be dialled from abroad, and why.
        pub fn parse(typed: &str, region: &str) -> Result<Self, PhoneFault> {
            Self::shape(typed)?;
            let typed: String = typed.chars().map(plain).collect();
            by_plan(&typed, region)
                .map(|number| Self(number.format_as(PhoneNumberFormat::E164).into_owned()))
        }

        /// What may be shown where others look on: `138••••5678`. Never fewer than four hidden.
        pub fn masked(&self) -> String {
            let number = PhoneNumber::parse(&self.0, None);
            let national = number.map(|number| number.get_national_significant_number());
            let national = national.unwrap_or_else(|_| self.0.trim_start_matches('+').to_owned());
            let shown = national.len().saturating_sub(4).min(7);
            let (front, back) = (shown / 2, shown - shown / 2);
            let hidden = national.len() - shown;
            let (head, tail) = (&national[..front], &national[national.len() - back..]);
            format!("{head}{}{tail}", "•".repeat(hidden))
        }
    }

    pub(super) fn by_plan(typed: &str, region: &str) -> Result<PhoneNumber, PhoneFault> {
        let number = PhoneNumber::parse(typed, region.parse::<Region>().ok())?;
        if number.is_valid() {
            return Ok(number);
        }
        Err(match number.is_possible_with_reason() {
            Ok(NumberLengthType::IsPossibleLocalOnly) => PhoneFault::AreaMissing,
            Ok(NumberLengthType::IsPossible) | Err(ValidationError::InvalidLength) => {
                PhoneFault::NoSuchNumber
            }
            Err(ValidationError::TooShort) => PhoneFault::TooShort,
            Err(ValidationError::TooLong) => PhoneFault::TooLong,
            Err(ValidationError::InvalidCountryCode) => PhoneFault::UnknownCountry,
        })
    }

    impl From<ParseError> for PhoneFault {
        fn from(error: ParseError) -> Self {
            match error {
                ParseError::InvalidCountryCode => Self::UnknownCountry,
                ParseError::NotANumber(_) => Self::NotANumber,
                ParseError::TooShortAfterIdd | ParseError::TooShortNsn => Self::TooShort,
                ParseError::TooLongNsn => Self::TooLong,
            }
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(•••)")
    }
}

/// Not the form that was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a phone number in international form")]
pub struct NotE164;

impl FromStr for Phone {
    type Err = NotE164;

    /// Reads the stored form back; what people type goes through `parse`.
    fn from_str(stored: &str) -> Result<Self, NotE164> {
        let digits = stored.strip_prefix('+').ok_or(NotE164)?;
        let all = (FEWEST..=MOST).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit());
        if all {
            Ok(Self(stored.to_owned()))
        } else {
            Err(NotE164)
        }
    }
}

impl TryFrom<String> for Phone {
    type Error = NotE164;

    fn try_from(stored: String) -> Result<Self, NotE164> {
        stored.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{by_plan::by_plan, *};
    use proptest::prelude::*;

    #[test]
    fn a_number_is_read_however_it_is_typed() {
        for typed in [
            "13812345678",
            "138 1234 5678",
            "138-1234-5678",
            "+86 138 1234 5678",
            "008613812345678",
            "（+86）138 1234 5678",
            "１３８１２３４５６７８",
            "138–1234–5678",
            "\u{a0}13812345678\t",
        ] {
            let phone = Phone::parse(typed, "CN").map(String::from);
            assert_eq!(phone, Ok("+8613812345678".to_owned()), "{typed}");
        }
        assert_eq!(
            Phone::parse("(010) 6552-9988", "CN").map(String::from),
            Ok("+861065529988".to_owned())
        );
        assert_eq!(
            Phone::parse("+49 30 901820", "CN").map(String::from),
            Ok("+4930901820".to_owned())
        );
    }

    #[test]
    fn what_is_no_number_says_what_to_mend() {
        for (typed, fault) in [
            ("", PhoneFault::Empty),
            (" \t", PhoneFault::Empty),
            ("none", PhoneFault::NotANumber),
            ("138 1234 5678 ext 4", PhoneFault::NotANumber),
            ("+", PhoneFault::NotANumber),
            ("138", PhoneFault::TooShort),
            ("+86 138", PhoneFault::TooShort),
            ("138123456781381", PhoneFault::TooLong),
            ("1381234567813812345678", PhoneFault::TooLong),
            ("+999 138 1234 5678", PhoneFault::UnknownCountry),
            ("1381234567", PhoneFault::NoSuchNumber),
            ("13812345678\u{0}", PhoneFault::NotANumber),
        ] {
            assert_eq!(Phone::parse(typed, "CN"), Err(fault), "{typed:?}");
        }
    }

    #[test]
    fn a_number_of_the_town_lacks_its_area_code() {
        assert_eq!(Phone::parse("253 0000", "US"), Err(PhoneFault::AreaMissing));
    }

    #[test]
    fn without_a_region_the_country_must_be_typed() {
        assert_eq!(
            Phone::parse("13812345678", "??"),
            Err(PhoneFault::UnknownCountry)
        );
        assert!(Phone::parse("+8613812345678", "??").is_ok());
    }

    #[test]
    fn a_masked_number_hides_at_least_four_digits() {
        let masked = |stored: &str| stored.parse::<Phone>().unwrap().masked();
        assert_eq!(masked("+8613812345678"), "138••••5678");
        assert_eq!(masked("+4930901820"), "30••••20");
        assert_eq!(masked("+6834000"), "••••");
        assert_eq!(
            format!("{:?}", "+8613812345678".parse::<Phone>().unwrap()),
            "Phone(•••)"
        );
    }

    #[test]
    fn what_was_stored_is_read_back_and_nothing_else() {
        let phone: Phone = serde_json::from_str("\"+8613812345678\"").unwrap();
        assert_eq!(serde_json::to_string(&phone).unwrap(), "\"+8613812345678\"");
        for not in [
            "13812345678",
            "+86 138",
            "+",
            "+86138123456x",
            "+861381234567813812345678",
        ] {
            assert_eq!(not.parse::<Phone>(), Err(NotE164), "{not}");
        }
    }

    fn regions() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "CN", "HK", "TW", "US", "DE", "IT", "NU", "SH", "BR", "AU", "AC", "FK",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn no_customer_is_refused_by_shape_whom_the_plans_would_take(
            typed in "(\\+|00|011)?[0-9 ()./-]{0,30}", region in regions(),
        ) {
            if Phone::shape(&typed).is_err() {
                prop_assert!(by_plan(&typed, region).is_err());
            }
        }

        #[test]
        fn what_is_taken_is_read_back_as_the_same(
            typed in "\\+?[0-9]{4,15}", region in regions(),
        ) {
            if let Ok(phone) = Phone::parse(&typed, region) {
                prop_assert_eq!(Phone::parse(phone.as_str(), region), Ok(phone.clone()));
                prop_assert_eq!(phone.as_str().parse(), Ok(phone.clone()));
                prop_assert!(phone.masked().chars().filter(|letter| *letter == '•').count() >= 4);
            }
        }

        #[test]
        fn no_text_upsets_the_reader(typed in any::<String>(), region in regions()) {
            let _any_answer = Phone::parse(&typed, region);
        }
    }
}
