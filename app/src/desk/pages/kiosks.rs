//! The kiosks in the shops: how each is, and the form that makes one of a device that shows a code.

use super::{
    frame::{Here, Sitting, frame, staff_page},
    kiosk_place::place_fields,
    said::Said,
};
use crate::{
    desk::kiosks::{
        Fleet, KioskFault, KioskRow, KioskState, SetupVersions, UnsentKiosk, Vitals,
        api::{KIOSKS, kiosk_path},
    },
    hatch::Refusal,
    kiosk::SetupFault,
    parts::{
        ErrorSummary, Field, FieldKind, Heading, Illustration, IllustrationKind, Lead, Section,
        State, Table, Tone,
    },
    steps::fresh_key,
    turn::Turn,
    words::{Words, date::figures},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// `/desk/kiosks`.
#[component]
pub fn DeskKiosks() -> impl IntoView {
    let said = Said::take();
    staff_page(move |sitting| async move { list(&sitting, &said).await })
}

async fn list(sitting: &Sitting, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let fleet = turn.hatch.fleet.kiosks(&sitting.staff).await?;
    let title = words.say("fleet-title");
    let unsent = fleet.unsent.as_ref();
    let mend = unsent.filter(|_| said.mend);
    let summary = summary(words, mend);
    let faulty = !summary.is_empty();
    let count = i64::try_from(fleet.rows.len()).unwrap_or(i64::MAX);
    let rows = match fleet.rows.is_empty() {
        true => view! {
            <Illustration kind=IllustrationKind::Empty />
            <p>{words.say("fleet-none")}</p>
        }
        .into_any(),
        false => table(turn, &fleet),
    };
    let body = view! {
        {said.notice(words)}
        <ErrorSummary faults=summary />
        <Heading text=title.clone() />
        <Lead text=words.count("fleet-count", count) />
        {rows}
        {claim(turn, &fleet, mend)}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Kiosks,
        title,
        faulty,
        body.into_any(),
    ))
}

fn table(turn: &Turn, fleet: &Fleet) -> AnyView {
    let words = turn.words;
    let head = [
        "kiosk", "state", "heard", "queue", "frame", "clock", "printer", "setup",
    ]
    .map(|column| words.say(&format!("fleet-column-{column}")));
    let rows = fleet.rows.iter().map(|row| cells(turn, row, fleet.now));
    view! { <Table caption=words.say("fleet-caption") head=head.to_vec() rows=rows.collect() /> }
        .into_any()
}

fn cells(turn: &Turn, row: &KioskRow, now: i64) -> Vec<AnyView> {
    let words = turn.words;
    let place = words.fill(
        "fleet-place",
        &[
            ("shop", row.shop.say(words.lang)),
            ("unit", row.unit.say(words.lang)),
        ],
    );
    let name = view! {
        <a href=kiosk_path(&row.id) dir="auto">
            {row.name.clone()}
        </a>
        <br />
        <span class="quiet">{place}</span>
    };
    let vitals = row.vitals.as_ref();
    let heard = vitals.map(|vitals| {
        view! {
            <span class="in-figures">
                {figures(vitals.at, now, &turn.hatch.catalogue.operator.zone)}
            </span>
            <br />
            <span class="quiet" translate="no">
                {vitals.build.clone()}
            </span>
        }
    });
    vec![
        name.into_any(),
        states(words, row),
        heard.into_any(),
        waiting(words, row),
        vitals.map(|vitals| frame_age(words, vitals)).into_any(),
        vitals.map(|vitals| clock(words, vitals)).into_any(),
        vitals
            .map(|vitals| words.say(&format!("fleet-printer-{}", vitals.printer.name())))
            .into_any(),
        setup(words, row.setup).into_any(),
    ]
}

/// How a kiosk is, and what somebody must look at, in a word each.
pub(super) fn states(words: Words, row: &KioskRow) -> AnyView {
    let tone = match row.state {
        KioskState::Awake => Tone::Good,
        KioskState::Awaited | KioskState::Resting => Tone::Info,
        KioskState::Silent => Tone::Bad,
        KioskState::Ended => Tone::Warn,
    };
    let label = words.say(&format!("fleet-state-{}", row.state.name()));
    // Of a silent one the state says it; of several of a kind one word does.
    let kinds: BTreeSet<_> = row.alerts.iter().collect();
    let alerts = kinds
        .into_iter()
        .filter(|kind| row.state != KioskState::Silent || *kind != "silent")
        .map(|kind| {
            let label = words.say(&format!("fleet-alert-{kind}"));
            view! { " " <State tone=Tone::Bad label /> }
        })
        .collect_view();
    view! { <State tone label /> {alerts} }.into_any()
}

/// What waits there, and what came from there and nobody could read.
fn waiting(words: Words, row: &KioskRow) -> AnyView {
    let queue = row.vitals.as_ref().map(|vitals| queue(words, vitals));
    let unread = row.unread.map(|(count, oldest)| {
        let (count, age) = (words.count("fleet-unread", count), age(words, oldest));
        let label = words.fill("fleet-queue-oldest", &[("count", &count), ("age", &age)]);
        view! { <span class="fault">{label}</span> }
    });
    view! { {queue} {unread} }.into_any()
}

