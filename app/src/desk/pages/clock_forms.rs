//! The forms about time and promises, each an act of its own with a key of its own.

use super::clock::{Forms, From, carried};
use crate::{
    case::{language::Text, reference::Reference},
    desk::ClockLeg,
    parts::{Field, FieldKind, Select, SelectGroup, SelectOption, TextArea},
    turn::Turn,
};
use leptos::prelude::*;

/// Why a part is paused, and going on with it.
pub(super) fn go_on(turn: &Turn, reference: Reference, leg: &ClockLeg) -> AnyView {
    let words = turn.words;
    let reason = leg.paused.as_ref().map(|reason| reason.say(words.lang));
    let sentence = words.fill(
        "clock-paused",
        &[
            ("department", leg.department.say(words.lang)),
            ("reason", reason.unwrap_or_default()),
        ],
    );
    let button = leg.may.then(|| {
        view! {
            <form method="post" action="/api/desk/go-on">
                {carried(reference, From::Case)}
                <input type="hidden" name="leg" value=leg.seq />
                <button class="button" type="submit">{words.say("clock-go-on")}</button>
            </form>
        }
    });
    view! { <p>{sentence}</p> {button} }.into_any()
}

/// Pausing a part, for one of the catalogue's reasons.
pub(super) fn pause_form(
    turn: &Turn,
    reference: Reference,
    leg: &ClockLeg,
    reasons: &[(String, Text)],
) -> AnyView {
    if !leg.may || reasons.is_empty() {
        return ().into_any();
    }
    let words = turn.words;
    let department = leg.department.say(words.lang);
    let title = words.fill("clock-pause-open", &[("department", department)]);
    let id = format!("pause-{}", leg.seq);
    let choices = { reasons.iter().enumerate() }
        .map(|(at, (code, name))| {
            let id = format!("{id}-{code}");
            view! {
                <div class="tick">
                    <input type="radio" id=id.clone() name="reason" value=code.clone() checked={at == 0} />
                    <label for=id>{name.say(words.lang).to_owned()}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="act">
            <summary>{title}</summary>
            <form method="post" action="/api/desk/pause">
                {carried(reference, From::Case)}
                <input type="hidden" name="leg" value=leg.seq />
                <fieldset class="ticks">
                    <legend>{words.say("clock-pause-why")}</legend>
                    {choices}
                </fieldset>
                <button class="button" type="submit">{words.say("clock-pause")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Another promise: the day and time, and why, for the customer.
pub(super) fn promise_form(forms: &Forms<'_>) -> AnyView {
    let words = forms.turn.words;
    let typed = forms.typed("promise");
    let language = forms.clock.language.own_name();
    view! {
        <details class="act" open=typed.is_some()>
            <summary>{words.say("clock-promise-open")}</summary>
            <form method="post" action="/api/desk/promise" autocomplete="off" novalidate>
                {carried(forms.reference, From::Case)}
                {when(forms, "promise", words.say("clock-promise-when"))}
                <TextArea
                    id="promise-text"
                    name="text".to_owned()
                    label=words.say("clock-promise-why")
                    hint=words.fill("clock-promise-hint", &[("language", language)])
                    value=typed.map(|typed| typed.text.clone()).unwrap_or_default()
                    fault=forms.text_fault("promise")
                    rows=3
                />
                <button class="button" type="submit">{words.say("clock-promise")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Telling a colleague to do something until a day.
pub(super) fn order_form(forms: &Forms<'_>) -> AnyView {
    let words = forms.turn.words;
    let typed = forms.typed("order");
    let options = { forms.clock.may_order.iter() }
        .map(|(id, name)| SelectOption::new(id.clone(), name.clone()))
        .collect();
    let groups = vec![SelectGroup {
        options,
        ..SelectGroup::default()
    }];
    view! {
        <details class="act" open=typed.is_some()>
            <summary>{words.say("clock-order-open")}</summary>
            <form method="post" action="/api/desk/order" autocomplete="off" novalidate>
                {carried(forms.reference, From::Case)}
                <Select
                    id="order-to"
                    name="to".to_owned()
                    label=words.say("clock-order-to")
                    empty=words.say("desk-choose")
                    groups
                    chosen=typed.map(|typed| typed.to.clone())
                    fault=forms.to_fault("order")
                />
                {when(forms, "order", words.say("clock-order-when"))}
                <TextArea
                    id="order-text"
                    name="text".to_owned()
                    label=words.say("clock-order-what")
                    value=typed.map(|typed| typed.text.clone()).unwrap_or_default()
                    fault=forms.text_fault("order")
                    rows=3
                />
                <button class="button" type="submit">{words.say("clock-order")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Answering for the case in the place of whoever does.
pub(super) fn relieve_form(forms: &Forms<'_>) -> AnyView {
    let words = forms.turn.words;
    let typed = forms.typed("relieve");
    view! {
        <details class="act" open=typed.is_some()>
            <summary>{words.say("clock-relieve-open")}</summary>
            <form method="post" action="/api/desk/relieve" autocomplete="off" novalidate>
                {carried(forms.reference, From::Case)}
                <TextArea
                    id="relieve-text"
                    name="text".to_owned()
                    label=words.say("clock-relieve-why")
                    value=typed.map(|typed| typed.text.clone()).unwrap_or_default()
                    fault=forms.text_fault("relieve")
                    rows=3
                />
                <button class="button" type="submit">{words.say("clock-relieve")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn when(forms: &Forms<'_>, act: &str, label: String) -> AnyView {
    let typed = forms.typed(act);
    let zone = forms.clock.zone.as_ref();
    let words = forms.turn.words;
    let hint = zone.map(|zone| words.fill("clock-zone", &[("zone", zone)]));
    view! {
        <Field
            id=format!("{act}-when")
            name="when".to_owned()
            label
            hint
            value=typed.map(|typed| typed.when.clone()).unwrap_or_default()
            fault=forms.when_fault(act)
            kind=FieldKind::Moment
        />
    }
    .into_any()
}
