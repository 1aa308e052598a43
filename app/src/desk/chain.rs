//! What can be chosen for the acts that move a case along the chain: who a part can go to, who can
//! answer for it, what is looked at before it is said to be done.

use crate::{
    case::{language::Text, reference::Reference},
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

/// A department of a unit that a part can go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// `unit.department`, as a form sends it.
    pub code: String,
    /// The unit.
    pub unit: Text,
    /// The department.
    pub department: Text,
    /// What it needs with a part that is passed to it.
    pub needs: Vec<Text>,
}

/// Somebody who can answer for a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// What they sign in with.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Their department.
    pub department: Text,
    /// Its unit.
    pub unit: Text,
    /// Both, as a form sends them.
    pub works_in: String,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// Where a part can go, the nearest unit first.
    pub departments: Vec<Department>,
    /// Who can answer for the case.
    pub colleagues: Vec<Colleague>,
    /// What the owner looks at before the customer is told that it is done.
    pub checks: Vec<Text>,
}

/// The chain's part of the hatch.
#[async_trait]
pub trait ChainOffice: Send + Sync {
    /// What can be chosen for a case that whoever asks may see.
    async fn chain(&self, staff: &Token, reference: Reference) -> Result<Chain, Refusal>;
}
