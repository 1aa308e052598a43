//! The files of words, one a room and language. What they say is not read here.

use crate::case::language::Lang;

/// Name and files of each room, in the order of `Lang::ALL`. Listed rather than searched for, so that
/// the compiler knows of every file.
macro_rules! rooms {
    ($($room:literal),* $(,)?) => {
        [$(($room, [
            include_str!(concat!("../../locales/zh-Hans/", $room, ".ftl")),
            include_str!(concat!("../../locales/zh-Hant/", $room, ".ftl")),
            include_str!(concat!("../../locales/en/", $room, ".ftl")),
        ])),*]
    };
}

pub const ROOMS: &[(&str, [&str; Lang::ALL.len()])] = &rooms![
    "face",
    "page",
    "home",
    "about",
    "steps",
    "field",
    "enquiry",
    "fault",
    "sent",
    "look",
    "tracking",
    "survey",
    "status",
    "sorry",
    "desk",
    "chain",
    "requests",
    "clock",
    "workbench",
    "account",
    "staff",
    "date",
    "notices",
    "incident",
    "kiosk",
    "keyboard",
    "taps",
    "attachments",
    "fleet",
    "deposit",
    "sending",
    "moving",
    "moved",
    "tap",
    "speech",
];

/// The rooms whose words a kiosk carries: those of its own screens and of the journeys.
pub const CARRIED: &[&str] = &[
    "face", "steps", "field", "enquiry", "fault", "sent", "survey", "look", "date", "kiosk",
    "keyboard", "sending", "moving", "tap", "speech",
];
