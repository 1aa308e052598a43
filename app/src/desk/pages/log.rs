//! The log of a case, newest first: what the customer reads and what only staff read are told
//! apart by word, by side and by shade.

use super::{
    acts::hidden,
    legs::place,
    typed::{Typed, field_id},
};
use crate::{
    desk::{ActorName, DeskCase, Logged, LoggedTo, Side, api::case_path},
    parts::{FileLink, Section, TextArea},
    turn::Turn,
    words::date::machine,
};
use leptos::prelude::*;

/// Both sides of the line.
pub(super) fn log(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let entries = case
        .log
        .iter()
        .rev()
        .map(|logged| entry(turn, case, logged, typed))
        .collect_view();
    view! {
        <Section title=turn.words.say("desk-log-title") id="log">
            <ol class="timeline log">{entries}</ol>
        </Section>
    }
    .into_any()
}

/// Who did something.
pub(super) fn actor(turn: &Turn, logged: &Logged) -> String {
    let words = turn.words;
    match &logged.actor {
        ActorName::Customer => words.say("desk-actor-customer"),
        ActorName::House => words.say("desk-actor-house"),
        ActorName::Staff(name) => name.clone(),
        ActorName::BackOffice(name) => name.say(words.lang).to_owned(),
    }
}

/// What happened, in words.
pub(super) fn happened(turn: &Turn, logged: &Logged) -> String {
    let words = turn.words;
    let what = match logged.side {
        Side::Above => words.known(&format!("moment-{}", logged.kind)),
        Side::Below => words.known(&format!("desk-event-{}", logged.kind)),
    };
    what.unwrap_or_else(|| words.say("desk-event-other"))
}

fn entry(turn: &Turn, case: &DeskCase, logged: &Logged, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (actor, what) = (actor(turn, logged), happened(turn, logged));
    let side = words.say(&format!("desk-side-{}", logged.side.name()));
    let class = format!("entry side-{}", logged.side.name());
    let (text, file) = (logged.text.clone(), logged.file.clone());
    let publish = logged
        .to_publish
        .then(|| publish(turn, case, logged, typed));
    view! {
        <li class=class>
            <p class="entry-when">
                <time datetime=machine(logged.at)>{turn.moment(logged.at)}</time>
                <span>{actor}</span>
                <strong class="entry-side">{side}</strong>
            </p>
            <p class="entry-title">{what}</p>
            {logged.to.as_ref().map(|to| concerns(turn, to))}
            {text.map(|text| view! { <p class="entry-body as-typed" dir="auto">{text}</p> })}
            {file.map(|file| view! { <FileLink page=case_path(case.reference) file /> })}
            {publish}
        </li>
    }
    .into_any()
}

/// The department, colleague or case that an event concerns besides.
fn concerns(turn: &Turn, to: &LoggedTo) -> AnyView {
    let what = match to {
        LoggedTo::Department(department, unit) => place(turn, department, unit).into_any(),
        LoggedTo::Person(name) => name.clone().into_any(),
        LoggedTo::Case(reference) => {
            view! { <a href=case_path(*reference)>{reference.to_string()}</a> }.into_any()
        }
    };
    view! { <p class="quiet">{what}</p> }.into_any()
}

/// What another back office wrote, to be put into the customer's words and told.
fn publish(turn: &Turn, case: &DeskCase, logged: &Logged, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "publish", Some(logged.seq));
    let open = value.is_some();
    let value = value.or_else(|| logged.text.clone()).unwrap_or_default();
    view! {
        <details class="act" open=open>
            <summary>{words.say("desk-publish-open")}</summary>
            <form method="post" action="/api/desk/publish" autocomplete="off" novalidate>
                {hidden(case)}
                <input type="hidden" name="event" value=logged.seq />
                <TextArea
                    id=field_id("publish", Some(logged.seq))
                    name="text".to_owned()
                    label=words.say("desk-publish-label")
                    hint=words.say("desk-publish-hint")
                    value
                    fault
                    rows=4
                />
                <button class="button" type="submit">{words.say("desk-publish")}</button>
            </form>
        </details>
    }
    .into_any()
}
