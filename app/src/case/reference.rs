//! The public number of a case, made to be read over the phone.
//! It names a case and opens none: what shows a case is its secret link.
//!
//! Ten characters of Crockford's base 32 (no I, L, O or U) and a check character over GF(32), built
//! on the primitive polynomial x⁵ + x² + 1. With α a primitive element, the characters c of a
//! reference satisfy α¹⁰·c₀ + α⁹·c₁ + … + α·c₉ + c₁₀ = 0. The eleven weights are distinct and not
//! zero, as α has order 31. So one wrong character is always found (α^i·δ ≠ 0), and so is every
//! exchange of two different ones, neighbours or not ((α^i + α^j)·δ ≠ 0).

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 10;

/// The public number of a case, such as `7KX9M-2QW4T-1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference {
    /// Values of the ten characters, each below 32.
    values: [u8; LENGTH],
}

/// Why a text is no reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    /// A character that no reference has.
    #[error("a reference has no {0:?}")]
    Letter(char),
    /// Not eleven characters.
    #[error("a reference has eleven characters")]
    Length,
    /// The check character does not fit: something was misread.
    #[error("the check character does not fit")]
    Check,
}

impl Reference {
    /// Makes one of 64 random bits, of which it uses 50. Whoever calls brings the chance.
    pub fn draw(random: [u8; 8]) -> Self {
        let mut bits = u64::from_be_bytes(random);
        let values = std::array::from_fn(|_| {
            let [.., lowest] = bits.to_be_bytes();
            bits >>= 5;
            lowest & 31
        });
        Self { values }
    }

    /// Its 50 bits, in seven bytes.
    pub fn to_bytes(self) -> [u8; 7] {
        let bits = self
            .values
            .iter()
            .fold(0_u64, |bits, value| bits << 5 | u64::from(*value));
        let [_, bytes @ ..] = bits.to_be_bytes();
        bytes
    }

    /// Reads back what `to_bytes` made.
    pub fn from_bytes(bytes: [u8; 7]) -> Option<Self> {
        let [a, b, c, d, e, f, g] = bytes;
        let bits = u64::from_be_bytes([0, a, b, c, d, e, f, g]);
        let values = std::array::from_fn(|place| {
            let [.., lowest] = (bits >> (5 * (LENGTH - 1 - place))).to_be_bytes();
            lowest & 31
        });
        (bits >> (5 * LENGTH) == 0).then_some(Self { values })
    }

    fn check(self) -> u8 {
        times_alpha(
            self.values
                .iter()
                .fold(0, |sum, value| times_alpha(sum) ^ value),
        )
    }
}

/// Multiplies by α = x in GF(32): a shift, and x⁵ is x² + 1.
const fn times_alpha(value: u8) -> u8 {
    let shifted = value << 1;
    if shifted & 32 == 0 {
        shifted
    } else {
        shifted ^ 0b10_0101
    }
}

impl fmt::Display for Reference {
    /// In groups, as people read numbers out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let letter = |value: u8| char::from(ALPHABET[usize::from(value)]);
        let (first, second) = self.values.split_at(LENGTH / 2);
        let group = |values: &[u8]| {
            values
                .iter()
                .map(|value| letter(*value))
                .collect::<String>()
        };
        write!(
            f,
            "{}-{}-{}",
            group(first),
            group(second),
            letter(self.check())
        )
    }
}

impl FromStr for Reference {
    type Err = NotAReference;

    /// Lenient: lower case, spaces and dashes anywhere, the full-width forms that Chinese keyboards
    /// type, O for 0, I and L for 1.
    fn from_str(typed: &str) -> Result<Self, NotAReference> {
        let mut values = [0; LENGTH + 1];
        let mut read = 0;
        for letter in typed.chars().filter(|letter| !separates(*letter)) {
            let value = value_of(letter).ok_or(NotAReference::Letter(letter))?;
            *values.get_mut(read).ok_or(NotAReference::Length)? = value;
            read += 1;
        }
        let [values @ .., check] = values;
        let reference = Self { values };
        match read {
            11 if reference.check() == check => Ok(reference),
            11 => Err(NotAReference::Check),
            _ => Err(NotAReference::Length),
        }
    }
}

pub(crate) fn separates(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '-' | '‐'..='―' | '−' | '－' | '.' | '·')
}

