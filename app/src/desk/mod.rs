//! The desk: where staff work the cases of their department, on both sides of the line of
//! visibility. Everything in here may name a unit or a department, so nothing in here is ever
//! shown to a customer; a customer's room does not import it.

pub mod api;
mod case;
mod door;
mod incident;
mod outbox;
pub mod pages;
mod queue;
mod staff;

pub use case::{
    Act, Acted, ActorName, Asks, DeskCase, Leg, LegState, Logged, Owner, Side, TextFault, There,
    Unsent,
};
pub use door::DeskOffice;
pub use incident::{
    Announced, DeskIncident, IncidentFault, Incidents, PlaceChoice, UnsentIncident,
};
pub use outbox::{Carriage, Carrying, Decision, Difficulty, Verb};
pub use queue::{Queue, QueueRow, Show};
pub use staff::{Me, Role};
