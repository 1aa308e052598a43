//! What can be done to a case: each act a form of its own, with a key of its own, so that pressing
//! twice does it once.

use super::{
    case::{Typed, field_id},
    left::due,
    queue::leg_state,
};
use crate::{
    case::view::State as Stands,
    desk::{DeskCase, Leg, LegState},
    parts::{Card, Section, TextArea},
    steps::fresh_key,
    turn::Turn,
};
use leptos::prelude::*;

/// The departments' parts, each with what can be done about it.
pub(super) fn legs(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let cards = case
        .legs
        .iter()
        .map(|leg| leg_card(turn, case, leg, typed))
        .collect_view();
    view! {
        <Section title=turn.words.say("desk-legs-title") id="legs">
            <ol class="legs">{cards}</ol>
        </Section>
    }
    .into_any()
}

fn leg_card(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let title = words.fill(
        "desk-where",
        &[
            ("department", leg.department.say(words.lang)),
            ("unit", leg.unit.say(words.lang)),
        ],
    );
    let time_left = (!matches!(leg.state, LegState::Done | LegState::Declined))
        .then(|| due(turn, case.now, leg.due_at));
    let taken = leg.taken_by.as_ref().map(|name| {
        let sentence = words.fill("desk-leg-taken", &[("name", name)]);
        view! { <p class="quiet">{sentence}</p> }
    });
    let elsewhere = leg.elsewhere.as_ref().map(|there| {
        let there = there.say(words.lang);
        let sentence = match &leg.foreign_id {
            Some(id) => words.fill("desk-leg-there-as", &[("there", there), ("id", id)]),
            None => words.fill("desk-leg-there", &[("there", there)]),
        };
        view! { <p class="quiet">{sentence}</p> }
    });
    let accept = leg.may_accept.then(|| accept(turn, case, leg));
    let finish = leg.may_finish.then(|| finish(turn, case, leg, typed));
    let state = leg_state(turn, leg.state);
    view! {
        <li>
            <Card>
                <h3>{title}</h3>
                <p class="leg-state">{state} " " {time_left}</p>
                {taken}
                {elsewhere}
                {accept}
                {finish}
            </Card>
        </li>
    }
    .into_any()
}

fn accept(turn: &Turn, case: &DeskCase, leg: &Leg) -> AnyView {
    view! {
        <form method="post" action="/api/desk/accept">
            {hidden(case)}
            <input type="hidden" name="leg" value=leg.seq />
            <button class="button" type="submit">{turn.words.say("desk-accept")}</button>
        </form>
    }
    .into_any()
}

fn finish(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "finish", Some(leg.seq));
    let open = value.is_some();
    let last = case
        .legs
        .iter()
        .all(|other| other.seq == leg.seq || other.state == LegState::Done);
    // Only the last part ends the case, and only then the customer reads what is written here.
    let (label, hint) = match last {
        true => ("desk-finish-last-label", "desk-finish-last-hint"),
        false => ("desk-finish-label", "desk-finish-hint"),
    };
    view! {
        <details class="act" open=open>
            <summary>{words.say("desk-finish-open")}</summary>
            <form method="post" action="/api/desk/finish" autocomplete="off" novalidate>
                {hidden(case)}
                <input type="hidden" name="leg" value=leg.seq />
                <TextArea
                    id=field_id("finish", Some(leg.seq))
                    name="text".to_owned()
                    label=words.say(label)
                    hint=words.say(hint)
                    value=value.unwrap_or_default()
                    fault
                    rows=3
                    optional=true
                />
                <button class="button" type="submit">{words.say("desk-finish")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Writing: to the customer, above the line, and to colleagues, below it.
pub(super) fn notes(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let reply = case.may_reply.then(|| reply_form(turn, case, typed));
    let (value, fault) = typed.at(turn, "note", None);
    let there = case
        .legs
        .iter()
        .any(|leg| leg.elsewhere.is_some() && leg.state != LegState::Done)
        .then(|| {
            view! {
                <div class="tick">
                    <input type="checkbox" id="there" name="there" value="yes" />
                    <label for="there">{words.say("desk-note-there")}</label>
                </div>
            }
        });
    let note = view! {
                <form method="post" action="/api/desk/note" autocomplete="off" novalidate>
                    {hidden(case)}
                    <TextArea
                        id="note"
                        name="text".to_owned()
                        label=words.say("desk-note-label")
                        hint=words.say("desk-note-hint")
                        value=value.unwrap_or_default()
                        fault
                        rows=3
                    />
                    {there}
                    <button class="button second" type="submit">{words.say("desk-note")}</button>
                </form>
    };
    view! {
        {reply}
        <div class="side side-below">
            <Section title=words.say("desk-note-title") id="note-title">{note}</Section>
        </div>
    }
    .into_any()
}

fn reply_form(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "reply", None);
    let hint = words.fill("desk-reply-hint", &[("language", case.language.own_name())]);
    // What is done waits for the customer's word already.
    let may_ask = !matches!(case.state, Stands::Done);
    let done = matches!(case.state, Stands::Done)
        .then(|| view! { <p class="quiet">{words.say("desk-reply-done")}</p> });
    let ask = may_ask.then(|| {
        view! {
            <button class="button second" type="submit" name="act" value="ask">
                {words.say("desk-reply-ask")}
            </button>
        }
    });
    let form = view! {
                {done}
                <form method="post" action="/api/desk/reply" autocomplete="off" novalidate>
                    {hidden(case)}
                    <TextArea
                        id="reply"
                        name="text".to_owned()
                        label=words.say("desk-reply-label")
                        hint
                        value=value.unwrap_or_default()
                        fault
                        rows=5
                    />
                    <div class="acts">
                        <button class="button" type="submit">{words.say("desk-reply")}</button>
                        {ask}
                    </div>
                </form>
    };
    view! {
        <div class="side side-above">
            <Section title=words.say("desk-reply-title") id="reply-title">{form}</Section>
        </div>
    }
    .into_any()
}

/// What every form of a case carries.
pub(super) fn hidden(case: &DeskCase) -> AnyView {
    view! {
        <input type="hidden" name="key" value=fresh_key() />
        <input type="hidden" name="reference" value=case.reference.to_string() />
    }
    .into_any()
}
