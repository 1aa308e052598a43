//! The endpoint of the survey room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{fields, read, trail};
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

async fn step(turn: &Turn, post: Post) -> Result<Reply, Refusal> {
    let (visitor, draft) = match take(turn, Room::Survey, &post, &fields(&post.step)).await? {
        Taken::Reply(reply) => return Ok(reply),
        Taken::Go { visitor, draft } => (visitor, draft),
    };
    let trail = trail(&turn.hatch.catalogue, &draft);
    // A survey is too short for a page that shows all answers: the last "send" sends.
    let last = post.act == Act::Next && trail.next() == CHECK;
    let (true, Ok(sheet)) = (last, read(&turn.hatch.catalogue, &draft)) else {
        return Ok(go_on(turn, Room::Survey, &post.step, post.act, &trail));
    };
    turn.hatch
        .survey
        .send(&visitor, &draft.key, turn.visitor.lang, sheet)
        .await?;
    Ok(see(&turn.visitor, "/feedback/thanks"))
}
