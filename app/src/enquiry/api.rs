//! The endpoints of the enquiry room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{fields, read, trail};
use crate::{
    hatch::Refusal,
    journey::{Room, Sheet},
    reply::{FormPost, Reply, mend, see},
    steps::{Act, Post, Taken, answered, go_on, receipt_path, take, take_sending, typed_before},
    turn::Turn,
};
use leptos::prelude::*;

/// Takes one step's answers.
#[server(prefix = "/api", endpoint = "enquiry/answer", protocol = FormPost)]
pub async fn answer(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = step(&turn, form.into()).await;
    answered(&turn, reply)
}

/// Sends the enquiry.
#[server(prefix = "/api", endpoint = "enquiry/send", protocol = FormPost)]
pub async fn submit(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = hand_in(&turn, form.into()).await;
    answered(&turn, reply)
}

async fn step(turn: &Turn, post: Post) -> Result<Reply, Refusal> {
    let catalogue = &turn.hatch.catalogue;
    let before = typed_before(turn, Room::Enquiry).await?;
    let fields = fields(catalogue, &before, &post.step);
    match take(turn, Room::Enquiry, &post, &fields).await? {
        Taken::Reply(reply) => Ok(reply),
        Taken::Go { draft, .. } => {
            let trail = trail(catalogue, &draft);
            Ok(go_on(turn, Room::Enquiry, &post.step, post.act, &trail))
        }
    }
}

async fn hand_in(turn: &Turn, post: Post) -> Result<Reply, Refusal> {
    let (visitor, draft) = match take_sending(turn, Room::Enquiry, &post).await? {
        Taken::Reply(reply) => return Ok(reply),
        Taken::Go { visitor, draft } => (visitor, draft),
    };
    if post.act == Act::Back {
        return Ok(see(&turn.visitor, Room::Enquiry.path("contact")));
    }
    match read(&turn.hatch.catalogue, &draft.sheet) {
        Err(faults) => {
            let trail = trail(&turn.hatch.catalogue, &draft);
            let page = format!("{}?mend", Room::Enquiry.path(trail.next()));
            Ok(mend(&turn.visitor, page, &faults))
        }
        Ok(enquiry) => {
            let receipt = turn
                .hatch
                .enquiry
                .send(&visitor, &draft.key, turn.visitor.lang, enquiry)
                .await?;
            Ok(see(&turn.visitor, receipt_path(&receipt)))
        }
    }
}
