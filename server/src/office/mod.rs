//! The back office behind the door: the one implementation of `app::hatch`, one file a room.
//! It decides; keeping is the store's, carrying the outbox's. Nothing here waits for another system.

use crate::{
    catalogue::{House, Shelf},
    keys::{Keys, Purpose, SecretLink},
    outbox::{Carrier, Clock},
    store::Store,
};
use app::hatch::{Hatch, Refusal, Token};
use data_encoding::BASE32_NOPAD;
use jiff::Timestamp;
use std::sync::Arc;
use uuid::Uuid;

mod account;
mod attachments;
mod clocks;
mod desk;
mod drafts;
mod enquiry;
mod fault;
mod incidents;
mod kiosk;
pub mod legs;
mod news;
pub mod opening;
pub(crate) mod passing;
mod staff;
mod status;
mod survey;
pub mod sweep;
mod taps;
mod tracking;
mod view;

pub use account::{Provider, ProviderSettings};
pub use clocks::Looked;
pub(crate) use clocks::stretches;
pub use desk::{Entrance, Rules, reindex};
pub use staff::command::Asked as StaffAsked;

/// Everything the rooms behind the door share. Cheap to clone.
#[derive(Clone)]
pub struct Office {
    /// What must last.
    pub store: Store,
    /// The catalogue, and the last good one when an edited one is wrong.
    pub shelf: Arc<Shelf>,
    /// Secret keys.
    pub keys: Arc<Keys>,
    /// Told when there is something new to carry.
    pub carrier: Carrier,
    /// Where staff come in.
    pub entrance: Entrance,
    /// What time it is.
    pub clock: Clock,
    /// Where this house is reached from outside.
    pub public_url: Arc<str>,
}

impl Office {
    /// The door, with the catalogue as it is now.
    pub fn hatch(&self) -> Hatch {
        let rooms = Arc::new(self.clone());
        Hatch {
            catalogue: self.shelf.current().front.clone(),
            public_url: self.public_url.clone(),
            drafts: rooms.clone(),
            enquiry: rooms.clone(),
            fault: rooms.clone(),
            survey: rooms.clone(),
            tracking: rooms.clone(),
            news: rooms.clone(),
            status: rooms.clone(),
            following: rooms.clone(),
            incidents: rooms.clone(),
            telling: rooms.clone(),
            workbench: rooms.clone(),
            desk: rooms.clone(),
            clock: rooms.clone(),
            chain: rooms.clone(),
            account: rooms.clone(),
            staff: rooms.clone(),
            requests: rooms.clone(),
            record: rooms.clone(),
            taps: rooms.clone(),
            kiosk: rooms.clone(),
            looks: rooms.clone(),
            fleet: rooms.clone(),
            deposits: rooms.clone(),
            moving: rooms,
        }
    }

    pub(crate) fn house(&self) -> Arc<House> {
        self.shelf.current()
    }

    pub(crate) fn now(&self) -> i64 {
        (self.clock)()
    }

    pub(crate) fn timestamp(&self) -> Timestamp {
        Timestamp::from_microsecond(self.now()).unwrap_or(Timestamp::MAX)
    }

    /// When a visitor who does something now is forgotten.
    pub(crate) fn visitor_until(&self) -> i64 {
        let hours = i64::from(self.house().front.periods.draft_hours);
        self.now() + hours * 3_600_000_000
    }

    /// What stands in the store for a token. A token names the key it lives under, so a new key
    /// ends no visit and loses no draft; one whose key was taken away is nobody's.
    pub(crate) fn token_hash(&self, token: &Token) -> String {
        let text = token.reveal();
        let by_its_key = || {
            let id = text.split_once('.')?.0.parse().ok()?;
            self.keys.digest_by(id, Purpose::Session, text.as_bytes())
        };
        by_its_key().unwrap_or_default()
    }

    /// A new secret for a cookie: 128 random bits, with the id of the key it lives under.
    pub(crate) fn fresh_token(&self) -> Token {
        let secret = BASE32_NOPAD.encode(&rand::random::<[u8; 16]>());
        let id = self.keys.newest_id();
        Token::new(format!("{id}.{}", secret.to_ascii_lowercase()))
    }

    /// The path of a case's secret link.
    pub(crate) fn secret_path(
        &self,
        reference: &str,
        id: &str,
        version: i64,
    ) -> anyhow::Result<String> {
        let link = SecretLink::of(
            &self.keys,
            reference.parse()?,
            id.parse::<Uuid>()?,
            u32::try_from(version)?,
        );
        Ok(format!("/c/{link}"))
    }
}

/// What went wrong behind the door is logged once, here, and the customer hears that it is not
/// possible now. What was meant as an answer passes.
pub(crate) fn refuse(error: anyhow::Error) -> Refusal {
    if let Some(refusal) = error.downcast_ref::<Refusal>() {
        return *refusal;
    }
    tracing::error!(
        error = format!("{error:#}"),
        "the back office failed a request"
    );
    Refusal::Unavailable
}
