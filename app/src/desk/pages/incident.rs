//! One incident: what was said of it, who hangs on it, whether it works again, and what can be done
//! about it.

use super::{
    frame::{Here, Sitting, frame, frame_of_form, staff_page},
    new_incident::{fault_of, summary, texts},
    said::Said,
};
use crate::{
    desk::{AttachedCase, WholeIncident, api::case_path},
    hatch::Refusal,
    parts::{ErrorSummary, Field, FieldKind, Heading, Section, State, Summary, SummaryRow, Tone},
    status::pages::{scope, state, timeline, times},
    steps::fresh_key,
    tracking::told::state_tone,
    turn::{Turn, param},
};
use leptos::prelude::*;

/// `/desk/incident/{id}`.
#[component]
pub fn DeskIncidentPage() -> impl IntoView {
    let id = param("id");
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &id, &said).await })
}

async fn page(sitting: &Sitting, id: &str, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let incidents = &turn.hatch.incidents;
    let whole = incidents.whole(words.lang, &sitting.staff, id).await?;
    let unsent = whole.unsent.as_ref().filter(|_| said.mend);
    let faults = unsent.map_or_else(Vec::new, |unsent| summary(words, unsent));
    let faulty = !faults.is_empty();
    let shown = &whole.incident.shown;
    let (title, notice) = (shown.title.clone(), said.notice(words));
    let (tone, label) = state(turn, shown);
    let scope = scope(turn, &shown.product, &shown.places);
    let (text, times) = (shown.text.clone(), times(turn, shown));
    let said_so_far = (!shown.said.is_empty()).then(|| timeline(turn, &shown.said));
    let (facts, cases) = (facts(turn, &whole), cases(turn, &whole));
    let mine = whole.incident.mine;
    let acts = mine.then(|| acts(turn, &whole, said.mend));
    let body = view! {
        <ErrorSummary faults />
        {notice}
        <Heading text=title.clone() caption=scope />
        <div class="beside">
            <div class="beside-main">
                <p class="standing">
                    <State tone label />
                </p>
                <p class="as-typed" dir="auto">{text}</p>
                <p>{times}</p>
                {said_so_far}
                {cases}
            </div>
            <div class="beside-more">
                {acts}
                <Section title=words.say("desk-incident-facts") id="facts">
                    <Summary rows=facts />
                </Section>
            </div>
        </div>
    };
    // Whoever may say nothing of it has no form.
    let frame = if mine { frame_of_form } else { frame };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Incidents,
        title,
        faulty,
        body.into_any(),
    ))
}

fn facts(turn: &Turn, whole: &WholeIncident) -> Vec<SummaryRow> {
    let words = turn.words;
    let row = |label: &str, value: String| SummaryRow {
        label: words.say(label),
        value,
        change: None,
    };
    let cause = whole.cause.clone();
    let over = whole.incident.shown.ended_at.is_some();
    let answers = over.then(|| {
        let [yes, no] = [whole.yes, whole.no].map(|many| many.to_string());
        words.fill("desk-incident-answers", &[("yes", &yes), ("no", &no)])
    });
    let rows = [
        cause.map(|cause| row("desk-incident-cause", cause)),
        Some(row(
            "desk-incident-too",
            words.count("desk-incident-joined", whole.incident.joined.into()),
        )),
        Some(row(
            "desk-incident-following",
            words.count("desk-incident-followers", whole.followers.into()),
        )),
        answers.map(|answers| row("desk-incident-works", answers)),
    ];
    rows.into_iter().flatten().collect()
}

fn cases(turn: &Turn, whole: &WholeIncident) -> AnyView {
    let words = turn.words;
    let list = match whole.cases.is_empty() {
        true => view! { <p class="quiet">{words.say("desk-incident-no-cases")}</p> }.into_any(),
        false => {
            let cases = whole
                .cases
                .iter()
                .map(|case| case_row(turn, case))
                .collect_view();
            view! { <ul class="told">{cases}</ul> }.into_any()
        }
    };
    let proposed = (!whole.proposed.is_empty()).then(|| proposed(turn, whole));
    view! {
        <Section title=words.say("desk-incident-cases") id="cases">
            {list}
        </Section>
        {proposed}
    }
    .into_any()
}

