//! The page of the status room.

use super::{Incident, Said};
use crate::{
    parts::{
        Card, Heading, Illustration, IllustrationKind, Lead, Notice, Page, State, Timeline,
        TimelineEntry, Tone,
    },
    sorry::sorry,
    turn::{Turn, flag, later},
    words::date::machine,
};
use leptos::prelude::*;

/// `/status`.
#[component]
pub fn Status() -> impl IntoView {
    let turn = Turn::take();
    let thanks = ["followed", "works", "does-not", "enough"]
        .into_iter()
        .find(|said| flag(said));
    later(async move {
        match turn.hatch.status.incidents(turn.words.lang).await {
            Ok(incidents) => status_page(&turn, &incidents, thanks),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

fn status_page(turn: &Turn, incidents: &[Incident], thanks: Option<&str>) -> AnyView {
    let words = turn.words;
    let thanks = thanks.map(|said| {
        let (title, text) = (
            words.say(&format!("status-{said}-title")),
            words.say(&format!("status-{said}-text")),
        );
        view! {
            <Notice tone=Tone::Good title>
                <p>{text}</p>
            </Notice>
        }
    });
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
            {thanks}
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
    let (tone, label) = state(turn, incident);
    let (title, text) = (incident.title.clone(), incident.text.clone());
    let (scope, times) = (
        scope(turn, &incident.product, &incident.places),
        times(turn, incident),
    );
    let timeline = (incident.said.len() > 1).then(|| timeline(turn, &incident.said));
    let follow = incident.ended_at.is_none().then(|| {
        let href = format!("/status/follow/{}", incident.id);
        let about = words.fill("status-about", &[("title", &title)]);
        view! {
            <p class="acts">
                <a class="button second" href=href>
                    {words.say("status-follow")} " " <span class="unseen">{about}</span>
                </a>
            </p>
        }
    });
    view! {
        <Card>
            <State tone label />
            <h2>{title}</h2>
            <p class="quiet">{scope}</p>
            <p class="as-typed" dir="auto">{text}</p>
            <p>{times}</p>
            {timeline}
            {follow}
        </Card>
    }
    .into_any()
}

/// How an incident stands, in a word.
pub fn state(turn: &Turn, incident: &Incident) -> (Tone, String) {
    let words = turn.words;
    match (incident.ended_at, incident.ahead, incident.reopened_at) {
        (Some(_), _, _) => (Tone::Good, words.say("status-over")),
        (None, true, _) => (Tone::Info, words.say("status-ahead")),
        (None, _, Some(_)) => (Tone::Warn, words.say("status-back")),
        (None, _, None) => (Tone::Warn, words.say("status-open")),
    }
}

/// Which service, and where.
pub fn scope(turn: &Turn, product: &str, places: &[String]) -> String {
    let catalogue = &turn.hatch.catalogue;
    let lang = turn.words.lang;
    let product = catalogue
        .product(product)
        .map(|product| product.name.say(lang));
    let places = places
        .iter()
        .filter_map(|place| Some(catalogue.places.name(place)?.say(lang)));
    product
        .into_iter()
        .chain(places)
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Since when, and until when.
pub fn times(turn: &Turn, incident: &Incident) -> String {
    let words = turn.words;
    let when = |at: i64| turn.moment(at);
    if incident.ahead {
        let until = incident.expected_at.map(when).unwrap_or_default();
        let from = when(incident.opened_at);
        return words.fill("status-planned", &[("from", &from), ("until", &until)]);
    }
    let since = words.fill("status-since", &[("when", &when(incident.opened_at))]);
    let again = incident
        .reopened_at
        .filter(|_| incident.ended_at.is_none())
        .map(|at| words.fill("status-reopened", &[("when", &when(at))]));
    let end = match (incident.ended_at, incident.expected_at) {
        (Some(at), _) => words.fill("status-ended", &[("when", &when(at))]),
        (None, Some(at)) => words.fill("fault-known-expected", &[("when", &when(at))]),
        (None, None) => words.say("status-no-estimate"),
    };
    [Some(since), again, Some(end)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// What was said about it, the newest first.
pub fn timeline(turn: &Turn, said: &[Said]) -> AnyView {
    let words = turn.words;
    let entries = said.iter().rev().map(|one| {
        let expected = one
            .expected_at
            .map(|at| words.fill("incident-expected", &[("when", &turn.moment(at))]));
        let body: Vec<_> = one.text.clone().into_iter().chain(expected).collect();
        TimelineEntry {
            when: turn.moment(one.at),
            datetime: machine(one.at),
            title: words.say(&format!("incident-step-{}", one.kind)),
            body: (!body.is_empty()).then(|| body.join("\n")),
            file: None,
            mine: false,
        }
    });
    let entries = entries.collect();
    view! {
        <details class="history">
            <summary>{words.say("status-said")}</summary>
            <Timeline entries />
        </details>
    }
    .into_any()
}
