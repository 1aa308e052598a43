//! Incidents: what customers are told of causes that touch many of them.

use super::{
    frame::{Here, Sitting, frame, frame_of_form, staff_page},
    new_incident::{fault_sentence, form, summary},
    said::Said,
};
use crate::{
    case::reference::Reference,
    desk::{DeskIncident, IncidentFault, Incidents, api, incident_api::incident_path},
    hatch::Refusal,
    parts::{
        Card, ErrorSummary, Field, FieldKind, Heading, Illustration, IllustrationKind, Lead,
        Section, State,
    },
    status::{
        Incident,
        pages::{scope, state, times},
    },
    steps::aside,
    turn::{Turn, query},
};
use leptos::prelude::*;

/// `/desk/incidents`.
#[component]
pub fn DeskIncidents() -> impl IntoView {
    let said = Said::take();
    let (when, from) = (query("when"), query("from"));
    staff_page(move |sitting| async move {
        page(&sitting, &said, when.as_deref(), from.as_deref()).await
    })
}

/// `when` is the incident whose new estimate could not be taken, `from` the case that one is opened
/// from.
async fn page(
    sitting: &Sitting,
    said: &Said,
    when: Option<&str>,
    from: Option<&str>,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let incidents = turn
        .hatch
        .desk
        .incidents(words.lang, &sitting.staff)
        .await?;
    let when = match when {
        Some(incident) => {
            let typed = aside(turn, api::EXPECTED).await?;
            Some((incident, typed.typed("expected").to_owned()))
        }
        None => None,
    };
    let unsent = incidents.unsent.as_ref();
    let mut faults = match (said.mend, unsent) {
        (true, Some(unsent)) => summary(words, unsent),
        _ => Vec::new(),
    };
    if when.is_some() {
        faults.push((
            EXPECTED.to_owned(),
            fault_sentence(words, &IncidentFault::When),
        ));
    }
    let faulty = !faults.is_empty();
    let title = words.say("desk-incidents-title");
    let (notice, list) = (said.notice(words), list(turn, &incidents, when.as_ref()));
    let from = match from.map(str::parse::<Reference>) {
        Some(Ok(reference)) => Some(turn.hatch.desk.case(&sitting.staff, reference).await?),
        _ => None,
    };
    let new =
        (!incidents.places.is_empty()).then(|| form(turn, &incidents, said.mend, from.as_ref()));
    let body = view! {
        <ErrorSummary faults />
        {notice}
        <Heading text=title.clone() />
        <Lead text=words.say("desk-incidents-lead") />
        <div class="beside">
            <div class="beside-main">{list}</div>
            <div class="beside-more">{new}</div>
        </div>
    };
    // Who may open none has no form here.
    let frame = if incidents.places.is_empty() {
        frame
    } else {
        frame_of_form
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Incidents,
        title,
        faulty,
        body.into_any(),
    ))
}

/// The id of the one estimate that is to be mended.
const EXPECTED: &str = "expected-again";

/// The incident whose new estimate could not be taken, and what was typed.
type Mend<'a> = (&'a str, String);

fn list(turn: &Turn, incidents: &Incidents, when: Option<&Mend<'_>>) -> AnyView {
    let words = turn.words;
    if incidents.list.is_empty() {
        return view! {
            <Illustration kind=IllustrationKind::Empty />
            <p>{words.say("desk-incidents-none")}</p>
        }
        .into_any();
    }
    let cards = incidents
        .list
        .iter()
        .enumerate()
        .map(|(at, incident)| {
            let mend = when.filter(|(id, _)| *id == incident.shown.id);
            card(turn, incident, at, mend.map(|(_, typed)| typed.as_str()))
        })
        .collect_view();
    view! {
        <Section title=words.say("desk-incidents-list") id="incidents">
            {cards}
        </Section>
    }
    .into_any()
}

fn card(turn: &Turn, incident: &DeskIncident, at: usize, mend: Option<&str>) -> AnyView {
    let words = turn.words;
    let shown = &incident.shown;
    let (tone, label) = state(turn, shown);
    let (title, text) = (shown.title.clone(), shown.text.clone());
    let (scope, times) = (
        scope(turn, &shown.product, &shown.places),
        times(turn, shown),
    );
    let joined = words.count("desk-incident-joined", incident.joined.into());
    let acts = (incident.mine && shown.ended_at.is_none()).then(|| acts(turn, shown, at, mend));
    let href = incident_path(&shown.id);
    view! {
        <Card>
            <State tone label />
            <h3>
                <a href=href>{title}</a>
            </h3>
            <p class="quiet">{scope}</p>
            <p class="as-typed" dir="auto">{text}</p>
            <p>{times}</p>
            <p>{joined}</p>
            {acts}
        </Card>
    }
    .into_any()
}

fn acts(turn: &Turn, incident: &Incident, at: usize, mend: Option<&str>) -> AnyView {
    let words = turn.words;
    let id = match mend {
        Some(_) => EXPECTED.to_owned(),
        None => format!("expected-{at}"),
    };
    let fault = mend.map(|_| fault_sentence(words, &IncidentFault::When));
    let (open, value) = (mend.is_some(), mend.unwrap_or_default().to_owned());
    let about = words.fill("desk-incident-about", &[("title", &incident.title)]);
    view! {
        <details class="act" open=open>
            <summary>{words.say("desk-incident-change")}</summary>
            <form method="post" action="/api/desk/incident-expect" autocomplete="off" novalidate>
                <input type="hidden" name="incident" value=incident.id.clone() />
                <Field
                    id
                    name="expected".to_owned()
                    label=words.say("desk-incident-expected-label")
                    hint=words.say("desk-incident-expected-hint")
                    kind=FieldKind::Moment
                    value
                    fault
                />
                <button class="button second" type="submit">
                    {words.say("desk-incident-expect")} " " <span class="unseen">{about.clone()}</span>
                </button>
            </form>
            <form method="post" action="/api/desk/incident-end">
                <input type="hidden" name="incident" value=incident.id.clone() />
                <button class="button" type="submit">
                    {words.say("desk-incident-end")} " " <span class="unseen">{about}</span>
                </button>
            </form>
        </details>
    }
    .into_any()
}
