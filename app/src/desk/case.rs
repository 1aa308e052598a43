//! A case from the desk's side: all of it, above the line and below.

use crate::case::{
    language::{Lang, Text},
    reference::Reference,
    view::{About, Kind, Promise, Sent, State},
};

/// How far a department's part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegState {
    /// It waits for another part, or is on its way to a back office.
    Planned,
    /// It is there and nobody has taken it.
    Queued,
    /// Somebody has taken it.
    Accepted,
    /// Somebody works on it.
    Working,
    /// It waits, with a reason.
    Paused,
    /// It is done.
    Done,
    /// It was not taken.
    Declined,
}

impl LegState {
    /// Every state, in the order they are passed through.
    pub const ALL: [Self; 7] = [
        Self::Planned,
        Self::Queued,
        Self::Accepted,
        Self::Working,
        Self::Paused,
        Self::Done,
        Self::Declined,
    ];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Queued => "queued",
            Self::Accepted => "accepted",
            Self::Working => "working",
            Self::Paused => "paused",
            Self::Done => "done",
            Self::Declined => "declined",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// One department's part of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Its number within the case.
    pub seq: i64,
    /// The unit that does it.
    pub unit: Text,
    /// The department that does it.
    pub department: Text,
    /// The back office it is worked in, unless that is this desk.
    pub elsewhere: Option<Text>,
    /// What that back office calls it.
    pub foreign_id: Option<String>,
    /// How far it is.
    pub state: LegState,
    /// Who has it.
    pub taken_by: Option<String>,
    /// Until when it is to be done.
    pub due_at: i64,
    /// Whether whoever looks may take it now.
    pub may_accept: bool,
    /// Whether whoever looks may mark it done now.
    pub may_finish: bool,
}

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
    /// Whether it was written by another back office and is still to be published or left.
    pub to_publish: bool,
}

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
    /// The departments' parts, in order.
    pub legs: Vec<Leg>,
    /// What happened on both sides, oldest first.
    pub log: Vec<Logged>,
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

/// Something done to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes a part.
    Accept {
        /// Its number.
        leg: i64,
    },
    /// Writes to the customer.
    Reply {
        /// What the customer reads.
        text: String,
        /// Whether the case waits for what they answer.
        asks: Asks,
    },
    /// Writes to colleagues.
    Note {
        /// What they read.
        text: String,
        /// Whether the other back offices at work on the case read it too.
        there: There,
    },
    /// Tells the customer what another back office wrote.
    Publish {
        /// The number of the event that holds what it wrote.
        event: i64,
        /// What the customer reads.
        text: String,
    },
    /// Marks a part as done.
    Finish {
        /// Its number.
        leg: i64,
        /// What the customer reads about it, if it was the last one and this is not empty.
        text: String,
    },
}

/// Who reads a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum There {
    /// Only this desk.
    No,
    /// The other back offices at work on the case too.
    Yes,
}

/// Whether what is written to the customer is a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// It only tells.
    No,
    /// The case waits for the answer.
    Yes,
}

impl Act {
    /// The word in endpoints, drafts and word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Reply { .. } => "reply",
            Self::Note { .. } => "note",
            Self::Publish { .. } => "publish",
            Self::Finish { .. } => "finish",
        }
    }

    /// What was typed for it.
    pub fn text(&self) -> &str {
        match self {
            Self::Accept { .. } => "",
            Self::Reply { text, .. }
            | Self::Note { text, .. }
            | Self::Publish { text, .. }
            | Self::Finish { text, .. } => text,
        }
    }

    /// The number of the part or event it is about, if it is about one.
    pub const fn about(&self) -> Option<i64> {
        match self {
            Self::Accept { leg } | Self::Finish { leg, .. } => Some(*leg),
            Self::Publish { event, .. } => Some(*event),
            Self::Reply { .. } | Self::Note { .. } => None,
        }
    }
}

/// What became of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acted {
    /// It is done, now or when the same was sent before.
    Done,
    /// What was typed cannot be taken; it is kept and shown again with the reason.
    Mend,
    /// Somebody was quicker: it cannot be done any more. What was typed is kept.
    TooLate,
}

/// Why a text cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing was written.
    Empty,
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
    /// What was typed.
    pub text: String,
    /// What is wrong with it; nothing if somebody was only quicker.
    pub fault: Option<TextFault>,
}
