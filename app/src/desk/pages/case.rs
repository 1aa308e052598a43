//! A case at the desk: what the customer wants and was promised, what each department does about
//! it, and everything that happened on both sides of the line.

use super::{
    acts::notes,
    cause::cause,
    changed::changed,
    clock::{clock_faults, clock_section},
    clocks::{holders, promises},
    frame::{Here, Sitting, frame_of_form, staff_page},
    legs::legs,
    log::log,
    others::others,
    said::Said,
    told::told,
    typed::Typed,
    ways::{decisions, ways},
};
use crate::{
    case::reference::Reference,
    desk::{DeskCase, Owner},
    hatch::Refusal,
    parts::{ErrorSummary, Heading, Notice, Section, State, Summary, SummaryRow, Tone},
    tracking::told::{kind_word, sent_rows, state_tone, subject},
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
    let texts = turn.hatch.workbench.templates(&sitting.staff).await?;
    let typed = Typed::of(&case, said);
    let mut faults = typed.summary(turn);
    faults.extend(clock_faults(turn, &clock, said));
    let faulty = !faults.is_empty();
    let caption = format!("{} · {}", words.say(kind_word(case.kind)), case.reference);
    let known = turn
        .hatch
        .workbench
        .others(&sitting.staff, reference)
        .await?;
    let title = subject(turn, case.kind, &case.about);
    let notice = match said.changed {
        Some(seen) => Some(changed(turn, &case, seen)),
        None => said.notice(words),
    };
    let sent = sent_rows(turn, &case.about, &case.sent);
    let facts = facts(turn, &case);
    let incidents = &turn.hatch.incidents;
    let incident = incidents
        .of_case(words.lang, &sitting.staff, reference)
        .await?;
    let news = turn.hatch.telling.told(&sitting.staff, reference).await?;
    let body = view! {
        <ErrorSummary faults />
        {notice}
        {needs_person(turn, &case)}
        <Heading text=title.clone() caption />
        <div class="beside">
            <div class="beside-stands">
                {standing(turn, &case)}
                {promises(turn, &case)}
                {decisions(turn, &case, &typed)}
                {legs(turn, &case, &typed)}
                {clock_section(turn, reference, &clock, said)}
            </div>
            <div class="beside-said">
                <Section title=words.say("desk-case-sent") id="sent">
                    <Summary rows=sent />
                </Section>
                <div class="write">{notes(turn, &case, &texts, &typed)}</div>
                <div id="live-log" data-live="">{log(turn, &case, &typed)}</div>
            </div>
            <div class="beside-more">
                {ways(turn, &case)}
                <Section title=words.say("desk-case-facts") id="facts">
                    <Summary rows=facts />
                </Section>
                {cause(turn, &case, &incident)}
                {told(turn, &case, &news)}
                {others(turn, &known)}
                {holders(turn, &case)}
            </div>
        </div>
    };
    let title = words.fill(
        "desk-case-title",
        &[
            ("reference", &case.reference.to_string()),
            ("about", &title),
        ],
    );
    Ok(frame_of_form(
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

/// Where the case stands for the customer.
fn standing(turn: &Turn, case: &DeskCase) -> AnyView {
    let words = turn.words;
    view! {
        <p class="standing">
            {words.say("desk-customer-reads")} " "
            <State tone=state_tone(case.state) label=words.say(&format!("state-{}", case.state.name())) />
        </p>
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
