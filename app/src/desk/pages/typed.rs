//! What was typed at the desk before and could not be taken, to be shown again with what is wrong
//! with it.

use super::said::{Said, text_fault};
use crate::{
    desk::{DeskCase, TextFault, Unsent},
    turn::Turn,
};

/// What was typed about one case.
pub(super) struct Typed<'a> {
    unsent: Option<&'a Unsent>,
    /// What is wrong, as long as the page is shown because of it.
    faults: &'a [(String, TextFault)],
}

impl<'a> Typed<'a> {
    pub(super) fn of(case: &'a DeskCase, said: &Said) -> Self {
        let unsent = case.unsent.as_ref();
        let faults = unsent
            .filter(|_| said.mend)
            .map(|unsent| unsent.faults.as_slice());
        Self {
            unsent,
            faults: faults.unwrap_or_default(),
        }
    }

    /// The text of one form and the sentence that helps to mend it.
    pub(super) fn at(
        &self,
        turn: &Turn,
        act: &str,
        about: Option<i64>,
    ) -> (Option<String>, Option<String>) {
        self.field(turn, act, about, "text")
    }

    /// What one field of a form held, and the sentence that helps to mend it.
    pub(super) fn field(
        &self,
        turn: &Turn,
        act: &str,
        about: Option<i64>,
        field: &str,
    ) -> (Option<String>, Option<String>) {
        let here = self
            .unsent
            .filter(|unsent| unsent.act == act && unsent.about == about);
        let mut faults = self.faults.iter().filter(|_| here.is_some());
        let fault = faults.find(|(name, _)| name == field);
        (
            here.map(|unsent| unsent.typed.typed(field).to_owned()),
            fault.map(|(_, fault)| text_fault(turn.words, fault)),
        )
    }

    /// Every fault with where to mend it, for the top of the page.
    pub(super) fn summary(&self, turn: &Turn) -> Vec<(String, String)> {
        let Some(unsent) = self.unsent else {
            return Vec::new();
        };
        let faults = self.faults.iter();
        faults
            .map(|(field, fault)| {
                let id = match field.as_str() {
                    "text" => field_id(&unsent.act, unsent.about),
                    field => field.to_owned(),
                };
                (id, text_fault(turn.words, fault))
            })
            .collect()
    }
}

/// The id of the text area of one form of the page.
pub(super) fn field_id(act: &str, about: Option<i64>) -> String {
    match about {
        Some(about) => format!("{act}-{about}"),
        None => act.to_owned(),
    }
}
