//! The dictionaries, each fetched when it is first needed. The document says where they are; the
//! service worker keeps them, so that they are there without a network.

use super::{
    super::{compose::Method, dictionary::Dictionary},
    field,
};
use crate::{
    case::language::Lang,
    kiosk::{fetch, live::Live},
};
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where one dictionary is.
#[derive(Clone)]
enum Book {
    Untouched,
    Coming,
    Here(Arc<Dictionary>),
    Missing,
}

/// Both dictionaries.
#[derive(Clone, Copy)]
pub struct Shelf {
    pinyin: Live<Book>,
    zhuyin: Live<Book>,
}

impl Shelf {
    /// Nothing fetched yet.
    pub fn new() -> Self {
        Self {
            pinyin: Live::new(Book::Untouched),
            zhuyin: Live::new(Book::Untouched),
        }
    }

    const fn place(self, method: Method) -> Live<Book> {
        match method {
            Method::Pinyin => self.pinyin,
            Method::Zhuyin => self.zhuyin,
        }
    }

    /// Whoever asks is told when one has come.
    pub fn track(self) {
        self.pinyin.track();
        self.zhuyin.track();
    }

    /// The dictionary, once it is here.
    pub fn get(self, method: Method) -> Option<Arc<Dictionary>> {
        self.place(method).with(|book| match book {
            Book::Here(dictionary) => Some(dictionary.clone()),
            _ => None,
        })
    }

    /// Whether it is on its way.
    pub fn waits(self, method: Method) -> bool {
        self.place(method).with(|book| matches!(book, Book::Coming))
    }

    /// Whether it could not be had.
    pub fn lacks(self, method: Method) -> bool {
        self.place(method)
            .with(|book| matches!(book, Book::Missing))
    }

    /// Fetches it, unless it is here or on its way.
    pub fn fetch(self, method: Method) {
        let place = self.place(method);
        if place.with_untracked(|book| matches!(book, Book::Here(_) | Book::Coming)) {
            return;
        }
        place.set(Book::Coming);
        spawn_local(async move {
            let text = read(method).await;
            place.set(text.map_or(Book::Missing, |text| {
                Book::Here(Arc::new(Dictionary::new(text)))
            }));
        });
    }
}

async fn read(method: Method) -> Option<String> {
    let lang = match method {
        Method::Pinyin => Lang::ZhHans,
        Method::Zhuyin => Lang::ZhHant,
    };
    let link = format!("link[data-dictionary={}]", lang.tag());
    let link = field::document()?.query_selector(&link).ok().flatten()?;
    let address = link.get_attribute("href")?;
    fetch::text(&address).await
}
