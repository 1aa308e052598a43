//! All sentences of one language, read once from the files of every room.
//! Most have no places to fill; those are kept as they are said, because a page asks for dozens of
//! them and formatting would cost more than all the rest of it. The others go through Fluent.

use super::rooms::ROOMS;
use crate::case::language::Lang;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use fluent_syntax::ast::{Entry, Message, PatternElement};
use std::collections::HashMap;

/// The sentences of one language.
pub struct Book {
    plain: HashMap<String, String>,
    fluent: FluentBundle<FluentResource>,
}

impl Book {
    /// Reads a language's files. They are part of the program, and the tests of this room read them
    /// first: what is wrong in them never gets here.
    pub fn read(lang: Lang) -> Self {
        let tag = lang.tag().parse().expect("our own tags are well formed");
        let mut fluent = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks around places would be copied with a reference or a phone number.
        fluent.set_use_isolating(false);
        let mut plain = HashMap::new();
        for (_, files) in ROOMS {
            let file = FluentResource::try_new(files[lang as usize].to_owned())
                .expect("a file of words is well formed");
            plain.extend(file.entries().filter_map(plain_sentence));
            fluent
                .add_resource(file)
                .expect("no two rooms say the same id");
        }
        Self { plain, fluent }
    }

    /// A sentence without places.
    pub fn plain(&self, id: &str) -> Option<&str> {
        self.plain.get(id).map(String::as_str)
    }

    /// A sentence with its places filled, chosen by a count where there is one.
    pub fn fill(&self, id: &str, places: &[(&str, &str)], n: Option<i64>) -> Option<String> {
        let pattern = self.fluent.get_message(id)?.value()?;
        let mut args: FluentArgs<'_> = places.iter().copied().collect();
        if let Some(n) = n {
            args.set("n", FluentValue::from(n));
        }
        // An unfilled place shows its own name; the tests hold every call against its sentence.
        let mut unfilled = Vec::new();
        let said = self
            .fluent
            .format_pattern(pattern, Some(&args), &mut unfilled);
        Some(said.into_owned())
    }
}

fn plain_sentence(entry: &Entry<&str>) -> Option<(String, String)> {
    let Entry::Message(Message {
        id,
        value: Some(pattern),
        ..
    }) = entry
    else {
        return None;
    };
    let said: Option<String> = pattern
        .elements
        .iter()
        .map(|element| match element {
            PatternElement::TextElement { value } => Some(*value),
            PatternElement::Placeable { .. } => None,
        })
        .collect();
    Some((id.name.to_owned(), said?))
}