fn case_row(turn: &Turn, case: &AttachedCase) -> AnyView {
    let words = turn.words;
    let reference = case.reference.to_string();
    let label = words.say(&format!("state-{}", case.state.name()));
    let works = case.works.map(|works| match works {
        true => (Tone::Good, words.say("desk-incident-yes")),
        false => (Tone::Bad, words.say("desk-incident-no")),
    });
    let works = works.map(|(tone, label)| view! { <State tone label /> });
    view! {
        <li>
            <a href=case_path(case.reference) translate="no">{reference}</a>
            " "
            <State tone=state_tone(case.state) label />
            " "
            {works}
        </li>
    }
    .into_any()
}

/// Faults that may have the same cause: each can be hung on it, or all of them.
fn proposed(turn: &Turn, whole: &WholeIncident) -> AnyView {
    let words = turn.words;
    let cases = whole.proposed.iter().map(|reference| {
        let number = reference.to_string();
        let (shown, sent) = (number.clone(), number.clone());
        view! {
            <li>
                <a href=case_path(*reference) translate="no">{shown}</a>
                " "
                <button class="button second" type="submit" name="reference" value=sent>
                    {words.say("desk-incident-attach")} " " <span class="unseen">{number}</span>
                </button>
            </li>
        }
    });
    let cases = cases.collect_view();
    let id = whole.incident.shown.id.clone();
    let many = whole.proposed.len();
    let all = words.count(
        "desk-incident-attach-all",
        i64::try_from(many).unwrap_or(i64::MAX),
    );
    let all = (whole.incident.mine && many > 1).then(|| {
        view! {
            <button class="button" type="submit" name="reference" value="proposed">{all}</button>
        }
    });
    view! {
        <Section title=words.say("desk-incident-proposed") id="proposed">
            <p>{words.say("desk-incident-proposed-text")}</p>
            <form method="post" action="/api/desk/incident-attach">
                <input type="hidden" name="key" value=fresh_key() />
                <input type="hidden" name="incident" value=id />
                <ul class="told">{cases}</ul>
                {all}
            </form>
        </Section>
    }
    .into_any()
}

fn acts(turn: &Turn, whole: &WholeIncident, mend: bool) -> AnyView {
    let words = turn.words;
    let shown = &whole.incident.shown;
    let unsent = whole.unsent.as_ref();
    let id = shown.id.clone();
    let texts = texts(turn, &["text"], unsent, mend);
    let open = shown.ended_at.is_none();
    let expected = open.then(|| {
        let value = unsent
            .map_or("", |it| it.sheet.typed("expected"))
            .to_owned();
        let fault = fault_of(words, unsent.filter(|_| mend), "expected");
        view! {
            <Field
                id="expected"
                label=words.say("desk-incident-anew-label")
                hint=words.say("desk-incident-anew-hint")
                value
                fault
                kind=FieldKind::Moment
                optional=true
            />
        }
    });
    let button = |action: &'static str, label: String, class: &'static str| {
        let id = shown.id.clone();
        view! {
            <form method="post" action=action>
                <input type="hidden" name="incident" value=id />
                <button class=class type="submit">{label}</button>
            </form>
        }
    };
    let begin = shown.ahead.then(|| {
        let label = words.say("desk-incident-begin");
        button("/api/desk/incident-begin", label, "button second")
    });
    let end = open.then(|| {
        let label = words.say("desk-incident-end");
        button("/api/desk/incident-end", label, "button")
    });
    let end_hint = open.then(|| view! { <p>{words.say("desk-incident-end-hint")}</p> });
    view! {
        <Section title=words.say("desk-incident-tell-title") id="tell">
            <form
                id="step"
                class="step"
                method="post"
                action="/api/desk/incident-tell"
                autocomplete="off"
                novalidate
            >
                <input type="hidden" name="key" value=fresh_key() />
                <input type="hidden" name="incident" value=id />
                {texts}
                {expected}
                <button class="button" type="submit">{words.say("desk-incident-tell")}</button>
            </form>
            {begin}
            {end_hint}
            {end}
        </Section>
    }
    .into_any()
}
