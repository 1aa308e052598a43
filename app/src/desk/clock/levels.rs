//! The units below somebody, and the cases of one of them.

use crate::case::{
    language::Text,
    reference::Reference,
    view::{About, Kind, State},
};

/// The units below somebody, each with its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Levels {
    /// In the order of the tree, headquarters first.
    pub units: Vec<Level>,
}

/// One unit's numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Key, for the way to its cases.
    pub code: String,
    /// Its name.
    pub name: Text,
    /// How many steps it stands below the first.
    pub depth: u32,
    /// How many there are of each.
    pub counts: [u32; 5],
}

/// Which of a unit's cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pick {
    /// All that are not done.
    Open,
    /// With a promise of which much has passed.
    AtRisk,
    /// With a promise that was not kept.
    Broken,
    /// With a part that was declined.
    Bounced,
    /// With somebody who has not said that they know.
    Unacknowledged,
}

impl Pick {
    /// Every one, in the order of the table's columns.
    pub const ALL: [Self; 5] = [
        Self::Open,
        Self::AtRisk,
        Self::Broken,
        Self::Bounced,
        Self::Unacknowledged,
    ];

    /// The word in queries and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::AtRisk => "at-risk",
            Self::Broken => "broken",
            Self::Bounced => "bounced",
            Self::Unacknowledged => "unacknowledged",
        }
    }

    /// Reads the word back; anything else is all of them.
    pub fn from_name(name: &str) -> Self {
        let known = Self::ALL.into_iter().find(|pick| pick.name() == name);
        known.unwrap_or(Self::Open)
    }
}

/// One page of a unit's cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCases {
    /// When this was looked up.
    pub now: i64,
    /// The unit.
    pub unit: Text,
    /// What breaks first, on top.
    pub rows: Vec<LevelCase>,
    /// This page, from 1.
    pub page: u32,
    /// Whether there is another.
    pub more: bool,
}

/// A case of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCase {
    /// Its public number.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Where it stands.
    pub state: State,
    /// Who answers for it: a colleague or a duty, by name.
    pub owner: Result<String, Text>,
    /// When what the customer waits for is due.
    pub breaks_at: Option<i64>,
    /// The highest share of it that was raised, in per cent.
    pub raised: i64,
    /// How often a part of it was declined.
    pub bounces: i64,
}
