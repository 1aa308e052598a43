//! The status room: what is wrong now, by product and place, and what was mended lately.

#[cfg(feature = "ssr")]
pub mod following;
#[cfg(feature = "ssr")]
pub mod pages;

/// An incident as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its key.
    pub id: String,
    /// The product's code.
    pub product: String,
    /// The places' codes: provinces, cities or districts.
    pub places: Vec<String>,
    /// What it is, in the visitor's language.
    pub title: String,
    /// What is being done.
    pub text: String,
    /// Since when, in microseconds since 1970 UTC.
    pub opened_at: i64,
    /// When it is expected to be over.
    pub expected_at: Option<i64>,
    /// Since when it is over.
    pub ended_at: Option<i64>,
    /// Whether it is work that was announced.
    pub planned: bool,
    /// Whether that is still to begin.
    pub ahead: bool,
    /// When it was found that it had been ended too early.
    pub reopened_at: Option<i64>,
    /// What was said about it, oldest first.
    pub said: Vec<Said>,
}

/// One thing that was said about an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// When.
    pub at: i64,
    /// What happened; a word.
    pub kind: String,
    /// What was written, in the visitor's language.
    pub text: Option<String>,
    /// When it was expected to be over.
    pub expected_at: Option<i64>,
}

/// How much is wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Incidents that are open.
    pub open: u32,
    /// Work that is announced.
    pub planned: u32,
}
