//! The code by which a device is paired: eight characters to be read out in a shop and typed at the
//! desk. It opens nothing: whoever types it must be signed in, and only the device that showed it
//! gets anything by it.

use crate::case::reference::{ALPHABET, separates, value_of};
use std::{fmt, str::FromStr};

const LENGTH: usize = 8;

/// A pairing code, such as `7KX9-M2QW`: forty bits in characters that nobody mistakes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// Makes one of random bits, of which it uses forty.
    pub fn draw(random: [u8; LENGTH]) -> Self {
        Self(random.map(|byte| byte & 31))
    }

    /// As it is compared: without what only helps to read it.
    pub fn plain(self) -> String {
        let letter = |value: u8| char::from(ALPHABET[usize::from(value)]);
        self.0.into_iter().map(letter).collect()
    }
}

impl fmt::Display for Code {
    /// In two groups, as people read numbers out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = self.plain();
        let (first, second) = plain.split_at(LENGTH / 2);
        write!(f, "{first}-{second}")
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

impl FromStr for Code {
    type Err = ();

    /// As leniently as a reference is read.
    fn from_str(typed: &str) -> Result<Self, ()> {
        let letters = typed.chars().filter(|letter| !separates(*letter));
        let values: Vec<_> = letters
            .map(value_of)
            .take(LENGTH + 1)
            .collect::<Option<_>>()
            .ok_or(())?;
        values.try_into().map(Self).map_err(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_however_it_is_typed(random: [u8; 8]) {
            let code = Code::draw(random);
            let shown = code.to_string();
            prop_assert_eq!(shown.len(), 9);
            prop_assert!(!shown.contains(['I', 'L', 'O', 'U']), "{}", shown);
            for typed in [shown.clone(), shown.to_lowercase(), format!(" {} ", shown.replace('-', " "))] {
                prop_assert!(typed.parse() == Ok(code), "{}", typed);
            }
        }

        #[test]
        fn nothing_that_is_typed_upsets_it(typed: String) {
            let _read = typed.parse::<Code>();
        }
    }

    #[test]
    fn more_or_less_than_eight_characters_are_no_code() {
        for typed in ["", "7KX9M2Q", "7KX9M2QWW", "7KX9-M2Q?", "七"] {
            assert!(typed.parse::<Code>().is_err(), "{typed}");
        }
    }
}
