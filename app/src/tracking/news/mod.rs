//! What a customer was told outside this house, and the say they have in it: by what we write to
//! them, whether at all. Addresses come masked; a page may be seen over a shoulder.

pub mod api;
pub mod pages;

use crate::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    journey::Reach,
};
use async_trait::async_trait;

/// A contact, as far as a page may show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Such as `m•••@…`.
    pub masked: String,
    /// Its owner wants no notices.
    pub stopped: bool,
    /// Nothing arrives there.
    pub unreachable: bool,
}

/// One thing that was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What; a word.
    pub kind: String,
    /// How far it is.
    pub state: ToldState,
    /// Where to, masked.
    pub masked: String,
    /// When.
    pub at: i64,
}

/// How far a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldState {
    /// On its way.
    Waiting,
    /// Sent.
    Sent,
    /// It could not be sent.
    Failed,
    /// Kept back, as there was much on one day.
    Held,
    /// Not sent, because it was not wanted or told in another way.
    Suppressed,
}

impl ToldState {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Sent,
        Self::Failed,
        Self::Held,
        Self::Suppressed,
    ];

    /// The word in tables and word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Held => "held",
            Self::Suppressed => "suppressed",
        }
    }

    /// Reads the word back.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What the case page shows of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// By what we write now, if anything was given.
    pub contact: Option<Reached>,
    /// What was told, oldest first.
    pub told: Vec<Told>,
}

/// The say a customer has in what they are told. For whoever may see all of a case.
#[async_trait]
pub trait NewsOffice: Send + Sync {
    /// What was told, and where to.
    async fn news(&self, visitor: &Token, reference: Reference) -> Result<News, Refusal>;
    /// No notices any more. Twice is once.
    async fn stop(&self, visitor: &Token, reference: Reference) -> Result<(), Refusal>;
    /// Notices again, from now on.
    async fn resume(&self, visitor: &Token, reference: Reference) -> Result<(), Refusal>;
    /// Another phone number or address from now on.
    async fn change(
        &self,
        visitor: &Token,
        reference: Reference,
        reach: Reach,
    ) -> Result<(), Refusal>;
}
