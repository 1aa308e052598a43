//! What a look asks of the back office.

use crate::{
    case::view::Standing,
    hatch::{Refusal, Token},
    tracking::Look,
};
use async_trait::async_trait;

/// Looks from a kiosk.
#[async_trait]
pub trait LookOffice: Send + Sync {
    /// Where a case stands, for who knows reference and contact. A case that is not there and a
    /// contact that is not its own are "not found" alike; `from` is limited as on a phone.
    async fn look(&self, device: &Token, look: Look, from: &str) -> Result<Standing, Refusal>;
}
