//! One file of the catalogue: its text, and from any byte of it back to a line and a key.
//! It knows TOML, and nothing of what the catalogue means.

use crate::catalogue::finding::Finding;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A file of the catalogue.
#[derive(Debug)]
pub struct Source {
    /// Its name, relative to the catalogue's folder.
    pub file: String,
    text: String,
}

/// A file that has the right shape, with the text it came from.
#[derive(Debug)]
pub struct Read<T> {
    /// Where it came from.
    pub source: Source,
    /// What it says.
    pub says: T,
}

impl Source {
    /// A file by name and text.
    pub fn new(file: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            file: file.into(),
            text: text.into(),
        }
    }

    /// Reads the file into its shape. Without a shape nothing else about it can be judged, so
    /// this is the one place that gives up at the first error of a file.
    pub fn shape<T: DeserializeOwned>(self, findings: &mut Vec<Finding>) -> Option<Read<T>> {
        match toml::from_str(&self.text) {
            Ok(says) => Some(Read { source: self, says }),
            Err(error) => {
                let (problem, allowed) = split(error.message());
                findings.push(self.finding(&error.span().unwrap_or(0..0), problem, allowed));
                None
            }
        }
    }

    /// A finding about these bytes of the file.
    pub fn finding(
        &self,
        at: &Range<usize>,
        problem: impl Into<String>,
        allowed: impl Into<String>,
    ) -> Finding {
        Finding {
            file: self.file.clone(),
            line: self.line(at.start),
            key: self.key(at).unwrap_or_default(),
            problem: problem.into(),
            allowed: allowed.into(),
        }
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line of a byte, counted from 1.
    pub fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }

    /// The file as a tree of values that know their bytes; `None` when it is no TOML.
    pub fn tree(&self) -> Option<DeTable<'_>> {
        DeTable::parse(&self.text)
            .ok()
            .map(toml::Spanned::into_inner)
    }

    /// The path of the smallest value or key that holds these bytes.
    fn key(&self, at: &Range<usize>) -> Option<String> {
        let mut best: Option<(usize, String)> = None;
        walk_table(&self.tree()?, "", &mut |path, span| {
            let holds = span.start <= at.start && at.end <= span.end;
            if holds && best.as_ref().is_none_or(|(size, _)| span.len() <= *size) {
                best = Some((span.len(), path.to_owned()));
            }
        });
        best.map(|(_, path)| path)
    }
}

/// Calls `see` with the path and the bytes of each key and each value below a table.
fn walk_table(table: &DeTable<'_>, path: &str, see: &mut dyn FnMut(&str, Range<usize>)) {
    for (key, value) in table {
        let path = join(path, key.get_ref());
        see(&path, key.span());
        see(&path, value.span());
        walk_value(value.get_ref(), &path, see);
    }
}

fn walk_value(value: &DeValue<'_>, path: &str, see: &mut dyn FnMut(&str, Range<usize>)) {
    match value {
        DeValue::Table(table) => walk_table(table, path, see),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let path = format!("{path}[{index}]");
                see(&path, item.span());
                walk_value(item.get_ref(), &path, see);
            }
        }
        _ => {}
    }
}

/// `offered` and `topics` make `offered.topics`.
pub fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

/// Serde says "unknown field `x`, expected one of `a`, `b`": the first half is the problem, the
/// second half what is allowed.
fn split(message: &str) -> (String, String) {
    let message = message.trim().replace('\n', " ");
    if let Some(allowed) = message.strip_prefix("expected ") {
        return ("this cannot be read".to_owned(), allowed.to_owned());
    }
    match message.split_once(", expected ") {
        Some((problem, allowed)) => (
            problem.to_owned(),
            allowed.trim_start_matches("one of ").to_owned(),
        ),
        None => (
            message,
            "see the built-in demo operator for the shape of this file".to_owned(),
        ),
    }
}
