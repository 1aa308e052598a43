//! What moving asks of the back office.

use super::{Answer, Offered, Stands};
use crate::{
    case::language::Lang,
    hatch::{Refusal, Token},
    journey::{Draft, Room},
};
use async_trait::async_trait;

/// What is to become of an unfinished journey that the phone has in the same room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// It is asked about.
    Ask,
    /// It makes room: the customer has said so.
    Replace,
}

/// What a claim comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// The journey is this visitor's now.
    Taken(Taken),
    /// The phone has an unfinished one of its own in this room; nothing was changed.
    Asks(Room),
}

/// A journey that a phone has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Whose it is now.
    pub visitor: Token,
    /// The room.
    pub room: Room,
    /// What was typed.
    pub draft: Draft,
    /// The step at which it stood.
    pub step: String,
    /// The language in which it was walked.
    pub lang: Lang,
}

/// Moving.
#[async_trait]
pub trait MovingOffice: Send + Sync {
    /// Offers a kiosk's journey under a new code. The codes before are good a little longer.
    async fn offer(&self, device: &Token, offered: Offered) -> Result<Answer, Refusal>;
    /// How the offer of a kiosk's journey stands.
    async fn stands(&self, device: &Token, key: &str) -> Result<Stands, Refusal>;
    /// Takes the journey behind a code: once, whichever of its codes it is. What is unknown, over
    /// or taken answers alike.
    async fn claim(
        &self,
        visitor: Option<&Token>,
        code: &str,
        own: Own,
        from: &str,
    ) -> Result<Claim, Refusal>;
}
