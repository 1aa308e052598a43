//! A key: what is seen on it and what it is called.

use super::board::Board;

/// One key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Writes this character.
    Write(char),
    /// Writes these.
    Piece(&'static str),
    /// A sound of a Chinese word.
    Sound(char),
    /// Takes the last back.
    Back,
    /// A space; while sounds wait, the first choice.
    Space,
    /// A new line.
    Line,
    /// On to the next field or button.
    Next,
    /// Capital letters.
    Shift,
    /// Another set of keys.
    Go(Board),
    /// Puts the keyboard away.
    Away,
}

/// Whether capitals are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// Small letters.
    #[default]
    Small,
    /// Capital ones.
    Capital,
}

impl Key {
    /// What is seen on it, where that is not a word of the visitor's language.
    pub fn seen(self, case: Case) -> Option<String> {
        match self {
            Self::Write(sign) => Some(case.of(sign).to_string()),
            Self::Sound(sign) => Some(sign.to_string()),
            Self::Piece(text) => Some(text.to_owned()),
            Self::Go(Board::Letters) => Some("ABC".to_owned()),
            Self::Go(Board::Pinyin) => Some("拼音".to_owned()),
            Self::Go(Board::Zhuyin) => Some("注音".to_owned()),
            Self::Go(Board::Marks) => Some("#+=".to_owned()),
            Self::Go(Board::Pad) => Some("123".to_owned()),
            _ => None,
        }
    }

    /// The sentence that names it, where what is seen on it does not.
    pub const fn name(self) -> Option<&'static str> {
        Some(match self {
            Self::Back => "keyboard-back",
            Self::Space => "keyboard-space",
            Self::Line => "keyboard-line",
            Self::Next => "keyboard-next",
            Self::Shift => "keyboard-shift",
            Self::Away => "keyboard-away",
            Self::Go(Board::Letters) => "keyboard-letters",
            Self::Go(Board::Marks) => "keyboard-marks",
            Self::Go(Board::Pad) => "keyboard-pad",
            Self::Go(Board::Pinyin) => "keyboard-pinyin",
            Self::Go(Board::Zhuyin) => "keyboard-zhuyin",
            Self::Sound('\'') => "keyboard-between",
            Self::Sound(sign) => match tone_name(sign) {
                Some(name) => name,
                None => return None,
            },
            Self::Write(sign) => match mark_name(sign) {
                Some(name) => name,
                None => return None,
            },
            Self::Piece(_) => return None,
        })
    }
}

const fn tone_name(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ˉ' => "keyboard-tone-1",
        'ˊ' => "keyboard-tone-2",
        'ˇ' => "keyboard-tone-3",
        'ˋ' => "keyboard-tone-4",
        '˙' => "keyboard-tone-5",
        _ => return None,
    })
}

/// Marks that a screen reader would pass over or name in another language.
const fn mark_name(sign: char) -> Option<&'static str> {
    Some(match sign {
        ',' | '，' => "keyboard-comma",
        '.' => "keyboard-dot",
        '。' => "keyboard-stop",
        '、' => "keyboard-list-comma",
        '?' | '？' => "keyboard-question",
        '!' | '！' => "keyboard-exclamation",
        ':' | '：' => "keyboard-colon",
        ';' | '；' => "keyboard-semicolon",
        '(' | '（' => "keyboard-open",
        ')' | '）' => "keyboard-close",
        '“' | '「' => "keyboard-open-quote",
        '”' | '」' => "keyboard-close-quote",
        '《' => "keyboard-open-title",
        '》' => "keyboard-close-title",
        '\'' => "keyboard-apostrophe",
        '"' => "keyboard-quote",
        '-' => "keyboard-hyphen",
        '_' => "keyboard-underscore",
        '/' => "keyboard-slash",
        '@' => "keyboard-at",
        '#' => "keyboard-hash",
        '&' => "keyboard-and",
        '*' => "keyboard-star",
        '+' => "keyboard-plus",
        '=' => "keyboard-equals",
        '%' => "keyboard-percent",
        '~' => "keyboard-tilde",
        '$' => "keyboard-dollar",
        _ => return None,
    })
}

impl Case {
    /// The sign as it is written now.
    pub const fn of(self, sign: char) -> char {
        match self {
            Self::Small => sign,
            Self::Capital => sign.to_ascii_uppercase(),
        }
    }

    /// The other.
    pub const fn turned(self) -> Self {
        match self {
            Self::Small => Self::Capital,
            Self::Capital => Self::Small,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_can_be_seen_or_is_named() {
        for key in [
            Key::Back,
            Key::Space,
            Key::Line,
            Key::Next,
            Key::Shift,
            Key::Away,
        ] {
            assert!(
                key.seen(Case::Small).is_some() || key.name().is_some(),
                "{key:?}"
            );
        }
        assert_eq!(Key::Write('q').seen(Case::Capital).as_deref(), Some("Q"));
        assert_eq!(Key::Write('q').name(), None);
        assert_eq!(Key::Write('、').name(), Some("keyboard-list-comma"));
    }
}
