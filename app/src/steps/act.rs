//! What a customer wants done with a step: the button that was pressed, and what came with it.
//! Read from a form on the server, and from the page itself at a kiosk.

use crate::{case::language::Lang, journey::Sheet};

/// What the pressed button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Go on.
    Next,
    /// Go back, keeping what is typed.
    Back,
    /// Say it in another language.
    Speak(Lang),
    /// Leave nothing here.
    Forget,
    /// Begin again.
    Restart,
    /// The self-check helped.
    Fixed,
    /// The self-check did not help.
    NotFixed,
    /// "I have it too."
    Join,
}

impl Act {
    /// Reads a button's value; anything unknown goes on, as Enter does.
    pub fn read(value: &str) -> Self {
        match value {
            "back" => Self::Back,
            "forget" => Self::Forget,
            "restart" => Self::Restart,
            "fixed" => Self::Fixed,
            "not-fixed" => Self::NotFixed,
            "join" => Self::Join,
            other => other
                .strip_prefix("lang-")
                .and_then(Lang::from_tag)
                .map_or(Self::Next, Self::Speak),
        }
    }
}

/// A posted form as every room receives it.
#[derive(Clone, Debug)]
pub struct Post {
    /// The idempotency key.
    pub key: String,
    /// The step it was typed on.
    pub step: String,
    /// The pressed button.
    pub act: Act,
    /// Everything else.
    pub sheet: Sheet,
}

impl From<Sheet> for Post {
    fn from(sheet: Sheet) -> Self {
        Self {
            key: sheet.typed("key").to_owned(),
            step: slug(sheet.typed("step")).to_owned(),
            act: Act::read(sheet.typed("act")),
            sheet,
        }
    }
}

/// A step's name as it may stand in an address; nothing, when it is none of ours. What somebody
/// typed never gets into an address, and a forged name not into a header.
pub fn slug(typed: &str) -> &str {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    match typed.len() <= SLUG_LENGTH && typed.bytes().all(plain) {
        true => typed,
        false => "",
    }
}

const SLUG_LENGTH: usize = 64;

/// Keys are made by `fresh_key`; anything else was not rendered by us.
pub fn is_key(key: &str) -> bool {
    key.len() == KEY_LENGTH
        && key
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
}

/// How long a key is.
pub const KEY_LENGTH: usize = 26;

/// The key that is drawn from random bytes: of each one letter, which is 130 bits.
pub fn key_of(random: [u8; KEY_LENGTH]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let letter = |byte: u8| char::from(LETTERS[usize::from(byte % 32)]);
    random.into_iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_a_step_stands_in_an_address() {
        assert_eq!(slug("try-restart-2"), "try-restart-2");
        for forged in ["../staff", "a\nSet-Cookie: x", "断网", "A", &"a".repeat(65)] {
            assert_eq!(slug(forged), "", "{forged:?}");
        }
    }

    #[test]
    fn an_unknown_button_goes_on() {
        assert_eq!(Act::read(""), Act::Next);
        assert_eq!(Act::read("lang-xx"), Act::Next);
        assert_eq!(Act::read("lang-zh-Hant"), Act::Speak(Lang::ZhHant));
    }
}
