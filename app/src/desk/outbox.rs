//! What is still to be carried to other back offices, and what needs a person.

use crate::case::{language::Text, reference::Reference};

/// What the page of the outbox shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carriage {
    /// How much waits to be carried.
    pub waiting: u32,
    /// What is in trouble, oldest first.
    pub troubled: Vec<Carrying>,
    /// Whether whoever looks may decide.
    pub may_decide: bool,
}

/// Something that is in trouble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carrying {
    /// Its key.
    pub id: String,
    /// The case.
    pub reference: Reference,
    /// The unit of the part.
    pub unit: Text,
    /// The department of the part.
    pub department: Text,
    /// The back office.
    pub connector: Text,
    /// What the back office calls it, once it is there.
    pub foreign_id: Option<String>,
    /// What was to be done.
    pub verb: Verb,
    /// How it is in trouble.
    pub difficulty: Difficulty,
    /// Tries so far.
    pub attempts: u32,
    /// What went wrong last.
    pub last: Option<String>,
    /// Since when it is to be carried.
    pub since: i64,
}

/// What is to be done at a back office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Open a ticket.
    Open,
    /// Add a note.
    Note,
    /// Bring it to another state.
    State,
}

impl Verb {
    /// The word in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Note => "note",
            Self::State => "state",
        }
    }
}

/// How something is in trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difficulty {
    /// It will be tried again at this time.
    Trying {
        /// When.
        next_at: i64,
    },
    /// Only a person can help.
    Dead,
    /// It may be there twice.
    MaybeDoubled,
}

/// What a person decides about something in trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Carry it after all.
    Replay,
    /// Never carry it.
    SetAside,
    /// Whether it is there twice has been looked at.
    Settled,
}

impl Decision {
    /// The word in the form and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Replay => "replay",
            Self::SetAside => "set-aside",
            Self::Settled => "settled",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Replay, Self::SetAside, Self::Settled]
            .into_iter()
            .find(|decision| decision.name() == name)
    }
}
