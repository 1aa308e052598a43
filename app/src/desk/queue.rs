//! The queue: what somebody works from all day. Their own cases first, then their department's
//! parts, what breaks first on top.

use super::LegState;
use crate::case::{
    language::Text,
    reference::Reference,
    view::{About, Kind, State},
};

/// Which part of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// One's own cases, and under them what the department has to do.
    #[default]
    Next,
    /// One's own cases: those one answers for, and those one has a part of.
    Mine,
    /// What the department has to do.
    Open,
    /// Of that, what nobody has taken.
    Unassigned,
    /// Of that, what waits: for the customer, or paused.
    Waiting,
    /// Of that, what is late.
    Late,
    /// What is done, latest first.
    Done,
}

impl Show {
    /// Every part, in the order of the page.
    pub const ALL: [Self; 7] = [
        Self::Next,
        Self::Mine,
        Self::Open,
        Self::Unassigned,
        Self::Waiting,
        Self::Late,
        Self::Done,
    ];

    /// The word in the query and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Mine => "mine",
            Self::Open => "open",
            Self::Unassigned => "unassigned",
            Self::Waiting => "waiting",
            Self::Late => "late",
            Self::Done => "done",
        }
    }

    /// Reads the word back; anything else is what comes next.
    pub fn from_name(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|show| show.name() == name).unwrap_or_default()
    }
}

/// One page of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// When this was looked up; what is late is late by this.
    pub now: i64,
    /// One's own cases, as many as a page begins with; all of them where nothing else is shown.
    pub mine: Vec<QueueRow>,
    /// The department's parts, in order.
    pub rows: Vec<QueueRow>,
    /// How much there is of each part of the queue.
    pub counts: Vec<(Show, Many)>,
    /// Where the next page begins, if there is one.
    pub next: Option<String>,
}

impl Queue {
    /// How much there is of one part; nothing where it is not counted.
    pub fn many(&self, show: Show) -> Option<Many> {
        let mut counts = self.counts.iter();
        counts.find(|(of, _)| *of == show).map(|(_, many)| *many)
    }
}

/// How many there are, as far as it matters for a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Many(pub u32);

impl Many {
    /// Counting goes on for so long.
    pub const MOST: u32 = 99;

    /// The number, or that there are more than anybody looks through.
    pub fn said(self) -> String {
        match self.0 > Self::MOST {
            true => format!("{}+", Self::MOST),
            false => self.0.to_string(),
        }
    }
}

/// One department's part of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// The case.
    pub reference: Reference,
    /// The part's number within it.
    pub seq: i64,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Where the case stands for the customer.
    pub stands: State,
    /// The customer's tier, as in tables and word ids.
    pub tier: String,
    /// How often the customer said "still not fixed".
    pub reopened: u32,
    /// The unit that does it.
    pub unit: Text,
    /// The department that does it.
    pub department: Text,
    /// How far it is.
    pub state: LegState,
    /// Who has it.
    pub taken_by: Option<String>,
    /// Whether whoever looks answers for the case.
    pub owned: bool,
    /// Until when this part is to be done; when it was, if it is.
    pub due_at: i64,
    /// What breaks first: this part's target or the customer's promise.
    pub breaks_at: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_anybody_looks_through_is_not_counted_out() {
        assert_eq!(Many(0).said(), "0");
        assert_eq!(Many(99).said(), "99");
        assert_eq!(Many(100).said(), "99+");
    }

    #[test]
    fn every_part_is_found_by_its_word_and_anything_else_is_the_first() {
        for show in Show::ALL {
            assert_eq!(Show::from_name(show.name()), show);
        }
        assert_eq!(Show::from_name("../x"), Show::Next);
    }
}
