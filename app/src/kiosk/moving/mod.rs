//! Moving a journey from a kiosk to the customer's phone. The kiosk offers what was typed under a
//! code that it shows; the phone that presses the button behind the code goes on at the very step,
//! and the kiosk forgets its copy. Only what nobody has signed for moves: a journey that was begun,
//! never a case, and nothing of an account. A sent journey needs none of this, it has its own link.

#[cfg(feature = "ssr")]
pub mod device_api;
#[cfg(feature = "ssr")]
mod office;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod phone_api;
#[cfg(feature = "ssr")]
pub use office::{Claim, MovingOffice, Own, Taken};

use crate::{
    case::language::Lang,
    journey::{Draft, Room, Sheet},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Seconds after which the kiosk shows another code.
pub const EVERY: u32 = 30;
/// Seconds for which a code is good after another took its place: a camera that has just read it
/// has still to open the page, and its owner to read it and press the button.
pub const AFTERWARDS: u32 = 60;
/// Seconds for which a code is good when no other takes its place.
pub const GOOD_FOR: u32 = 120;

/// A journey as it stands at the kiosk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// The room it is walked in.
    pub room: Room,
    /// Its idempotency key. It goes along, so that a journey sent from both sides is one case.
    pub key: String,
    /// What was typed, on the step that stands open too.
    pub sheet: Sheet,
    /// The steps that were answered.
    pub seen: BTreeSet<String>,
    /// The step that stands open.
    pub step: String,
    /// The language it is walked in.
    pub lang: Lang,
}

impl Offered {
    /// A draft that stands at a step.
    pub fn of(room: Room, draft: &Draft, step: &str, lang: Lang) -> Self {
        Self {
            room,
            key: draft.key.clone(),
            sheet: draft.sheet.clone(),
            seen: draft.seen.clone(),
            step: step.to_owned(),
            lang,
        }
    }

    /// The draft, and the step at which it stands.
    pub fn into_draft(self) -> (Draft, String) {
        let draft = Draft {
            key: self.key,
            sheet: self.sheet,
            seen: self.seen,
        };
        (draft, self.step)
    }
}

/// What an offer is answered with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The address to show as a code.
    Show(String),
    /// A phone has it already: the kiosk forgets its copy.
    Moved,
}

/// How an offer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stands {
    /// No phone has taken it.
    Waiting,
    /// A phone has it: the kiosk forgets its copy.
    Moved,
    /// Every code of it has run out.
    Over,
}

#[cfg(feature = "ssr")]
mod whole {
    use super::{Offered, Room};
    use crate::steps::{is_key, slug};

    /// No journey of ours has so many steps, or fields.
    const MOST: usize = 100;

    impl Offered {
        /// Whether a page of ours could have offered it.
        pub(super) fn is_whole(&self) -> bool {
            let name = |name: &str| !name.is_empty() && slug(name) == name;
            let fields = || self.sheet.fields().map(|(field, _)| field);
            !matches!(self.room, Room::Closing(_))
                && is_key(&self.key)
                && name(&self.step)
                && self.seen.len() <= MOST
                && self.seen.iter().all(|step| name(step))
                && fields().count() <= MOST
                && fields().all(name)
        }
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    fn offered() -> Offered {
        Offered {
            room: Room::Fault,
            key: "k".repeat(26),
            sheet: Sheet::from_pairs([("product", "broadband"), ("q-since", "断网")]),
            seen: BTreeSet::from(["product".to_owned()]),
            step: "symptom".to_owned(),
            lang: Lang::ZhHant,
        }
    }

    #[test]
    fn a_draft_goes_through_an_offer_unchanged() {
        let (draft, step) = offered().into_draft();
        assert_eq!(
            Offered::of(Room::Fault, &draft, &step, Lang::ZhHant),
            offered()
        );
        let said = serde_json::to_string(&offered()).expect("data");
        assert_eq!(serde_json::from_str::<Offered>(&said).ok(), Some(offered()));
    }

    #[test]
    fn what_no_page_of_ours_offers_is_not_taken() {
        assert!(offered().is_whole());
        let reference = crate::case::reference::Reference::draw([7; 8]);
        for (why, broken) in [
            (
                "about a case",
                Offered {
                    room: Room::Closing(reference),
                    ..offered()
                },
            ),
            (
                "no key",
                Offered {
                    key: "k".repeat(25),
                    ..offered()
                },
            ),
            (
                "no step",
                Offered {
                    step: String::new(),
                    ..offered()
                },
            ),
            (
                "a forged step",
                Offered {
                    step: "../desk".to_owned(),
                    ..offered()
                },
            ),
            (
                "a forged answer",
                Offered {
                    seen: BTreeSet::from(["A".to_owned()]),
                    ..offered()
                },
            ),
            (
                "a forged field",
                Offered {
                    sheet: Sheet::from_pairs([("<b>", "x")]),
                    ..offered()
                },
            ),
            (
                "too many fields",
                Offered {
                    sheet: Sheet::from_pairs((0..101).map(|at| (format!("q-{at}"), "x"))),
                    ..offered()
                },
            ),
        ] {
            assert!(!broken.is_whole(), "{why}");
        }
    }
}
