//! Writing: each form with a key of its own, so that pressing twice writes once.

use super::{
    templates::templates,
    typed::{Typed, file_id},
};
use crate::{
    case::view::State as Stands,
    desk::{DeskCase, LegState, Template},
    parts::{FileField, Section, TextArea},
    steps::fresh_key,
    turn::Turn,
};
use leptos::prelude::*;

/// Writing: to the customer, above the line, and to colleagues, below it.
pub(super) fn notes(
    turn: &Turn,
    case: &DeskCase,
    texts: &[Template],
    typed: &Typed<'_>,
) -> AnyView {
    let words = turn.words;
    let reply = case.may_reply.then(|| reply_form(turn, case, texts, typed));
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
    // The language buttons of the page belong to the form above the line, where there is one.
    let note_id = (!case.may_reply).then_some("step");
    let note = view! {
                <form
                    id=note_id
                    method="post"
                    action="/api/desk/note"
                    enctype="multipart/form-data"
                    autocomplete="off"
                    novalidate
                >
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
                    <FileField
                        id=file_id("note")
                        why=words.say("attachment-why-note")
                        fault=typed.file("note")
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

fn reply_form(turn: &Turn, case: &DeskCase, texts: &[Template], typed: &Typed<'_>) -> AnyView {
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
                <form
                    id="step"
                    method="post"
                    action="/api/desk/reply"
                    enctype="multipart/form-data"
                    autocomplete="off"
                    novalidate
                >
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
                    <FileField
                        id=file_id("reply")
                        why=words.say("attachment-why-reply")
                        fault=typed.file("reply")
                    />
                    <div class="acts">
                        <button class="button" type="submit">{words.say("desk-reply")}</button>
                        {ask}
                    </div>
                    {templates(turn, case, texts)}
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
        <input type="hidden" name="seen" value=case.log.last().map(|logged| logged.seq) />
    }
    .into_any()
}
