//! The departments' parts of a case, each with how it came there and what can be done about it.

use super::{clocks::own_clock, left::due, rows::leg_state, typed::Typed};
use crate::{
    case::language::Text,
    desk::{DeskCase, Leg, LegState, Offer},
    parts::{Card, Section},
    turn::Turn,
};
use forms::{forms, rate};
use leptos::prelude::*;

mod forms;

/// Every part, those out of play last and folded away.
pub(super) fn legs(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let cards = |gone: bool| {
        let legs = case.legs.iter().filter(move |leg| leg.gone == gone);
        legs.map(|leg| card(turn, case, leg, typed)).collect_view()
    };
    let gone = case.legs.iter().filter(|leg| leg.gone).count();
    let past = (gone > 0).then(|| {
        let count = i64::try_from(gone).unwrap_or(i64::MAX);
        view! {
            <details class="fold">
                <summary>{words.count("desk-legs-gone", count)}</summary>
                <ol class="legs past">{cards(true)}</ol>
            </details>
        }
    });
    let current = cards(false);
    view! {
        <Section title=words.say("desk-legs-title") id="legs">
            <ol class="legs">{current}</ol>
            {past}
        </Section>
    }
    .into_any()
}

fn card(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let place = place(turn, &leg.department, &leg.unit);
    let name = leg
        .name
        .as_ref()
        .map(|name| name.say(words.lang).to_owned());
    let running = !matches!(leg.state, LegState::Done | LegState::Declined);
    let time_left = running.then(|| due(turn, case.now, leg.due_at));
    let clock = leg
        .clock
        .filter(|_| !leg.gone)
        .map(|clock| own_clock(turn, &clock));
    let taken = leg
        .taken_by
        .as_ref()
        .map(|name| quiet(words.fill("desk-leg-taken", &[("name", name)])));
    let offered_to = leg.offered_to.as_ref().map(|(department, unit)| {
        let to = self::place(turn, department, unit);
        quiet(words.fill("desk-leg-offered-to", &[("to", &to)]))
    });
    let task = leg
        .task
        .clone()
        .map(|task| view! { <p class="as-typed" dir="auto">{task}</p> });
    let rates = leg.to_rate.iter();
    let rates = rates
        .map(|rated| rate(turn, case, leg, rated, typed))
        .collect_view();
    let heading = name.clone().unwrap_or_else(|| place.clone());
    let below = name.map(|_| view! { <p>{place}</p> });
    let state = leg_state(turn, leg.state);
    let elsewhere = elsewhere(turn, leg);
    let offer = leg
        .offer
        .as_ref()
        .map(|offer| offer_view(turn, case, offer));
    let (ratings, forms) = (ratings(turn, leg), forms(turn, case, leg, typed));
    view! {
        <li>
            <Card>
                <h3>{heading}</h3>
                {below}
                <p class="leg-state">{state} " " {time_left}</p>
                {clock}
                {task}
                {taken}
                {elsewhere}
                {offer}
                {offered_to}
                {ratings}
                {forms}
                {rates}
            </Card>
        </li>
    }
    .into_any()
}

/// A department of a unit, in words.
pub(super) fn place(turn: &Turn, department: &Text, unit: &Text) -> String {
    let words = turn.words;
    words.fill(
        "desk-where",
        &[
            ("department", department.say(words.lang)),
            ("unit", unit.say(words.lang)),
        ],
    )
}

fn quiet(sentence: String) -> AnyView {
    view! { <p class="quiet">{sentence}</p> }.into_any()
}

fn elsewhere(turn: &Turn, leg: &Leg) -> Option<AnyView> {
    let words = turn.words;
    let there = leg.elsewhere.as_ref()?.say(words.lang);
    Some(quiet(match &leg.foreign_id {
        Some(id) => words.fill("desk-leg-there-as", &[("there", there), ("id", id)]),
        None => words.fill("desk-leg-there", &[("there", there)]),
    }))
}

/// How it was passed here, with everything that was handed over.
fn offer_view(turn: &Turn, case: &DeskCase, offer: &Offer) -> AnyView {
    let words = turn.words;
    let from = place(turn, &offer.department, &offer.unit);
    let word = if offer.decided {
        "desk-leg-decided"
    } else {
        "desk-leg-from"
    };
    let answer_by = offer.answer_by.map(|at| {
        view! { <p>{words.say("desk-leg-answer-by")} " " {due(turn, case.now, at)}</p> }
    });
    let handed = offer.handed.iter();
    let handed = handed
        .map(|one| {
            view! {
                <div>
                    <dt>{one.need.say(words.lang).to_owned()}</dt>
                    <dd class="as-typed" dir="auto">{one.said.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    let handed = (!offer.handed.is_empty()).then(|| view! { <dl class="handed">{handed}</dl> });
    view! {
        <div class="offer">
            {quiet(words.fill(word, &[("from", &from)]))}
            <p class="as-typed" dir="auto">{offer.reason.clone()}</p>
            {handed}
            {answer_by}
        </div>
    }
    .into_any()
}

/// What the departments that went on with it thought of the work.
fn ratings(turn: &Turn, leg: &Leg) -> AnyView {
    let words = turn.words;
    let ratings = leg.ratings.iter();
    ratings
        .map(|(score, reason)| {
            let said = words.say(&format!("desk-rated-{}", score.name()));
            let reason = reason.clone();
            let reason = reason.map(|reason| view! { " " <span dir="auto">{reason}</span> });
            view! { <p class="quiet">{said} {reason}</p> }
        })
        .collect_view()
        .into_any()
}
