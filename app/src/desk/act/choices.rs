//! What is chosen in an act: a department, what a case is about, how good something was. Each has a
//! word in forms, and is read back from it.

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
