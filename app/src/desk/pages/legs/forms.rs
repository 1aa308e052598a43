//! What can be done with a part: taking it, passing it on, saying no, finishing it, and rating what one
//! was handed.

use super::place;
use crate::{
    desk::{
        DeskCase, Leg, LegState, LegWay, Rated,
        api::case_path,
        pages::{
            acts::hidden,
            choices::taps,
            typed::{Typed, field_id},
        },
    },
    parts::TextArea,
    turn::Turn,
};
use leptos::prelude::*;

pub(super) fn forms(turn: &Turn, case: &DeskCase, leg: &Leg, typed: &Typed<'_>) -> AnyView {
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
pub(super) fn rate(
    turn: &Turn,
    case: &DeskCase,
    leg: &Leg,
    rated: &Rated,
    typed: &Typed<'_>,
) -> AnyView {
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
