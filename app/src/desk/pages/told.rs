//! What the customer was told about a case, what did not arrive and why, and a new secret link.

use super::acts::hidden;
use crate::{
    desk::{DeskCase, DeskNews, DeskTold},
    parts::{Section, State, Tone},
    tracking::news::ToldState,
    turn::Turn,
    words::date::machine,
};
use leptos::prelude::*;

/// The part of the case's page.
pub(super) fn told(turn: &Turn, case: &DeskCase, news: &DeskNews) -> AnyView {
    let words = turn.words;
    let warning = match (news.unreachable, news.stopped) {
        (true, _) => Some("desk-told-unreachable"),
        (_, true) => Some("desk-told-stopped"),
        _ => None,
    };
    let warning = warning.map(|id| view! { <p>{words.say(id)}</p> });
    let list = match news.list.is_empty() {
        true => view! { <p class="quiet">{words.say("desk-told-none")}</p> }.into_any(),
        false => {
            let entries = news.list.iter().map(|one| entry(turn, one)).collect_view();
            view! { <ol class="told">{entries}</ol> }.into_any()
        }
    };
    let keys = hidden(case);
    view! {
        <Section title=words.say("desk-told-title") id="told">
            {warning}
            {list}
            <details class="act">
                <summary>{words.say("desk-link-open")}</summary>
                <p>{words.say("desk-link-text")}</p>
                <form method="post" action="/api/desk/link">
                    {keys}
                    <button class="button second" type="submit">{words.say("desk-link")}</button>
                </form>
            </details>
        </Section>
    }
    .into_any()
}

fn entry(turn: &Turn, told: &DeskTold) -> AnyView {
    let words = turn.words;
    let what = words
        .known(&format!("told-{}", told.kind))
        .unwrap_or_else(|| told.kind.clone());
    let tone = match told.state {
        ToldState::Sent => Tone::Good,
        ToldState::Waiting | ToldState::Suppressed => Tone::Info,
        ToldState::Held => Tone::Warn,
        ToldState::Failed => Tone::Bad,
    };
    let label = words.say(&format!("desk-told-{}", told.state.name()));
    let why = told
        .reason
        .as_ref()
        .and_then(|reason| words.known(&format!("desk-told-because-{reason}")));
    let tried = (told.attempts > 1).then(|| words.count("desk-told-tried", told.attempts.into()));
    let trouble = told.trouble.clone();
    let to = told.to.clone();
    view! {
        <li>
            <p>
                {what} " " <State tone label />
            </p>
            <p class="quiet">
                <time datetime=machine(told.at)>{turn.moment(told.at)}</time>
                " · "
                {to}
                {tried.map(|tried| format!(" · {tried}"))}
            </p>
            {why.map(|why| view! { <p class="quiet">{why}</p> })}
            {trouble.map(|trouble| view! { <p class="as-typed" dir="auto">{trouble}</p> })}
        </li>
    }
    .into_any()
}
