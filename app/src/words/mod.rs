//! The visitor's language: every sentence the face says, from the Fluent files under `locales/`.
//! One file a room. What the operator says (products, topics, places) is catalogue, not words.

#[cfg(feature = "ssr")]
mod book;
#[cfg(feature = "ssr")]
mod carried;
pub mod date;
pub mod phrase;
#[cfg(feature = "ssr")]
mod rooms;

#[cfg(test)]
mod check;

use crate::{case::language::Lang, journey::FaultCode};
#[cfg(feature = "ssr")]
use book::Book;
#[cfg(not(feature = "ssr"))]
use phrase::Phrases as Book;

#[cfg(feature = "ssr")]
pub use carried::phrases;

#[cfg(feature = "ssr")]
static BOOKS: std::sync::LazyLock<[Book; Lang::ALL.len()]> =
    std::sync::LazyLock::new(|| Lang::ALL.map(Book::read));

/// At a kiosk the words arrive as data before anything is drawn.
#[cfg(not(feature = "ssr"))]
static BOOKS: std::sync::OnceLock<[Book; Lang::ALL.len()]> = std::sync::OnceLock::new();

/// Takes the words of every language, in the order of [`Lang::ALL`]. Later ones are not taken: a
/// page speaks as it began.
#[cfg(not(feature = "ssr"))]
pub fn carry(books: [Book; Lang::ALL.len()]) {
    let _spoken_already = BOOKS.set(books);
}

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
        self.book()?.plain(id).map(str::to_owned)
    }

    /// The sentence with this id, its places filled.
    pub fn fill(self, id: &str, places: &[(&'static str, &str)]) -> String {
        self.filled(id, places, None)
    }

    /// The sentence with this id, chosen by a count (`$n`).
    pub fn count(self, id: &str, n: i64) -> String {
        self.filled(id, &[], Some(n))
    }

    /// The sentence that helps to mend a fault.
    pub fn fault(self, code: FaultCode) -> String {
        match code {
            FaultCode::TooLong(most) => self.count(code.id(), most.into()),
            _ => self.say(code.id()),
        }
    }

    fn filled(self, id: &str, places: &[(&'static str, &str)], n: Option<i64>) -> String {
        let said = self.book().and_then(|book| book.fill(id, places, n));
        said.unwrap_or_else(|| unsaid(id))
    }

    #[cfg(feature = "ssr")]
    #[expect(clippy::unnecessary_wraps, reason = "at a kiosk there may be none yet")]
    fn book(self) -> Option<&'static Book> {
        Some(&BOOKS[self.lang as usize])
    }

    #[cfg(not(feature = "ssr"))]
    fn book(self) -> Option<&'static Book> {
        Some(&BOOKS.get()?[self.lang as usize])
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
