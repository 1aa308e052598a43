//! The endpoints of the fault room.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{World, answered_by, fields, read, self_check, trail};
use crate::{
    hatch::{Refusal, Token},
    journey::{Draft, FaultCode, FieldFault, Room, Sheet},
    reply::{FormPost, Reply, mend, see},
    steps::{Act, Post, Taken, answered, go_on, receipt_path, take, take_sending, typed_before},
    turn::Turn,
};
use leptos::prelude::*;

/// Takes one step's answers.
#[server(prefix = "/api", endpoint = "fault/answer", protocol = FormPost)]
pub async fn answer(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = step(&turn, form.into()).await;
    answered(&turn, reply)
}

/// Sends the report.
#[server(prefix = "/api", endpoint = "fault/send", protocol = FormPost)]
pub async fn submit(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = hand_in(&turn, form.into()).await;
    answered(&turn, reply)
}

async fn step(turn: &Turn, mut post: Post) -> Result<Reply, Refusal> {
    let catalogue = &turn.hatch.catalogue;
    let before = typed_before(turn, Room::Fault).await?;
    let fields = fields(catalogue, &before, &post.step);
    if let Some((field, said)) = answered_by(catalogue, &before, &post.step, post.act) {
        post.sheet.put(field, said);
    }
    let (visitor, draft) = match take(turn, Room::Fault, &post, &fields).await? {
        Taken::Reply(reply) => return Ok(reply),
        Taken::Go { visitor, draft } => (visitor, draft),
    };
    match post.act {
        Act::Fixed => helped(turn, &visitor, &draft, &post.step).await,
        Act::Join => join(turn, &visitor, &draft, post.sheet.typed("incident")).await,
        act => {
            let world = World::of(turn, &draft.sheet).await?;
            Ok(go_on(
                turn,
                Room::Fault,
                &post.step,
                act,
                &trail(catalogue, &draft, &world),
            ))
        }
    }
}

/// It works again: counted. Whoever comes back because it does not goes on where they stood.
async fn helped(turn: &Turn, visitor: &Token, draft: &Draft, step: &str) -> Result<Reply, Refusal> {
    let sheet = &draft.sheet;
    let Some(check) = self_check(&turn.hatch.catalogue, sheet, step) else {
        return Err(Refusal::NotFound);
    };
    let (product, symptom) = (sheet.typed("product"), sheet.typed("symptom"));
    turn.hatch
        .fault
        .helped(visitor, &draft.key, product, symptom, &check.code)
        .await?;
    Ok(see(&turn.visitor, "/fault/mended"))
}

async fn join(
    turn: &Turn,
    visitor: &Token,
    draft: &Draft,
    incident: &str,
) -> Result<Reply, Refusal> {
    let (fault, place) = (&turn.hatch.fault, draft.sheet.typed("place"));
    match fault.join(visitor, &draft.key, incident, place).await {
        Ok(()) => Ok(see(&turn.visitor, "/fault/joined")),
        // None was chosen of several, or it ended meanwhile: the step shows what there is now.
        Err(Refusal::NotFound) => {
            let choose = FieldFault::new("incident", FaultCode::Choose);
            let page = format!("{}?mend", Room::Fault.path("known"));
            Ok(mend(&turn.visitor, page, &[choose]))
        }
        Err(refusal) => Err(refusal),
    }
}

async fn hand_in(turn: &Turn, post: Post) -> Result<Reply, Refusal> {
    let (visitor, draft) = match take_sending(turn, Room::Fault, &post).await? {
        Taken::Reply(reply) => return Ok(reply),
        Taken::Go { visitor, draft } => (visitor, draft),
    };
    let catalogue = &turn.hatch.catalogue;
    let world = World::of(turn, &draft.sheet).await?;
    let trail = trail(catalogue, &draft, &world);
    if post.act == Act::Back {
        return Ok(go_on(turn, Room::Fault, &post.step, post.act, &trail));
    }
    match read(catalogue, &draft.sheet, &world.today) {
        Ok(fault) if trail.complete() => {
            let receipt = turn
                .hatch
                .fault
                .send(&visitor, &draft.key, turn.visitor.lang, fault)
                .await?;
            Ok(see(&turn.visitor, receipt_path(&receipt)))
        }
        read => {
            let page = format!("{}?mend", Room::Fault.path(trail.next()));
            Ok(mend(&turn.visitor, page, &read.err().unwrap_or_default()))
        }
    }
}
