//! Following an incident without a case: a contact is told what is new until it is over, and asked
//! then whether it works again.

pub mod api;
pub mod pages;

use crate::{case::language::Lang, hatch::Refusal, journey::Reach};
use async_trait::async_trait;

/// What a follower's own page shows. Nothing in it is personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// What the incident is.
    pub title: String,
    /// Whether it was said to be over.
    pub over: bool,
    /// Whether they have said if it works again.
    pub answered: bool,
    /// Whether they want to hear nothing more.
    pub stopped: bool,
}

/// What a follower says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It works again.
    Works,
    /// It does not work.
    DoesNot,
    /// They want to hear nothing more.
    Enough,
}

impl Says {
    /// Reads a button's value.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "yes" => Some(Self::Works),
            "no" => Some(Self::DoesNot),
            "stop" => Some(Self::Enough),
            _ => None,
        }
    }
}

/// Following.
#[async_trait]
pub trait FollowOffice: Send + Sync {
    /// Tells a contact what is new about an incident from now on. Twice is once, and answers alike.
    async fn follow(
        &self,
        incident: &str,
        reach: Reach,
        lang: Lang,
        from: &str,
    ) -> Result<(), Refusal>;
    /// What a follower's link shows.
    async fn followed(&self, lang: Lang, secret: &str) -> Result<Followed, Refusal>;
    /// What a follower says.
    async fn say(&self, secret: &str, says: Says) -> Result<(), Refusal>;
}
