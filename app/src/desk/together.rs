//! The endpoint that does the same to everything that was ticked in the queue.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Common, Show, Tick, Together,
    api::{key, staff},
};
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{answered, set_aside},
    turn::Turn,
};
use leptos::prelude::*;

/// Where what was ticked and typed is kept when it could not be taken.
pub(super) const PLACE: &str = "desk-together";

/// Takes every ticked part, or notes the same at every ticked case.
#[server(prefix = "/api", endpoint = "desk/together", protocol = FormPost)]
pub async fn to_all(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = do_together(&turn, &form).await;
    answered(&turn, reply)
}

async fn do_together(turn: &Turn, form: &Sheet) -> Result<Reply, Refusal> {
    let (staff, key) = (staff(turn)?, key(form)?);
    let page = format!("/desk?show={}", Show::from_name(form.typed("show")).name());
    let names: Vec<_> = form.fields().map(|(name, _)| name).collect();
    let ticks: Vec<_> = names
        .iter()
        .filter_map(|name| Tick::from_name(name))
        .collect();
    let common = match form.typed("act") {
        "note" => Common::Note(form.typed("text").trim().to_owned()),
        _ => Common::Take,
    };
    let kept: Vec<_> = names
        .into_iter()
        .filter(|name| *name == "text" || Tick::from_name(name).is_some())
        .collect();
    if ticks.is_empty() {
        set_aside(turn, PLACE, &kept, form).await?;
        return Ok(see(&turn.visitor, format!("{page}&none")));
    }
    let done = turn
        .hatch
        .workbench
        .together(staff, key, ticks, common)
        .await?;
    let Together {
        done,
        late,
        gone,
        mend,
    } = done;
    if mend {
        set_aside(turn, PLACE, &kept, form).await?;
        return Ok(see(&turn.visitor, format!("{page}&mend")));
    }
    let page = format!("{page}&done={done}&late={late}&gone={gone}");
    Ok(see(&turn.visitor, page))
}
