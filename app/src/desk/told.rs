//! What customers were told, from the desk's side, and the act that makes their link another one.

use super::Acted;
use crate::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    tracking::news::ToldState,
};
use async_trait::async_trait;

/// One notice, with what went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskTold {
    /// What it says; a word.
    pub kind: String,
    /// How far it is.
    pub state: ToldState,
    /// Why it was held or not sent; a word.
    pub reason: Option<String>,
    /// What a server or gateway said.
    pub trouble: Option<String>,
    /// Where to.
    pub to: String,
    /// When.
    pub at: i64,
    /// How often it was tried.
    pub attempts: u32,
}

/// What was told about a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskNews {
    /// Oldest first.
    pub list: Vec<DeskTold>,
    /// The customer wants no notices.
    pub stopped: bool,
    /// Nothing arrives at the contact.
    pub unreachable: bool,
}

/// The desk's part in telling customers.
#[async_trait]
pub trait TellingOffice: Send + Sync {
    /// What was told about a case.
    async fn told(&self, staff: &Token, reference: Reference) -> Result<DeskNews, Refusal>;
    /// Makes the case another secret link, tells it, and ends the one before with every look it
    /// gave. The same key twice is one.
    async fn renew_link(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
    ) -> Result<Acted, Refusal>;
}
