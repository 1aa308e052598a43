//! When a page cannot be shown: what happened, what is kept, what to do now.

use crate::{
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, Page},
    turn::{Turn, param},
};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// The page for a refusal, with its status.
pub fn sorry(turn: &Turn, refusal: Refusal) -> AnyView {
    let (status, id, kind) = match refusal {
        Refusal::Unavailable => (
            StatusCode::SERVICE_UNAVAILABLE,
            "unavailable",
            IllustrationKind::Error,
        ),
        Refusal::TooMany => (
            StatusCode::TOO_MANY_REQUESTS,
            "too-many",
            IllustrationKind::Error,
        ),
        Refusal::NotFound | Refusal::SignIn => (
            StatusCode::NOT_FOUND,
            "not-found",
            IllustrationKind::NotFound,
        ),
    };
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    let words = turn.words;
    view! {
        <Page title=words.say(&format!("sorry-{id}-title"))>
            <Illustration kind />
            <Heading text=words.say(&format!("sorry-{id}-title")) />
            <Lead text=words.say(&format!("sorry-{id}-lead")) />
            <ul class="ways">
                <li><a href="/">{words.say("sorry-home")}</a></li>
                <li><a href="/track">{words.say("sorry-track")}</a></li>
                <li><a href="/help">{words.say("sorry-help")}</a></li>
            </ul>
        </Page>
    }
    .into_any()
}

/// `/sorry/{why}`: where a form is sent when nothing could be kept.
#[component]
pub fn Sorry() -> impl IntoView {
    let turn = Turn::take();
    sorry(
        &turn,
        match param("why").as_str() {
            "unavailable" => Refusal::Unavailable,
            "too-many" => Refusal::TooMany,
            _ => Refusal::NotFound,
        },
    )
}

/// Any page that is not there.
#[component]
pub fn NotFound() -> impl IntoView {
    sorry(&Turn::take(), Refusal::NotFound)
}
