//! A case at the desk: what the customer wants and was promised, what each department does about
//! it, and everything that happened on both sides of the line.

use super::{
    acts::notes,
    clock::{clock_faults, clock_section},
    frame::{Here, Sitting, frame, staff_page},
    left::due,
    legs::legs,
    log::log,
    said::Said,
    told::told,
    typed::Typed,
    ways::{decisions, ways},
};
use crate::{
    case::{
        reference::Reference,
        view::{PromiseKind, State as Stands},
    },
    desk::{DeskCase, Owner},
    hatch::Refusal,
    parts::{ErrorSummary, Heading, Notice, Section, State, Summary, SummaryRow, Tone},
    tracking::told::{kind_word, promise_sentence, sent_rows, state_tone, subject},
    turn::{Turn, param},
};
use leptos::prelude::*;

/// `/desk/case/{reference}`.
#[component]
pub fn DeskCasePage() -> impl IntoView {
    let reference = param("reference");
    let said = Said::take();
    staff_page(move |sitting| async move { case_page(&sitting, &reference, &said).await })
}

async fn case_page(sitting: &Sitting, reference: &str, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    let case = turn.hatch.desk.case(&sitting.staff, reference).await?;
    let clock = turn.hatch.clock.of_case(&sitting.staff, reference).await?;
    let typed = Typed::of(&case, said);
    let mut faults = typed.summary(turn);
    faults.extend(clock_faults(turn, &clock, said));
    let faulty = !faults.is_empty();
    let caption = format!("{} · {}", words.say(kind_word(case.kind)), case.reference);
    let (title, notice) = (subject(turn, case.kind, &case.about), said.notice(words));
    let sent = sent_rows(turn, &case.about, &case.sent);
    let facts = facts(turn, &case);
    let news = turn.hatch.telling.told(&sitting.staff, reference).await?;
    let body = view! {
        <ErrorSummary faults />
        {notice}
        {needs_person(turn, &case)}
        <Heading text=title.clone() caption />
        <div class="beside">
            <div class="beside-main">
                {standing(turn, &case)}
                {decisions(turn, &case, &typed)}
                {legs(turn, &case, &typed)}
                {clock_section(turn, reference, &clock, said)}
                {ways(turn, &case)}
            </div>
            <div class="beside-more">
                {notes(turn, &case, &typed)}
                {told(turn, &case, &news)}
                <Section title=words.say("desk-case-sent") id="sent">
                    <Summary rows=sent />
                </Section>
                <Section title=words.say("desk-case-facts") id="facts">
                    <Summary rows=facts />
                </Section>
            </div>
            <div class="beside-below">{log(turn, &case, &typed)}</div>
        </div>
    };
    let title = words.fill(
        "desk-case-title",
        &[
            ("reference", &case.reference.to_string()),
            ("about", &title),
        ],
    );
    Ok(frame(
        turn,
        &sitting.me,
        Here::Within,
        title,
        faulty,
        body.into_any(),
    ))
}

/// Whoever answered for it left.
fn needs_person(turn: &Turn, case: &DeskCase) -> Option<AnyView> {
    let words = turn.words;
    let since = turn.moment(case.needs_person?);
    let text = words.fill("staff-needs-person-text", &[("when", &since)]);
    let notice = view! {
        <Notice tone=Tone::Warn title=words.say("staff-needs-person")>
            <p>{text}</p>
        </Notice>
    };
    Some(notice.into_any())
}

/// Where the case stands for the customer, and what they were promised.
fn standing(turn: &Turn, case: &DeskCase) -> AnyView {
    let words = turn.words;
    let open = !matches!(case.state, Stands::Done | Stands::Closed);
    let current = [PromiseKind::Answer, PromiseKind::Fix]
        .into_iter()
        .filter_map(|kind| {
            let mut promises = case.promises.iter();
            promises.rfind(|promise| promise.kind == kind)
        });
    let promises = current
        .map(|promise| {
            let left = open.then(|| due(turn, case.now, promise.due_at));
            view! { <li>{promise_sentence(turn, promise)} " " {left}</li> }
        })
        .collect_view();
    view! {
        <p class="standing">
            {words.say("desk-customer-reads")} " "
            <State tone=state_tone(case.state) label=words.say(&format!("state-{}", case.state.name())) />
        </p>
        <ul class="promises">{promises}</ul>
    }
    .into_any()
}

fn facts(turn: &Turn, case: &DeskCase) -> Vec<SummaryRow> {
    let words = turn.words;
    let owner = match (&case.owner, &case.away) {
        (Owner::Person(name), Some(away)) => words.fill(
            "staff-owner-away",
            &[
                ("name", name),
                ("deputy", &away.deputy),
                ("until", &turn.moment(away.until_at)),
            ],
        ),
        (Owner::Person(name), None) => name.clone(),
        (Owner::Duty(duty), _) => words.fill("desk-owner-duty", &[("duty", duty.say(words.lang))]),
    };
    let contact = case
        .contact
        .clone()
        .unwrap_or_else(|| words.say("desk-contact-none"));
    let row = |id: &str, value: String| SummaryRow {
        label: words.say(&format!("desk-fact-{id}")),
        value,
        change: None,
    };
    let mut rows = vec![
        row("owner", owner),
        row("contact", contact),
        row("language", case.language.own_name().to_owned()),
        row(
            "channel",
            words.say(&format!("desk-channel-{}", case.channel)),
        ),
        row("tier", words.say(&format!("desk-tier-{}", case.tier))),
        row("opened", turn.moment(case.opened_at)),
    ];
    if case.bounces > 0 {
        rows.push(row(
            "bounces",
            words.count("desk-bounces", case.bounces.into()),
        ));
    }
    if case.reopened > 0 {
        rows.push(row(
            "reopened",
            words.count("desk-reopened", case.reopened.into()),
        ));
    }
    rows
}
