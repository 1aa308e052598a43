//! The endpoint by which a phone takes a journey over. The code comes as a field, so that no log
//! holds it.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Claim, Own, Taken};
use crate::{
    fault::World,
    hatch::Refusal,
    journey::{Room, Sheet, Trail},
    kiosk::walk,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Where a code leads that is good for nothing any more.
pub const OVER: &str = "/m";
/// The button that lets the phone's own journey make room.
pub(super) const REPLACE: &str = "replace";
/// What a phone is asked when it has a journey of its own.
pub(super) const ASKED: &str = "asked";

/// Takes a kiosk's journey over.
#[server(prefix = "/api", endpoint = "move/claim", protocol = FormPost)]
pub async fn take_here(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = take_over(&turn, &form).await;
    answered(&turn, reply)
}

async fn take_over(turn: &Turn, form: &Sheet) -> Result<Reply, Refusal> {
    let (known, code) = (turn.visitor.token.as_ref(), form.typed("code"));
    let own = match form.typed("act") {
        REPLACE => Own::Replace,
        _ => Own::Ask,
    };
    let claimed = turn
        .hatch
        .moving
        .claim(known, code, own, &turn.visitor.from)
        .await;
    match claimed {
        Ok(Claim::Taken(taken)) => Ok(go_on_here(turn, taken).await),
        // Only a code of ours comes to this, so it may stand in an address.
        Ok(Claim::Asks(room)) => {
            let page = format!("{OVER}/{code}?{ASKED}={}", room.name());
            Ok(see(&turn.visitor, page))
        }
        Err(Refusal::NotFound) if turn.visitor.wants_html => Ok(see(&turn.visitor, OVER)),
        Err(refusal) => Err(refusal),
    }
}

/// To the very step, in the language in which the journey was begun.
async fn go_on_here(turn: &Turn, taken: Taken) -> Reply {
    let visitor = &turn.visitor;
    if visitor.token.as_ref() != Some(&taken.visitor) {
        visitor.remember(&taken.visitor, turn.hatch.catalogue.periods.draft_hours);
    }
    if visitor.lang != taken.lang {
        visitor.speak(taken.lang);
    }
    // It is theirs already: where the step cannot be told, the room's first page goes on with it.
    let page = match trail(turn, &taken).await {
        Ok(trail) if trail.may_visit(&taken.step) => taken.room.path(&taken.step),
        Ok(trail) => taken.room.path(trail.next()),
        Err(_) => taken.room.base(),
    };
    see(visitor, page)
}

async fn trail(turn: &Turn, taken: &Taken) -> Result<Trail, Refusal> {
    let world = match taken.room {
        Room::Fault => World::of(turn, &taken.draft.sheet).await?,
        _ => World::default(),
    };
    let catalogue = &turn.hatch.catalogue;
    Ok(walk::trail(catalogue, taken.room, &taken.draft, &world))
}
