//! One department's part of a case: how far it is, how it came there, and what can be done with it.

use crate::{
    case::language::Text,
    desk::{LegClock, Score},
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
    /// How its own clock stands, once it is with its department.
    pub clock: Option<LegClock>,
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
