//! Writing Chinese: letters are gathered until somebody chooses what they mean.

pub use super::candidates::Candidate;
use super::{
    candidates,
    dictionary::Dictionary,
    hardware::Stage,
    pinyin::{self, Unit},
    zhuyin,
};

/// How sounds are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// In Latin letters, for simplified Chinese.
    Pinyin,
    /// In signs and tones, for traditional Chinese.
    Zhuyin,
}

/// What was typed and is not chosen yet.
#[derive(Clone, Debug)]
pub struct Composer {
    method: Method,
    typed: Vec<char>,
}

/// More than any sentence that somebody types in one breath.
const MOST: usize = 32;

impl Method {
    /// The syllables that may begin at this letter.
    pub(super) fn units(self, typed: &[char], from: usize) -> Vec<Unit> {
        match self {
            Self::Pinyin => pinyin::units(typed, from),
            Self::Zhuyin => zhuyin::units(typed, from),
        }
    }

    /// The letter that a key of a hardware keyboard stands for, if it stands for one.
    pub fn on_hardware(self, key: char) -> Option<char> {
        match self {
            // A capital is wanted as it is.
            Self::Pinyin => Some(key).filter(char::is_ascii_lowercase),
            Self::Zhuyin => zhuyin::on_hardware(key),
        }
    }
}

impl Composer {
    /// With nothing typed.
    pub const fn new(method: Method) -> Self {
        Self {
            method,
            typed: Vec::new(),
        }
    }

    /// How sounds are typed here.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// Whether nothing waits to be chosen.
    pub const fn is_empty(&self) -> bool {
        self.typed.is_empty()
    }

    /// Takes a letter; `false` where it means nothing here.
    pub fn press(&mut self, letter: char) -> bool {
        let fits = match self.method {
            Method::Pinyin => {
                letter.is_ascii_lowercase() || letter == '\'' && !self.typed.is_empty()
            }
            // A tone belongs to a syllable, and a syllable has one.
            Method::Zhuyin if zhuyin::is_tone(letter) => self
                .typed
                .last()
                .is_some_and(|last| !zhuyin::is_tone(*last)),
            Method::Zhuyin => zhuyin::is_sign(letter),
        };
        let fits = fits && self.typed.len() < MOST;
        if fits {
            self.typed.push(letter);
        }
        fits
    }

    /// Takes the last letter back; `false` where there was none.
    pub fn back(&mut self) -> bool {
        self.typed.pop().is_some()
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.typed.clear();
    }

    /// How far the writing is, for a hardware keyboard.
    pub fn stage(&self) -> Stage {
        match self.typed.last() {
            None => Stage::Empty,
            Some(last) if zhuyin::is_tone(*last) => Stage::Toned,
            Some(_) => Stage::Open,
        }
    }

    /// What was typed, as it is shown.
    pub fn shown(&self) -> String {
        self.typed.iter().collect()
    }

    /// What it may mean, the likeliest first.
    pub fn candidates(&self, dictionary: &Dictionary) -> Vec<Candidate> {
        candidates::candidates(dictionary, self.method, &self.typed)
    }

    /// Chooses: gives what is written, and keeps the letters it does not stand for.
    pub fn choose(&mut self, candidate: &Candidate) -> String {
        self.typed.drain(..candidate.takes.min(self.typed.len()));
        while self.typed.first() == Some(&'\'') {
            self.typed.remove(0);
        }
        candidate.text.clone()
    }
}

#[cfg(test)]
mod tests;
