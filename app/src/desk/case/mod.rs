//! A case from the desk's side: all of it, above the line and below.

use super::{Absence, ClockPart};
use crate::{
    case::{
        language::{Lang, Text},
        reference::Reference,
        view::{About, Kind, Promise, Sent, State},
    },
    journey::Sheet,
};

mod leg;
mod log;

pub use leg::{Handed, Leg, LegState, LegWay, Offer, Rated};
pub use log::{ActorName, Logged, LoggedTo, Side};

/// The whole case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskCase {
    /// When this was looked up.
    pub now: i64,
    /// The public number.
    pub reference: Reference,
    /// What the customer wants.
    pub kind: Kind,
    /// What it is about.
    pub about: About,
    /// Where it stands, in the customer's terms.
    pub state: State,
    /// The customer's tier, as in tables and word ids.
    pub tier: String,
    /// Where it came in, as in tables and word ids.
    pub channel: String,
    /// The language the customer reads.
    pub language: Lang,
    /// When it came in.
    pub opened_at: i64,
    /// How often the customer said "still not fixed".
    pub reopened: u32,
    /// How to reach the customer, if they said so.
    pub contact: Option<String>,
    /// What the customer sent.
    pub sent: Vec<Sent>,
    /// Every promise, oldest first.
    pub promises: Vec<Promise>,
    /// Who answers for it: a colleague or, until one has taken it, a duty.
    pub owner: Owner,
    /// Whose each part of the customer's waiting was, in order.
    pub clock: Vec<ClockPart>,
    /// Until when the owner is away, and who stands in.
    pub away: Option<Absence>,
    /// Since when it needs a person, because its owner left.
    pub needs_person: Option<i64>,
    /// The departments' parts, in order.
    pub legs: Vec<Leg>,
    /// What happened on both sides, oldest first.
    pub log: Vec<Logged>,
    /// How often a part was declined.
    pub bounces: u32,
    /// Since when a coordinator must decide where it goes.
    pub undecided_since: Option<i64>,
    /// The case it was merged into.
    pub merged_into: Option<Reference>,
    /// Cases it is linked to.
    pub linked: Vec<Reference>,
    /// Somebody who is asked to answer for it from now on.
    pub handover: Option<Handover>,
    /// What whoever looks may do to the case as a whole.
    pub ways: Vec<Way>,
    /// Whether the customer can be written to.
    pub may_reply: bool,
    /// What whoever looks typed here and could not be taken.
    pub unsent: Option<Unsent>,
}

/// Who answers for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// A colleague, by name.
    Person(String),
    /// Whoever has this duty.
    Duty(Text),
}

/// Ownership on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who is asked.
    pub to: String,
    /// Why.
    pub reason: String,
    /// What whoever looks has to do with it.
    pub side: HandoverSide,
}

/// What somebody has to do with ownership on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandoverSide {
    /// They are asked.
    Asked,
    /// They can take the question back.
    Asking,
    /// Nothing.
    Looking,
}

/// What can be done to a case as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Answer for it.
    Own,
    /// Ask a colleague to answer for it.
    HandOver,
    /// Add a part.
    Add,
    /// Say what it is really about.
    Reclassify,
    /// Link it to another, or merge it.
    Join,
    /// Look at the finished work.
    Check,
}

impl Way {
    /// Every way, as they are offered.
    pub const ALL: [Self; 6] = [
        Self::Own,
        Self::Check,
        Self::Add,
        Self::HandOver,
        Self::Reclassify,
        Self::Join,
    ];

    /// The word in pages and word ids; the act's own.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::HandOver => "hand-over",
            Self::Add => "add",
            Self::Reclassify => "reclassify",
            Self::Join => "join",
            Self::Check => "check",
        }
    }
}

/// Why a text cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing was written.
    Empty,
    /// Nothing was chosen.
    Unchosen,
    /// More than so many characters.
    TooLong(u32),
    /// It names what no customer may read.
    InnerName(String),
}

/// What was typed and could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsent {
    /// The act's word.
    pub act: String,
    /// The number of the part or event, if it was about one.
    pub about: Option<i64>,
    /// What was typed, field by field.
    pub typed: Sheet,
    /// What is wrong with it, by field; nothing if somebody was only quicker.
    pub faults: Vec<(String, TextFault)>,
}
