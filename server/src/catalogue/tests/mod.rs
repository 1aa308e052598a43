//! The demo operator is good; a copy of it that is broken in one place is refused, with the place.

mod clock;
mod files;
mod findings;
mod shelf;

use super::{Finding, House, built_in::FILES, folder::Folder, load, load_from};

/// The findings after one piece of one file is replaced by another.
fn broken(file: &str, from: &str, to: &str) -> Vec<Finding> {
    changed(file, from, to).expect_err("a broken catalogue is refused")
}

/// The demo operator with the first such piece of a file replaced.
fn changed(file: &str, from: &str, to: &str) -> Result<House, Vec<Finding>> {
    let text = FILES
        .iter()
        .find(|(name, _)| *name == file)
        .expect("the file is there")
        .1;
    assert!(text.contains(from), "{file} has nothing like {from:?}");
    let text = text.replacen(from, to, 1);
    let text_of = |name: &&str, old| if *name == file { text.as_str() } else { old };
    let files: Vec<_> = FILES
        .iter()
        .map(|(name, old)| (*name, text_of(name, *old)))
        .collect();
    load_from(Folder::Texts(&files))
}

/// The line of the first such piece of a file of the demo operator.
fn line_of(file: &str, piece: &str) -> usize {
    let text = FILES
        .iter()
        .find(|(name, _)| *name == file)
        .expect("the file is there")
        .1;
    let before = text.find(piece).expect("the piece is there");
    1 + text[..before].matches('\n').count()
}
