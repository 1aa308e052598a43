//! The built-in desk: our own staff rooms. The leg is already in our store, so that carrying it
//! only means that it becomes `queued`, which the outbox does in the very transaction that notes
//! it as carried. Messages and states need no carrying: the desk reads the case itself.

use super::{Connector, Found, Reach, Seen, Trouble, ticket::*};
use async_trait::async_trait;
use std::time::Duration;

/// The name of the desk in a catalogue.
pub const NAME: &str = "desk";

/// See the module.
#[derive(Clone, Copy, Debug)]
pub struct Desk;

#[async_trait]
impl Connector for Desk {
    fn reach(&self) -> Reach {
        Reach::Inside
    }

    fn at_once(&self) -> usize {
        // As many as share a commit of the store.
        64
    }

    fn poll_every(&self) -> Option<Duration> {
        None
    }

    async fn open(&self, ticket: &Ticket, _key: &str) -> Result<String, Trouble> {
        Ok(ticket.our_reference())
    }

    async fn note(&self, _foreign_id: &str, _note: &Note, _key: &str) -> Result<(), Trouble> {
        Ok(())
    }

    async fn change(
        &self,
        _foreign_id: &str,
        _change: &StateChange,
        _key: &str,
    ) -> Result<(), Trouble> {
        Ok(())
    }

    async fn find(&self, our_reference: &str) -> Result<Found, Trouble> {
        Ok(Found::At(our_reference.to_owned()))
    }

    async fn find_note(
        &self,
        foreign_id: &str,
        _note: &Note,
        _key: &str,
    ) -> Result<Found, Trouble> {
        Ok(Found::At(foreign_id.to_owned()))
    }

    async fn look(&self, _foreign_id: &str) -> Result<Option<Seen>, Trouble> {
        Ok(None)
    }
}
