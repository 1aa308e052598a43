//! A journey: which step is next, may I visit it, what is missing. Pure; the very same code runs
//! on the server and in the browser. What a step asks is its room's business.

use crate::case::reference::Reference;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

mod contact;
mod question;
mod rule;
mod sheet;
#[cfg(feature = "ssr")]
pub use contact::read_contact;
pub use contact::{Reach, contact_fields, contact_rules, read_reach};
pub use question::{Answer, question_field, question_rule, question_rules, read_answers};
pub use rule::{FaultCode, Rule};
pub use sheet::Sheet;

/// A room in which a customer fills in a journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Room {
    /// Asking.
    Enquiry,
    /// Reporting a fault.
    Fault,
    /// Answering the survey that anybody can walk up to.
    Survey,
    /// Answering the survey about a case that was closed: a room of its own for each case.
    Closing(Reference),
}

impl Room {
    /// The room's name in endpoints.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Enquiry => "enquiry",
            Self::Fault => "fault",
            Self::Survey | Self::Closing(_) => "survey",
        }
    }

    /// Under which its draft is kept: one for each visitor and shelf.
    pub fn shelf(self) -> String {
        match self {
            Self::Closing(reference) => format!("closing-{reference}"),
            room => room.name().to_owned(),
        }
    }

    /// Where its pages are. A customer who walks up gives feedback; "survey" is our word.
    pub fn base(self) -> String {
        match self {
            Self::Enquiry => "/enquiry".to_owned(),
            Self::Fault => "/fault".to_owned(),
            Self::Survey => "/feedback".to_owned(),
            Self::Closing(reference) => format!("/feedback/about/{reference}"),
        }
    }

    /// The page of one step.
    pub fn path(self, step: &str) -> String {
        format!("{}/{step}", self.base())
    }
}

/// What a visitor has typed in one room and not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The idempotency key made when the journey's first form was rendered.
    pub key: String,
    /// What was typed, as it was typed.
    pub sheet: Sheet,
    /// The steps that were posted at least once: an optional answer left empty is an answer.
    pub seen: BTreeSet<String>,
}

/// Something wrong in one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The field's name, which is also its id on the page.
    pub field: String,
    /// What is wrong.
    pub code: FaultCode,
}

impl FieldFault {
    /// Names a fault.
    pub fn new(field: impl Into<String>, code: FaultCode) -> Self {
        Self {
            field: field.into(),
            code,
        }
    }
}

/// One step of a journey as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name in the URL.
    pub slug: String,
    /// Whether it was posted at least once.
    pub seen: bool,
    /// What is wrong or missing in it.
    pub faults: Vec<FieldFault>,
}

impl Step {
    /// Whether nothing is missing.
    pub fn answered(&self) -> bool {
        self.seen && self.faults.is_empty()
    }
}

/// The name of the page that shows all answers before they are sent.
pub const CHECK: &str = "check";

/// All steps of a journey in order, without the last page that shows them all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail(Vec<Step>);

impl Trail {
    /// Puts steps in order: each with its name and what is wrong in it.
    pub fn new(draft: &Draft, steps: Vec<(String, Vec<FieldFault>)>) -> Self {
        let steps = steps.into_iter().map(|(slug, faults)| Step {
            seen: draft.seen.contains(&slug),
            slug,
            faults,
        });
        Self(steps.collect())
    }

    /// The first step that is not answered; the check page when there is none.
    pub fn next(&self) -> &str {
        self.0
            .iter()
            .find(|step| !step.answered())
            .map_or(CHECK, |step| &step.slug)
    }

    /// Whether a step may be shown: everything before it is answered.
    pub fn may_visit(&self, slug: &str) -> bool {
        match self.position(slug) {
            Some(here) => self.0[..here].iter().all(Step::answered),
            None => slug == CHECK && self.complete(),
        }
    }

    /// The step before, if there is one.
    pub fn before(&self, slug: &str) -> Option<&str> {
        let here = self.position(slug).unwrap_or(self.0.len());
        self.0[..here].last().map(|step| step.slug.as_str())
    }

    /// Whether a step belongs to this journey as it stands.
    pub fn step(&self, slug: &str) -> Option<&Step> {
        self.position(slug).map(|here| &self.0[here])
    }

    /// The last step.
    pub fn last(&self) -> Option<&str> {
        self.0.last().map(|step| step.slug.as_str())
    }

    /// Whether everything may be sent.
    pub fn complete(&self) -> bool {
        self.0.iter().all(Step::answered)
    }

    /// Where somebody stands: the number of the step from one, and of how many.
    pub fn place(&self, slug: &str) -> (usize, usize) {
        (
            self.position(slug).unwrap_or(self.0.len()) + 1,
            self.0.len() + 1,
        )
    }

    fn position(&self, slug: &str) -> Option<usize> {
        self.0.iter().position(|step| step.slug == slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn trail(states: &[(bool, bool)]) -> Trail {
        let mut draft = Draft::default();
        let steps = states
            .iter()
            .enumerate()
            .map(|(n, (seen, faulty))| {
                let slug = format!("s{n}");
                if *seen {
                    draft.seen.insert(slug.clone());
                }
                (
                    slug.clone(),
                    if *faulty {
                        vec![FieldFault::new(slug, FaultCode::Empty)]
                    } else {
                        vec![]
                    },
                )
            })
            .collect();
        Trail::new(&draft, steps)
    }

    proptest! {
        #[test]
        fn the_next_step_may_be_visited_and_nothing_behind_it(states in proptest::collection::vec(any::<(bool, bool)>(), 0..9)) {
            let trail = trail(&states);
            let next = trail.next().to_owned();
            prop_assert!(trail.may_visit(&next));
            let (at, all) = trail.place(&next);
            prop_assert!(at <= all);
            for later in at..states.len() {
                let slug = format!("s{later}");
                prop_assert!(!trail.may_visit(&slug), "{slug} lies behind the unanswered {next}");
            }
            prop_assert_eq!(trail.complete(), next == CHECK);
        }

        #[test]
        fn going_back_from_anywhere_ends_at_the_first_step(states in proptest::collection::vec(any::<(bool, bool)>(), 1..9)) {
            let trail = trail(&states);
            let mut here = CHECK.to_owned();
            let mut hops = 0;
            while let Some(before) = trail.before(&here) {
                here = before.to_owned();
                hops += 1;
            }
            prop_assert_eq!((here, hops), ("s0".to_owned(), states.len()));
        }
    }

    #[test]
    fn a_step_of_another_journey_is_not_shown() {
        assert!(!trail(&[(true, false)]).may_visit("elsewhere"));
    }
}
