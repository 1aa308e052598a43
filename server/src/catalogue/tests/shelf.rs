//! A running server and the files under it.

use super::FILES;
use crate::catalogue::Shelf;
use std::{env, fs, path::PathBuf, process};

/// A folder with a copy of the demo operator, gone when dropped.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let dir = env::temp_dir().join(format!("onefront-{}-{name}", process::id()));
        fs::create_dir_all(dir.join("services")).expect("a folder of our own");
        let copy = Self(dir);
        for (file, text) in FILES {
            copy.write(file, text);
        }
        copy
    }

    fn write(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).expect("a file of our own");
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect("a file of our own")
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn an_edit_that_is_good_is_taken() {
    let copy = Copy::new("good");
    let shelf = Shelf::open(Some(copy.0.clone())).expect("in order");
    let before = shelf.current();
    copy.write(
        "operator.toml",
        &copy.read("operator.toml").replace("\"10077\"", "\"10078\""),
    );
    let after = shelf.reload().expect("still in order");
    assert_eq!(after.front.operator.help.phone, "10078");
    assert_eq!(shelf.current().version, after.version);
    assert_eq!(
        before.front.operator.help.phone, "10077",
        "work in hand keeps its edition"
    );
}

#[test]
fn an_edit_that_is_wrong_is_told_and_the_last_good_one_stays() {
    let copy = Copy::new("wrong");
    let shelf = Shelf::open(Some(copy.0.clone())).expect("in order");
    let before = shelf.current().version.clone();
    copy.write("tiers.toml", "share = 50");
    let findings = shelf.reload().expect_err("no tier is left");
    assert_eq!(findings[0].file, "tiers.toml");
    assert_eq!(shelf.current().version, before);
}

#[test]
fn a_first_start_with_a_wrong_catalogue_is_refused() {
    let copy = Copy::new("first");
    fs::remove_file(copy.0.join("places.toml")).expect("it was there");
    let findings = Shelf::open(Some(copy.0.clone())).expect_err("a file is missing");
    assert_eq!(findings[0].file, "places.toml");
    assert!(
        findings[0].problem.contains("cannot be read"),
        "{}",
        findings[0]
    );
}
