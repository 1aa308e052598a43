//! What makes the desk a place to work from all day: acts on many cases at once, finding any
//! case. Single acts are the desk's own verbs; nothing here may do what they may not.

use super::{Chosen, Template};
use crate::{
    case::{
        reference::Reference,
        view::{About, Kind, State},
    },
    hatch::{Refusal, Token},
};
use async_trait::async_trait;
use std::collections::BTreeSet;

/// One part of a case, as it is ticked in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The case.
    pub reference: Reference,
    /// The part's number within it.
    pub seq: i64,
}

impl Tick {
    /// What the names of the boxes begin with.
    pub const BEFORE: &str = "tick.";

    /// The name of its box.
    pub fn name(self) -> String {
        format!("{}{}.{}", Self::BEFORE, self.seq, self.reference)
    }

    /// Reads a box's name; nothing, where the page has no such box.
    pub fn from_name(name: &str) -> Option<Self> {
        let (seq, reference) = name.strip_prefix(Self::BEFORE)?.split_once('.')?;
        Some(Self {
            reference: reference.parse().ok()?,
            seq: seq.parse().ok()?,
        })
    }
}

/// What is done to everything that was ticked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Common {
    /// Each part is taken.
    Take,
    /// Each case gets the note.
    Note(String),
}

/// What became of it, each case by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Together {
    /// It is done.
    pub done: u32,
    /// Somebody was quicker.
    pub late: u32,
    /// It is not there, or not theirs.
    pub gone: u32,
    /// The text cannot be taken; then nothing was done to any.
    pub mend: bool,
}

/// What was found by something typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// When it was looked up.
    pub now: i64,
    /// The cases, the newest first.
    pub hits: Vec<Hit>,
    /// Where the next page begins, if there is one.
    pub next: Option<i64>,
    /// How many cases were looked through, if there were not enough to show among them: of words that
    /// very many cases have, older ones are looked through for the next page.
    pub stopped_after: Option<i64>,
    /// What was typed is too little to look for.
    pub too_little: bool,
}

/// A case that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Where it stands for the customer.
    pub stands: State,
    /// When it came in.
    pub opened_at: i64,
    /// Where what was typed stands, and what stands around it.
    pub excerpt: Option<Excerpt>,
}

/// What a browser was told last. At the beginning, nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// The key of the newest event.
    pub last: Option<String>,
    /// Keys that may come up again.
    pub told: BTreeSet<String>,
}

/// Another case of the same customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The case.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Where it stands for the customer.
    pub stands: State,
    /// When it came in.
    pub opened_at: i64,
}

/// A place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// What stands before it.
    pub before: String,
    /// What was looked for, as it stands there.
    pub found: String,
    /// What stands behind it.
    pub after: String,
}

/// The workbench's part of the hatch.
#[async_trait]
pub trait Workbench: Send + Sync {
    /// Does the same to several. Each is an act of its own with its own end; the same key twice is
    /// one act each.
    async fn together(
        &self,
        staff: &Token,
        key: &str,
        ticks: Vec<Tick>,
        common: Common,
    ) -> Result<Together, Refusal>;
    /// Finds cases by what was said about them, by reference, contact or number: of those that
    /// whoever asks may see.
    async fn search(
        &self,
        staff: &Token,
        typed: &str,
        before: Option<i64>,
    ) -> Result<Hits, Refusal>;
    /// The other cases of a case's customer, of those that whoever asks may see.
    async fn others(&self, staff: &Token, reference: Reference) -> Result<Vec<Other>, Refusal>;
    /// Which cases changed since a browser was told last, of those that whoever asks may see; and
    /// what it was told now.
    async fn news(&self, staff: &Token, mark: &Mark) -> Result<(Mark, Vec<Reference>), Refusal>;
    /// The templates there are for replies.
    async fn templates(&self, staff: &Token) -> Result<Vec<Template>, Refusal>;
    /// Fills one for a case and puts it behind what was typed there; nothing is sent.
    async fn fill(
        &self,
        staff: &Token,
        reference: Reference,
        chosen: Chosen,
    ) -> Result<(), Refusal>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_is_found_again_by_its_name() {
        let reference = Reference::draw([7; 8]);
        let tick = Tick { reference, seq: 3 };
        assert_eq!(Tick::from_name(&tick.name()), Some(tick));
        for forged in ["tick.x.y", "tick.1", "1.ABC", "tick.1.0000-0000-00-1"] {
            assert_eq!(Tick::from_name(forged), None, "{forged}");
        }
    }
}
