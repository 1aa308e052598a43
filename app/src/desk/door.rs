//! What the desk asks of the back office. Every verb finds out for itself who asks and what they
//! may; a case one may not see answers exactly like one that is not there.

use super::{
    Act, Acted, Announced, Begun, Carriage, Decision, DeskCase, Incidents, Me, Pressed, Queue, Show,
};
use crate::{
    case::{language::Lang, reference::Reference},
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;

/// The desk's part of the hatch.
#[async_trait]
pub trait DeskOffice: Send + Sync {
    /// Ends the session.
    async fn sign_out(&self, staff: &Token) -> Result<(), Refusal>;
    /// Who is signed in.
    async fn who(&self, staff: &Token) -> Result<Me, Refusal>;
    /// One page of the queue, from where the page before ended.
    async fn queue(&self, staff: &Token, show: Show, after: Option<&str>)
    -> Result<Queue, Refusal>;
    /// A case, both sides of the line.
    async fn case(&self, staff: &Token, reference: Reference) -> Result<DeskCase, Refusal>;
    /// Does something to a case. The same key twice is one act. What would answer to something that
    /// is not so any more is not done, and whoever asks is told what changed.
    async fn act(
        &self,
        staff: &Token,
        reference: Reference,
        pressed: Pressed<'_>,
        act: Act,
    ) -> Result<Acted, Refusal>;
    /// Keeps what was typed for an act, to be shown again where it was typed; nothing is done.
    async fn keep(&self, staff: &Token, reference: Reference, act: Act) -> Result<(), Refusal>;
    /// Keeps what was typed for something that is not there yet; nothing is made.
    async fn keep_begun(&self, staff: &Token, begun: Begun, typed: Sheet) -> Result<(), Refusal>;
    /// The incidents, and what was typed for a new one.
    async fn incidents(&self, lang: Lang, staff: &Token) -> Result<Incidents, Refusal>;
    /// Opens an incident from what was typed. The same key twice is one incident.
    async fn announce(&self, staff: &Token, key: &str, typed: &Sheet)
    -> Result<Announced, Refusal>;
    /// Says anew when an incident is expected to be over; with nothing typed, that nobody knows.
    async fn expect(
        &self,
        staff: &Token,
        incident: &str,
        typed: &str,
    ) -> Result<Announced, Refusal>;
    /// Says that an incident is over. One that is over stays so.
    async fn end(&self, staff: &Token, incident: &str) -> Result<(), Refusal>;
    /// What is still to be carried.
    async fn carriage(&self, staff: &Token) -> Result<Carriage, Refusal>;
    /// Decides about something in trouble.
    async fn decide(&self, staff: &Token, id: &str, decision: Decision) -> Result<Acted, Refusal>;
}
