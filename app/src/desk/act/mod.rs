//! What staff can do to a case. What each act means for the case is the back office's business;
//! here it only has a name, what was typed for it, and the part or event it is about.

use crate::{
    case::attachment::{FileFault, Upload},
    journey::Sheet,
};

mod choices;

pub use choices::{Asks, Found, Join, Receiver, Score, Subject, There};

/// Something done to a case. `text` is what colleagues read about it, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes a part.
    Accept {
        /// Its number.
        leg: i64,
    },
    /// Does not take a part that is offered.
    Decline {
        /// Its number.
        leg: i64,
        /// Why.
        text: String,
    },
    /// Offers a part to another department.
    Pass {
        /// Its number.
        leg: i64,
        /// To whom.
        to: Receiver,
        /// What the receiver needs, in the order it asks.
        handed: Vec<String>,
        /// Why it goes there.
        text: String,
    },
    /// Takes an offer back.
    Withdraw {
        /// The number of the receiver's part.
        leg: i64,
    },
    /// Adds a part.
    Add {
        /// Who does it.
        to: Receiver,
        /// The part that must be done first, if any.
        after: Option<i64>,
        /// What is to be done.
        text: String,
    },
    /// Rates finished work that was handed over.
    Rate {
        /// The number of the part that was done.
        leg: i64,
        /// The number of the part that goes on with it.
        by: i64,
        /// How good it was.
        score: Score,
        /// Why, when it was poor.
        text: String,
    },
    /// Marks a part as done.
    Finish {
        /// Its number.
        leg: i64,
        /// What the customer reads about it, if it was the last one and this is not empty.
        text: String,
    },
    /// Answers for a case that nobody answers for.
    Own,
    /// Asks a colleague to answer for it.
    HandOver {
        /// The colleague's login.
        to: String,
        /// Why.
        text: String,
    },
    /// Says yes to that.
    TakeOver,
    /// Says no to that, or takes the question back.
    KeepOwner {
        /// Why.
        text: String,
    },
    /// Says what the case is really about.
    Reclassify {
        /// What it is about; nothing while nothing was chosen.
        subject: Option<Subject>,
        /// The district.
        place: Option<String>,
        /// Why.
        text: String,
    },
    /// Says that another case belongs to it.
    Join {
        /// How.
        how: Join,
        /// The other's reference, as typed.
        other: String,
        /// Why.
        text: String,
    },
    /// The owner's own look at the finished work.
    Check {
        /// What they found.
        found: Found,
        /// What is lacking.
        text: String,
    },
    /// Writes to the customer.
    Reply {
        /// What the customer reads.
        text: String,
        /// Whether the case waits for what they answer.
        asks: Asks,
        /// A file that the customer gets with it.
        file: Option<Upload>,
    },
    /// Writes to colleagues.
    Note {
        /// What they read.
        text: String,
        /// Whether the other back offices at work on the case read it too.
        there: There,
        /// A file for colleagues.
        file: Option<Upload>,
    },
    /// Tells the customer what another back office wrote.
    Publish {
        /// The number of the event that holds what it wrote.
        event: i64,
        /// What the customer reads.
        text: String,
    },
}

impl Act {
    /// The word in endpoints, pages, drafts and word ids.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Decline { .. } => "decline",
            Self::Pass { .. } => "pass",
            Self::Withdraw { .. } => "withdraw",
            Self::Add { .. } => "add",
            Self::Rate { .. } => "rate",
            Self::Finish { .. } => "finish",
            Self::Own => "own",
            Self::HandOver { .. } => "hand-over",
            Self::TakeOver => "take-over",
            Self::KeepOwner { .. } => "keep-owner",
            Self::Reclassify { .. } => "reclassify",
            Self::Join { .. } => "join",
            Self::Check { .. } => "check",
            Self::Reply { .. } => "reply",
            Self::Note { .. } => "note",
            Self::Publish { .. } => "publish",
        }
    }

    /// Everything that was typed or chosen for it, so that it can be shown again.
    pub fn typed(&self) -> Sheet {
        let mut pairs = vec![("text".to_owned(), self.text().to_owned())];
        let mut also = |field: &str, value: String| pairs.push((field.to_owned(), value));
        match self {
            Self::Pass { to, handed, .. } => {
                also("to", to.code());
                also("needs", handed.len().to_string());
                for (at, said) in handed.iter().enumerate() {
                    also(&format!("need-{at}"), said.clone());
                }
            }
            Self::Add { to, after, .. } => {
                also("to", to.code());
                also(
                    "after",
                    after.map(|seq| seq.to_string()).unwrap_or_default(),
                );
            }
            Self::Rate { score, by, .. } => {
                also("score", score.name().to_owned());
                also("by", by.to_string());
            }
            Self::HandOver { to, .. } => also("to", to.clone()),
            Self::Reclassify { subject, place, .. } => {
                also(
                    "subject",
                    subject.as_ref().map(Subject::code).unwrap_or_default(),
                );
                also("place", place.clone().unwrap_or_default());
            }
            Self::Join { how, other, .. } => {
                also("other", other.clone());
                also("act", how.name().to_owned());
            }
            Self::Check { found, .. } => also("found", found.name().to_owned()),
            _ => {}
        }
        Sheet::from_pairs(
            pairs
                .iter()
                .map(|(field, value)| (field.as_str(), value.as_str())),
        )
    }

    /// What was written for it.
    pub fn text(&self) -> &str {
        match self {
            Self::Accept { .. } | Self::Withdraw { .. } | Self::Own | Self::TakeOver => "",
            Self::Decline { text, .. }
            | Self::Pass { text, .. }
            | Self::Add { text, .. }
            | Self::Rate { text, .. }
            | Self::Finish { text, .. }
            | Self::HandOver { text, .. }
            | Self::KeepOwner { text }
            | Self::Reclassify { text, .. }
            | Self::Join { text, .. }
            | Self::Check { text, .. }
            | Self::Reply { text, .. }
            | Self::Note { text, .. }
            | Self::Publish { text, .. } => text,
        }
    }

    /// The file beside it.
    pub fn file(&self) -> Option<&Upload> {
        match self {
            Self::Reply { file, .. } | Self::Note { file, .. } => file.as_ref(),
            _ => None,
        }
    }

    /// The number of the part or event it is about, if it is about one.
    pub const fn about(&self) -> Option<i64> {
        match self {
            Self::Accept { leg }
            | Self::Decline { leg, .. }
            | Self::Pass { leg, .. }
            | Self::Withdraw { leg }
            | Self::Rate { leg, .. }
            | Self::Finish { leg, .. } => Some(*leg),
            Self::Publish { event, .. } => Some(*event),
            _ => None,
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
    /// The file beside it cannot be taken. What was typed is kept.
    Unfit(FileFault),
    /// Somebody was quicker: it cannot be done any more. What was typed is kept.
    TooLate,
    /// Something happened to the case that whoever asks has not seen. What was typed is kept.
    Changed,
}
