//! The front: pages, rooms and rules that a customer or a member of staff meets.
//! It never touches a disk, a socket or SQL; what it needs done it asks for through `hatch`.

pub mod case;
pub mod catalogue;
#[cfg(feature = "ssr")]
pub mod parts;
#[cfg(feature = "ssr")]
pub mod words;
