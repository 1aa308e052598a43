//! One tap: a question by the door, answered with one press. What the kiosk and the server say to
//! each other about it, and what a page of the desk counts. Nothing in here is about anybody.
//! Whether a press was a customer's is for the server to judge, not for the screen.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(any(feature = "kiosk", test))]
pub mod face;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
pub use office::{Asked, TapCounts, TapOffice, TapRow};

use crate::catalogue::TapQuestion;
use serde::{Deserialize, Serialize};

/// No more go in one call.
pub const MOST: usize = 200;

/// A press on a face. It is sent at once and, where a reason follows, again with it: the same key
/// is the same press, however often and in whatever order it comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tap {
    /// Made by the screen for this press; shaped as the keys of the journeys.
    pub key: String,
    /// The question's code.
    pub question: String,
    /// The question's version.
    pub version: u32,
    /// The face that was pressed, from 1, the unhappiest.
    pub face: u8,
    /// How many faces there were.
    pub faces: u8,
    /// When, by the server's clock as far as the device knows it, in microseconds since 1970 UTC.
    pub pressed_at: i64,
    /// The code of the reason, once it was given.
    #[serde(default)]
    pub reason: Option<String>,
}

impl Tap {
    /// A press on a face of a question.
    pub fn on(question: &TapQuestion, face: u8, key: String, pressed_at: i64) -> Self {
        Self {
            key,
            question: question.code.clone(),
            version: question.version,
            face,
            faces: u8::try_from(question.faces.len()).unwrap_or(u8::MAX),
            pressed_at,
            reason: None,
        }
    }

    /// Whether a screen of ours could have sent it. The question may be one that the catalogue has
    /// no more: it was there when the face was pressed.
    #[cfg(feature = "ssr")]
    pub fn is_whole(&self) -> bool {
        crate::steps::is_key(&self.key)
            && is_code(&self.question)
            && (3..=5).contains(&self.faces)
            && (1..=self.faces).contains(&self.face)
            && self.reason.as_deref().is_none_or(is_code)
    }
}

#[cfg(feature = "ssr")]
fn is_code(text: &str) -> bool {
    !text.is_empty() && crate::steps::slug(text) == text
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn tap() -> Tap {
        Tap {
            key: "k".repeat(26),
            question: "door".to_owned(),
            version: 1,
            face: 5,
            faces: 5,
            pressed_at: 0,
            reason: Some("waiting".to_owned()),
        }
    }

    #[test]
    fn what_no_screen_of_ours_sends_is_no_tap() {
        assert!(tap().is_whole());
        let broken = [
            Tap {
                key: "k".repeat(25),
                ..tap()
            },
            Tap { face: 0, ..tap() },
            Tap { face: 6, ..tap() },
            Tap {
                faces: 2,
                face: 1,
                ..tap()
            },
            Tap {
                question: "<b>".to_owned(),
                ..tap()
            },
            Tap {
                question: String::new(),
                ..tap()
            },
            Tap {
                reason: Some("It was Mr Li!".to_owned()),
                ..tap()
            },
        ];
        for tap in broken {
            assert!(!tap.is_whole(), "{tap:?}");
        }
    }
}
