//! Forms that belong to no journey: looking a case up, writing to a case, signing in. What was
//! typed into one and could not be taken is set aside for its page, as a step's answers lie in a
//! draft, and goes with the visitor.

use crate::{hatch::Refusal, journey::Sheet, turn::Turn};

/// Sets these fields of a posted form aside for a place.
///
/// # Errors
/// When they could not be kept; what was typed is then still in the customer's browser.
pub async fn set_aside(
    turn: &Turn,
    place: &str,
    fields: &[&str],
    form: &Sheet,
) -> Result<(), Refusal> {
    let fields: Vec<_> = fields.iter().map(|field| (*field).to_owned()).collect();
    let mut sheet = Sheet::default();
    sheet.take_over(&fields, form);
    let known = turn.visitor.token.as_ref();
    let visitor = turn.hatch.drafts.set_aside(known, place, sheet).await?;
    if known != Some(&visitor) {
        turn.visitor
            .remember(&visitor, turn.hatch.catalogue.periods.draft_hours);
    }
    Ok(())
}

/// What was set aside for a place; nothing typed, when there is nothing.
///
/// # Errors
/// When the store cannot be read.
pub async fn aside(turn: &Turn, place: &str) -> Result<Sheet, Refusal> {
    let kept = match &turn.visitor.token {
        Some(visitor) => turn.hatch.drafts.aside(visitor, place).await?,
        None => None,
    };
    Ok(kept.unwrap_or_default())
}
