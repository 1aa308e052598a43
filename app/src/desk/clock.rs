//! The clock of a case as the desk shows it: whose each stretch of the customer's waiting was, what
//! can be done about it, who has to hear of it, and what was ordered. None of it is ever shown to a
//! customer.

use super::{Acted, TextFault};
use crate::{
    case::{
        language::{Lang, Text},
        reference::Reference,
        view::{About, Kind, State},
    },
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

/// A part of the customer's wall time, held by exactly one. The parts of a case are in order and
/// sum to its whole time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockPart {
    /// Whose it was.
    pub holder: HeldBy,
    /// From when, in microseconds since 1970 UTC.
    pub from: i64,
    /// Until when; the next part begins at this instant.
    pub to: i64,
    /// How much of the whole that is, in thousandths. The shares of a case sum to 1000.
    pub share: u32,
}

/// Who held a part of the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeldBy {
    /// Whoever answers for the case.
    Owner,
    /// Whoever offered a part, until it was accepted.
    Offer {
        /// The part's number.
        leg: i64,
        /// To whom it was offered.
        department: Text,
    },
    /// A department with its part.
    Leg {
        /// The part's number.
        leg: i64,
        /// The department.
        department: Text,
    },
    /// The customer.
    Customer,
    /// Nobody: it was paused.
    Pause {
        /// The part that was paused; without it, all of the case.
        leg: Option<i64>,
        /// Why; nothing where only another back office knows.
        reason: Option<Text>,
    },
}

impl HeldBy {
    /// The word in word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Offer { .. } => "offer",
            Self::Leg { .. } => "leg",
            Self::Customer => "customer",
            Self::Pause { .. } => "pause",
        }
    }
}

/// What can be done about the clock of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClockAct {
    /// Pauses a part, for a reason of the catalogue.
    Pause {
        /// Its number.
        leg: i64,
        /// The reason's code.
        reason: String,
    },
    /// Goes on with a part that was paused.
    GoOn {
        /// Its number.
        leg: i64,
    },
    /// Promises the customer another time.
    Promise {
        /// The day and time, as typed.
        when: String,
        /// Why, for the customer.
        text: String,
    },
    /// Says that one knows what was raised.
    Acknowledge {
        /// The promise's number.
        promise: i64,
        /// The share of it that has passed.
        share: i64,
    },
    /// Answers for the case from now on, in the place of whoever did.
    Relieve {
        /// Why, for colleagues.
        text: String,
    },
    /// Tells a colleague to do something.
    Order {
        /// Who, by key.
        to: String,
        /// Until when, as typed.
        when: String,
        /// What.
        text: String,
    },
    /// Says that it is done.
    Obey {
        /// The order's key.
        order: String,
    },
}

impl ClockAct {
    /// The word in endpoints and word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Pause { .. } => "pause",
            Self::GoOn { .. } => "go-on",
            Self::Promise { .. } => "promise",
            Self::Acknowledge { .. } => "acknowledge",
            Self::Relieve { .. } => "relieve",
            Self::Order { .. } => "order",
            Self::Obey { .. } => "obey",
        }
    }

    /// What was typed for it: a day and time, and a text.
    pub fn typed(&self) -> (&str, &str) {
        match self {
            Self::Promise { when, text } | Self::Order { when, text, .. } => (when, text),
            Self::Relieve { text } => ("", text),
            Self::Pause { .. }
            | Self::GoOn { .. }
            | Self::Acknowledge { .. }
            | Self::Obey { .. } => ("", ""),
        }
    }
}

/// What of the clock of a case can be acted on, by whoever looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseClock {
    /// When this was looked up.
    pub now: i64,
    /// The language the customer reads.
    pub language: Lang,
    /// By whose wall clock times are typed, where that is not the operator's.
    pub zone: Option<String>,
    /// The parts that are at work or paused.
    pub legs: Vec<ClockLeg>,
    /// Why a part can be paused: code and name.
    pub reasons: Vec<(String, Text)>,
    /// Whether the customer can be promised another time by whoever looks.
    pub may_promise: bool,
    /// What was raised and waits for somebody.
    pub raised: Vec<Raised>,
    /// What is still to be carried out.
    pub orders: Vec<Order>,
    /// Whether whoever looks may answer for the case in the place of whoever does.
    pub may_relieve: bool,
    /// Whom whoever looks may tell to do something: key, and name with department.
    pub may_order: Vec<(String, String)>,
    /// What was typed here and could not be taken.
    pub typed: Option<ClockTyped>,
}

/// A part that is at work or paused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockLeg {
    /// Its number.
    pub seq: i64,
    /// The department.
    pub department: Text,
    /// Why it is paused, if it is.
    pub paused: Option<Text>,
    /// Whether whoever looks may pause it, or go on with it.
    pub may: bool,
}

/// What was typed and could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockTyped {
    /// The act's word.
    pub act: String,
    /// The day and time.
    pub when: String,
    /// The text.
    pub text: String,
    /// To whom.
    pub to: String,
    /// Whether the day and time do not lie ahead.
    pub when_fault: bool,
    /// What is wrong with the text.
    pub text_fault: Option<TextFault>,
}

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

/// What the desk asks of the back office about clocks and levels. A case or a unit one may not see
/// answers exactly like one that is not there.
#[async_trait]
pub trait ClockOffice: Send + Sync {
    /// What of a case's clock can be acted on.
    async fn of_case(&self, staff: &Token, reference: Reference) -> Result<CaseClock, Refusal>;
    /// Does something about it. The same key twice is one act.
    async fn act(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
        act: ClockAct,
    ) -> Result<Acted, Refusal>;
    /// What waits for whoever asks.
    async fn mine(&self, staff: &Token) -> Result<Mine, Refusal>;
    /// The units below whoever asks.
    async fn levels(&self, staff: &Token) -> Result<Levels, Refusal>;
    /// Some cases of one of them.
    async fn at_level(
        &self,
        staff: &Token,
        unit: &str,
        pick: Pick,
        page: u32,
    ) -> Result<LevelCases, Refusal>;
}
