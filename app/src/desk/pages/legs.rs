//! The departments' parts of a case, each with how it came there and what can be done about it.

use super::{
    acts::hidden,
    choices::taps,
    left::due,
    rows::leg_state,
    typed::{Typed, field_id},
};
use crate::{
    case::language::Text,
    desk::{DeskCase, Leg, LegState, LegWay, Offer, Rated, api::case_path},
    parts::{Card, Section, TextArea},
    turn::Turn,
};
use leptos::prelude::*;

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

fn forms(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let press = |way: LegWay, act: &'static str, class: &'static str| {
        leg.may(way).then(|| {
            view! {
                <form method="post" action=format!("/api/desk/{act}")>
                    {hidden(case)}
                    <input type="hidden" name="leg" value=leg.seq />
                    <button class=class type="submit">{words.say(&format!("desk-{act}"))}</button>
                </form>
            }
        })
    };
    let pass = leg.may(LegWay::Pass).then(|| {
        let href = format!("{}/pass?leg={}", case_path(case.reference), leg.seq);
        let word = match case.undecided_since {
            Some(_) => "desk-pass-decide",
            None => "desk-pass-open",
        };
        view! { <a class="button second" href=href>{words.say(word)}</a> }
    });
    view! {
        <div class="acts">
            {press(LegWay::Accept, "accept", "button")}
            {pass}
            {press(LegWay::Withdraw, "withdraw", "button second")}
        </div>
        {leg.may(LegWay::Decline).then(|| decline(turn, case, leg, typed))}
        {leg.may(LegWay::Finish).then(|| finish(turn, case, leg, typed))}
    }
    .into_any()
}

fn decline(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "decline", Some(leg.seq));
    let open = value.is_some();
    view! {
        <details class="act" open=open>
            <summary>{words.say("desk-decline-open")}</summary>
            <form method="post" action="/api/desk/decline" autocomplete="off" novalidate>
                {hidden(case)}
                <input type="hidden" name="leg" value=leg.seq />
                <TextArea
                    id=field_id("decline", Some(leg.seq))
                    name="text".to_owned()
                    label=words.say("desk-decline-label")
                    hint=words.say("desk-decline-hint")
                    value=value.unwrap_or_default()
                    fault
                    rows=3
                />
                <button class="button" type="submit">{words.say("desk-decline")}</button>
            </form>
        </details>
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
        .all(|other| other.seq == leg.seq || other.gone || other.state == LegState::Done);
    // Only the last part ends the case, and only of whoever answers for it the customer reads what is
    // written here.
    let (label, hint) = match last && case.may_reply {
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

/// One tap for the department before; a reason only when it was poor.
fn rate(turn: &Turn, case: &DeskCase, leg: &Leg, rated: &Rated, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "rate", Some(rated.seq));
    let from = place(turn, &rated.department, &rated.unit);
    let legend = words.fill("desk-rate-legend", &[("from", &from)]);
    // Asked for once "poor" was tapped without it.
    let why = value.map(|value| {
        view! {
            <TextArea
                id=field_id("rate", Some(rated.seq))
                name="text".to_owned()
                label=words.say("desk-rate-label")
                value
                fault
                rows=2
            />
        }
    });
    let taps = taps(turn, "act");
    view! {
        <form class="rate" method="post" action="/api/desk/rate" autocomplete="off" novalidate>
            {hidden(case)}
            <input type="hidden" name="leg" value=rated.seq />
            <input type="hidden" name="by" value=leg.seq />
            <fieldset>
                <legend>{legend}</legend>
                {why}
                <div class="acts">{taps}</div>
            </fieldset>
        </form>
    }
    .into_any()
}
