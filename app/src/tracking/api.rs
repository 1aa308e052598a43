//! The endpoints of the tracking room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Heard, Look, Saying, look_faults};
use crate::{
    case::{
        attachment::{FIELD, FileFault, Upload},
        reference::Reference,
    },
    hatch::{Refusal, Token},
    journey::{FieldFault, Room, Rule, Sheet},
    parts::file_fault,
    reply::{FormPost, Reply, mend, mend_said, see},
    steps::{Act, answered, fresh_key, is_key, set_aside},
    turn::{Turn, upload},
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
    let reply = look(&turn, &form).await;
    answered(&turn, reply)
}

/// Adds a message.
#[server(prefix = "/api", endpoint = "track/write", protocol = FormPost)]
pub async fn write(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = say(&turn, &form, upload(), Word::Message).await;
    answered(&turn, reply)
}

/// "It is fixed": closes, and asks the closing survey.
#[server(prefix = "/api", endpoint = "track/confirm", protocol = FormPost)]
pub async fn confirm(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = say(&turn, &form, upload(), Word::Fixed).await;
    answered(&turn, reply)
}

/// "Still not fixed": opens again.
#[server(prefix = "/api", endpoint = "track/reopen", protocol = FormPost)]
pub async fn reopen(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = say(&turn, &form, upload(), Word::NotFixed).await;
    answered(&turn, reply)
}

/// How long the customer's timeline is: what the live case page asks now and then. Changes nothing
/// and is a POST all the same, so that no link can make a browser ask it.
#[server(prefix = "/api", endpoint = "track/length", protocol = FormPost)]
pub async fn length(#[server(flatten)] form: Sheet) -> Result<u32, Refusal> {
    let turn = Turn::take();
    let reference = reference_of(&form)?;
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    turn.hatch.tracking.length(visitor, reference).await
}

/// Where what was typed to find a case is kept until it is found.
pub const LOOK: &str = "track";

async fn look(turn: &Turn, form: &Sheet) -> Result<Reply, Refusal> {
    let keep = || set_aside(turn, LOOK, &["reference", "contact"], form);
    if let Act::Speak(lang) = Act::read(form.typed("act")) {
        keep().await?;
        turn.visitor.speak(lang);
        return Ok(see(&turn.visitor, "/track"));
    }
    let faults = look_faults(form);
    if !faults.is_empty() {
        keep().await?;
        return Ok(mend(&turn.visitor, "/track?mend".to_owned(), &faults));
    }
    let look = Look {
        reference: form.typed("reference").to_owned(),
        contact: form.typed("contact").to_owned(),
    };
    let (visitor, from) = (turn.visitor.token.as_ref(), &turn.visitor.from);
    let page = match turn.hatch.tracking.find(visitor, look, from).await {
        // Unknown and wrong are one answer, and not one that says which.
        Err(Refusal::NotFound) => "/track?unknown",
        Err(Refusal::TooMany) if turn.visitor.wants_html => "/track?wait",
        found => return enter(turn, found),
    };
    keep().await?;
    Ok(see(&turn.visitor, page))
}

/// What a customer can say about their case. One form says it, by its button; so whatever is
/// typed goes with each of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Message,
    Fixed,
    NotFixed,
}

impl Word {
    /// What is wrong with the text. Only a message needs one, and not beside a file.
    fn fault(self, text: &str, file: Option<&Upload>) -> Option<FieldFault> {
        let rule = match (self, file) {
            (Self::Message, None) => MESSAGE,
            _ => ASIDE,
        };
        let code = rule.check(text).err()?;
        Some(FieldFault::new("text", code))
    }
}

async fn say(
    turn: &Turn,
    form: &Sheet,
    file: Option<Upload>,
    word: Word,
) -> Result<Reply, Refusal> {
    let reference = reference_of(form)?;
    let page = case_path(reference);
    let place = case_place(reference);
    let keep = || set_aside(turn, &place, &["text"], form);
    // A file cannot be kept: whoever is sent back is told so. A form that is sent as plain text
    // only names it.
    let chosen = file.is_some() || form.said(FIELD).is_some();
    let again = chosen.then_some(FileFault::Again);
    if let Act::Speak(lang) = Act::read(form.typed("act")) {
        keep().await?;
        turn.visitor.speak(lang);
        return Ok(see(&turn.visitor, FileFault::told(again, page)));
    }
    if let Some(fault) = word.fault(form.typed("text"), file.as_ref()) {
        keep().await?;
        let page = FileFault::told(again, format!("{page}?mend"));
        return Ok(mend(&turn.visitor, page, &[fault]));
    }
    let saying = Saying {
        // A form without a key of ours is taken as new: nothing that is said may be lost.
        key: Some(form.typed("key"))
            .filter(|key| is_key(key))
            .map_or_else(fresh_key, str::to_owned),
        text: form.typed("text").trim().to_owned(),
        file,
    };
    let next = match hear(turn, reference, word, saying).await {
        Ok(Heard::Taken) => match word {
            Word::Message => format!("{page}?sent#timeline"),
            Word::Fixed => Room::Closing(reference).base(),
            Word::NotFixed => page,
        },
        Ok(Heard::Closed) => {
            keep().await?;
            FileFault::told(again, format!("{page}?closed"))
        }
        Ok(Heard::Unfit(fault)) => {
            keep().await?;
            let page = FileFault::told(Some(fault), format!("{page}?mend"));
            let fault = (FIELD.to_owned(), file_fault(turn.words, fault));
            return Ok(mend_said(&turn.visitor, page, vec![fault]));
        }
        // Not this visitor's case, or not any more: after days a visitor is forgotten. Once the
        // secret link is opened what was typed is there again.
        Err(Refusal::NotFound) if turn.visitor.wants_html => {
            keep().await?;
            FileFault::told(again, format!("{page}?kept"))
        }
        Err(refusal) => return Err(refusal),
    };
    Ok(see(&turn.visitor, next))
}

async fn hear(
    turn: &Turn,
    reference: Reference,
    word: Word,
    saying: Saying,
) -> Result<Heard, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let tracking = &turn.hatch.tracking;
    match word {
        Word::Message => tracking.write(visitor, reference, saying).await,
        Word::Fixed => tracking.confirm(visitor, reference, saying).await,
        Word::NotFixed => tracking.reopen(visitor, reference, saying).await,
    }
}

/// What a message demands.
pub const MESSAGE: Rule = Rule::Text {
    required: true,
    most: Rule::LONG,
};

/// What is said beside "it is fixed" and "still not fixed", if anything.
pub const ASIDE: Rule = Rule::Text {
    required: false,
    most: Rule::LONG,
};

fn enter(turn: &Turn, found: Result<(Token, Reference), Refusal>) -> Result<Reply, Refusal> {
    let (visitor, reference) = found?;
    if turn.visitor.token.as_ref() != Some(&visitor) {
        turn.visitor
            .remember(&visitor, turn.hatch.catalogue.periods.draft_hours);
    }
    Ok(see(&turn.visitor, case_path(reference)))
}

fn reference_of(form: &Sheet) -> Result<Reference, Refusal> {
    let typed = form.typed("reference");
    typed.parse().map_err(|_| Refusal::NotFound)
}

/// The page of a case.
pub fn case_path(reference: Reference) -> String {
    format!("/track/{reference}")
}

/// Where what was typed on a journey's step is kept after the journey became this case.
pub fn late_place(reference: Reference) -> String {
    format!("late-{reference}")
}

/// Where what was typed to a case is kept until it is taken.
pub fn case_place(reference: Reference) -> String {
    format!("case-{reference}")
}
