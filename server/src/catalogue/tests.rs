//! Each finding, from a copy of the demo operator that is broken in one place.

use super::{Finding, House, built_in::FILES, folder::Folder, load, load_from};
use std::{collections::BTreeSet, fs, path::Path};

/// The findings after one piece of one file is replaced by another.
fn broken(file: &str, from: &str, to: &str) -> Vec<Finding> {
    changed(file, from, to).expect_err("a broken catalogue is refused")
}

/// The demo operator with its first such piece replaced.
fn changed(file: &str, from: &str, to: &str) -> Result<House, Vec<Finding>> {
    let text = FILES
        .iter()
        .find(|(name, _)| *name == file)
        .expect("the file is there")
        .1;
    assert!(text.contains(from), "{file} has nothing like {from:?}");
    let text = text.replacen(from, to, 1);
    let files: Vec<_> = FILES
        .iter()
        .map(|(name, old)| (*name, if *name == file { &text } else { *old }))
        .collect();
    load_from(Folder::Texts(&files))
}

/// The one finding, after asserting that it is where it should be.
fn one(findings: &[Finding], file: &str, key: &str) -> Finding {
    let all: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let finding = findings
        .iter()
        .find(|finding| finding.file == file && finding.key == key);
    finding
        .unwrap_or_else(|| panic!("no finding at {file} {key} in {all:#?}"))
        .clone()
}

#[test]
fn the_demo_operator_is_in_order() {
    let house = load(None).unwrap_or_else(|findings| {
        panic!("{}", super::command::report(&findings));
    });
    assert_eq!(house.organisation.root().code, "hq");
}

#[test]
fn the_binary_holds_every_file_of_the_demo_operator() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("catalogue");
    let mut there = BTreeSet::new();
    for (dir, prefix) in [(folder.clone(), ""), (folder.join("services"), "services/")] {
        for entry in fs::read_dir(dir).expect("the folder is there") {
            let name = entry
                .expect("an entry")
                .file_name()
                .into_string()
                .expect("a plain name");
            if name.ends_with(".toml") {
                there.insert(format!("{prefix}{name}"));
            }
        }
    }
    let built_in: BTreeSet<String> = FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(built_in, there);
}

#[test]
fn an_unknown_key_is_found_with_the_keys_that_are_known() {
    let findings = broken("operator.toml", "region = ", "regoin = ");
    let finding = one(&findings, "operator.toml", "operator.regoin");
    assert!(
        finding.problem.contains("unknown field `regoin`"),
        "{finding}"
    );
    assert!(finding.allowed.contains("`region`"), "{finding}");
    assert_eq!(finding.line, 9, "{finding}");
}

#[test]
fn colours_that_cannot_be_read_on_each_other_are_found_with_their_contrast() {
    let findings = broken(
        "operator.toml",
        "accent = \"#00565f\"",
        "accent = \"#7a9ea2\"",
    );
    let finding = one(&findings, "operator.toml", "brand.light.accent");
    assert!(finding.problem.contains("needs 7:1"), "{finding}");
}
