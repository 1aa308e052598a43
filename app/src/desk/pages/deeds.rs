//! What was done about somebody or something, as a list, the latest first.

use crate::{desk::Deed, parts::Section, turn::Turn, words::date::machine};
use leptos::prelude::*;

/// The log: each deed by the word behind `words`, and who did what nobody did.
pub(super) fn log(
    turn: &Turn,
    title: &'static str,
    words: &str,
    by_nobody: &'static str,
    deeds: &[Deed],
) -> Option<AnyView> {
    let entries = deeds.iter().map(|deed| {
        let by = deed.by.clone();
        let by = by.unwrap_or_else(|| turn.words.say(by_nobody));
        let title = turn.words.say(&format!("{words}{}", deed.kind));
        entry(turn, deed.at, by, title, deed.said.clone())
    });
    timeline(turn.words.say(title), "log", entries.collect())
}

/// A list of what was, with its title; nothing, where nothing was.
pub(super) fn timeline(title: String, id: &'static str, entries: Vec<AnyView>) -> Option<AnyView> {
    let there = !entries.is_empty();
    let section = there.then(|| {
        view! {
            <Section title id>
                <ol class="timeline log">{entries}</ol>
            </Section>
        }
    });
    section.map(IntoAny::into_any)
}

/// One of them.
pub(super) fn entry(
    turn: &Turn,
    at: i64,
    by: String,
    title: String,
    said: Option<String>,
) -> AnyView {
    let said = said.map(|said| view! { <p dir="auto">{said}</p> });
    view! {
        <li class="entry">
            <p class="entry-when">
                <time datetime=machine(at)>{turn.moment(at)}</time>
                <span>{by}</span>
            </p>
            <p class="entry-title">{title}</p>
            {said}
        </li>
    }
    .into_any()
}
