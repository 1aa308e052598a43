//! The question by the door: one press answers it, and the next person comes.

use super::Choice;
use crate::case::language::Text;
use serde::{Deserialize, Serialize};

/// A question with a face for each answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TapQuestion {
    /// Key, kept with every tap.
    pub code: String,
    /// Raised whenever a wording changes, and kept with every tap.
    pub version: u32,
    /// The question.
    pub ask: Text,
    /// The word under each face, the unhappiest first; three to five.
    pub faces: Vec<Text>,
    /// What the unhappy may add.
    #[serde(default)]
    pub why: Option<TapWhy>,
    /// Whether the unhappy are offered to be heard: the way to an enquiry, with a contact in it.
    #[serde(default)]
    pub follow_up: bool,
}

/// The reason that may be given after a low answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TapWhy {
    /// Up to and with this face a reason may be given; the first face is 1.
    pub low: u8,
    /// The question.
    pub ask: Text,
    /// Reasons to choose from.
    pub reasons: Vec<Choice>,
}

impl TapQuestion {
    /// Whether an answer is one of those that may be followed by more. Without a question for the
    /// reason these are the faces below the middle.
    pub fn is_low(&self, face: u8) -> bool {
        match &self.why {
            Some(why) => face <= why.low,
            None => usize::from(face) * 2 <= self.faces.len(),
        }
    }
}
