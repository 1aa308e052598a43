//! What was pressed on the faces by the door: of each shop, and of one shop on each day. On how many
//! answers a row rests stands in the row, and what was not counted stands beside it.

use super::frame::{Here, Sitting, frame, staff_page};
use crate::{
    hatch::Refusal,
    kiosk::tap::{Asked, TapCounts, TapRow},
    parts::{Heading, Illustration, IllustrationKind, Lead, Pager, Section, Table},
    turn::{Turn, query},
};
use leptos::prelude::*;

/// `/desk/taps`.
#[component]
pub fn DeskTaps() -> impl IntoView {
    let (shop, until) = (query("shop"), query("until"));
    staff_page(
        move |sitting| async move { page(&sitting, shop.as_deref(), until.as_deref()).await },
    )
}

async fn page(
    sitting: &Sitting,
    shop: Option<&str>,
    until: Option<&str>,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let counts = turn.hatch.taps.counts(&sitting.staff, shop, until).await?;
    let title = match &counts.shop {
        Some(shop) => words.fill("taps-title-shop", &[("shop", shop.say(words.lang))]),
        None => words.say("taps-title"),
    };
    let back = (shop.is_some())
        .then(|| view! { <p><a href="/desk/taps">{words.say("taps-back")}</a></p> });
    let days = words.fill(
        "taps-days",
        &[("from", &counts.days.0), ("to", &counts.days.1)],
    );
    let tables = match counts.asked.is_empty() {
        true => view! {
            <Illustration kind=IllustrationKind::Empty />
            <Lead text=words.say("taps-none") />
        }
        .into_any(),
        false => { counts.asked.iter() }
            .map(|asked| table(turn, shop.is_some(), asked))
            .collect_view()
            .into_any(),
    };
    let body = view! {
        {back}
        <Heading text=title.clone() />
        <Lead text=words.say("taps-lead") />
        {tables}
        {pager(shop, until, &counts, days)}
        <Section title=words.say("taps-rule-title") id="rule">
            <ul>
                <li>{words.say("taps-rule-wiped")}</li>
                <li>{words.say("taps-rule-drummed")}</li>
                <li>{words.say("taps-rule-again")}</li>
            </ul>
        </Section>
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Taps,
        title,
        false,
        body.into_any(),
    ))
}

fn table(turn: &Turn, by_day: bool, asked: &Asked) -> AnyView {
    let words = turn.words;
    let version = asked.code.1.to_string();
    let caption = match &asked.words {
        Some((ask, _)) => ask.say(words.lang).to_owned(),
        None => words.fill(
            "taps-old-wording",
            &[("code", &asked.code.0), ("version", &version)],
        ),
    };
    let first = words.say(match by_day {
        true => "taps-day",
        false => "taps-shop",
    });
    let faces = (0..usize::from(asked.faces)).map(|face| match &asked.words {
        Some((_, faces)) => faces[face].say(words.lang).to_owned(),
        None => words.fill("taps-face", &[("number", &(face + 1).to_string())]),
    });
    let head = std::iter::once(first)
        .chain([words.say("taps-answers")])
        .chain(faces)
        .chain([words.say("taps-marked")])
        .collect::<Vec<_>>();
    let rows = asked.rows.iter().map(|row| cells(turn, row)).collect();
    let reasons = (!asked.reasons.is_empty()).then(|| reasons(turn, asked));
    view! {
        <Table caption head rows figures=true />
        {reasons}
    }
    .into_any()
}

fn cells(turn: &Turn, row: &TapRow) -> Vec<AnyView> {
    let name = row.name.say(turn.words.lang).to_owned();
    let first = match &row.shop {
        Some(shop) => {
            let href = format!("/desk/taps?shop={shop}");
            view! { <a class="in-figures" href=href>{name}</a> }.into_any()
        }
        None => view! { <span class="in-figures">{name}</span> }.into_any(),
    };
    let numbers = std::iter::once(row.answers())
        .chain(row.counted.iter().copied())
        .chain([row.marked])
        .map(|number| view! { <span class="in-figures">{number}</span> }.into_any());
    std::iter::once(first).chain(numbers).collect()
}

fn reasons(turn: &Turn, asked: &Asked) -> AnyView {
    let words = turn.words;
    let head = ["taps-reason", "taps-given"].map(|word| words.say(word));
    let rows = { asked.reasons.iter() }
        .map(|(reason, count)| {
            vec![
                reason.say(words.lang).to_owned().into_any(),
                view! { <span class="in-figures">{*count}</span> }.into_any(),
            ]
        })
        .collect();
    view! { <Table caption=words.say("taps-reasons") head=head.to_vec() rows figures=true /> }
        .into_any()
}

/// Four weeks a page, the latest first.
fn pager(shop: Option<&str>, until: Option<&str>, counts: &TapCounts, days: String) -> AnyView {
    let shop = shop.map(|shop| format!("shop={shop}"));
    let path = |day: Option<String>| {
        let parts: Vec<_> = shop.iter().cloned().chain(day).collect();
        match parts.is_empty() {
            true => "/desk/taps".to_owned(),
            false => format!("/desk/taps?{}", parts.join("&")),
        }
    };
    let earlier = Some(path(Some(format!("until={}", counts.before))));
    let latest = until.map(|_| path(None));
    view! { <Pager sentence=days before=latest after=earlier /> }.into_any()
}
