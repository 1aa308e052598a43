//! One department asks another for help, without a customer's case. The same rules hold as between a
//! customer and the house: an owner, a clock, an answer, a rating. A customer never hears of it.

use super::{Department, Score, TextFault};
use crate::{
    case::{language::Text, reference::Reference},
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;

pub mod api;

/// How far a request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequestState {
    /// Nobody has taken it.
    Asked,
    /// Somebody helps.
    Taken,
    /// It was not taken; whoever asked asks somebody else, or lets it be.
    Declined,
    /// There is an answer.
    Answered,
    /// It is not needed any more.
    Withdrawn,
}

impl RequestState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Asked,
        Self::Taken,
        Self::Declined,
        Self::Answered,
        Self::Withdrawn,
    ];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Taken => "taken",
            Self::Declined => "declined",
            Self::Answered => "answered",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A request in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// Its number.
    pub number: Reference,
    /// What it is about.
    pub title: String,
    /// Who asks: department and unit.
    pub from: (Text, Text),
    /// Who is asked: department and unit.
    pub to: (Text, Text),
    /// How far it is.
    pub state: RequestState,
    /// What comes next: to be taken by, or to be answered by.
    pub due_at: i64,
}

/// The requests of whoever looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requests {
    /// When this was looked up.
    pub now: i64,
    /// What their department is asked, what is due first on top.
    pub of_us: Vec<RequestRow>,
    /// What their department asks, the latest first.
    pub by_us: Vec<RequestRow>,
    /// Who can be asked.
    pub departments: Vec<Department>,
    /// What was typed for a new one and could not be taken.
    pub unsent: Option<UnsentRequest>,
}

/// What was typed and could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsentRequest {
    /// The act it was typed for.
    pub act: String,
    /// As it was typed.
    pub sheet: Sheet,
    /// What is wrong with it, by field.
    pub faults: Vec<(String, TextFault)>,
}

/// Something that was said or done about a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestEvent {
    /// When.
    pub at: i64,
    /// By whom.
    pub who: String,
    /// What: a word id behind `request-event-`.
    pub kind: String,
    /// What was written.
    pub text: Option<String>,
}

/// What whoever looks can do with a request now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RequestWay {
    /// Take it.
    Take,
    /// Say no to it.
    Decline,
    /// Answer it.
    Answer,
    /// Say something about it.
    Say,
    /// Ask somebody else, after a no.
    AskAnew,
    /// Let it be.
    Withdraw,
    /// Rate the answer.
    Rate,
}

/// A request, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// When this was looked up.
    pub now: i64,
    /// What a list says of it.
    pub row: RequestRow,
    /// Who asks, by name.
    pub owner: String,
    /// Who helps, by name.
    pub helper: Option<String>,
    /// What happened, oldest first.
    pub log: Vec<RequestEvent>,
    /// How often it was declined.
    pub bounces: u32,
    /// How good the answer was.
    pub score: Option<Score>,
    /// What whoever looks can do.
    pub ways: Vec<RequestWay>,
    /// Who can be asked.
    pub departments: Vec<Department>,
    /// What was typed and could not be taken.
    pub unsent: Option<UnsentRequest>,
}

/// Something done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestAct {
    /// Takes it.
    Take,
    /// Says no, and why.
    Decline,
    /// Answers.
    Answer,
    /// Says something.
    Say,
    /// Asks another department.
    AskAnew,
    /// Lets it be.
    Withdraw,
    /// Rates the answer.
    Rate,
}

impl RequestAct {
    /// The word in forms and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::Decline => "decline",
            Self::Answer => "answer",
            Self::Say => "say",
            Self::AskAnew => "ask-anew",
            Self::Withdraw => "withdraw",
            Self::Rate => "rate",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Take,
            Self::Decline,
            Self::Answer,
            Self::Say,
            Self::AskAnew,
            Self::Withdraw,
            Self::Rate,
        ]
        .into_iter()
        .find(|act| act.name() == name)
    }
}

/// What became of asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedFor {
    /// It is asked, now or since the same was sent before.
    Done(Reference),
    /// What was typed cannot be taken; it is kept.
    Mend,
}

/// The requests' part of the hatch. What is neither of nor by somebody's department is not there.
#[async_trait]
pub trait RequestOffice: Send + Sync {
    /// The requests of whoever asks.
    async fn requests(&self, staff: &Token) -> Result<Requests, Refusal>;
    /// One request.
    async fn request(&self, staff: &Token, number: Reference) -> Result<Request, Refusal>;
    /// Asks a department for help.
    async fn ask(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<AskedFor, Refusal>;
    /// Does something to a request. The same key twice is one act.
    async fn do_to_request(
        &self,
        staff: &Token,
        number: Reference,
        key: &str,
        act: RequestAct,
        typed: &Sheet,
    ) -> Result<super::Acted, Refusal>;
}
