//! The visitor's language: every sentence the face says, from the Fluent files under `locales/`.
//! One file a room. What the operator says (products, topics, places) is catalogue, not words.

mod book;
pub mod date;

#[cfg(test)]
mod check;

use crate::{case::language::Lang, journey::FaultCode};
use book::Book;
use fluent_bundle::{FluentArgs, FluentValue};
use std::sync::LazyLock;

static BOOKS: LazyLock<[Book; Lang::ALL.len()]> = LazyLock::new(|| Lang::ALL.map(Book::read));

/// The words of one visitor. Small and cheap to copy; pages take it from context.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// The language they are in.
    pub lang: Lang,
}

impl Words {
    /// The words of one language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The sentence with this id.
    pub fn say(self, id: &str) -> String {
        self.known(id).unwrap_or_else(|| unsaid(id))
    }

    /// The sentence with this id, if there is one: for ids that are made from data.
    pub fn known(self, id: &str) -> Option<String> {
        self.book().plain(id).map(str::to_owned)
    }

    /// The sentence with this id, its places filled.
    pub fn fill(self, id: &str, places: &[(&'static str, &str)]) -> String {
        self.filled(id, places.iter().copied().collect())
    }

    /// The sentence with this id, chosen by a count (`$n`).
    pub fn count(self, id: &str, n: i64) -> String {
        self.filled(id, FluentArgs::from_iter([("n", FluentValue::from(n))]))
    }

    /// The sentence that helps to mend a fault.
    pub fn fault(self, code: FaultCode) -> String {
        match code {
            FaultCode::TooLong(most) => self.count(code.id(), most.into()),
            _ => self.say(code.id()),
        }
    }

    fn filled(self, id: &str, places: FluentArgs<'_>) -> String {
        self.book().fill(id, &places).unwrap_or_else(|| unsaid(id))
    }

    fn book(self) -> &'static Book {
        &BOOKS[self.lang as usize]
    }
}

/// Where a sentence is missing its builder sees the id, and a customer nothing.
fn unsaid(id: &str) -> String {
    if cfg!(debug_assertions) {
        id.to_owned()
    } else {
        String::new()
    }
}

/// The words of the visitor whose page is being made.
pub fn use_words() -> Words {
    leptos::prelude::use_context().unwrap_or_default()
}
