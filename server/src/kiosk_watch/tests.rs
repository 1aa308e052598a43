//! The watch with a clock that the tests set, and with a socket in the place of systemd's.

use super::{Asked, Watch, frames};
use std::{
    env,
    fs::{self, File},
    os::unix::net::UnixDatagram,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

const PATIENCE: Duration = Duration::from_secs(30);

fn second(number: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(number)
}

#[test]
fn a_browser_that_paints_lives_and_one_that_stops_does_not() {
    let start = Instant::now();
    let at = |seconds| start + Duration::from_secs(seconds);
    let mut watch = Watch::from(None, PATIENCE);
    for tick in 0..100 {
        assert!(watch.look(Some(second(tick * 10)), at(tick * 10)));
    }
    let last = Some(second(990));
    assert!(watch.look(last, at(990 + 29)));
    assert!(!watch.look(last, at(990 + 30)));
    assert!(
        !watch.look(None, at(990 + 31)),
        "a file that is gone is no frame"
    );
    assert!(watch.look(Some(second(1030)), at(1030)), "it came back");
}

#[test]
fn a_browser_is_not_judged_before_its_first_frame() {
    let start = Instant::now();
    let before = Some(second(500));
    let mut watch = Watch::from(before, PATIENCE);
    let day = start + Duration::from_secs(86_400);
    assert!(
        watch.look(before, day),
        "a file of the browser before is no frame"
    );
    assert!(watch.look(None, day));
    assert!(watch.look(Some(second(501)), day));
    assert!(!watch.look(Some(second(501)), day + PATIENCE));
}

#[test]
fn a_wall_clock_that_is_set_back_stops_nothing() {
    let start = Instant::now();
    let mut watch = Watch::from(Some(second(9_000)), PATIENCE);
    for tick in 0..10 {
        let now = start + Duration::from_secs(tick * 10);
        assert!(watch.look(Some(second(tick * 10)), now));
    }
}

fn put(profile: &Path, file: &str, at: u64) {
    let path = profile.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    File::create(path)
        .unwrap()
        .set_modified(second(at))
        .unwrap();
}

#[test]
fn the_newest_frame_is_found_and_the_browsers_own_files_are_none() {
    let profile = tempfile::tempdir().unwrap();
    let newest = || frames::newest(profile.path());
    assert_eq!(newest(), None);
    let own = "Default/File System/000/t";
    put(profile.path(), &format!("{own}/Paths/000003.log"), 900);
    put(profile.path(), &format!("{own}/.usage"), 900);
    put(
        profile.path(),
        "Default/IndexedDB/a.indexeddb.leveldb/000003.log",
        900,
    );
    assert_eq!(newest(), None);
    put(profile.path(), &format!("{own}/00/00000004"), 20);
    put(profile.path(), &format!("{own}/00/00000005"), 30);
    put(profile.path(), "Default/File System/001/t/00/00000001", 10);
    assert_eq!(newest(), Some(second(30)));
}

/// What `systemd` hears, up to a word; nothing that comes later.
fn heard(socket: &UnixDatagram, until: &str) -> Vec<String> {
    let mut heard = Vec::new();
    while heard.last().is_none_or(|word| word != until) {
        let mut word = [0; 64];
        let length = socket.recv(&mut word).unwrap();
        heard.push(
            String::from_utf8_lossy(&word[..length])
                .trim_end()
                .to_owned(),
        );
    }
    heard
}

#[test]
fn systemd_is_told_that_the_kiosk_is_there_and_that_it_lives() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    let mut watching = Command::new(env::current_exe().unwrap())
        .args(["--exact", "--ignored", "kiosk_watch::tests::watching_cat"])
        .env("NOTIFY_SOCKET", &path)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    assert_eq!(heard(&socket, "WATCHDOG=1"), ["READY=1", "WATCHDOG=1"]);
    // The browser of this test ends with its input.
    drop(watching.stdin.take());
    assert!(watching.wait().unwrap().success());
}

/// Not a test but the process that the test before this watches.
#[test]
#[ignore = "run by systemd_is_told_that_the_kiosk_is_there_and_that_it_lives"]
fn watching_cat() {
    let asked = Asked {
        profile: "/nowhere".into(),
        patience: 30,
        browser: vec!["cat".into()],
    };
    let ended = asked.answer().unwrap_err();
    assert!(ended.to_string().contains("the browser ended"), "{ended}");
}

#[test]
fn a_browser_that_is_not_there_is_named() {
    let asked = Asked {
        profile: "/nowhere".into(),
        patience: 30,
        browser: vec!["/nowhere/chromium".into()],
    };
    let ended = asked.answer().unwrap_err();
    assert!(ended.to_string().contains("/nowhere/chromium"), "{ended}");
}
