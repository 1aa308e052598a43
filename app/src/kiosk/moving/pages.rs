//! The phone's pages: what a code opens, and what is said when it is good for nothing any more.
//! Neither changes anything when it is only looked at, as cameras and link scanners do.

use super::phone_api::{ASKED, REPLACE};
use crate::{
    journey::Room,
    parts::{ActButton, Heading, Illustration, IllustrationKind, Lead, Page},
    turn::{Turn, param, query},
};
use leptos::prelude::*;

/// `/m/{code}`: one button. The page is the same for every code, so that looking tells nobody
/// whether one is good.
#[component]
pub fn MoveDoor() -> impl IntoView {
    let turn = Turn::take();
    let (words, code) = (turn.words, param("code"));
    let asked = query(ASKED);
    let room = [Room::Enquiry, Room::Fault, Room::Survey]
        .into_iter()
        .find(|room| asked.as_deref() == Some(room.name()));
    let hours = turn.hatch.catalogue.periods.draft_hours;
    match room {
        None => door(
            words.say("move-title"),
            words.say("move-lead"),
            code,
            view! {
                <p>{words.count("move-kept", hours.into())}</p>
                <div class="acts">
                    <button class="button" type="submit">{words.say("move-here")}</button>
                </div>
            }
            .into_any(),
        ),
        Some(room) => door(
            words.say("move-own-title"),
            words.say("move-own-lead"),
            code,
            view! {
                <div class="acts">
                    <ActButton act=REPLACE label=words.say("move-own-replace") />
                    <a class="button second" href=room.base()>{words.say("move-own-keep")}</a>
                </div>
                <p>{words.say("move-own-note")}</p>
            }
            .into_any(),
        ),
    }
}

fn door(title: String, lead: String, code: String, body: AnyView) -> AnyView {
    view! {
        <Page title=title.clone()>
            <Heading text=title />
            <Lead text=lead />
            <form method="post" action="/api/move/claim" autocomplete="off">
                <input type="hidden" name="code" value=code />
                {body}
            </form>
        </Page>
    }
    .into_any()
}

/// `/m`: the code was taken, has run out, or never was one.
#[component]
pub fn MoveOver() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    let title = words.say("move-over-title");
    view! {
        <Page title=title.clone()>
            <Illustration kind=IllustrationKind::NotFound />
            <Heading text=title />
            <Lead text=words.say("move-over-lead") />
            <p>{words.say("move-over-again")}</p>
            <p>{words.say("move-over-elsewhere")}</p>
            <p class="acts">
                <a class="button" href="/">{words.say("sorry-home")}</a>
            </p>
        </Page>
    }
}
