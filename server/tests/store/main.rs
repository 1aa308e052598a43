//! The store on a real file: writing in groups, and copies.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod copies;
mod grouping;
