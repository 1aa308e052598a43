//! The door of the taps: where a kiosk's presses are kept, and where they are counted for staff.

use super::Tap;
use crate::{
    case::language::Text,
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

/// What was pressed, as far as somebody at the desk may see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TapCounts {
    /// The shop, where only one is looked at.
    pub shop: Option<Text>,
    /// The first day and the last, each as `2026-11-23`.
    pub days: (String, String),
    /// The last day of the days before these.
    pub before: String,
    /// A question each. Answers to different wordings are not counted together.
    pub asked: Vec<Asked>,
}

/// One wording of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The question and the words of its faces, while the catalogue has this wording.
    pub words: Option<(Text, Vec<Text>)>,
    /// The question's code and version.
    pub code: (String, u32),
    /// How many faces it has.
    pub faces: u8,
    /// A shop each or, of one shop, a day each, the latest first.
    pub rows: Vec<TapRow>,
    /// Reasons given, as the catalogue calls them or by their codes, and how often.
    pub reasons: Vec<(Text, u32)>,
}

/// The presses of a shop, or of one day in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TapRow {
    /// The shop, or the day.
    pub name: Text,
    /// The code of the shop, where the row is one.
    pub shop: Option<String>,
    /// How often each face was pressed, the unhappiest first; the marked not among them.
    pub counted: Vec<u32>,
    /// How many presses are marked as nobody's answer.
    pub marked: u32,
}

impl TapRow {
    /// On how many answers the row rests.
    pub fn answers(&self) -> u32 {
        self.counted.iter().sum()
    }
}

/// Taps.
#[async_trait]
pub trait TapOffice: Send + Sync {
    /// Keeps the presses of a paired kiosk, at most `MOST`. The same key is one press. Durable when
    /// this returns.
    async fn tap(&self, kiosk: &Token, taps: Vec<Tap>) -> Result<(), Refusal>;
    /// The counts of all shops that somebody may see, or of one of them by day; of the four weeks
    /// that end with a day, or with today.
    async fn counts(
        &self,
        staff: &Token,
        shop: Option<&str>,
        until: Option<&str>,
    ) -> Result<TapCounts, Refusal>;
}
