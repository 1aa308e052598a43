//! The endpoint of the survey room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{fields, read, survey, trail};
use crate::{
    hatch::Refusal,
    journey::{CHECK, Room, Sheet},
    reply::{FormPost, Reply, see},
    steps::{Act, Post, Taken, answered, go_on, take},
    turn::Turn,
};
use leptos::prelude::*;

/// Takes one step's answers; the last step sends them.
#[server(prefix = "/api", endpoint = "survey/answer", protocol = FormPost)]
pub async fn answer(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = step(&turn, form.into()).await;
    answered(&turn, reply)
}

/// The field that says which case a survey is about. Whether it is this visitor's case, the office
/// asks.
pub(super) const ABOUT: &str = "reference";

async fn step(turn: &Turn, post: Post) -> Result<Reply, Refusal> {
    let (about, room) = match post.sheet.said(ABOUT) {
        None => (None, Room::Survey),
        Some(typed) => {
            let reference = typed.parse().map_err(|_| Refusal::NotFound)?;
            (Some(reference), Room::Closing(reference))
        }
    };
    let (visitor, draft) = match take(turn, room, &post, &fields(&post.step)).await? {
        Taken::Reply(reply) => return Ok(reply),
        Taken::Go { visitor, draft } => (visitor, draft),
    };
    let survey = survey(&turn.hatch.catalogue, room);
    let trail = trail(survey, &draft);
    // A survey is too short for a page that shows all answers: the last "send" sends.
    let last = post.act == Act::Next && trail.next() == CHECK;
    let (true, Ok(sheet)) = (last, read(survey, &draft)) else {
        return Ok(go_on(turn, room, &post.step, post.act, &trail));
    };
    turn.hatch
        .survey
        .send(&visitor, about, &draft.key, turn.visitor.lang, sheet)
        .await?;
    Ok(see(&turn.visitor, THANKS))
}

/// Where a sent survey leads.
pub const THANKS: &str = "/feedback/thanks";
