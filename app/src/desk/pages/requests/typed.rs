//! What was typed about a request and could not be taken.

use crate::{
    desk::{
        pages::said::{Said, text_fault},
        requests::{RequestAct, UnsentRequest},
    },
    turn::Turn,
};

/// What was typed before, and what is wrong with it while the page is shown because of that.
pub(super) struct Typed<'a> {
    unsent: Option<&'a UnsentRequest>,
    mend: bool,
}

impl<'a> Typed<'a> {
    pub(super) fn of(unsent: Option<&'a UnsentRequest>, said: &Said) -> Self {
        Self {
            unsent,
            mend: said.mend,
        }
    }

    pub(super) fn value(&self, field: &str) -> String {
        self.unsent
            .map_or("", |unsent| unsent.sheet.typed(field))
            .to_owned()
    }

    pub(super) fn fault(&self, turn: &Turn, field: &str) -> Option<String> {
        let unsent = self.unsent.filter(|_| self.mend)?;
        let (_, fault) = unsent.faults.iter().find(|(name, _)| name == field)?;
        Some(text_fault(turn.words, fault))
    }

    /// The text of one act's form.
    pub(super) fn text(&self, turn: &Turn, act: RequestAct) -> (Option<String>, Option<String>) {
        let here = self.unsent.filter(|unsent| unsent.act == act.name());
        let value = here.map(|unsent| unsent.sheet.typed("text").to_owned());
        (value, here.and_then(|_| self.fault(turn, "text")))
    }

    pub(super) fn summary(&self, turn: &Turn) -> Vec<(String, String)> {
        let Some(unsent) = self.unsent.filter(|_| self.mend) else {
            return Vec::new();
        };
        let at = |field: &String| match RequestAct::from_name(&unsent.act) {
            Some(act) if field == "text" => act.name().to_owned(),
            _ => field.clone(),
        };
        let faults = unsent.faults.iter();
        faults
            .map(|(field, fault)| (at(field), text_fault(turn.words, fault)))
            .collect()
    }
}
