//! Finding a case: what was typed, and the cases in which it stands, the newest first.

use super::frame::{Here, Sitting, frame, staff_page};
use crate::{
    desk::{
        Excerpt, Hit, Hits,
        api::case_path,
        search::{PAGE, PLACE},
    },
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, Pager, State, Table},
    steps::aside,
    tracking::told::{kind_word, state_tone, subject},
    turn::{Turn, query},
    words::date::figures,
};
use leptos::prelude::*;

/// `/desk/search`.
#[component]
pub fn DeskSearch() -> impl IntoView {
    let before = query("before").and_then(|number| number.parse().ok());
    staff_page(move |sitting| async move { search_page(&sitting, before).await })
}

async fn search_page(sitting: &Sitting, before: Option<i64>) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let kept = aside(turn, PLACE).await?;
    let typed = kept.typed("q").trim().to_owned();
    let found = match typed.is_empty() {
        true => None,
        false => {
            let found = turn.hatch.workbench.search(&sitting.staff, &typed, before);
            Some(found.await?)
        }
    };
    let title = words.say("work-search-title");
    let body = view! {
        <Heading text=title.clone() />
        {search_form(turn, &typed)}
        {found.map(|found| shown(turn, &found, before))}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Search,
        title,
        false,
        body.into_any(),
    ))
}

fn search_form(turn: &Turn, typed: &str) -> AnyView {
    let words = turn.words;
    view! {
        <form class="look" method="post" action="/api/desk/search" role="search" autocomplete="off">
            <label class="label" for="q">{words.say("work-search-label")}</label>
            <p class="hint" id="q-hint">{words.say("work-search-hint")}</p>
            <div class="look-row">
                <input
                    class="input"
                    type="search"
                    id="q"
                    name="q"
                    value=typed.to_owned()
                    aria-describedby="q-hint"
                    maxlength="200"
                />
                <button class="button" type="submit">{words.say("work-search")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn shown(turn: &Turn, found: &Hits, before: Option<i64>) -> AnyView {
    let words = turn.words;
    let stopped = found.stopped_after.map(|many| {
        let sentence = words.fill("work-search-stopped", &[("many", &many.to_string())]);
        view! { <p>{sentence}</p> }
    });
    let next = found.next.map(|next| format!("{PAGE}?before={next}"));
    let first = before.map(|_| PAGE.to_owned());
    let pager = view! { <Pager sentence=words.say("work-search-page") before=first after=next /> };
    if found.hits.is_empty() {
        let sentence = match (found.too_little, found.stopped_after) {
            (true, _) => "work-search-short",
            (false, None) => "work-search-none",
            (false, Some(_)) => "work-search-none-yet",
        };
        return view! {
            <Illustration kind=IllustrationKind::Empty />
            <Lead text=words.say(sentence) />
            {stopped}
            {pager}
        }
        .into_any();
    }
    let head = ["case", "state", "since", "found"]
        .map(|column| words.say(&format!("work-column-{column}")));
    let rows = found
        .hits
        .iter()
        .map(|hit| cells(turn, found.now, hit))
        .collect();
    let caption = words.say("work-search-caption");
    view! {
        {stopped}
        <Table caption head=head.to_vec() rows />
        {pager}
    }
    .into_any()
}

fn cells(turn: &Turn, now: i64, hit: &Hit) -> Vec<AnyView> {
    let (words, zone) = (turn.words, &turn.hatch.catalogue.operator.zone);
    let about = subject(turn, hit.kind, &hit.about);
    let (reference, kind) = (hit.reference.to_string(), words.say(kind_word(hit.kind)));
    let case = view! {
        <a href=case_path(hit.reference)>{about}</a>
        <br />
        <span class="quiet">
            <span class="in-figures" translate="no">{reference}</span>
            " · "
            {kind}
        </span>
    };
    let state = view! {
        <State tone=state_tone(hit.stands) label=words.say(&format!("state-{}", hit.stands.name())) />
    };
    vec![
        case.into_any(),
        state.into_any(),
        view! { <span class="in-figures">{figures(hit.opened_at, now, zone)}</span> }.into_any(),
        hit.excerpt.as_ref().map(excerpt).into_any(),
    ]
}

fn excerpt(excerpt: &Excerpt) -> AnyView {
    let Excerpt {
        before,
        found,
        after,
    } = excerpt.clone();
    view! { <span dir="auto">{before}<mark>{found}</mark>{after}</span> }.into_any()
}
