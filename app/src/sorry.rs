//! When a page cannot be shown: what happened, what is kept, what to do now.

use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    hatch::Refusal,
    parts::{Heading, Here, Illustration, IllustrationKind, Lead, Page},
    shell::Assets,
    turn::{Turn, param},
    words::Words,
};
use http::StatusCode;
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use leptos_meta::{MetaContext, ServerMetaContext};
use std::sync::Arc;

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
        Refusal::NotFound | Refusal::SignIn | Refusal::Account => (
            StatusCode::NOT_FOUND,
            "not-found",
            IllustrationKind::NotFound,
        ),
    };
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
    apology(turn.words, id, kind)
}

fn apology(words: Words, id: &str, kind: IllustrationKind) -> AnyView {
    let title = words.say(&format!("sorry-{id}-title"));
    let lead = words.say(&format!("sorry-{id}-lead"));
    view! {
        <Page title=title.clone()>
            <Illustration kind />
            <Heading text=title />
            <Lead text=lead />
            <ul class="ways">
                <li><a href="/">{words.say("sorry-home")}</a></li>
                <li><a href="/track">{words.say("sorry-track")}</a></li>
                <li><a href="/help">{words.say("sorry-help")}</a></li>
            </ul>
        </Page>
    }
    .into_any()
}

/// The whole document for a request that never reached a page: refused at the gate, too large, or
/// ended by a bug. Made without anything that could fail the same way again.
pub fn document(
    catalogue: Arc<Catalogue>,
    lang: Lang,
    assets: Assets,
    status: StatusCode,
) -> String {
    let (id, kind) = match status {
        StatusCode::FORBIDDEN => ("foreign", IllustrationKind::Error),
        StatusCode::PAYLOAD_TOO_LARGE => ("too-large", IllustrationKind::Error),
        StatusCode::NOT_FOUND => ("not-found", IllustrationKind::NotFound),
        _ => ("broken", IllustrationKind::Error),
    };
    let words = Words::new(lang);
    let title = words.say(&format!("sorry-{id}-title"));
    let page = Owner::new().with(|| {
        provide_context(MetaContext::new());
        provide_context(ServerMetaContext::new().0);
        provide_context(words);
        provide_context(catalogue);
        provide_context(Here {
            path: "/".to_owned(),
        });
        view! {
            <html lang=lang.tag() dir="ltr">
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{title}</title>
                    <link rel="stylesheet" href=assets.style />
                    <link rel="stylesheet" href=assets.brand />
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                </head>
                <body>{apology(words, id, kind)}</body>
            </html>
        }
        .to_html()
    });
    // Without an island the markers Leptos leaves serve nothing, and a validator refuses them.
    format!("<!DOCTYPE html>{}", page.replace("<!>", ""))
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
