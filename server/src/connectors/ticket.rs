//! What a back office is told: the nouns that the office writes into the outbox as JSON and the
//! carrier hands to a connector. Not what one system calls them: that is each connector's own.
//!
//! A back office gets what it needs to do its part and nothing more. So there is no field here for
//! a customer's name, telephone number or e-mail address, and none may be added: who must speak
//! with the customer asks the owner of the case. The line and the place are the thing to be mended.

use super::lifecycle::Status;
use serde::{Deserialize, Serialize};

/// What the customer wants, as in `cases.kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A question.
    Enquiry,
    /// A question about how we behaved.
    Complaint,
    /// Something does not work.
    Fault,
    /// A bad answer to a survey.
    Recovery,
}

/// How much of what the customer has is out of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// All of it, or a key account's.
    Critical,
    /// A good part of it.
    Major,
    /// It works, or nothing is broken.
    Minor,
}

/// One leg of a case, to be opened at a back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// The public reference of the case.
    pub reference: String,
    /// Which leg of the case this is (`legs.seq`, from 1): one case may reach the same system twice.
    pub part: i64,
    /// One line.
    pub title: String,
    /// What the customer said and what was found out, without how to reach them.
    pub description: String,
    /// What the customer wants.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Severity,
    /// Where it came in, as in `cases.channel`.
    pub channel: String,
    /// When the case was opened.
    pub opened_at: i64,
    /// What the customer was promised, if this leg has to do with a promise.
    #[serde(default)]
    pub promised_by: Option<i64>,
    /// The number or account of the line in question.
    #[serde(default)]
    pub line: Option<String>,
    /// The code of the place in question.
    #[serde(default)]
    pub place: Option<String>,
    /// How often this leg was opened there before, and each time came to an end.
    #[serde(default)]
    pub again: u32,
    /// What the back office called the one before.
    #[serde(default)]
    pub earlier: Option<String>,
}

impl Ticket {
    /// Our name for it at the back office: the reference, from the second leg on its number, and
    /// from the second opening on the number of that.
    pub fn our_reference(&self) -> String {
        let (reference, part) = (&self.reference, self.part.max(1));
        match (part, self.again) {
            (1, 0) => reference.clone(),
            (part, 0) => format!("{reference}-{part}"),
            (part, again) => format!("{reference}-{part}.{}", again + 1),
        }
    }

    /// The same once more, because the one before is over.
    pub fn anew(self, earlier: Option<String>) -> Self {
        Self {
            again: self.again + 1,
            earlier,
            ..self
        }
    }

    /// A mark at the end of the description, so that people there can name the case to us, and so
    /// that we find it again where the field made for that is dropped.
    pub fn mark(our_reference: &str) -> String {
        format!("[Onefront {our_reference}]")
    }

    /// The description with the mark.
    pub fn marked_description(&self) -> String {
        format!(
            "{}\n\n{}",
            self.description.trim_end(),
            Self::mark(&self.our_reference())
        )
    }
}

/// Something more about a leg that is open at a back office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What is said.
    pub text: String,
    /// When it was said.
    pub at: i64,
}

impl Note {
    /// What stands behind the text of something that came with a file. The file stays here: who
    /// works there asks the owner of the case for it.
    const WITH_FILE: &str = "[with a file]";

    /// The same, as something that came with a file.
    #[must_use]
    pub fn with_file(self) -> Self {
        let text = format!("{}\n\n{}", self.text, Self::WITH_FILE);
        Self {
            text: text.trim_start().to_owned(),
            ..self
        }
    }
}

/// A leg at a back office shall be in another state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateChange {
    /// The state it shall come to.
    pub to: Status,
    /// Why, in a few words.
    pub reason: String,
}
