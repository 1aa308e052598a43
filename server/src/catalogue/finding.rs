//! What is wrong with a catalogue: where, what, and what would be right.
//! Finding it is the business of `checks`; this is only how it is said.

use std::fmt;

/// One thing that must be mended before a catalogue can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file, relative to the catalogue's folder.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The key on that line, as a path from the top of the file.
    pub key: String,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub allowed: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            file,
            line,
            key,
            problem,
            allowed,
        } = self;
        write!(f, "{file}:{line}: ")?;
        if !key.is_empty() {
            write!(f, "{key}: ")?;
        }
        write!(f, "{problem}; allowed: {allowed}")
    }
}
