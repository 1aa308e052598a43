//! The front: pages, rooms and rules that a customer or a member of staff meets.
//! It never touches a disk, a socket or SQL; what it needs done it asks for through `hatch`.
//!
//! What is pure compiles for the browser too; pages, words and endpoints are the server's.

#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod shell;

pub mod case;
pub mod catalogue;
pub mod journey;

pub mod enquiry;
#[cfg(feature = "ssr")]
pub mod face;
pub mod fault;
pub mod status;
pub mod survey;
pub mod tracking;

#[cfg(feature = "ssr")]
pub mod desk;

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod awake;
pub mod kiosk;
pub mod reply;

#[cfg(feature = "ssr")]
pub mod hatch;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod sorry;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod steps;
#[cfg(feature = "ssr")]
pub mod turn;
#[cfg(feature = "ssr")]
pub mod visitor;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub mod words;
