//! What a key of a hardware keyboard does while Chinese is written; every other key is left to the
//! browser.

use super::{compose::Method, zhuyin};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A sound is added.
    Sound(char),
    /// One of the choices that are shown is taken.
    Choose(usize),
    /// The first choice is taken.
    First,
    /// The letters are written as they are.
    Raw,
    /// The last sound is taken back.
    Back,
    /// All sounds are.
    Clear,
    /// The page of choices before.
    Earlier,
    /// The page of choices after.
    Later,
    /// From now on digits choose.
    Choosing,
    /// Nothing, and nothing by the browser either.
    Nothing,
}

/// How far the writing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is typed.
    Empty,
    /// The last syllable has no tone.
    Open,
    /// The last syllable has its tone.
    Toned,
    /// Digits choose.
    Choosing,
}

/// What this key does, if it is not the browser's.
pub fn act(method: Method, stage: Stage, key: &str) -> Option<Act> {
    let mut letters = key.chars();
    let letter = letters.next().filter(|_| letters.next().is_none());
    let sound = letter.and_then(|letter| method.on_hardware(letter));
    if stage == Stage::Empty {
        return sound
            .filter(|sound| !zhuyin::is_tone(*sound))
            .map(Act::Sound);
    }
    // The digits of a keyboard that is marked in Taiwan are sounds until somebody is choosing.
    let choosing = method == Method::Pinyin || stage == Stage::Choosing;
    let digit = letter.and_then(|letter| letter.to_digit(10));
    Some(match (key, letter) {
        ("Tab" | "Shift" | "Control" | "Alt" | "Meta" | "CapsLock", _) => return None,
        ("Backspace", _) => Act::Back,
        ("Escape", _) => Act::Clear,
        ("PageDown" | "ArrowRight", _) => Act::Later,
        ("PageUp" | "ArrowLeft", _) => Act::Earlier,
        ("ArrowDown", _) => Act::Choosing,
        ("Enter", _) if method == Method::Pinyin => Act::Raw,
        (" ", _) if method == Method::Zhuyin && stage == Stage::Open => Act::Sound('ˉ'),
        ("Enter" | " ", _) => Act::First,
        (_, Some('\'')) if method == Method::Pinyin => Act::Sound('\''),
        _ if choosing && digit.is_some_and(|digit| digit > 0) => {
            Act::Choose(digit.map_or(0, |digit| digit as usize - 1))
        }
        _ => sound.map_or(Act::Nothing, Act::Sound),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_begin_a_word_and_all_else_is_the_browsers() {
        assert_eq!(
            act(Method::Pinyin, Stage::Empty, "n"),
            Some(Act::Sound('n'))
        );
        assert_eq!(
            act(Method::Zhuyin, Stage::Empty, "s"),
            Some(Act::Sound('ㄋ'))
        );
        for key in [
            "1",
            " ",
            "Enter",
            "Backspace",
            "Tab",
            "F5",
            "ArrowDown",
            "N",
        ] {
            assert_eq!(act(Method::Pinyin, Stage::Empty, key), None, "{key}");
        }
    }

    #[test]
    fn digits_choose() {
        assert_eq!(act(Method::Pinyin, Stage::Open, "1"), Some(Act::Choose(0)));
        assert_eq!(act(Method::Pinyin, Stage::Open, "0"), Some(Act::Nothing));
        assert_eq!(
            act(Method::Zhuyin, Stage::Open, "1"),
            Some(Act::Sound('ㄅ'))
        );
        assert_eq!(act(Method::Zhuyin, Stage::Open, "3"), Some(Act::Sound('ˇ')));
        assert_eq!(
            act(Method::Zhuyin, Stage::Choosing, "3"),
            Some(Act::Choose(2))
        );
    }

    #[test]
    fn a_space_is_the_first_tone_or_the_first_choice() {
        assert_eq!(act(Method::Zhuyin, Stage::Open, " "), Some(Act::Sound('ˉ')));
        assert_eq!(act(Method::Zhuyin, Stage::Toned, " "), Some(Act::First));
        assert_eq!(act(Method::Pinyin, Stage::Open, " "), Some(Act::First));
    }

    #[test]
    fn nobody_is_caught() {
        for method in [Method::Pinyin, Method::Zhuyin] {
            for stage in [Stage::Empty, Stage::Open, Stage::Toned, Stage::Choosing] {
                assert_eq!(act(method, stage, "Tab"), None);
            }
        }
    }
}
