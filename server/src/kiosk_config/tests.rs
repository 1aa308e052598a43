//! What the files say and, as much, what they do not. That a Chromium does what they say is tried
//! with a real one by `tools/kiosk-trial`.

use super::{PACKAGES, files, start::FLAGS, write};
use crate::config::PublicUrl;
use serde_json::Value;
use std::{fs, os::unix::fs::PermissionsExt, process::Command};

/// Policies that would take away what a kiosk must keep between two starts of its browser: the
/// device's credential (a cookie), what was not sent yet (IndexedDB), the program without a network
/// (the service worker's cache), and the sign of life (a file of the page). None of them may be set.
const NEVER: [&str; 7] = [
    "BrowserGuestModeEnforced",
    "BrowsingDataLifetime",
    "ClearBrowsingDataOnExitList",
    "CookiesSessionOnlyForUrls",
    "DefaultCookiesSetting",
    "IdleTimeout",
    "IdleTimeoutActions",
];

fn url(text: &str) -> PublicUrl {
    PublicUrl::try_from(text.to_owned()).unwrap()
}

fn text(printer: bool, path: &str) -> String {
    let files = files(&url("https://care.example.com"), printer).unwrap();
    let file = files.into_iter().find(|file| file.path.ends_with(path));
    file.unwrap().text
}

fn policies() -> Value {
    serde_json::from_str(&text(false, "onefront-kiosk.json")).unwrap()
}

#[test]
fn a_kiosk_goes_to_one_address() {
    let policies = policies();
    let blocked = policies["URLBlocklist"].as_array().unwrap();
    for pattern in ["*", "chrome://*", "file://*", "view-source:*"] {
        assert!(blocked.contains(&pattern.into()), "{pattern}");
    }
    let first = "https://care.example.com/kiosk";
    assert_eq!(
        policies["NewTabPageLocation"], first,
        "a new window is the first page"
    );
    let front = serde_json::json!(["https://care.example.com"]);
    assert_eq!(policies["URLAllowlist"], front);
    let start = text(false, "start");
    assert!(
        start.ends_with("  https://care.example.com/kiosk\n"),
        "{start}"
    );
}

#[test]
fn nothing_is_set_that_takes_the_credential_or_the_queue_away() {
    let policies = policies();
    for name in NEVER {
        assert_eq!(policies.get(name), None, "{name}");
    }
    assert_eq!(policies["ForceEphemeralProfiles"], false);
    let start = text(false, "start");
    for flag in ["--incognito", "--guest", "--temp-profile"] {
        assert!(!start.contains(flag), "{flag}");
    }
    assert!(start.contains("profile=/var/lib/onefront-kiosk/profile\n"));
}

#[test]
fn no_flag_is_given_that_undoes_the_sandbox_or_that_chromium_has_not() {
    let unsafe_ones = [
        "--no-sandbox",
        "--disable-setuid-sandbox",
        "--ignore-certificate-errors",
        "--remote-debugging",
        "--disable-web-security",
    ];
    let gone = [
        "--disable-session-crashed-bubble",
        "--disable-restore-session-state",
        "--disable-translate",
        "--disable-save-password-bubble",
        "--block-new-web-contents",
        "--enable-virtual-keyboard",
        "--disable-context-menu",
    ];
    for printer in [false, true] {
        let start = text(printer, "start");
        let (_, line) = start.split_once("exec ").unwrap();
        for flag in unsafe_ones.into_iter().chain(gone) {
            assert!(!line.contains(flag), "{flag}");
        }
        assert_eq!(line.contains("--kiosk-printing"), printer);
    }
    for (flag, why) in FLAGS {
        assert!(flag.starts_with("--") && !why.is_empty());
    }
}

#[test]
fn paper_is_printed_only_where_there_is_a_printer() {
    assert_eq!(policies()["PrintingEnabled"], false);
    assert!(text(true, "onefront-kiosk.json").contains("\"PrintingEnabled\": true"));
    assert!(text(true, "INSTALL").contains(" cups\n") && !text(false, "INSTALL").contains("cups"));
}

#[test]
fn an_address_that_browsers_keep_nothing_for_is_refused() {
    assert!(files(&url("http://care.example.com"), false).is_err());
    assert!(files(&url("http://127.0.0.1:3000"), false).is_ok());
}

#[test]
fn what_runs_the_kiosk_is_fed_by_frames_and_waits_for_no_network() {
    let unit = text(false, "onefront-kiosk.service");
    for line in [
        "Type=notify",
        "WatchdogSec=60",
        "Restart=always",
        "LimitCORE=0",
    ] {
        assert!(unit.lines().any(|one| one == line), "{line}");
    }
    assert!(
        !unit.contains("network-online"),
        "a missing network holds nothing up"
    );
    assert!(unit.contains("onefront kiosk-watch --profile /var/lib/onefront-kiosk/profile -- "));
}

#[test]
fn keys_that_lead_away_are_none_and_those_that_write_stay() {
    let keys = text(false, "onefront-kiosk.hwdb");
    let gone = |code: &str| keys.contains(&format!(" KEYBOARD_KEY_{code}=reserved"));
    for key in ["7003a", "70045", "700e0", "700e3", "700e6", "1d", "58"] {
        assert!(
            gone(key),
            "F1, F12, control, super, alt and their like: {key}"
        );
    }
    for key in ["70004", "7002b", "70029", "700e1", "7004f", "2a", "f"] {
        assert!(
            !gone(key),
            "A, tab, escape, shift, right and their like: {key}"
        );
    }
}

#[test]
fn the_voice_is_among_the_packages() {
    assert!(PACKAGES.contains(&"speech-dispatcher") && PACKAGES.contains(&"espeak-ng"));
    let install = text(false, "INSTALL");
    assert!(PACKAGES.iter().all(|name| install.contains(name)));
}

#[test]
fn what_is_written_can_be_run_and_is_a_script() {
    let folder = tempfile::tempdir().unwrap();
    for file in files(&url("https://care.example.com"), true).unwrap() {
        write(folder.path(), &file).unwrap();
    }
    let start = folder.path().join("usr/lib/onefront-kiosk/start");
    let mode = fs::metadata(&start).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o755);
    let checked = Command::new("sh").arg("-n").arg(&start).status().unwrap();
    assert!(checked.success());
}
