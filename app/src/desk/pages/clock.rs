//! Time and promises on the page of a case: what was raised, what was ordered, and what can be done
//! about either. The bars of the clock are drawn elsewhere.

use super::{
    clock_forms::{go_on, order_form, pause_form, promise_form, relieve_form},
    left::due,
    said::{Said, text_fault},
};
use crate::{
    case::reference::Reference,
    desk::{CaseClock, ClockTyped, Order, Raised},
    parts::{Section, State, Tone},
    steps::fresh_key,
    tracking::told::subject,
    turn::Turn,
    words::date::{figures, machine},
};
use leptos::prelude::*;

/// The section, with forms for what whoever looks may do.
pub(super) fn clock_section(
    turn: &Turn,
    reference: Reference,
    clock: &CaseClock,
    said: &Said,
) -> AnyView {
    let words = turn.words;
    let raised = { clock.raised.iter() }
        .map(|one| raised_item(turn, clock.now, one, From::Case))
        .collect_view();
    let orders = { clock.orders.iter() }
        .map(|one| order_item(turn, clock.now, one, From::Case))
        .collect_view();
    let waiting = (!clock.raised.is_empty() || !clock.orders.is_empty()).then(|| {
        view! { <ul class="heard">{raised}{orders}</ul> }
    });
    let legs = { clock.legs.iter() }
        .map(|leg| match leg.paused.is_some() {
            true => go_on(turn, reference, leg),
            false => pause_form(turn, reference, leg, &clock.reasons),
        })
        .collect_view();
    let forms = Forms {
        turn,
        reference,
        clock,
        faulty: said.mend_clock,
    };
    let promise = clock.may_promise.then(|| promise_form(&forms));
    let order = (!clock.may_order.is_empty()).then(|| order_form(&forms));
    let relieve = clock.may_relieve.then(|| relieve_form(&forms));
    let nothing = clock.raised.is_empty()
        && clock.orders.is_empty()
        && clock.legs.is_empty()
        && !clock.may_promise
        && !clock.may_relieve;
    if nothing {
        return ().into_any();
    }
    view! {
        <Section title=words.say("clock-title") id="clock-acts">
            {waiting}
            {legs}
            {promise}
            {order}
            {relieve}
        </Section>
    }
    .into_any()
}

/// What every form of the section is made of.
pub(super) struct Forms<'a> {
    pub turn: &'a Turn,
    pub reference: Reference,
    pub clock: &'a CaseClock,
    faulty: bool,
}

impl Forms<'_> {
    /// What was typed for an act before.
    pub fn typed(&self, act: &str) -> Option<&ClockTyped> {
        self.clock.typed.as_ref().filter(|typed| typed.act == act)
    }

    /// The sentence about a day and time that cannot be taken.
    pub fn when_fault(&self, act: &str) -> Option<String> {
        let typed = self.typed(act).filter(|_| self.faulty)?;
        typed
            .when_fault
            .then(|| self.turn.words.say("desk-fault-when"))
    }

    /// The sentence about a text that cannot be taken.
    pub fn text_fault(&self, act: &str) -> Option<String> {
        let typed = self.typed(act).filter(|_| self.faulty)?;
        let fault = typed.text_fault.as_ref()?;
        Some(text_fault(self.turn.words, fault))
    }

    /// The sentence about nobody having been chosen.
    pub fn to_fault(&self, act: &str) -> Option<String> {
        let typed = self.typed(act).filter(|_| self.faulty)?;
        let known = self.clock.may_order.iter().any(|(id, _)| *id == typed.to);
        (!known).then(|| self.turn.words.say("clock-order-nobody"))
    }
}

