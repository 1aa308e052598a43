//! The tracking room: finding a case, following it, writing to it, saying whether it is fixed.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod told;

use crate::case::view::{CaseView, Standing};

/// A look for a case by what a customer remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// As typed.
    pub reference: String,
    /// Phone number or e-mail address, as typed.
    pub contact: String,
}

/// What a visitor may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Everything above the line, by the secret link or because the visitor sent it.
    Full(Box<CaseView>),
    /// State and promise, by reference and contact.
    Standing(Standing),
}
