//! One thing that waits, as it lies on the disk. A later build reads what an earlier one left.

use super::{super::json, memory::Trouble};
use crate::kiosk::{
    deposit::{Deposit, Deposited, Spot},
    seal::{Header, SealKey},
};
use serde::{Deserialize, Serialize};

/// See the module.
#[derive(Clone, Serialize, Deserialize)]
pub struct Entry {
    /// The journey's key: it tells nothing of anybody, and by it a page knows its own.
    pub key: String,
    /// What is sent.
    pub body: Deposit,
}

impl Entry {
    /// Seals what a customer said, at the time the device thinks it is.
    pub fn seal(
        key: &SealKey,
        said: &Deposited,
        spot: Option<&Spot>,
        pressed_at: i64,
        offset: i64,
    ) -> Result<Self, Trouble> {
        let header = Header {
            key_id: key.id,
            reference: spot.map(|spot| spot.reference),
            pressed_at,
            offset,
        };
        let text = json::write(said).ok_or(Trouble::Broken)?;
        let sealed = key
            .seal(&header, text.as_bytes())
            .map_err(|_| Trouble::Broken)?;
        Ok(Self {
            key: said.key.clone(),
            body: Deposit { header, sealed },
        })
    }

    /// For the disk.
    pub fn text(&self) -> Result<String, Trouble> {
        json::write(self).ok_or(Trouble::Broken)
    }

    /// From the disk.
    pub fn read(text: &str) -> Option<Self> {
        json::read(text)
    }
}
