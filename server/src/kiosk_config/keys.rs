//! The keys of a keyboard that lead away from the page: taken out where the kernel reads them, as a
//! browser that is given one acts on it. Letters, digits, marks, Shift, Tab, Enter, Escape and the
//! arrows stay, so the page is worked by keys as before.

use std::fmt::Write;

/// Usages of HID's keyboard page (USB, Bluetooth): from, to, what they are.
const USB: [(u32, u32, &str); 7] = [
    (0x3a, 0x45, "F1 to F12"),
    (0x46, 0x48, "print, scroll lock, pause"),
    (0x65, 0x66, "menu, power"),
    (0x68, 0x7e, "F13 to F24, execute to find"),
    (0xe0, 0xe0, "left control"),
    (0xe2, 0xe4, "left alt, left super, right control"),
    (0xe6, 0xe7, "right alt, right super"),
];

/// Scan codes of PS/2 keyboards, the second set of each as the kernel numbers them.
const PS2: [(u32, u32, &str); 9] = [
    (0x1d, 0x1d, "left control"),
    (0x38, 0x38, "left alt"),
    (0x3b, 0x44, "F1 to F10"),
    (0x57, 0x58, "F11, F12"),
    (0x9d, 0x9d, "right control"),
    (0xb7, 0xb8, "print, right alt"),
    (0xdb, 0xdf, "left super, right super, menu, power, sleep"),
    (0xe3, 0xe3, "wake"),
    (0xe5, 0xed, "search to media"),
];

/// The file for udev.
pub fn hwdb() -> String {
    let mut text = String::from(
        "# Written by `onefront kiosk-config`. Keys that lead away from the page are none.\n",
    );
    section(
        &mut text,
        &["evdev:input:b0003*", "evdev:input:b0005*"],
        0x7_0000,
        &USB,
    );
    section(&mut text, &["evdev:atkbd:*"], 0, &PS2);
    text
}

fn section(text: &mut String, matches: &[&str], page: u32, keys: &[(u32, u32, &str)]) {
    text.push('\n');
    for one in matches {
        let _written = writeln!(text, "{one}");
    }
    for (from, to, what) in keys {
        for key in *from..=*to {
            let code = page + key;
            let _written = writeln!(text, " KEYBOARD_KEY_{code:x}=reserved # {what}");
        }
    }
}
