//! Which keys there are: by the field's kind and the visitor's language.

use super::{compose::Method, key::Key};
use crate::case::language::Lang;

/// What a field is for, as far as its keys are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// One line of words.
    Words,
    /// Several lines of words.
    Lines,
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// A calendar day.
    Day,
    /// A reference or another code, of Latin letters and digits.
    Code,
    /// A code of digits alone.
    Digits,
}

/// One set of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Board {
    /// Latin letters.
    Letters,
    /// Marks.
    Marks,
    /// Digits and little else.
    Pad,
    /// Letters that become Chinese.
    Pinyin,
    /// Signs that become Chinese.
    Zhuyin,
}

impl Purpose {
    /// By what the field says of itself: its element, its `type`, its `inputmode` and its classes.
    /// `None` where nothing is typed.
    pub fn of(element: &str, kind: &str, input_mode: &str, classes: &str) -> Option<Self> {
        match (element, kind) {
            ("textarea", _) => Some(Self::Lines),
            ("input", "email") => Some(Self::Email),
            ("input", "tel") => Some(Self::Phone),
            ("input", "date") => Some(Self::Day),
            ("input", "text" | "search" | "password") if input_mode == "numeric" => {
                Some(Self::Digits)
            }
            ("input", "text" | "search" | "password") => {
                let code = classes.split_whitespace().any(|class| class == "code");
                Some(if code { Self::Code } else { Self::Words })
            }
            _ => None,
        }
    }
}

impl Board {
    /// The keys a field is met with.
    pub const fn first(purpose: Purpose, lang: Lang) -> Self {
        match purpose {
            Purpose::Phone | Purpose::Day | Purpose::Digits => Self::Pad,
            Purpose::Email | Purpose::Code => Self::Letters,
            Purpose::Words | Purpose::Lines => match lang {
                Lang::ZhHans => Self::Pinyin,
                Lang::ZhHant => Self::Zhuyin,
                Lang::En => Self::Letters,
            },
        }
    }

    /// How sounds become Chinese here, if they do.
    pub const fn method(self) -> Option<Method> {
        match self {
            Self::Pinyin => Some(Method::Pinyin),
            Self::Zhuyin => Some(Method::Zhuyin),
            _ => None,
        }
    }

    /// The keys, row by row.
    pub fn rows(self, purpose: Purpose, lang: Lang) -> Vec<Vec<Key>> {
        let mut rows = match self {
            Self::Letters => vec![
                written("1234567890"),
                written("qwertyuiop"),
                written("asdfghjkl"),
                around(Key::Shift, written("zxcvbnm"), Key::Back),
            ],
            Self::Pinyin => vec![
                written("1234567890"),
                sounds("qwertyuiop"),
                sounds("asdfghjkl"),
                around(Key::Sound('\''), sounds("zxcvbnm"), Key::Back),
            ],
            Self::Zhuyin => vec![
                sounds("ㄅㄉˇˋㄓˊ˙ㄚㄞㄢㄦ"),
                sounds("ㄆㄊㄍㄐㄔㄗㄧㄛㄟㄣ"),
                sounds("ㄇㄋㄎㄑㄕㄘㄨㄜㄠㄤ"),
                around(Key::Sound('ˉ'), sounds("ㄈㄌㄏㄒㄖㄙㄩㄝㄡㄥ"), Key::Back),
            ],
            Self::Marks => vec![
                written("1234567890"),
                written("@#&*()-_+="),
                match lang {
                    Lang::ZhHans => written("、？！：；（）“”《》"),
                    Lang::ZhHant => written("、？！：；（）「」《》"),
                    Lang::En => written("?!:;'\"/%~$"),
                },
                match lang {
                    Lang::En => vec![Key::Back],
                    _ => around(Key::Write('/'), written("?!:;'\"%"), Key::Back),
                },
            ],
            Self::Pad => vec![
                written("123"),
                written("456"),
                written("789"),
                match purpose {
                    Purpose::Phone => around(Key::Write('+'), written("0"), Key::Back),
                    _ => vec![Key::Write('0'), Key::Back],
                },
            ],
        };
        rows.push(self.foot(purpose, lang));
        rows
    }

    /// The row below: other keys, the space, and on.
    fn foot(self, purpose: Purpose, lang: Lang) -> Vec<Key> {
        let on = match purpose {
            Purpose::Lines => vec![Key::Line, Key::Next],
            _ => vec![Key::Next],
        };
        let middle = match (self, purpose) {
            (Self::Pad, _) => vec![],
            (Self::Marks, Purpose::Email) => [
                self.others(&[Self::Letters]),
                written("."),
                vec![Key::Piece(".com")],
            ]
            .concat(),
            (_, Purpose::Email) => [
                self.others(&[Self::Letters, Self::Marks]),
                written("@_-."),
                vec![Key::Piece(".com")],
            ]
            .concat(),
            (_, Purpose::Code) => [self.others(&[Self::Letters]), written("-")].concat(),
            _ => {
                let (comma, stop) = match self {
                    Self::Pinyin | Self::Zhuyin => ('，', '。'),
                    Self::Marks if lang != Lang::En => ('，', '。'),
                    _ => (',', '.'),
                };
                let boards: &[Self] = match lang {
                    Lang::ZhHans => &[Self::Pinyin, Self::Letters, Self::Marks],
                    Lang::ZhHant => &[Self::Zhuyin, Self::Letters, Self::Marks],
                    Lang::En => &[Self::Letters, Self::Marks, Self::Pinyin, Self::Zhuyin],
                };
                [
                    self.others(boards),
                    vec![Key::Write(comma), Key::Space, Key::Write(stop)],
                ]
                .concat()
            }
        };
        [middle, vec![Key::Away], on].concat()
    }

    fn others(self, boards: &[Self]) -> Vec<Key> {
        let other = boards.iter().filter(|board| **board != self);
        other.map(|board| Key::Go(*board)).collect()
    }
}

fn written(signs: &str) -> Vec<Key> {
    signs.chars().map(Key::Write).collect()
}

fn sounds(signs: &str) -> Vec<Key> {
    signs.chars().map(Key::Sound).collect()
}

fn around(first: Key, mut middle: Vec<Key>, last: Key) -> Vec<Key> {
    middle.insert(0, first);
    middle.push(last);
    middle
}

#[cfg(test)]
mod tests;
