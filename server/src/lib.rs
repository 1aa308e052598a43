//! The back office: everything with a socket or a file. `main.rs` is the binary `onefront`;
//! this library is what it and the tests drive.

pub mod assets;
pub mod attachments;
pub mod audit;
pub mod brand;
pub mod carried;
pub mod catalogue;
pub mod clock;
pub mod config;
pub mod connectors;
pub mod demo;
pub mod files;
pub mod front;
pub mod gate;
pub mod health;
pub mod keys;
pub mod kiosk;
pub mod kiosk_config;
pub mod kiosk_empty;
pub mod kiosk_watch;
pub mod limits;
pub mod live;
pub mod meters;
pub mod notices;
pub mod office;
pub mod outbox;
pub mod packing;
pub mod password;
pub mod routing;
pub mod second_step;
pub mod serve;
pub mod simulate;
pub mod store;
pub mod taps;
pub mod telemetry;
pub mod tidy;
pub mod uploads;

#[cfg(test)]
extern crate self as server;
#[cfg(test)]
#[path = "../tests/ground/mod.rs"]
mod ground;
