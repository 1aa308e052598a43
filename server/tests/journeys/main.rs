//! The customer's journeys through the real router: what a browser without script would send, and
//! what none would.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod customer;
#[path = "../ground/mod.rs"]
mod ground;
mod house;

mod absence;
mod account;
mod attachments;
mod back_office;
mod bad_input;
mod beside;
mod carried;
mod case;
mod chain;
mod clock;
mod closing;
mod colleagues;
mod coming_in;
mod cost;
mod deposits;
mod desk;
mod endpoints;
mod enquiry;
mod escalation;
mod fault;
mod incidents;
mod kept;
mod kiosks;
mod late;
mod leaving;
mod line_of_visibility;
mod looking;
mod mail;
mod moving;
mod news;
mod notices;
mod queue;
mod requests;
mod saying;
mod search;
mod survey;
mod taps;
mod templates;
