//! What the sources say: every call with a sentence's id in it, read as text.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Both crates: the back office stores ids (`sent-…`) that the front says later.
const SOURCES: [&str; 2] = ["src", "../server/src"];
/// The verbs of `Words`.
const VERBS: [&str; 4] = ["say", "known", "fill", "count"];

/// One call that names its sentence.
pub struct Call {
    /// Where it stands.
    pub file: String,
    /// The sentence's id.
    pub id: String,
    /// What it fills.
    pub places: BTreeSet<String>,
}

/// Every call that names its sentence.
pub fn calls() -> Vec<Call> {
    let mut found = Vec::new();
    for (file, text) in sources() {
        for verb in VERBS {
            let opening = format!(".{verb}(");
            for (at, _) in text.match_indices(&opening) {
                let inside = arguments(&text[at + opening.len()..]);
                let Some(id) = leading_literal(inside) else {
                    continue;
                };
                let places = match verb {
                    "fill" => places(inside),
                    "count" => BTreeSet::from(["n".to_owned()]),
                    _ => BTreeSet::new(),
                };
                found.push(Call {
                    file: file.display().to_string(),
                    id: id.to_owned(),
                    places,
                });
            }
        }
    }
    found
}

/// Every text between quotes.
pub fn literals() -> BTreeSet<String> {
    sources()
        .iter()
        .flat_map(|(_, text)| text.split('"').map(str::to_owned))
        .collect()
}

/// The words that an `impl` gives its variants: `Self::Done => "done"`.
pub fn names(file: &str, noun: &str) -> Vec<String> {
    let text = read(&root().join("src").join(file));
    let (_, from) = text
        .split_once(&format!("impl {noun} {{"))
        .unwrap_or_else(|| panic!("{file} has no {noun}"));
    let (body, _) = from.split_once("\n}").expect("an impl ends");
    body.match_indices("=> \"")
        .filter_map(|(at, _)| leading_literal(&body[at + 3..]))
        .map(str::to_owned)
        .collect()
}

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<_> = SOURCES.iter().map(|folder| root().join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of sources can be listed") {
            let path = entry.expect("its entries can be read").path();
            if path.ends_with("words/check") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = read(&path);
                found.push((path, text));
            }
        }
    }
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// Up to the bracket that closes the call.
fn arguments(text: &str) -> &str {
    let mut depth = 1;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => continue,
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

fn leading_literal(text: &str) -> Option<&str> {
    let (literal, _) = text.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(literal)
}

/// The names in `&[("when", …), ("place", …)]`.
fn places(inside: &str) -> BTreeSet<String> {
    inside
        .match_indices("(\"")
        .filter_map(|(at, _)| leading_literal(&inside[at + 1..]))
        .map(str::to_owned)
        .collect()
}
