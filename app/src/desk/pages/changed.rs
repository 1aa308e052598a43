//! What happened to a case while somebody wrote about it: the act is not done, what was typed is
//! kept, and the page says what is new.

use super::log::{actor, happened};
use crate::{
    desk::DeskCase,
    parts::{Notice, Tone},
    turn::Turn,
    words::date::machine,
};
use leptos::prelude::*;

/// The events behind the one that was seen last, oldest first.
pub(super) fn changed(turn: &Turn, case: &DeskCase, seen: i64) -> AnyView {
    let words = turn.words;
    let news = case
        .log
        .iter()
        .filter(|logged| logged.seq > seen)
        .map(|logged| {
            let text = logged.text.clone();
            view! {
                <li>
                    <time datetime=machine(logged.at)>{turn.moment(logged.at)}</time>
                    " · "
                    {actor(turn, logged)}
                    " · "
                    {happened(turn, logged)}
                    {text.map(|text| view! { <p class="as-typed" dir="auto">{text}</p> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <Notice tone=Tone::Warn title=words.say("work-changed-title")>
            <ol class="news">{news}</ol>
            <p>{words.say("work-changed-text")}</p>
        </Notice>
    }
    .into_any()
}
