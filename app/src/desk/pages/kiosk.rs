//! One kiosk: what it said last, what somebody must look at, how it is set, and its end.

use super::{
    deeds::{entry, log, timeline},
    frame::{Here, Sitting, frame, staff_page},
    kiosk_left::{hand_in, unread},
    kiosk_place::place,
    kiosk_settings::settings,
    kiosks::{age, back, clock, frame_age, queue, setup, states, summary},
    said::Said,
};
use crate::{
    case::attachment::FIELD,
    desk::kiosks::{KioskAct, KioskAlert, KioskPage, KioskState},
    hatch::Refusal,
    parts::{Card, ErrorSummary, Heading, Section, State, Summary, SummaryRow, Tone, file_fault},
    steps::fresh_key,
    turn::{Turn, param},
};
use leptos::prelude::*;

/// `/desk/kiosks/{id}`.
#[component]
pub fn DeskKiosk() -> impl IntoView {
    let (id, said) = (param("id"), Said::take());
    staff_page(move |sitting| async move { page(&sitting, &id, &said).await })
}

async fn page(sitting: &Sitting, id: &str, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let page = turn.hatch.fleet.kiosk(&sitting.staff, id).await?;
    // A file is handed in by a form of its own: what was typed into another is not to be mended now.
    let mend = page.unsent.as_ref();
    let mend = mend.filter(|_| said.mend && said.file.is_none());
    let mut summary = summary(words, mend);
    summary.extend(
        said.file
            .map(|fault| (FIELD.to_owned(), file_fault(words, fault))),
    );
    let faulty = !summary.is_empty();
    let title = page.row.name.clone();
    let shop = page.row.shop.say(words.lang).to_owned();
    let lives = page.row.state != KioskState::Ended;
    let of = |act: KioskAct| mend.filter(|unsent| unsent.act == act.name());
    let set = lives.then(|| settings(turn, &page, of(KioskAct::Set)));
    let place = lives.then(|| place(turn, &page, of(KioskAct::Place)));
    let unread = unread(turn, &page, of(KioskAct::Drop));
    let hand_in = hand_in(turn, &page, said.file);
    let end = lives.then(|| revoke(turn, &page));
    let log = log(
        turn,
        "fleet-log-title",
        "fleet-deed-",
        "fleet-by-itself",
        &page.log,
    );
    let body = view! {
        {said.notice(words)}
        <ErrorSummary faults=summary />
        {back(words)}
        <Heading text=title.clone() caption=shop />
        <p>{states(words, &page.row)}</p>
        <div class="beside">
            <div class="beside-main">{alerts(turn, &page)} {unread} {facts(turn, &page)} {set}</div>
            <div class="beside-more">
                {place} {hand_in} {end} {versions(turn, &page)} {log}
            </div>
        </div>
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

fn facts(turn: &Turn, page: &KioskPage) -> AnyView {
    let words = turn.words;
    let row = |id: &str, value: String| SummaryRow {
        label: words.say(&format!("fleet-fact-{id}")),
        value,
        change: None,
    };
    let mut rows = vec![
        row("unit", page.row.unit.say(words.lang).to_owned()),
        row("paired", turn.moment(page.paired_at)),
    ];
    if let Some(vitals) = &page.row.vitals {
        let printer = words.say(&format!("fleet-printer-{}", vitals.printer.name()));
        let heard = words.fill(
            "fleet-heard",
            &[
                ("when", &turn.moment(vitals.at)),
                ("age", &age(words, (page.now - vitals.at) / 1_000_000)),
            ],
        );
        rows.extend([
            row("heard", heard),
            row("build", vitals.build.clone()),
            row("queue", queue(words, vitals)),
            row("frame", frame_age(words, vitals)),
            row("clock", clock(words, vitals)),
            row("printer", printer),
            row("setup", setup(words, page.row.setup)),
        ]);
        if !vitals.keys.is_empty() {
            rows.push(row("keys", vitals.keys.clone()));
        }
    }
    view! {
        <Section title=words.say("fleet-facts-title") id="facts">
            <Summary rows />
        </Section>
    }
    .into_any()
}

fn alerts(turn: &Turn, page: &KioskPage) -> Option<AnyView> {
    if page.alerts.is_empty() {
        return None;
    }
    let words = turn.words;
    let cards = page
        .alerts
        .iter()
        .map(|one| alert(turn, page, one))
        .collect_view();
    let section = view! {
        <Section title=words.say("fleet-alerts-title") id="alerts">
            {cards}
        </Section>
    };
    Some(section.into_any())
}

fn alert(turn: &Turn, page: &KioskPage, alert: &KioskAlert) -> AnyView {
    let words = turn.words;
    let name = words.say(&format!("fleet-alert-{}", alert.kind));
    // Of settings it says the version.
    let since = match alert.kind.as_str() {
        "setup" => words.fill("fleet-version", &[("n", &alert.since.to_string())]),
        _ => words.fill("fleet-since", &[("when", &turn.moment(alert.since))]),
    };
    let over = alert
        .over_at
        .map(|at| words.fill("fleet-over", &[("when", &turn.moment(at))]));
    let known = match &alert.known {
        Some((who, at)) => {
            let known = words.fill(
                "fleet-known",
                &[("who", who.as_str()), ("when", &turn.moment(*at))],
            );
            view! { <p class="quiet">{known}</p> }.into_any()
        }
        None => view! {
            <form method="post" action="/api/fleet/know">
                {hidden(page)}
                <input type="hidden" name="alert" value=alert.id.clone() />
                <button class="button second" type="submit">
                    {words.say("fleet-know")}
                    " "
                    <span class="unseen">{name.clone()}</span>
                </button>
            </form>
        }
        .into_any(),
    };
    let tone = match alert.known {
        Some(_) => Tone::Info,
        None => Tone::Bad,
    };
    let text = words.say(&format!("fleet-alert-{}-text", alert.kind));
    view! {
        <Card>
            <State tone label=name />
            <p>{text}</p>
            <p>{since} " " {over}</p>
            {known}
        </Card>
    }
    .into_any()
}

pub(super) fn hidden(page: &KioskPage) -> AnyView {
    view! {
        <input type="hidden" name="key" value=fresh_key() />
        <input type="hidden" name="id" value=page.row.id.clone() />
    }
    .into_any()
}

fn revoke(turn: &Turn, page: &KioskPage) -> AnyView {
    let words = turn.words;
    // What waits there unsent does not go with it, but somebody has to fetch it.
    let queue = page.row.vitals.as_ref().map_or(0, |vitals| vitals.queue);
    let unsent = (queue > 0).then(|| {
        view! { <p class="fault">{words.count("fleet-revoke-unsent", queue)}</p> }
    });
    view! {
        <details class="act" id="revoke">
            <summary>{words.say("fleet-revoke-open")}</summary>
            <form method="post" action="/api/fleet/revoke">
                {hidden(page)}
                {unsent}
                <p>{words.say("fleet-revoke-text")}</p>
                <button class="button" type="submit">
                    {words.say("fleet-revoke")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

fn versions(turn: &Turn, page: &KioskPage) -> Option<AnyView> {
    let words = turn.words;
    let entry = |(version, at, by): &(i64, i64, String)| {
        let title = words.fill("fleet-version", &[("n", &version.to_string())]);
        entry(turn, *at, by.clone(), title, None)
    };
    let entries: Vec<_> = page.versions.iter().map(entry).collect();
    timeline(words.say("fleet-versions-title"), "versions", entries)
}