pub(crate) fn value_of(letter: char) -> Option<u8> {
    // Full-width forms lie at a fixed distance from ASCII.
    let letter = match letter {
        '！'..='～' => char::from_u32(u32::from(letter) - 0xFEE0)?,
        _ => letter,
    };
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = ALPHABET.iter().position(|one| char::from(*one) == letter)?;
    u8::try_from(place).ok()
}

impl TryFrom<String> for Reference {
    type Error = NotAReference;

    fn try_from(text: String) -> Result<Self, NotAReference> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_reference() -> impl Strategy<Value = Reference> {
        any::<[u8; 8]>().prop_map(Reference::draw)
    }

    fn letters(reference: Reference) -> Vec<char> {
        reference
            .to_string()
            .chars()
            .filter(|letter| *letter != '-')
            .collect()
    }

    fn read(letters: &[char]) -> Result<Reference, NotAReference> {
        letters.iter().collect::<String>().parse()
    }

    #[test]
    fn a_reference_is_shown_in_groups() {
        assert_eq!(Reference::draw([0; 8]).to_string(), "00000-00000-0");
        assert_eq!(Reference::draw([255; 8]).to_string(), "ZZZZZ-ZZZZZ-4");
    }

    #[test]
    fn a_reference_is_read_however_it_is_typed() {
        let reference: Reference = "ZZZZZ-ZZZZZ-4".parse().unwrap();
        for typed in [
            "zzzzzzzzzz4",
            " zz zzz–zzzzz 4 ",
            "ＺＺＺＺＺ－ｚｚｚｚｚ－４",
        ] {
            assert_eq!(typed.parse(), Ok(reference), "{typed}");
        }
        assert_eq!("OoOoO-00000-0".parse(), Ok(Reference::draw([0; 8])));
    }

    #[test]
    fn what_is_no_reference_says_why() {
        let fault = |typed: &str| typed.parse::<Reference>().unwrap_err();
        assert_eq!(fault(""), NotAReference::Length);
        assert_eq!(fault("00000-00000"), NotAReference::Length);
        assert_eq!(fault("00000-00000-00"), NotAReference::Length);
        assert_eq!(fault("00000-0000U-0"), NotAReference::Letter('U'));
        assert_eq!(fault("00000-0000é-0"), NotAReference::Letter('é'));
        assert_eq!(fault("00000-00000-1"), NotAReference::Check);
    }

    #[test]
    fn the_weights_of_the_check_are_distinct_and_not_zero() {
        let mut powers: Vec<u8> = std::iter::successors(Some(1), |power| Some(times_alpha(*power)))
            .take(31)
            .collect();
        powers.sort_unstable();
        assert_eq!(powers, (1..32).collect::<Vec<u8>>());
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back(reference in any_reference(), spaces in 0..4_usize) {
            let shown = reference.to_string();
            prop_assert_eq!(shown.parse(), Ok(reference));
            prop_assert_eq!(shown.to_lowercase().replace('-', &" ".repeat(spaces)).parse(), Ok(reference));
            let json = serde_json::to_string(&reference).unwrap();
            prop_assert_eq!(serde_json::from_str::<Reference>(&json).unwrap(), reference);
            prop_assert_eq!(Reference::from_bytes(reference.to_bytes()), Some(reference));
        }

        #[test]
        fn one_wrong_character_is_found(
            reference in any_reference(), place in 0..11_usize, wrong in 0..32_usize,
        ) {
            let mut letters = letters(reference);
            let wrong = char::from(ALPHABET[wrong]);
            prop_assume!(letters[place] != wrong);
            letters[place] = wrong;
            prop_assert_eq!(read(&letters), Err(NotAReference::Check));
        }

        #[test]
        fn two_exchanged_characters_are_found(
            reference in any_reference(), one in 0..11_usize, other in 0..11_usize,
        ) {
            let mut letters = letters(reference);
            prop_assume!(letters[one] != letters[other]);
            letters.swap(one, other);
            prop_assert_eq!(read(&letters), Err(NotAReference::Check));
        }

        #[test]
        fn no_text_upsets_the_reader(typed in any::<String>()) {
            if let Ok(reference) = typed.parse::<Reference>() {
                prop_assert_eq!(reference.to_string().parse(), Ok(reference));
            }
        }

        #[test]
        fn other_chances_make_other_references(one in 0..1_u64 << 50, other in 0..1_u64 << 50) {
            let draw = |bits: u64| Reference::draw(bits.to_be_bytes());
            prop_assert_eq!(one == other, draw(one) == draw(other));
        }
    }
}
