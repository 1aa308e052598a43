//! What a posted form is answered with: "see there" or, where nothing could be kept, a refusal.
//! The server says it, and the islands read it.

#[cfg(feature = "ssr")]
mod answer;
#[cfg(feature = "ssr")]
pub use answer::{FormPost, mend, mend_said, refused, see};

use serde::{Deserialize, Serialize};

/// The answer to a posted form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Reply {
    /// Go on there.
    See(String),
    /// Mend this: field and sentence, in the order of the page.
    Mend(Vec<(String, String)>),
}
