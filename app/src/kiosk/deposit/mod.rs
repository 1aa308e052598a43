//! What a kiosk deposits: a journey that was walked in its page, sealed there, and sent now or when
//! the network is back. Online or not it goes this one way.
//!
//! How it is kept on the device is the browser's business; what becomes of it is the back office's.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
mod telling;
#[cfg(feature = "ssr")]
pub use office::{DepositOffice, Settled};
pub mod pace;

use super::seal::Header;
use crate::{
    case::{language::Lang, reference::Reference},
    journey::Sheet,
};
use serde::{Deserialize, Serialize};

/// What goes over the wire, and lies in the device's queue until it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// What may be known without opening it.
    pub header: Header,
    /// A [`Deposited`], sealed.
    pub sealed: String,
}

/// What is sealed: all that a customer said.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposited {
    /// The journey's key: 26 characters, as a form's.
    pub key: String,
    /// The customer's language.
    pub lang: Lang,
    /// What they want.
    pub matter: Matter,
    /// What was typed, as it was typed.
    pub sheet: Sheet,
}

/// What a journey at a kiosk ends with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// An enquiry or a complaint.
    Enquiry,
    /// A fault.
    Fault,
    /// The survey that anybody can walk up to.
    Survey,
    /// "I have it too."
    Joined {
        /// The incident.
        incident: String,
    },
    /// A self-check helped.
    Helped {
        /// The self-check.
        check: String,
    },
}

impl Matter {
    /// Whether there is to be a case, which needs a reference.
    pub const fn is_case(&self) -> bool {
        matches!(self, Self::Enquiry | Self::Fault)
    }
}

/// A reference that a device holds for when it has no network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spot {
    /// The public number.
    pub reference: Reference,
    /// The address of the secret link of the case that it will be.
    pub link: String,
}

/// What a device is given to work with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What to seal to from now on.
    pub key: super::seal::SealKey,
    /// What time it is, in microseconds.
    pub now: i64,
    /// The references.
    pub spots: Vec<Spot>,
}

/// What became of a deposit. All of these are durable: the device may forget it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A case.
    Case(Slip),
    /// It was counted; there is no case.
    Counted,
    /// Nobody can read it yet: it was kept for somebody to look at.
    SetAside,
}

/// What the customer is told of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slip {
    /// The public number: the one that was reserved, but for a mishap.
    pub reference: Reference,
    /// The address of the secret link.
    pub link: String,
    /// What is promised.
    pub promise: Option<Told>,
    /// Whether this very deposit came before.
    pub again: bool,
}

/// Something that is known to be wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Its key.
    pub id: String,
    /// What it is, in the customer's language.
    pub title: String,
    /// What is being done.
    pub text: String,
    /// When it is expected to be over, in microseconds since 1970 UTC.
    pub expected_at: Option<i64>,
    /// The same in a sentence.
    pub expected: Option<Told>,
}

/// An instant in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// For machines.
    pub datetime: String,
    /// For people, in the customer's language.
    pub sentence: String,
}

/// At most so many deposits are sent in one call.
pub const BATCH: usize = 20;
/// At most so many references are given in one call.
pub const BLOCK: u32 = 100;

impl std::fmt::Debug for Deposited {
    /// Nothing a customer said is printed.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Deposited({:?}, …)", self.matter)
    }
}
