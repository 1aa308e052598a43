//! The status room: what is wrong now, by product and place, and what was mended lately.

#[cfg(feature = "ssr")]
pub mod pages;

/// An incident as everybody may read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// The product's code.
    pub product: String,
    /// The place's code: province, city or district.
    pub place: String,
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
}
