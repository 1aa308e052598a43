//! The endpoints of the tracking room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::Look;
use crate::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    journey::{FaultCode, FieldFault, Rule, Sheet},
    reply::{FormPost, Reply, mend, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Opens a secret link. The secret comes as a field, so that no log holds it.
#[server(prefix = "/api", endpoint = "track/open", protocol = FormPost)]
pub async fn open(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = enter(
        &turn,
        turn.hatch
            .tracking
            .open(
                turn.visitor.token.as_ref(),
                form.typed("secret"),
                &turn.visitor.from,
            )
            .await,
    );
    answered(&turn, reply)
}

/// Looks a case up by reference and contact.
#[server(prefix = "/api", endpoint = "track/find", protocol = FormPost)]
pub async fn find(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let faults = look_faults(&form);
    if !faults.is_empty() {
        return Ok(mend(&turn.visitor, "/track?mend".to_owned(), &faults));
    }
    let look = Look {
        reference: form.typed("reference").to_owned(),
        contact: form.typed("contact").to_owned(),
    };
    let found = turn
        .hatch
        .tracking
        .find(turn.visitor.token.as_ref(), look, &turn.visitor.from)
        .await;
    let reply = match found {
        // Unknown and wrong are one answer, and not one that says which.
        Err(Refusal::NotFound) => Ok(see(&turn.visitor, "/track?unknown")),
        found => enter(&turn, found),
    };
    answered(&turn, reply)
}

/// Adds a message.
#[server(prefix = "/api", endpoint = "track/write", protocol = FormPost)]
pub async fn write(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = add(&turn, &form).await;
    answered(&turn, reply)
}

/// "It is fixed": closes, and asks the closing survey.
#[server(prefix = "/api", endpoint = "track/confirm", protocol = FormPost)]
pub async fn confirm(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = match case_of(&turn, &form) {
        Ok((visitor, reference)) => turn
            .hatch
            .tracking
            .confirm(&visitor, reference)
            .await
            .map(|()| see(&turn.visitor, "/feedback")),
        Err(refusal) => Err(refusal),
    };
    answered(&turn, reply)
}

/// "Still not fixed": opens again.
#[server(prefix = "/api", endpoint = "track/reopen", protocol = FormPost)]
pub async fn reopen(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = match case_of(&turn, &form) {
        Ok((visitor, reference)) => {
            let text = form.typed("text").trim();
            let reopened = turn.hatch.tracking.reopen(&visitor, reference, text).await;
            reopened.map(|()| see(&turn.visitor, case_path(reference)))
        }
        Err(refusal) => Err(refusal),
    };
    answered(&turn, reply)
}

/// How long the customer's timeline is: what the live case page asks now and then. Changes nothing
/// and is a POST all the same, so that no link can make a browser ask it.
#[server(prefix = "/api", endpoint = "track/length", protocol = FormPost)]
pub async fn length(#[server(flatten)] form: Sheet) -> Result<u32, Refusal> {
    let turn = Turn::take();
    let (visitor, reference) = case_of(&turn, &form)?;
    turn.hatch.tracking.length(&visitor, reference).await
}

async fn add(turn: &Turn, form: &Sheet) -> Result<Reply, Refusal> {
    let (visitor, reference) = case_of(turn, form)?;
    let text = form.typed("text");
    if let Err(code) = MESSAGE.check(text) {
        // A message is not part of a draft, so the browser keeps it: the page is asked for again
        // only where there was nothing to lose.
        let page = format!(
            "{}?{}",
            case_path(reference),
            if code == FaultCode::Empty {
                "empty"
            } else {
                "long"
            }
        );
        return Ok(mend(&turn.visitor, page, &[FieldFault::new("text", code)]));
    }
    turn.hatch
        .tracking
        .write(&visitor, reference, form.typed("key"), text.trim())
        .await?;
    Ok(see(
        &turn.visitor,
        format!("{}?sent#timeline", case_path(reference)),
    ))
}

/// What a message demands.
pub const MESSAGE: Rule = Rule::Text {
    required: true,
    most: Rule::LONG,
};

fn look_faults(form: &Sheet) -> Vec<FieldFault> {
    let rules = [
        ("reference", Rule::Reference),
        (
            "contact",
            Rule::Text {
                required: true,
                most: Rule::SHORT,
            },
        ),
    ];
    rules
        .into_iter()
        .filter_map(|(field, rule)| {
            rule.check(form.typed(field))
                .err()
                .map(|code| FieldFault::new(field, code))
        })
        .collect()
}

fn enter(turn: &Turn, found: Result<(Token, Reference), Refusal>) -> Result<Reply, Refusal> {
    let (visitor, reference) = found?;
    if turn.visitor.token.as_ref() != Some(&visitor) {
        turn.visitor
            .remember(&visitor, turn.hatch.catalogue.periods.draft_hours);
    }
    Ok(see(&turn.visitor, case_path(reference)))
}

fn case_of(turn: &Turn, form: &Sheet) -> Result<(Token, Reference), Refusal> {
    let visitor = turn.visitor.token.clone().ok_or(Refusal::NotFound)?;
    let reference = form
        .typed("reference")
        .parse()
        .map_err(|_| Refusal::NotFound)?;
    Ok((visitor, reference))
}

/// The page of a case.
pub fn case_path(reference: Reference) -> String {
    format!("/track/{reference}")
}
