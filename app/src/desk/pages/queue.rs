//! The queue: one's own cases, and under them what the department has to do; what breaks first on
//! top. Its parts are links, and its pages follow each other.

use super::{
    frame::{Here, Sitting, frame, staff_page},
    rows::{Rows, rows},
    said::Said,
    together::{self, Ticked, together},
    waiting::waiting,
};
use crate::{
    desk::{Queue, Show},
    hatch::Refusal,
    parts::{ErrorSummary, Heading, Illustration, IllustrationKind, Lead, Pager, Section},
    turn::{Turn, query},
};
use leptos::prelude::*;

/// `/desk`.
#[component]
pub fn Desk() -> impl IntoView {
    let show = Show::from_name(&query("show").unwrap_or_default());
    let after = query("after");
    let (said, done) = (Said::take(), together::Said::take());
    staff_page(move |sitting| async move {
        queue_page(&sitting, show, after.as_deref(), &said, &done).await
    })
}

async fn queue_page(
    sitting: &Sitting,
    show: Show,
    after: Option<&str>,
    said: &Said,
    done: &together::Said,
) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let queue = turn.hatch.desk.queue(&sitting.staff, show, after).await?;
    let title = words.say("desk-queue-title");
    let ticked = Ticked::read(turn, done).await?;
    let faults = ticked.faults(turn);
    let faulty = !faults.is_empty();
    let waiting = waiting(sitting).await?;
    let body = view! {
        <ErrorSummary faults />
        {said.notice(words)}
        {done.notice(words)}
        <Heading text=title.clone() />
        {waiting}
        {tabs(turn, show, &queue)}
        <div id="live-queue" class="stack" data-live="">
            {mine(turn, show, &queue, &ticked)}
            {department(turn, show, &queue, &ticked)}
        </div>
        {pager(turn, show, after, &queue)}
        {together(turn, show, &queue, &ticked)}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Queue,
        title,
        faulty,
        body.into_any(),
    ))
}

/// The parts of the queue, each with its number.
fn tabs(turn: &Turn, show: Show, queue: &Queue) -> AnyView {
    let words = turn.words;
    let tabs = Show::ALL
        .map(|which| {
            let current = (which == show).then_some("page");
            let id = format!("desk-queue-{}", which.name());
            let label = words.say(&id);
            let many = queue.many(which).map(|many| {
                view! { " " <span class="many">{many.said()}</span> }
            });
            let href = format!("/desk?show={}", which.name());
            view! { <li><a href=href aria-current=current>{label} {many}</a></li> }
        })
        .collect_view();
    view! {
        <div class="tabs">
            <nav aria-label=words.say("desk-queue-parts")>
                <ul class="room-ways">{tabs}</ul>
            </nav>
        </div>
    }
    .into_any()
}

/// One's own cases.
fn mine(turn: &Turn, show: Show, queue: &Queue, ticked: &Ticked) -> Option<AnyView> {
    let words = turn.words;
    if queue.mine.is_empty() {
        return (show == Show::Mine).then(|| none(turn, show));
    }
    let list = Rows {
        now: queue.now,
        rows: &queue.mine,
        caption: words.say("desk-queue-caption-mine"),
        form: Some(together::FORM),
        ticked: &ticked.names,
    };
    let all = queue
        .many(Show::Mine)
        .filter(|many| many.0 as usize > queue.mine.len())
        .map(|many| {
            let sentence = words.fill("work-mine-all", &[("many", &many.said())]);
            view! { <p><a href="/desk?show=mine">{sentence}</a></p> }
        });
    let list = rows(turn, &list);
    Some(
        view! { <Section title=words.say("work-mine-title") id="mine">{list} {all}</Section> }
            .into_any(),
    )
}

/// The department's parts.
fn department(turn: &Turn, show: Show, queue: &Queue, ticked: &Ticked) -> Option<AnyView> {
    if show == Show::Mine {
        return None;
    }
    if queue.rows.is_empty() {
        return Some(none(turn, show));
    }
    let list = Rows {
        now: queue.now,
        rows: &queue.rows,
        caption: turn
            .words
            .say(&format!("desk-queue-caption-{}", show.name())),
        form: (show != Show::Done).then_some(together::FORM),
        ticked: &ticked.names,
    };
    let list = rows(turn, &list);
    let title = turn.words.say("work-department-title");
    Some(view! { <Section title id="department">{list}</Section> }.into_any())
}

fn none(turn: &Turn, show: Show) -> AnyView {
    let sentence = turn.words.say(&format!("desk-queue-none-{}", show.name()));
    view! {
        <Illustration kind=IllustrationKind::Empty />
        <Lead text=sentence />
    }
    .into_any()
}

/// Forwards page by page, and back to the beginning: what lies between may have changed.
fn pager(turn: &Turn, show: Show, after: Option<&str>, queue: &Queue) -> AnyView {
    let first = format!("/desk?show={}", show.name());
    let next = queue.next.as_ref();
    let next = next.map(|after| format!("{first}&after={after}"));
    let before = after.map(|_| first);
    let sentence = turn.words.say("work-page");
    view! { <Pager sentence before after=next /> }.into_any()
}
