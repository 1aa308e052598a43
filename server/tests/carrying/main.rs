//! Carrying and polling against back offices: a memory twin, and a TMF621 server over HTTP that
//! can be told to behave like the ones there are, with a validator of others before it where asked for.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod contract;
#[path = "../ground/mod.rs"]
mod ground;
mod house;
mod outbox;
mod polling;
mod prism;
mod several;
mod tmf621;
mod wiring;
