//! The queue: a department's parts of cases, what breaks first on top.

use super::LegState;
use crate::case::{
    language::Text,
    reference::Reference,
    view::{About, Kind},
};

/// Which part of the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// What is to be done.
    #[default]
    Open,
    /// What is done, latest first.
    Done,
}

impl Show {
    /// The word in the query and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
        }
    }

    /// Reads the word back; anything else is what is to be done.
    pub fn from_name(name: &str) -> Self {
        match name {
            "done" => Self::Done,
            _ => Self::Open,
        }
    }
}

/// One page of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Queue {
    /// When this was looked up; what is late is late by this.
    pub now: i64,
    /// The parts, in order.
    pub rows: Vec<QueueRow>,
    /// How many there are to do.
    pub open: u32,
    /// How many of them are late.
    pub late: u32,
    /// How many are done.
    pub done: u32,
    /// This page, from 1.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
}

/// One department's part of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// The case.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
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
    /// Until when this part is to be done.
    pub due_at: i64,
    /// What breaks first: this part's target or the customer's promise.
    pub breaks_at: i64,
}
