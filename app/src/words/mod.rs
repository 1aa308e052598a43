//! The visitor's language: every sentence the face says, from the Fluent files under `locales/`.
//! One file a room. What the operator says (products, topics, places) is catalogue, not words.

pub mod date;

use crate::{case::language::Lang, journey::FaultCode};
use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, static_loader};
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "en",
        // Isolation marks around arguments would be copied with a reference or a phone number.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// The three identifiers, parsed once.
static IDS: LazyLock<[LanguageIdentifier; 3]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| lang.tag().parse().expect("our own tags are well formed"))
});

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
        LOCALES.lookup(self.id(), id)
    }

    /// The sentence with this id, if there is one: for ids that are made from data.
    pub fn known(self, id: &str) -> Option<String> {
        LOCALES.try_lookup(self.id(), id)
    }

    /// The sentence with this id, its places filled.
    pub fn fill(self, id: &str, places: &[(&'static str, &str)]) -> String {
        let places: HashMap<Cow<'static, str>, FluentValue<'_>> = places
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), FluentValue::from(*value)))
            .collect();
        LOCALES.lookup_with_args(self.id(), id, &places)
    }

    /// The sentence with this id, chosen by a count (`$n`).
    pub fn count(self, id: &str, n: i64) -> String {
        let places = HashMap::from([(Cow::Borrowed("n"), FluentValue::from(n))]);
        LOCALES.lookup_with_args(self.id(), id, &places)
    }

    /// The sentence that helps to mend a fault.
    pub fn fault(self, code: FaultCode) -> String {
        match code {
            FaultCode::TooLong(most) => self.count(code.id(), most.into()),
            _ => self.say(code.id()),
        }
    }

    fn id(self) -> &'static LanguageIdentifier {
        &IDS[self.lang as usize]
    }
}

/// The words of the visitor whose page is being made.
pub fn use_words() -> Words {
    leptos::prelude::use_context().unwrap_or_default()
}
