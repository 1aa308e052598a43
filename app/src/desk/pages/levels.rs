//! Levels: the units below whoever looks, each with its numbers, and the cases behind a number.

use super::{
    frame::{Here, Sitting, frame, staff_page},
    left::due,
};
use crate::{
    desk::{Level, LevelCase, LevelCases, Pick, api::case_path},
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, Pager, State, Table, Tone},
    tracking::told::{state_tone, subject},
    turn::{Turn, param, query},
};
use leptos::prelude::*;

/// `/desk/levels`.
#[component]
pub fn DeskLevels() -> impl IntoView {
    staff_page(move |sitting| async move { levels_page(&sitting).await })
}

/// `/desk/levels/{unit}`.
#[component]
pub fn DeskLevel() -> impl IntoView {
    let unit = param("unit");
    let pick = Pick::from_name(&query("show").unwrap_or_default());
    let page = query("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    staff_page(move |sitting| async move { level_page(&sitting, &unit, pick, page).await })
}

async fn levels_page(sitting: &Sitting) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let levels = turn.hatch.clock.levels(&sitting.staff).await?;
    let title = words.say("levels-title");
    let head = std::iter::once(words.say("levels-unit"))
        .chain(Pick::ALL.map(|pick| words.say(&format!("levels-{}", pick.name()))))
        .collect::<Vec<_>>();
    let rows = levels
        .units
        .iter()
        .map(|level| cells(turn, level))
        .collect();
    let body = view! {
        <Heading text=title.clone() />
        <Lead text=words.say("levels-lead") />
        <Table caption=words.say("levels-caption") head rows figures=true />
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Levels,
        title,
        false,
        body.into_any(),
    ))
}

/// A number leads to its cases; nothing leads to none.
fn cells(turn: &Turn, level: &Level) -> Vec<AnyView> {
    let class = format!("depth-{}", level.depth.min(3));
    let name = level.name.say(turn.words.lang).to_owned();
    let first = view! { <span class=class>{name}</span> }.into_any();
    let numbers = Pick::ALL
        .into_iter()
        .zip(level.counts)
        .map(|(pick, count)| {
            if count == 0 {
                return view! { <span class="quiet">"0"</span> }.into_any();
            }
            let href = format!("/desk/levels/{}?show={}", level.code, pick.name());
            view! { <a class="in-figures" href=href>{count}</a> }.into_any()
        });
    std::iter::once(first).chain(numbers).collect()
}

async fn level_page(
    sitting: &Sitting,
    unit: &str,
    pick: Pick,
    page: u32,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let cases = turn
        .hatch
        .clock
        .at_level(&sitting.staff, unit, pick, page)
        .await?;
    let title = cases.unit.say(words.lang).to_owned();
    let picks = Pick::ALL.map(|one| {
        let current = (one == pick).then_some("page");
        let href = format!("/desk/levels/{unit}?show={}", one.name());
        let label = words.say(&format!("levels-{}", one.name()));
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    });
    let list = match cases.rows.is_empty() {
        true => view! {
            <Illustration kind=IllustrationKind::Empty />
            <Lead text=words.say("levels-none") />
        }
        .into_any(),
        false => table(turn, &cases),
    };
    let body = view! {
        <p><a href="/desk/levels">{words.say("levels-back")}</a></p>
        <Heading text=title.clone() />
        <div class="tabs">
            <nav aria-label=words.say("levels-picks")>
                <ul class="room-ways">{picks.into_iter().collect_view()}</ul>
            </nav>
        </div>
        {list}
        {pager(turn, unit, pick, &cases)}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Within,
        title,
        false,
        body.into_any(),
    ))
}

fn table(turn: &Turn, cases: &LevelCases) -> AnyView {
    let words = turn.words;
    let head = [
        "desk-column-case",
        "desk-column-breaks",
        "desk-column-state",
        "levels-owner",
    ]
    .map(|word| words.say(word));
    let rows = { cases.rows.iter() }
        .map(|case| case_cells(turn, cases.now, case))
        .collect();
    view! { <Table caption=words.say("desk-queue-caption-open") head=head.to_vec() rows /> }
        .into_any()
}

fn case_cells(turn: &Turn, now: i64, case: &LevelCase) -> Vec<AnyView> {
    let words = turn.words;
    let (href, reference) = (case_path(case.reference), case.reference.to_string());
    let raised = (case.raised > 0).then(|| {
        let share = case.raised.to_string();
        let tone = if case.raised < 100 {
            Tone::Warn
        } else {
            Tone::Bad
        };
        view! { <State tone label=words.fill("levels-share", &[("share", &share)]) /> }
    });
    let bounced = (case.bounces > 0).then(|| {
        view! { <State tone=Tone::Warn label=words.count("levels-bounces", case.bounces) /> }
    });
    let owner = match &case.owner {
        Ok(name) => name.clone(),
        Err(duty) => words.fill("desk-owner-duty", &[("duty", duty.say(words.lang))]),
    };
    vec![
        view! {
            <a href=href>{subject(turn, case.kind, &case.about)}</a>
            <br />
            <span class="quiet in-figures" translate="no">{reference}</span>
        }
        .into_any(),
        case.breaks_at.map(|at| due(turn, now, at)).into_any(),
        view! {
            <State
                tone=state_tone(case.state)
                label=words.say(&format!("state-{}", case.state.name()))
            />
            " "
            {raised}
            " "
            {bounced}
        }
        .into_any(),
        owner.into_any(),
    ]
}

fn pager(turn: &Turn, unit: &str, pick: Pick, cases: &LevelCases) -> AnyView {
    let to = |page: u32| format!("/desk/levels/{unit}?show={}&page={page}", pick.name());
    let before = (cases.page > 1).then(|| to(cases.page - 1));
    let after = cases.more.then(|| to(cases.page + 1));
    let page = cases.page.to_string();
    let sentence = turn.words.fill("levels-page", &[("page", &page)]);
    view! { <Pager sentence before after /> }.into_any()
}