/// How much waits, and how long the oldest of it has.
pub(super) fn queue(words: Words, vitals: &Vitals) -> String {
    let count = words.count("fleet-queue", vitals.queue);
    match vitals.oldest.filter(|_| vitals.queue > 0) {
        Some(oldest) => words.fill(
            "fleet-queue-oldest",
            &[("count", &count), ("age", &age(words, oldest))],
        ),
        None => count,
    }
}

/// How long ago a frame was painted.
pub(super) fn frame_age(words: Words, vitals: &Vitals) -> String {
    match vitals.frame {
        Some(frame) => words.fill("fleet-ago", &[("age", &age(words, frame))]),
        None => words.say("fleet-unknown"),
    }
}

/// How far the clock is off. Of a few seconds the network may have taken them.
pub(super) fn clock(words: Words, vitals: &Vitals) -> String {
    let (off, id) = match vitals.ahead {
        -5..=5 => return words.say("fleet-clock-right"),
        ahead if ahead > 0 => (ahead, "fleet-clock-ahead"),
        behind => (behind.saturating_neg(), "fleet-clock-behind"),
    };
    words.fill(id, &[("age", &age(words, off))])
}

/// Which settings are applied.
pub(super) fn setup(words: Words, setup: SetupVersions) -> String {
    let (applied, newest) = (setup.applied.to_string(), setup.newest.to_string());
    match setup {
        SetupVersions {
            refused, newest, ..
        } if refused != 0 && refused == newest => words.fill(
            "fleet-setup-refused",
            &[("applied", &applied), ("refused", &refused.to_string())],
        ),
        SetupVersions {
            applied: has,
            newest: wanted,
            ..
        } if has != wanted => words.fill(
            "fleet-setup-behind",
            &[("applied", &applied), ("newest", &newest)],
        ),
        _ => words.fill("fleet-setup-applied", &[("applied", &applied)]),
    }
}

/// A length of time in its largest whole unit.
pub(super) fn age(words: Words, seconds: i64) -> String {
    let (n, id) = match seconds {
        ..120 => (seconds, "fleet-seconds"),
        120..7200 => (seconds / 60, "fleet-minutes"),
        7200..172_800 => (seconds / 3600, "fleet-hours"),
        _ => (seconds / 86_400, "fleet-days"),
    };
    words.count(id, n)
}

fn claim(turn: &Turn, fleet: &Fleet, mend: Option<&UnsentKiosk>) -> AnyView {
    let words = turn.words;
    let typed = |field: &str| {
        let sheet = mend.map(|unsent| &unsent.sheet);
        sheet.map_or("", |sheet| sheet.typed(field)).to_owned()
    };
    let fault = |field: &str| fault_of(words, mend, field);
    let form = view! {
        <form
            class="step"
            method="post"
            action="/api/fleet/claim"
            autocomplete="off"
            novalidate
        >
            <input type="hidden" name="key" value=fresh_key() />
            <Field
                id="code"
                label=words.say("fleet-claim-code")
                hint=words.say("fleet-claim-code-hint")
                kind=FieldKind::Code
                value=typed("code")
                fault=fault("code")
            />
            {place_fields(words, &fleet.shops, (typed("shop"), typed("name")), mend)}
            <button class="button" type="submit">
                {words.say("fleet-claim")}
            </button>
        </form>
    };
    view! {
        <Section title=words.say("fleet-claim-title") id="claim">
            <p>{words.say("fleet-claim-text")}</p>
            {form}
        </Section>
    }
    .into_any()
}

/// Every fault with where to mend it, for the top of the page.
pub(super) fn summary(words: Words, mend: Option<&UnsentKiosk>) -> Vec<(String, String)> {
    let faults = mend.into_iter().flat_map(|unsent| &unsent.faults);
    faults
        .map(|(field, fault)| ((*field).to_owned(), sentence(words, *fault)))
        .collect()
}

/// The sentence that helps to mend a field.
pub(super) fn fault_of(words: Words, mend: Option<&UnsentKiosk>, field: &str) -> Option<String> {
    let mut faults = mend?.faults.iter();
    let (_, fault) = faults.find(|(name, _)| *name == field)?;
    Some(sentence(words, *fault))
}

fn sentence(words: Words, fault: KioskFault) -> String {
    match fault {
        KioskFault::Setup(SetupFault::Range(least, most)) => words.fill(
            "fleet-fault-range",
            &[("least", &least.to_string()), ("most", &most.to_string())],
        ),
        fault => words.say(&format!("fleet-fault-{}", fault.name())),
    }
}

/// The way back to all of them.
pub(super) fn back(words: Words) -> AnyView {
    view! {
        <p>
            <a href=KIOSKS>{words.say("fleet-back")}</a>
        </p>
    }
    .into_any()
}
