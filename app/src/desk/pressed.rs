//! A form of a case that was sent: which one it was, and how much of the case stood on its page.

use crate::{hatch::Refusal, journey::Sheet, steps::is_key};

/// What every form of a case carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed<'f> {
    /// Its key: pressing twice is one act.
    pub key: &'f str,
    /// The number of the last event that stood on its page. Nothing, where the page showed no case.
    pub seen: Option<i64>,
}

impl<'f> Pressed<'f> {
    /// Reads it. A form without a key of ours was not rendered by us.
    ///
    /// # Errors
    /// When it has no such key.
    pub fn read(form: &'f Sheet) -> Result<Self, Refusal> {
        let key = Some(form.typed("key")).filter(|key| is_key(key));
        Ok(Self {
            key: key.ok_or(Refusal::NotFound)?,
            seen: form.typed("seen").parse().ok(),
        })
    }
}
