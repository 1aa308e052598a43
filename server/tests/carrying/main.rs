//! Carrying and polling against back offices: a memory twin, and a TMF621 server over HTTP that
//! can be told to behave like the ones there are.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod house;
mod outbox;
mod polling;
mod tmf621;
mod wiring;
