//! What staff can do to a case. What each act means for the case is the back office's business;
//! here it only has a name, what was typed for it, and the part or event it is about.

use crate::journey::Sheet;

/// A department of a unit, by their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receiver {
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
}

impl Receiver {
    /// Reads `unit.department`, as a form sends it.
    pub fn read(text: &str) -> Option<Self> {
        let (unit, department) = text.split_once('.')?;
        Some(Self {
            unit: unit.to_owned(),
            department: department.to_owned(),
        })
    }

    /// The same, to be sent; of nobody, nothing.
    pub fn code(&self) -> String {
        match self.unit.is_empty() {
            true => String::new(),
            false => format!("{}.{}", self.unit, self.department),
        }
    }
}

/// What a case is about, as staff see it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A question or a complaint about a topic.
    Topic(String),
    /// A fault: product and symptom.
    Symptom(String, String),
}

impl Subject {
    /// Reads `topic` or `product.symptom`, as a form sends it.
    pub fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return None;
        }
        Some(match text.split_once('.') {
            Some((product, symptom)) => Self::Symptom(product.to_owned(), symptom.to_owned()),
            None => Self::Topic(text.to_owned()),
        })
    }

    /// The same, to be sent.
    pub fn code(&self) -> String {
        match self {
            Self::Topic(topic) => topic.clone(),
            Self::Symptom(product, symptom) => format!("{product}.{symptom}"),
        }
    }
}

/// How good the work was that somebody was handed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Score {
    /// It had to be done again; why must be said.
    Poor,
    /// It could be worked with.
    Usable,
    /// Nothing was missing.
    Good,
}

impl Score {
    /// The best first, as buttons.
    pub const ALL: [Self; 3] = [Self::Good, Self::Usable, Self::Poor];

    /// The word in forms and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Usable => "usable",
            Self::Poor => "poor",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.name() == name)
    }

    /// The number in tables and figures: 3 is good, 1 poor.
    pub const fn number(self) -> i64 {
        match self {
            Self::Good => 3,
            Self::Usable => 2,
            Self::Poor => 1,
        }
    }

    /// Reads the number back.
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|score| score.number() == number)
    }
}

/// What the owner found when they looked at the finished work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Everything on the list holds.
    Good,
    /// Something does not; what, must be said.
    Lacking,
}

impl Found {
    /// The word in forms, events and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Lacking => "lacking",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Good, Self::Lacking]
            .into_iter()
            .find(|found| found.name() == name)
    }
}

/// How two cases belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Each goes on; each shows the other.
    Link,
    /// This one ends, and goes on under the other's reference.
    Merge,
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

impl Join {
    /// The word in forms and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Merge => "merge",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Link, Self::Merge]
            .into_iter()
            .find(|how| how.name() == name)
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
    /// Something happened to the case that whoever asks has not seen. What was typed is kept.
    Changed,
}
