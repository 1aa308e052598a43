//! The endpoints: follow an incident, and say whether it works again.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::Says;
use crate::{
    hatch::Refusal,
    journey::{FieldFault, Reach, Sheet, read_contact},
    reply::{FormPost, Reply, mend, see},
    steps::{Act, answered, set_aside, slug},
    turn::Turn,
};
use leptos::prelude::*;

/// Where a contact that could not be taken is kept.
pub const FOLLOW: &str = "follow";

/// Tells a contact what is new about an incident.
#[server(prefix = "/api", endpoint = "status/follow", protocol = FormPost)]
pub async fn follow(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = follows(&turn, &form).await;
    answered(&turn, reply)
}

async fn follows(turn: &Turn, form: &Sheet) -> Result<Reply, Refusal> {
    let incident = slug(form.typed("incident"));
    let page = format!("/status/follow/{incident}");
    let keep = || set_aside(turn, FOLLOW, &["contact"], form);
    if let Act::Speak(lang) = Act::read(form.typed("act")) {
        keep().await?;
        turn.visitor.speak(lang);
        return Ok(see(&turn.visitor, page));
    }
    let reach: Reach =
        match read_contact(form.typed("contact"), &turn.hatch.catalogue.operator.region) {
            Ok(reach) => reach,
            Err(code) => {
                keep().await?;
                let fault = FieldFault::new("contact", code);
                return Ok(mend(&turn.visitor, format!("{page}?mend"), &[fault]));
            }
        };
    let (lang, from) = (turn.words.lang, &turn.visitor.from);
    turn.hatch
        .following
        .follow(incident, reach, lang, from)
        .await?;
    // A shared device shows nobody else where it was.
    if turn.visitor.token.is_some() {
        set_aside(turn, FOLLOW, &["contact"], &Sheet::default()).await?;
    }
    Ok(see(&turn.visitor, "/status?followed"))
}

/// What a follower says. The secret comes as a field, so that no log holds it.
#[server(prefix = "/api", endpoint = "status/answer", protocol = FormPost)]
pub async fn say(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let says = Says::from_name(form.typed("act")).ok_or(Refusal::NotFound)?;
        turn.hatch.following.say(form.typed("secret"), says).await?;
        Ok(see(
            &turn.visitor,
            match says {
                Says::Works => "/status?works",
                Says::DoesNot => "/status?does-not",
                Says::Enough => "/status?enough",
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
