//! What happened to a case, on both sides of the line.

use crate::case::{attachment::Attachment, language::Text, reference::Reference};

/// The sides of the line of visibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The customer sees it.
    Above,
    /// Only staff see it.
    Below,
}

impl Side {
    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// Who did something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActorName {
    /// The customer.
    Customer,
    /// A colleague, by name.
    Staff(String),
    /// A rule of the house.
    House,
    /// Another back office.
    BackOffice(Text),
}

/// One event of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// Its number within the case.
    pub seq: i64,
    /// When.
    pub at: i64,
    /// Who sees it.
    pub side: Side,
    /// What happened: a word id behind `moment-` above the line, behind `desk-event-` below.
    pub kind: String,
    /// Who did it.
    pub actor: ActorName,
    /// What was written.
    pub text: Option<String>,
    /// The file that came with it.
    pub file: Option<Attachment>,
    /// Whom or what it concerns besides.
    pub to: Option<LoggedTo>,
    /// Whether it was written by another back office and is still to be published or left.
    pub to_publish: bool,
}

/// Whom or what an event concerns besides the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoggedTo {
    /// A department of a unit.
    Department(Text, Text),
    /// A colleague, by name.
    Person(String),
    /// Another case.
    Case(Reference),
}
