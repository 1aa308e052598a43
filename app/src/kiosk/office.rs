//! What a device asks of the back office. Every verb finds out for itself which kiosk asks; one that
//! was revoked, and one that never was paired, are answered alike.

use super::{Beat, BeatAnswer, Code, Setup, Versioned};
use crate::{
    case::language::Text,
    hatch::{Refusal, Token},
};
use async_trait::async_trait;

/// A paired kiosk, as those behind its endpoints need it.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// Its key.
    pub id: String,
    /// The shop it stands in, by code.
    pub shop: String,
    /// How it is set.
    pub setup: Versioned,
}

impl Paired {
    /// Its settings; what the program comes with, where this program cannot read them.
    pub fn settings(&self) -> Setup {
        self.setup.read().unwrap_or_default()
    }
}

/// How far the pairing of a device is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// It shows no code.
    Nothing,
    /// It shows this code, until then.
    Code(Code, i64),
    /// Its code has run out, or what it was claimed for has ended.
    Over,
    /// Somebody claimed it: the shop as customers call it, and what the kiosk is called.
    Claimed(Text, String),
}

/// The device's part of the hatch.
#[async_trait]
pub trait KioskOffice: Send + Sync {
    /// The kiosk that holds a credential, if there is one.
    async fn paired(&self, device: &Token) -> Result<Option<Paired>, Refusal>;
    /// Makes a code for a device, in place of the one it had. What comes back is the device's own
    /// secret until it is paired.
    async fn make_code(&self, from: &str, before: Option<&Token>) -> Result<Token, Refusal>;
    /// How far the pairing is.
    async fn asking(&self, pairing: &Token) -> Result<Asking, Refusal>;
    /// Gives the device its credential, once somebody has claimed it. Again, as long as it has not
    /// been used: the answer may have been lost.
    async fn collect(&self, pairing: &Token) -> Result<Option<Token>, Refusal>;
    /// Takes a heartbeat.
    async fn beat(&self, device: &Token, beat: Beat) -> Result<BeatAnswer, Refusal>;
}
