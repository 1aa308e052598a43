//! Where the files of a catalogue come from: a folder, or the demo operator in the binary.

use crate::catalogue::{built_in, finding::Finding, source::Source};
use std::{collections::BTreeSet, fs, io, path::Path};

/// A place to read files from.
#[derive(Clone, Copy, Debug)]
pub enum Folder<'a> {
    /// Names and texts in memory. The demo operator is part of the binary and so there wherever
    /// it runs; tests break a copy of it.
    Texts(&'a [(&'a str, &'a str)]),
    /// A folder of an operator's own.
    Disk(&'a Path),
}

impl<'a> Folder<'a> {
    /// The folder that a setting names; without one, the demo operator.
    pub const fn of(dir: Option<&'a Path>) -> Self {
        match dir {
            Some(dir) => Self::Disk(dir),
            None => Self::Texts(built_in::FILES),
        }
    }

    /// Reads one file.
    pub fn read(self, file: &str, findings: &mut Vec<Finding>) -> Option<Source> {
        let text = match self {
            Self::Texts(files) => files
                .iter()
                .find(|(name, _)| *name == file)
                .map(|(_, text)| (*text).to_owned())
                .ok_or_else(|| io::Error::from(io::ErrorKind::NotFound)),
            Self::Disk(dir) => fs::read_to_string(dir.join(file)),
        };
        match text {
            Ok(text) => Some(Source::new(file, text)),
            Err(error) => {
                let problem = format!("the file cannot be read: {error}");
                findings.push(Source::new(file, "").finding(
                    &(0..0),
                    problem,
                    "a readable UTF-8 file",
                ));
                None
            }
        }
    }

    /// Whether a file is there.
    pub fn has(self, file: &str) -> bool {
        match self {
            Self::Texts(files) => files.iter().any(|(name, _)| *name == file),
            Self::Disk(dir) => dir.join(file).exists(),
        }
    }

    /// The names of the service files that are there, without their ending.
    pub fn services(self) -> BTreeSet<String> {
        let names: Vec<String> = match self {
            Self::Texts(files) => files.iter().map(|(name, _)| (*name).to_owned()).collect(),
            Self::Disk(dir) => fs::read_dir(dir.join("services"))
                .into_iter()
                .flatten()
                .flatten()
                .filter_map(|entry| Some(format!("services/{}", entry.file_name().to_str()?)))
                .collect(),
        };
        names
            .iter()
            .filter_map(|name| name.strip_prefix("services/")?.strip_suffix(".toml"))
            .map(str::to_owned)
            .collect()
    }
}
