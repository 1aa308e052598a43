//! What waits for one person: what was raised to them, and what they were told to do.

use crate::case::{
    language::Text,
    reference::Reference,
    view::{About, Kind},
};

/// Who has to say that they know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rung {
    /// Who answers for the case.
    Owner,
    /// Who keeps the departments of a unit together.
    Coordinator,
    /// Who answers for a unit.
    Manager,
}

impl Rung {
    /// Every one, from below.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Coordinator, Self::Manager];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Coordinator => "coordinator",
            Self::Manager => "manager",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rung| rung.name() == name)
    }
}

/// A share of a promise has passed, and somebody has not yet said that they know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// The case.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// The promise's number.
    pub promise: i64,
    /// The share, in per cent.
    pub share: i64,
    /// Who has to know.
    pub rung: Rung,
    /// Where they sit.
    pub unit: Text,
    /// When it was raised.
    pub at: i64,
    /// When what the customer waits for is due.
    pub breaks_at: Option<i64>,
    /// Whether it is whoever looks who has to say so.
    pub theirs: bool,
}

/// Something that somebody was told to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its key.
    pub id: String,
    /// The case.
    pub reference: Reference,
    /// Who gave it.
    pub by: String,
    /// Who is to do it.
    pub to: String,
    /// What.
    pub what: String,
    /// Until when.
    pub due_at: i64,
    /// Whether it is for whoever looks.
    pub theirs: bool,
}

/// What waits for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mine {
    /// When this was looked up.
    pub now: i64,
    /// What was raised to them.
    pub raised: Vec<Raised>,
    /// What they were told to do.
    pub orders: Vec<Order>,
    /// The cases of theirs whose parts are all done, and that they look at before the customer is asked.
    pub to_check: Vec<Reference>,
    /// The cases they are asked to answer for.
    pub asked: Vec<Reference>,
}
