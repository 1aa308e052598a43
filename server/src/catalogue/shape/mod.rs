//! The shape of each file of the catalogue, key by key. An unknown key is an error, so that a
//! slip of the finger is found by `onefront check` and not by a customer. What the keys mean is
//! told in the comments of the demo operator's files.
//! Whether what a file says makes sense is asked in `checks`, not here.

pub mod calendars;
pub mod operator;
pub mod organisation;
pub mod places;
pub mod service;
pub mod surveys;
pub mod templates;
pub mod tiers;

/// A key of ours, or a reference to one; it remembers where it was written.
pub type Code = toml::Spanned<String>;
