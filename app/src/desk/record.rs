//! What reached the operator by phone, by letter, through the regulator or across a counter, recorded
//! by staff as a case of that channel, so that no figure is half. Whoever records it owns it.

use super::TextFault;
use crate::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    journey::{FaultCode, Sheet},
};
use async_trait::async_trait;

/// Where a recorded case came in.
pub const CHANNELS: [&str; 4] = ["phone", "letter", "regulator", "counter"];

/// Who a customer has proved to be, the most careful first.
pub const TIERS: [&str; 4] = ["individual", "family", "enterprise", "key"];

/// The fields of the form, in its order.
pub const FIELDS: [&str; 9] = [
    "channel", "lang", "tier", "subject", "place", "details", "contact", "line", "address",
];

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// Nothing that can be chosen was chosen.
    Choose,
    /// The text cannot be taken.
    Text(TextFault),
    /// Neither a phone number nor an e-mail address.
    Contact(FaultCode),
}

/// What was typed and could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsentRecord {
    /// As it was typed.
    pub sheet: Sheet,
    /// What is wrong with it by field, in the order of the form.
    pub faults: Vec<(&'static str, RecordFault)>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// It is a case, now or since the same was sent before.
    Done(Reference),
    /// What was typed cannot be taken; it is kept.
    Mend,
}

/// Recording's part of the hatch.
#[async_trait]
pub trait RecordOffice: Send + Sync {
    /// What was typed before and could not be taken.
    async fn unsent_record(&self, staff: &Token) -> Result<Option<UnsentRecord>, Refusal>;
    /// Makes a case of what was typed. The same key twice is one case.
    async fn record(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Recorded, Refusal>;
}
