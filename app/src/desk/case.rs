//! A case from the desk's side: all of it, above the line and below.

use super::{Absence, ClockPart, act::Score};
use crate::{
    case::{
        language::{Lang, Text},
        reference::Reference,
        view::{About, Kind, Promise, Sent, State},
    },
    journey::Sheet,
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
    /// What it is called in its plan.
    pub name: Option<Text>,
    /// What is to be done, if a colleague said so.
    pub task: Option<String>,
    /// Whether it is out of play: passed on, declined or taken back.
    pub gone: bool,
    /// How it was passed here, if it was.
    pub offer: Option<Offer>,
    /// To whom it is offered now: department and unit.
    pub offered_to: Option<(Text, Text)>,
    /// Finished work it goes on with and that is to be rated.
    pub to_rate: Vec<Rated>,
    /// What the departments that went on with it thought of it.
    pub ratings: Vec<(Score, Option<String>)>,
    /// What whoever looks may do with it now.
    pub ways: Vec<LegWay>,
}

impl Leg {
    /// Whether whoever looks may do something with it now.
    pub fn may(&self, way: LegWay) -> bool {
        self.ways.contains(&way)
    }
}

/// What can be done with a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LegWay {
    /// Take it.
    Accept,
    /// Say no to it.
    Decline,
    /// Mark it done.
    Finish,
    /// Offer it to another department.
    Pass,
    /// Take the offer back that it came from.
    Withdraw,
}

/// How a part was passed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The department that gave it.
    pub department: Text,
    /// Its unit.
    pub unit: Text,
    /// Why it goes here.
    pub reason: String,
    /// What was needed and given.
    pub handed: Vec<Handed>,
    /// Until when it is to be answered; nothing once it was.
    pub answer_by: Option<i64>,
    /// Whether a coordinator decided it.
    pub decided: bool,
}

/// Something that was handed over with a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// What the receiver needs.
    pub need: Text,
    /// What it was given.
    pub said: String,
}

/// Finished work to be rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The number of the part.
    pub seq: i64,
    /// Who did it.
    pub department: Text,
    /// In which unit.
    pub unit: Text,
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
