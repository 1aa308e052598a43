//! The clock of a case as the desk shows it: whose each stretch of the customer's waiting was, what
//! can be done about it, who has to hear of it, and what was ordered. None of it is ever shown to a
//! customer.

use super::{Acted, TextFault};
use crate::{
    case::{
        language::{Lang, Text},
        reference::Reference,
    },
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

mod act;
mod levels;
mod time;
mod waiting;

pub use act::ClockAct;
pub use levels::{Level, LevelCase, LevelCases, Levels, Pick};
pub use time::{ClockPart, HeldBy, LegClock, LegHours};
pub use waiting::{Mine, Order, Raised, Rung};

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
