//! What a customer sees of a case. By design nothing here can hold a department, an internal
//! clock, a priority or an internal note: everything comes from above the line of visibility.

use super::{attachment::Attachment, reference::Reference};
use serde::{Deserialize, Serialize};

/// What a customer wants, as far as the face tells kinds apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A question or a wish.
    Enquiry,
    /// A complaint.
    Complaint,
    /// Something does not work.
    Fault,
    /// Making up for a bad experience.
    Recovery,
}

impl Kind {
    /// The word in tables, metrics and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Complaint => "complaint",
            Self::Fault => "fault",
            Self::Recovery => "recovery",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Enquiry, Self::Complaint, Self::Fault, Self::Recovery]
            .into_iter()
            .find(|kind| kind.name() == name)
    }
}

/// Where a case stands, in the customer's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// We have it.
    Received,
    /// Somebody works on it.
    Working,
    /// We wait for the customer.
    Waiting,
    /// We think it is done; the customer has not said so yet.
    Done,
    /// The customer or the rule ended it.
    Closed,
}

impl State {
    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Working => "working",
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Closed => "closed",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [
            Self::Received,
            Self::Working,
            Self::Waiting,
            Self::Done,
            Self::Closed,
        ]
        .into_iter()
        .find(|state| state.name() == name)
    }
}

/// What was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Answered by or fixed by.
    pub kind: PromiseKind,
    /// Until when, in microseconds since 1970 UTC.
    pub due_at: i64,
    /// When it was given.
    pub made_at: i64,
    /// Why it was given or changed: a word id for the first, free text from staff later.
    pub reason: String,
}

/// What a promise is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PromiseKind {
    /// The customer hears from us.
    Answer,
    /// It works again.
    Fix,
}

impl PromiseKind {
    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Fix => "fix",
        }
    }
}

/// One entry of the customer's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// What happened.
    pub what: Happening,
    /// What was written, if anything.
    pub text: Option<String>,
    /// The file that came with it.
    pub file: Option<Attachment>,
}

/// What can happen above the line of visibility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Happening {
    /// The case was received.
    Received,
    /// Somebody works on it now.
    Accepted,
    /// The customer wrote.
    Message,
    /// We wrote.
    Reply,
    /// A promise was changed.
    PromiseChanged,
    /// We think it is done.
    Done,
    /// The case will be closed soon if nobody objects.
    ClosingSoon,
    /// The customer said it is fixed.
    Confirmed,
    /// Nobody objected in time.
    ClosedByRule,
    /// The customer said it is not fixed.
    Reopened,
    /// It goes on under the reference of another case of theirs.
    Merged,
    /// There is news of the incident that the case belongs to.
    IncidentNews,
    /// The secret link is another one.
    LinkRenewed,
    /// We cannot go on for now; why is told.
    Paused,
    /// We go on.
    WentOn,
}

impl Happening {
    const ALL: [Self; 15] = [
        Self::Received,
        Self::Accepted,
        Self::Message,
        Self::Reply,
        Self::PromiseChanged,
        Self::Done,
        Self::ClosingSoon,
        Self::Confirmed,
        Self::ClosedByRule,
        Self::Reopened,
        Self::Merged,
        Self::IncidentNews,
        Self::LinkRenewed,
        Self::Paused,
        Self::WentOn,
    ];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Accepted => "accepted",
            Self::Message => "message",
            Self::Reply => "reply",
            Self::PromiseChanged => "promise-changed",
            Self::Done => "done",
            Self::ClosingSoon => "closing-soon",
            Self::Confirmed => "confirmed",
            Self::ClosedByRule => "closed-by-rule",
            Self::Reopened => "reopened",
            Self::Merged => "merged",
            Self::IncidentNews => "incident-news",
            Self::LinkRenewed => "link-renewed",
            Self::Paused => "paused",
            Self::WentOn => "went-on",
        }
    }

    /// Reads the word back; a word from below the line is none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|happening| happening.name() == name)
    }
}

/// State and promise: what reference and contact together show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The public number.
    pub reference: Reference,
    /// What is wanted.
    pub kind: Kind,
    /// Where it stands.
    pub state: State,
    /// What holds now, if the case is open.
    pub promise: Option<Promise>,
}

/// Everything above the line: what the secret link shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseView {
    /// State and promise.
    pub standing: Standing,
    /// What it is about, as catalogue codes.
    pub about: About,
    /// What was sent, label by label.
    pub sent: Vec<Sent>,
    /// What happened, oldest first.
    pub moments: Vec<Moment>,
    /// Every promise that was given, oldest first.
    pub promises: Vec<Promise>,
    /// The secret link's path. Shown, never logged.
    pub secret_path: String,
    /// How often the customer said "still not fixed".
    pub reopened: u32,
}

/// What a case is about, as catalogue codes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The product, if the case has one.
    pub product: Option<String>,
    /// The topic of an enquiry or complaint.
    pub topic: Option<String>,
    /// The symptom of a fault.
    pub symptom: Option<String>,
    /// The district.
    pub place: Option<String>,
}

/// One thing that was sent, for reading again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// A word id (`sent-details`) or, for a catalogue question, `q-<code>`.
    pub label: String,
    /// What the customer said; for a choice its code.
    pub said: String,
}
