//! Buttons that are themselves the answer: "did that help?" and "I have it too".

use super::{self_check, tried_field};
use crate::{catalogue::Catalogue, journey::Sheet, steps::Act};

/// What a button of a step answers: the field and what is said in it. Nothing where the step's
/// fields answer.
pub fn answered_by(
    catalogue: &Catalogue,
    before: &Sheet,
    step: &str,
    act: Act,
) -> Option<(String, &'static str)> {
    if let Some(check) = self_check(catalogue, before, step) {
        let said = if act == Act::Fixed {
            "fixed"
        } else {
            "not-fixed"
        };
        return Some((tried_field(check), said));
    }
    let said = if act == Act::Join { "join" } else { "other" };
    (step == "known").then(|| ("known".to_owned(), said))
}
