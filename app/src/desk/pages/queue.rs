//! The queue: a department's parts of cases, what breaks first on top.

use super::{
    frame::{Here, Sitting, frame, staff_page},
    left::due,
    said::Said,
};
use crate::{
    desk::{LegState, Queue, QueueRow, Show, api::case_path},
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, Pager, State, Table, Tone},
    tracking::told::{kind_word, subject},
    turn::{Turn, query},
};
use leptos::prelude::*;

/// `/desk`.
#[component]
pub fn Desk() -> impl IntoView {
    let show = Show::from_name(&query("show").unwrap_or_default());
    let page = query("page")
        .and_then(|page| page.parse().ok())
        .unwrap_or(1);
    let said = Said::take();
    staff_page(move |sitting| async move { queue_page(&sitting, show, page, &said).await })
}

async fn queue_page(
    sitting: &Sitting,
    show: Show,
    page: u32,
    said: &Said,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let queue = turn.hatch.desk.queue(&sitting.staff, show, page).await?;
    let title = words.say("desk-queue-title");
    let list = match queue.rows.is_empty() {
        true => empty(turn, show),
        false => table(turn, show, &queue),
    };
    let (notice, tabs) = (said.notice(words), tabs(turn, show, &queue));
    let body = view! {
        {notice}
        <Heading text=title.clone() />
        {tabs}
        {list}
        {pager(turn, show, &queue)}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Queue,
        title,
        false,
        body.into_any(),
    ))
}

/// The two parts of the queue, each with its number.
fn tabs(turn: &Turn, show: Show, queue: &Queue) -> AnyView {
    let words = turn.words;
    let tab = |which: Show, count: u32| {
        let current = (which == show).then_some("page");
        let label = words.count(&format!("desk-queue-{}", which.name()), count.into());
        let href = format!("/desk?show={}", which.name());
        view! { <li><a href=href aria-current=current>{label}</a></li> }
    };
    let late = (queue.late > 0).then(|| {
        let label = words.count("desk-queue-late", queue.late.into());
        view! { <State tone=Tone::Bad label /> }
    });
    view! {
        <div class="tabs">
            <nav aria-label=words.say("desk-queue-parts")>
                <ul class="room-ways">
                    {tab(Show::Open, queue.open)}
                    {tab(Show::Done, queue.done)}
                </ul>
            </nav>
            {late}
        </div>
    }
    .into_any()
}

fn empty(turn: &Turn, show: Show) -> AnyView {
    let sentence = turn.words.say(&format!("desk-queue-none-{}", show.name()));
    view! {
        <Illustration kind=IllustrationKind::Empty />
        <Lead text=sentence />
    }
    .into_any()
}

fn table(turn: &Turn, show: Show, queue: &Queue) -> AnyView {
    let words = turn.words;
    let head = ["case", "breaks", "state", "taken", "where"]
        .map(|column| words.say(&format!("desk-column-{column}")));
    let rows = queue
        .rows
        .iter()
        .map(|row| cells(turn, queue.now, row))
        .collect();
    let caption = words.say(&format!("desk-queue-caption-{}", show.name()));
    view! { <Table caption head=head.to_vec() rows /> }.into_any()
}

fn cells(turn: &Turn, now: i64, row: &QueueRow) -> Vec<AnyView> {
    let words = turn.words;
    let about = subject(turn, row.kind, &row.about);
    let (reference, href) = (row.reference.to_string(), case_path(row.reference));
    let mut small = vec![words.say(kind_word(row.kind))];
    if row.tier != "individual" {
        small.push(words.say(&format!("desk-tier-{}", row.tier)));
    }
    if row.reopened > 0 {
        small.push(words.count("desk-reopened", row.reopened.into()));
    }
    let small = small.join(" · ");
    let case = view! {
        <a href=href>{about}</a>
        <br />
        <span class="quiet">
            <span class="in-figures" translate="no">{reference}</span>
            " · "
            {small}
        </span>
    };
    let breaks = match row.state {
        LegState::Done | LegState::Declined => figure(turn, now, row.due_at),
        _ => breaks(turn, now, row),
    };
    let taken = row
        .taken_by
        .clone()
        .unwrap_or_else(|| words.say("desk-taken-by-none"));
    let place = words.fill(
        "desk-where",
        &[
            ("department", row.department.say(words.lang)),
            ("unit", row.unit.say(words.lang)),
        ],
    );
    vec![
        case.into_any(),
        breaks,
        leg_state(turn, row.state),
        taken.into_any(),
        place.into_any(),
    ]
}

/// What breaks first, and whether it is the customer's promise or this part's own target.
fn breaks(turn: &Turn, now: i64, row: &QueueRow) -> AnyView {
    let what = match row.breaks_at < row.due_at {
        true => "desk-breaks-promise",
        false => "desk-breaks-target",
    };
    view! {
        {due(turn, now, row.breaks_at)}
        <br />
        <span class="quiet">{turn.words.say(what)}</span>
    }
    .into_any()
}

/// A due time of something that is done: nothing is left of it to say.
fn figure(turn: &Turn, now: i64, at: i64) -> AnyView {
    let zone = &turn.hatch.catalogue.operator.zone;
    crate::words::date::figures(at, now, zone).into_any()
}

/// How far a part is, as a word in its tone.
pub(super) fn leg_state(turn: &Turn, state: LegState) -> AnyView {
    let tone = match state {
        LegState::Queued | LegState::Declined => Tone::Warn,
        LegState::Done => Tone::Good,
        LegState::Planned | LegState::Accepted | LegState::Working | LegState::Paused => Tone::Info,
    };
    let label = turn.words.say(&format!("desk-leg-{}", state.name()));
    view! { <State tone label /> }.into_any()
}

fn pager(turn: &Turn, show: Show, queue: &Queue) -> AnyView {
    let to = |page: u32| format!("/desk?show={}&page={page}", show.name());
    let before = (queue.page > 1).then(|| to(queue.page - 1));
    let after = (queue.page < queue.pages).then(|| to(queue.page + 1));
    let sentence = turn.words.fill(
        "desk-page-of",
        &[
            ("page", &queue.page.to_string()),
            ("pages", &queue.pages.to_string()),
        ],
    );
    view! { <Pager sentence before after /> }.into_any()
}
