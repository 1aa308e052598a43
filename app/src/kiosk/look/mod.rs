//! "Where does it stand?" at a kiosk: reference and contact tell what they tell on a phone, and no more.
//! Nobody becomes a visitor by it, and nothing of the look is left behind.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
pub use office::LookOffice;

use serde::{Deserialize, Serialize};

/// What became of a look for a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looked {
    /// There is no such case, or not by this contact: one answer for both.
    Unknown,
    /// Where it stands.
    Stands(Stands),
}

/// Where a case stands, in the customer's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stands {
    /// Its public number.
    pub reference: String,
    /// What was wanted.
    pub kind: String,
    /// Where it stands, in a word.
    pub state: String,
    /// What that means.
    pub means: String,
    /// What is promised: the sentence, and the instant as machines read it.
    pub promise: Option<(String, String)>,
}
