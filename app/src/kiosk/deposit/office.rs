//! What kiosks ask of the back office about deposits.

use super::{Block, Deposit};
use crate::{
    case::{language::Lang, reference::Reference, view::Promise},
    fault::KnownIncident,
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

/// The deposits' part of the hatch. Every verb finds out for itself which device asks.
#[async_trait]
pub trait DepositOffice: Send + Sync {
    /// What to seal to, and as many references as are wanted, as far as a device may hold them.
    async fn reserve(&self, device: &Token, wanted: u32) -> Result<Block, Refusal>;
    /// Keeps a deposit. The same again is the same; durable when this returns.
    async fn deposit(&self, device: &Token, deposit: Deposit) -> Result<Settled, Refusal>;
    /// What is known to be wrong with a product at a place now.
    async fn known_here(
        &self,
        device: &Token,
        lang: Lang,
        product: &str,
        place: &str,
    ) -> Result<Vec<KnownIncident>, Refusal>;
}

/// What became of a deposit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// A case.
    Case {
        /// The public number.
        reference: Reference,
        /// The path of the secret link that was given with it.
        secret_path: String,
        /// What is promised, while the case is open.
        promise: Option<Promise>,
        /// The customer's language.
        lang: Lang,
        /// Whether this very deposit came before.
        again: bool,
    },
    /// It was counted; there is no case.
    Counted,
    /// Nobody can read it yet: it was kept for somebody to look at.
    SetAside,
}
