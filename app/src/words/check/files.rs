//! The Fluent files as text, for comparing languages line by line.

use crate::case::language::Lang;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// One sentence as it stands in its file.
#[derive(Default)]
pub struct Sentence {
    /// The file's name without its ending.
    pub room: String,
    /// Everything behind the equals sign.
    pub value: String,
}

impl Sentence {
    /// The names of its places.
    pub fn places(&self) -> BTreeSet<String> {
        let name = |text: &str| -> String {
            text.chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '-')
                .collect()
        };
        self.value.split('$').skip(1).map(name).collect()
    }
}

/// All sentences of one language by id; an id that stands twice stops the test.
pub fn sentences(lang: Lang) -> BTreeMap<String, Sentence> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("locales")
        .join(lang.tag());
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).expect("every language has its folder") {
        let path = entry.expect("its entries can be read").path();
        let text = std::fs::read_to_string(&path).expect("words are text");
        let room = path
            .file_stem()
            .expect("a file has a name")
            .display()
            .to_string();
        for (id, value) in read(&text) {
            let sentence = Sentence {
                room: room.clone(),
                value,
            };
            let before = found.insert(id.clone(), sentence);
            assert!(before.is_none(), "{} says {id} twice", lang.tag());
        }
    }
    found
}

fn read(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let (Some((_, value)), true) = (found.last_mut(), line.starts_with(' ')) {
            value.push_str(line);
        } else if let Some((id, value)) = line.split_once(" =")
            && line.starts_with(|first: char| first.is_ascii_lowercase())
        {
            found.push((id.to_owned(), value.to_owned()));
        }
    }
    found
}
