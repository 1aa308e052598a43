//! A page of a journey: the draft as it stands, and the way to where the visitor may be.

use super::fresh_key;
use crate::{
    hatch::{Again, Kept, Receipt, Refusal},
    journey::{Draft, Room, Sheet, Trail},
    parts::{ActButton, ForgetHere, Heading, Lead, Look, Page},
    turn::Turn,
};
use leptos::prelude::*;

/// The visitor's open draft in a room, or a new one. Nothing is written: a GET writes no row.
///
/// # Errors
/// When the store cannot be read.
pub async fn draft(turn: &Turn, room: Room) -> Result<(Draft, bool), Refusal> {
    Ok(match kept(turn, room).await? {
        Some(kept) if kept.sent.is_none() => (kept.draft, true),
        _ => (
            Draft {
                key: fresh_key(),
                ..Draft::default()
            },
            false,
        ),
    })
}

/// What the visitor typed in a room so far, sent or not: which fields a step has depends on it.
///
/// # Errors
/// When the store cannot be read.
pub async fn typed_before(turn: &Turn, room: Room) -> Result<Sheet, Refusal> {
    let kept = kept(turn, room).await?;
    Ok(kept.map(|kept| kept.draft.sheet).unwrap_or_default())
}

/// What lies in the store for the visitor in a room, sent or not.
async fn kept(turn: &Turn, room: Room) -> Result<Option<Kept>, Refusal> {
    match &turn.visitor.token {
        Some(token) => turn.hatch.drafts.read(token, room).await,
        None => Ok(None),
    }
}

/// Where to go instead, when a step may not be visited yet.
pub fn too_early(room: Room, trail: &Trail, step: &str) -> Option<String> {
    (!trail.may_visit(step)).then(|| room.path(trail.next()))
}

/// Coming back to something begun: go on where it stood, or begin again.
pub fn resume(turn: &Turn, room: Room, draft: &Draft, next: &str) -> AnyView {
    let words = turn.words;
    let hours = turn.hatch.catalogue.periods.draft_hours;
    let (key, next) = (draft.key.clone(), room.path(next));
    view! {
        <Page title=words.say("resume-title")>
            <Heading text=words.say("resume-title") />
            <Lead text=words.count("resume-lead", hours.into()) />
            <p class="acts">
                <a class="button" href=next>{words.say("resume-go-on")}</a>
            </p>
            <form method="post" action=format!("/api/{}/answer", room.name())>
                <input type="hidden" name="key" value=key />
                <ActButton act="restart" look=Look::Second label=words.say("resume-restart") />
            </form>
            <ForgetHere />
        </Page>
    }
    .into_any()
}

/// Where the receipt of a submission is.
pub fn receipt_path(receipt: &Receipt) -> String {
    let path = format!("/receipt/{}", receipt.reference);
    match receipt.again {
        Again::First => path,
        Again::Same | Again::Other => format!("{path}?again"),
    }
}