/// What is wrong with what was typed in the section, for the top of the page.
pub(super) fn clock_faults(turn: &Turn, clock: &CaseClock, said: &Said) -> Vec<(String, String)> {
    let Some(typed) = clock.typed.as_ref().filter(|_| said.mend_clock) else {
        return Vec::new();
    };
    let words = turn.words;
    let act = &typed.act;
    let when = typed.when_fault.then(|| words.say("desk-fault-when"));
    let text = typed
        .text_fault
        .as_ref()
        .map(|fault| text_fault(words, fault));
    let nobody = act == "order" && clock.may_order.iter().all(|(id, _)| *id != typed.to);
    let to = nobody.then(|| words.say("clock-order-nobody"));
    [("to", to), ("when", when), ("text", text)]
        .into_iter()
        .filter_map(|(field, fault)| Some((format!("{act}-{field}"), fault?)))
        .collect()
}

/// Where a form stands, and so where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// On the page of its case.
    Case,
    /// On the list of what waits for one person.
    List,
}

/// What each form carries.
pub(super) fn carried(reference: Reference, from: From) -> AnyView {
    let from = match from {
        From::Case => "case",
        From::List => "mine",
    };
    view! {
        <input type="hidden" name="key" value=fresh_key() />
        <input type="hidden" name="reference" value=reference.to_string() />
        <input type="hidden" name="from" value=from />
    }
    .into_any()
}

/// Somebody has to say that they know.
pub(super) fn raised_item(turn: &Turn, now: i64, raised: &Raised, from: From) -> AnyView {
    let words = turn.words;
    let zone = &turn.hatch.catalogue.operator.zone;
    let about = subject(turn, raised.kind, &raised.about);
    // On its own page the case says that itself.
    let due_at = raised.breaks_at.filter(|_| from == From::List);
    let left = due_at.map(|at| due(turn, now, at));
    let share = raised.share.to_string();
    let sentence = words.fill("clock-raised", &[("share", &share)]);
    let tone = if raised.share < 100 {
        Tone::Warn
    } else {
        Tone::Bad
    };
    let rung = words.say(&format!("clock-rung-{}", raised.rung.name()));
    let unit = raised.unit.say(words.lang);
    let who = words.fill("clock-raised-to", &[("who", &rung), ("unit", unit)]);
    let form = raised.theirs.then(|| {
        view! {
            <form method="post" action="/api/desk/acknowledge">
                {carried(raised.reference, from)}
                <input type="hidden" name="promise" value=raised.promise />
                <input type="hidden" name="share" value=raised.share />
                <button class="button second" type="submit">{words.say("clock-acknowledge")}</button>
            </form>
        }
    });
    view! {
        <li>
            {case_link(raised.reference, from, Some(about))}
            <p>
                <State tone label=sentence />
                " "
                {left}
            </p>
            <p class="quiet">
                {who} " · " <time datetime=machine(raised.at)>{figures(raised.at, now, zone)}</time>
            </p>
            {form}
        </li>
    }
    .into_any()
}

/// Somebody is to do something.
pub(super) fn order_item(turn: &Turn, now: i64, order: &Order, from: From) -> AnyView {
    let words = turn.words;
    let who = words.fill("clock-order-who", &[("by", &order.by), ("to", &order.to)]);
    let form = order.theirs.then(|| {
        view! {
            <form method="post" action="/api/desk/obey">
                {carried(order.reference, from)}
                <input type="hidden" name="order" value=order.id.clone() />
                <button class="button second" type="submit">{words.say("clock-order-done")}</button>
            </form>
        }
    });
    view! {
        <li>
            {case_link(order.reference, from, None)}
            <p class="as-typed" dir="auto">{order.what.clone()}</p>
            <p class="quiet">{who} " · " {due(turn, now, order.due_at)}</p>
            {form}
        </li>
    }
    .into_any()
}

fn case_link(reference: Reference, from: From, about: Option<String>) -> Option<AnyView> {
    (from == From::List).then(|| {
        let href = crate::desk::api::case_path(reference);
        let number = reference.to_string();
        match about {
            Some(about) => view! {
                <p>
                    <a href=href>{about}</a>
                    " "
                    <span class="quiet in-figures" translate="no">{number}</span>
                </p>
            }
            .into_any(),
            None => view! {
                <p><a class="in-figures" translate="no" href=href>{number}</a></p>
            }
            .into_any(),
        }
    })
}
