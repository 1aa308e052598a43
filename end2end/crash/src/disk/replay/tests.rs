//! A disk small enough to know by heart.

use super::*;
use rand::SeedableRng;

const ROOT: &str = "/r";

fn path(name: &str) -> PathBuf {
    Path::new(ROOT).join(name)
}

fn open(fd: i32, name: &str) -> Step {
    Step::Open {
        fd,
        path: path(name),
        emptied: false,
    }
}

fn write(fd: i32, at: usize, data: &str) -> Step {
    Step::Write {
        fd,
        at,
        data: data.as_bytes().to_vec(),
    }
}

/// Two files and their folder, synced.
fn settled() -> Vec<Step> {
    let folder = Step::Open {
        fd: 9,
        path: ROOT.into(),
        emptied: false,
    };
    let begun = [
        open(1, "a"),
        write(1, 0, "one"),
        open(2, "b"),
        write(2, 0, "two"),
    ];
    let synced = [1, 2, 9].map(|fd| Step::Sync { fd });
    [folder].into_iter().chain(begun).chain(synced).collect()
}

fn left(steps: impl IntoIterator<Item = Step>, unsynced: Unsynced<'_>) -> Vec<(String, String)> {
    let mut disk = Disk {
        root: ROOT.into(),
        ..Disk::default()
    };
    for step in steps {
        disk.step(step).unwrap();
    }
    let bytes = |bytes: Option<Vec<u8>>| String::from_utf8(bytes.unwrap()).unwrap();
    let left = disk.cut(unsynced).into_iter();
    left.map(|(path, data)| {
        (
            path.file_name().unwrap().to_str().unwrap().to_owned(),
            bytes(data),
        )
    })
    .collect()
}

fn named(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, data)| ((*name).to_owned(), (*data).to_owned()))
        .collect()
}

#[test]
fn what_was_written_after_the_last_sync_of_its_file_is_lost() {
    let steps = || {
        settled()
            .into_iter()
            .chain([write(1, 3, "!"), write(2, 3, "?"), Step::Sync { fd: 2 }])
    };
    assert_eq!(
        left(steps(), Unsynced::Lost),
        named(&[("a", "one"), ("b", "two?")])
    );
    assert_eq!(
        left(steps(), Unsynced::Kept),
        named(&[("a", "one!"), ("b", "two?")])
    );
}

#[test]
fn a_new_name_is_there_only_once_its_folder_was_synced() {
    let new = [open(3, "c"), write(3, 0, "x"), Step::Sync { fd: 3 }];
    let steps = || settled().into_iter().chain(new.clone());
    assert_eq!(
        left(steps(), Unsynced::Lost),
        named(&[("a", "one"), ("b", "two")])
    );
    let synced = steps().chain([Step::Sync { fd: 9 }]);
    assert_eq!(left(synced, Unsynced::Lost).len(), 3);
}

#[test]
fn a_name_taken_away_comes_back_unless_its_folder_was_synced() {
    let steps = || {
        settled()
            .into_iter()
            .chain([Step::Unlink { path: path("a") }])
    };
    assert_eq!(left(steps(), Unsynced::Lost).len(), 2);
    assert_eq!(
        left(steps().chain([Step::Sync { fd: 9 }]), Unsynced::Lost),
        named(&[("b", "two")])
    );
}

#[test]
fn what_lies_in_a_folder_without_a_name_is_lost() {
    let inside = [
        Step::MakeFolder { path: path("d") },
        open(4, "d"),
        open(5, "d/e"),
        Step::Sync { fd: 5 },
        Step::Sync { fd: 4 },
    ];
    assert_eq!(
        left(settled().into_iter().chain(inside), Unsynced::Lost).len(),
        2
    );
}

#[test]
fn any_sector_of_what_was_not_synced_may_be_lost_and_nothing_that_was() {
    let long = "x".repeat(4 * SECTOR);
    let steps = || settled().into_iter().chain([write(1, 3, &long)]);
    let mut lengths = std::collections::BTreeSet::new();
    for seed in 0..32 {
        let mut dice = StdRng::seed_from_u64(seed);
        let left = left(steps(), Unsynced::Torn(&mut dice));
        assert!(left[0].1.starts_with("one"));
        assert_eq!(left[1].1, "two");
        lengths.insert(left[0].1.len());
    }
    assert!(
        lengths.contains(&3) && lengths.contains(&(3 + long.len())),
        "{lengths:?}"
    );
}
