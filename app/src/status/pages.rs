//! The page of the status room.

use super::Incident;
use crate::{
    parts::{Card, Heading, Illustration, IllustrationKind, Lead, Page, State, Tone},
    sorry::sorry,
    turn::{Turn, later},
};
use leptos::prelude::*;

/// `/status`.
#[component]
pub fn Status() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        match turn.hatch.status.incidents(turn.words.lang).await {
            Ok(incidents) => status_page(&turn, &incidents),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

fn status_page(turn: &Turn, incidents: &[Incident]) -> AnyView {
    let words = turn.words;
    let body = if incidents.is_empty() {
        view! {
            <Illustration kind=IllustrationKind::Empty />
            <Lead text=words.say("status-none") />
        }
        .into_any()
    } else {
        incidents
            .iter()
            .map(|incident| incident_card(turn, incident))
            .collect_view()
            .into_any()
    };
    view! {
        <Page title=words.say("status-title")>
            <Heading text=words.say("status-title") />
            {body}
            <p class="acts">
                <a class="button second" href="/fault">{words.say("status-report")}</a>
            </p>
        </Page>
    }
    .into_any()
}

fn incident_card(turn: &Turn, incident: &Incident) -> AnyView {
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
    let product = catalogue
        .product(&incident.product)
        .map(|product| product.name.say(words.lang).to_owned());
    let place = catalogue
        .places
        .name(&incident.place)
        .map(|name| name.say(words.lang).to_owned());
    let scope = [product, place]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let (tone, label) = match incident.ended_at {
        Some(_) => (Tone::Good, words.say("status-over")),
        None => (Tone::Warn, words.say("status-open")),
    };
    let since = words.fill(
        "status-since",
        &[("when", &turn.moment(incident.opened_at))],
    );
    let end = match (incident.ended_at, incident.expected_at) {
        (Some(at), _) => words.fill("status-ended", &[("when", &turn.moment(at))]),
        (None, Some(at)) => words.fill("fault-known-expected", &[("when", &turn.moment(at))]),
        (None, None) => words.say("status-no-estimate"),
    };
    let (title, text) = (incident.title.clone(), incident.text.clone());
    view! {
        <Card>
            <State tone label />
            <h2>{title}</h2>
            <p class="quiet">{scope}</p>
            <p>{text}</p>
            <p>{since} " " {end}</p>
        </Card>
    }
    .into_any()
}
