//! The heartbeat: what a kiosk says of itself every half minute, and what it is answered. It says
//! nothing of a customer.
//!
//! Only one page of a device beats at a time: whichever holds the browser's lock (`navigator.locks`)
//! named [`Beat::LOCK`]. A page draws its name when it begins, and draws another when it comes back
//! out of the back/forward cache. By that the back office knows a copied credential: see the rule
//! in its room.

use super::Versioned;
use serde::{Deserialize, Serialize};

/// Seconds between two beats.
pub const EVERY: u32 = 30;

/// What a kiosk says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Beat {
    /// The page that speaks: 26 random characters, in the shape of a form's key.
    pub page: String,
    /// The count of the last answer that this page has had.
    pub heard: Option<i64>,
    /// The build that runs.
    pub build: String,
    /// What time the device thinks it is, in microseconds.
    pub at: i64,
    /// How much waits to be sent.
    pub queue: u32,
    /// How long the oldest of it has waited, in seconds.
    pub oldest: Option<u32>,
    /// How long ago the last frame was painted, in milliseconds.
    pub frame: Option<u32>,
    /// The printer.
    pub printer: Printer,
    /// The ids of the keys under which what waits is sealed.
    pub keys: Vec<u8>,
    /// The version of the settings that is applied.
    pub setup: i64,
    /// The version that was sent and could not be read; the last good one is still applied.
    pub refused: Option<i64>,
}

impl Beat {
    /// The browser's lock that the page which beats holds.
    pub const LOCK: &str = "kiosk-beat";
}

/// What is known of a printer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Printer {
    /// Nothing: a page cannot ask a printer.
    #[default]
    Unknown,
    /// The last receipt was taken.
    Ready,
    /// Somebody said that no paper came.
    Out,
}

impl Printer {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::Ready, Self::Out];

    /// The word in the store and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Ready => "ready",
            Self::Out => "out",
        }
    }

    /// The state with this word; nothing is known by any other.
    pub fn from_name(name: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|one| one.name() == name).unwrap_or_default()
    }
}

/// What a kiosk is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BeatAnswer<Settings = Versioned> {
    /// How often this kiosk was heard: to be said with the next beat.
    pub count: i64,
    /// What time it is, in microseconds.
    pub now: i64,
    /// The settings, where newer ones than the applied are to be applied.
    pub setup: Option<Settings>,
}

/// Why a kiosk is not given what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// It holds no credential, or one that was taken back: to `/kiosk`, where it is paired.
    #[error("not paired")]
    NotPaired,
    /// Too often.
    #[error("too many tries")]
    TooMany,
    /// What it sent cannot be read.
    #[error("unreadable")]
    Unreadable,
    /// Not now: try again.
    #[error("unavailable")]
    Unavailable,
}
