//! The store itself: writing in groups, the audit; and copies, which are of SQLite's file alone.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod audit;
mod copies;
#[path = "../ground/mod.rs"]
mod ground;
mod grouping;
mod looked_up;
mod queue;
mod sharing;
