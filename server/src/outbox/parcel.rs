//! What a row asks for, read from its payload, and which question to a connector it comes to.

use crate::{
    connectors::{
        Connector, Found, Trouble,
        lifecycle::Status,
        ticket::{Note, StateChange, Ticket},
    },
    store::outbox::{End, Item, Verb},
};

/// A row's payload by its verb.
#[derive(Debug)]
pub enum Parcel {
    /// Open a ticket.
    Open(Ticket),
    /// Add a note to a ticket.
    Note(Note),
    /// Bring a ticket to another state.
    State(StateChange),
}

impl Parcel {
    /// Reads it, or says for staff why it can never be carried.
    pub fn read(item: &Item) -> Result<Self, String> {
        let payload = item.payload.as_str();
        let read = match item.verb {
            Verb::Open => serde_json::from_str(payload).map(Self::Open),
            Verb::Note => serde_json::from_str(payload).map(Self::Note),
            Verb::State => serde_json::from_str(payload).map(Self::State),
        };
        read.map_err(|error| format!("the payload cannot be read: {error}"))
    }

    /// Whether it opens a ticket.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// How it ended when it is there.
    pub fn carried(&self, foreign_id: Option<String>) -> End {
        let foreign_state = match self {
            Self::Open(_) => Some(Status::Acknowledged.name().to_owned()),
            Self::Note(_) => None,
            Self::State(change) => Some(change.to.name().to_owned()),
        };
        End::Carried {
            foreign_id,
            foreign_state,
        }
    }

    /// Asks whether it is there already.
    pub async fn look_up(&self, connector: &dyn Connector, item: &Item) -> Result<Found, Trouble> {
        match self {
            Self::Open(ticket) => connector.find(&ticket.our_reference()).await,
            Self::Note(note) => {
                connector
                    .find_note(foreign(item)?, note, &item.idempotency)
                    .await
            }
            // Bringing a ticket to the state it has is nothing: a repeat is always safe.
            Self::State(_) => Ok(Found::Nowhere),
        }
    }

    /// Brings it; the foreign id is that of a ticket opened.
    pub async fn bring(
        &self,
        connector: &dyn Connector,
        item: &Item,
    ) -> Result<Option<String>, Trouble> {
        let key = &item.idempotency;
        match self {
            Self::Open(ticket) => connector.open(ticket, key).await.map(Some),
            Self::Note(note) => connector
                .note(foreign(item)?, note, key)
                .await
                .map(|()| None),
            Self::State(change) => connector
                .change(foreign(item)?, change, key)
                .await
                .map(|()| None),
        }
    }
}

fn foreign(item: &Item) -> Result<&str, Trouble> {
    item.foreign_id
        .as_deref()
        .ok_or_else(|| Trouble::Refused("the ticket it belongs to was never opened".to_owned()))
}
