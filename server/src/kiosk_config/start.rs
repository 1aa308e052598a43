//! The line that starts a kiosk's Chromium. Only flags that Chromium 156 knows: many that are copied
//! from kiosk to kiosk do nothing any more, and some undo its sandbox.

use super::{PROFILE, START};
use crate::config::PublicUrl;
use std::fmt::Write;

/// Each flag, and what it is for.
pub const FLAGS: [(&str, &str); 15] = [
    ("--kiosk", "the whole screen, and no bar to leave it by"),
    ("--ozone-platform=wayland", "what cage speaks"),
    ("--no-first-run", "no welcome"),
    (
        "--noerrdialogs",
        "no box over the page that nobody can answer",
    ),
    (
        "--hide-crash-restore-bubble",
        "no offer of the last customer's page",
    ),
    (
        "--disable-back-forward-cache",
        "no page that still lives behind this one",
    ),
    (
        "--overscroll-history-navigation=0",
        "no swipe to the page before",
    ),
    ("--disable-pinch", "no zoom that the next customer finds"),
    ("--disable-extensions", "nothing beside the page"),
    ("--disable-component-update", "no downloads of its own"),
    ("--disable-background-networking", "no calls of its own"),
    (
        "--disable-breakpad",
        "no dumps of memory: what was typed would be in them",
    ),
    ("--disable-sync", "no account"),
    (
        "--password-store=basic",
        "cookies are read again after a restart without anybody's keyring: one is the device's credential",
    ),
    (
        "--enable-speech-dispatcher",
        "the voice; without it Chromium has none on Linux",
    ),
];

/// For a kiosk with a printer: the receipt is printed without a dialogue.
pub const PRINTING: (&str, &str) = ("--kiosk-printing", "paper without a dialogue");

/// The script that starts the browser.
pub fn script(url: &PublicUrl, printer: bool) -> String {
    let flags: Vec<_> = FLAGS
        .into_iter()
        .chain(printer.then_some(PRINTING))
        .collect();
    let mut text = format!(
        "#!/bin/sh\n\
         # {START}: Chromium as a kiosk of {url}. Written by `onefront kiosk-config`.\n\
         # Never add --no-sandbox, --remote-debugging-port, --ignore-certificate-errors or\n\
         # --disable-web-security.\n#\n"
    );
    for (flag, why) in &flags {
        let _written = writeln!(text, "# {flag}\n#     {why}");
    }
    let _written = write!(
        text,
        "\nprofile={PROFILE}\n\
         # What Chromium keeps of the windows that were open, with what stood in their fields.\n\
         rm -rf \"$profile/Default/Sessions\"\n\n\
         exec /usr/bin/chromium \\\n  --user-data-dir=\"$profile\" \\\n"
    );
    for (flag, _) in &flags {
        let _written = writeln!(text, "  {flag} \\");
    }
    let _written = writeln!(text, "  {}/kiosk", url.origin());
    text
}
