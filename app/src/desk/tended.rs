//! Looking after colleagues and kiosks alike: what was done about one, and what came of a form.

use crate::{
    reply::{Reply, see},
    turn::Turn,
};

/// Something that was done about somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: i64,
    /// What: the end of a word id.
    pub kind: String,
    /// By whom, by name; nobody, where no member of staff did it.
    pub by: Option<String>,
    /// What was said about it.
    pub said: Option<String>,
}

/// What came of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tended {
    /// It is done, about whoever or whatever has this key.
    Done(String),
    /// What was typed is kept and to be mended.
    Mend,
}

impl Tended {
    /// Sends the browser on: to a page that says what was done, or that shows the form again.
    pub(super) fn reply(&self, turn: &Turn, page: &str, did: &str) -> Reply {
        let to = match self {
            Self::Done(_) => format!("{page}?did={did}"),
            Self::Mend => format!("{page}?mend"),
        };
        see(&turn.visitor, to)
    }
}
