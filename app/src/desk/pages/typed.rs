//! What was typed at the desk before and could not be taken, to be shown again with what is wrong
//! with it.

use super::said::{Said, text_fault};
use crate::{
    case::attachment::FileFault,
    desk::{DeskCase, TextFault, Unsent},
    parts::file_fault,
    turn::Turn,
};

/// What was typed about one case.
pub(super) struct Typed<'a> {
    unsent: Option<&'a Unsent>,
    /// What is wrong, as long as the page is shown because of it.
    faults: &'a [(String, TextFault)],
    /// What is wrong with the file beside it.
    file: Option<FileFault>,
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
            file: said.file,
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

    /// What is wrong with the file of one form.
    pub(super) fn file(&self, act: &str) -> Option<FileFault> {
        let here = self.unsent.is_some_and(|unsent| unsent.act == act);
        self.file.filter(|_| here)
    }

    /// Every fault with where to mend it, for the top of the page.
    pub(super) fn summary(&self, turn: &Turn) -> Vec<(String, String)> {
        let Some(unsent) = self.unsent else {
            return Vec::new();
        };
        let faults = self.faults.iter();
        let file = self
            .file
            .filter(|_| FILED.contains(&unsent.act.as_str()))
            .map(|fault| (file_id(&unsent.act), file_fault(turn.words, fault)));
        faults
            .map(|(field, fault)| {
                let id = match field.as_str() {
                    "text" => field_id(&unsent.act, unsent.about),
                    field => field.to_owned(),
                };
                (id, text_fault(turn.words, fault))
            })
            .chain(file)
            .collect()
    }
}

/// The acts with which a file may go.
const FILED: [&str; 2] = ["reply", "note"];

/// The id of the file's field in the form of an act.
pub(super) fn file_id(act: &str) -> String {
    format!("{act}-file")
}

/// The id of the text area of one form of the page.
pub(super) fn field_id(act: &str, about: Option<i64>) -> String {
    match about {
        Some(about) => format!("{act}-{about}"),
        None => act.to_owned(),
    }
}
