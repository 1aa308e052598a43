//! The demo operator's files, as part of the binary: a list by hand, because twelve lines are
//! less than a build script or a dependency. A test compares it with the folder.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../catalogue/", $name)))),*]
    };
}

/// Name and text of each file.
pub const FILES: &[(&str, &str)] = files![
    "operator.toml",
    "organisation.toml",
    "places.toml",
    "calendars.toml",
    "tiers.toml",
    "surveys.toml",
    "templates.toml",
    "services/mobile.toml",
    "services/broadband.toml",
    "services/fixed-line.toml",
    "services/tv.toml",
    "services/leased-line.toml",
    "services/general.toml",
];
