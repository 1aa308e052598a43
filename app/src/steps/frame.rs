//! The frame around a step of any journey: the page, what is to be mended, and the form.

use super::{Drawn, Shown, check, named_faults};
use crate::{
    journey::{CHECK, Room},
    parts::{Awake, Page, StepForm, SummaryRow},
    turn::Turn,
};
use leptos::prelude::*;

/// One step.
pub fn step_frame(turn: &Turn, room: Room, step: &str, drawn: Drawn, shown: &Shown) -> AnyView {
    let action = format!("/api/{}/answer", room.name());
    frame(turn, action, step, drawn, shown)
}

/// Check your answers: all of them, each with the way to change it, and what is agreed to.
pub fn check_frame(turn: &Turn, room: Room, rows: Vec<SummaryRow>, shown: &Shown) -> AnyView {
    let drawn = check(turn.words, &turn.hatch.catalogue, rows);
    let action = format!("/api/{}/send", room.name());
    frame(turn, action, CHECK, drawn, shown)
}

fn frame(turn: &Turn, action: String, step: &str, drawn: Drawn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let Drawn {
        title,
        submit,
        body,
    } = drawn;
    let faults = named_faults(words, &turn.hatch.catalogue, &title, shown);
    let faulty = !faults.is_empty();
    let (key, step, caption) = (
        shown.draft.key.clone(),
        step.to_owned(),
        shown.caption(words),
    );
    let back = shown.back;
    let (kept_as, rules) = (format!("{action}#{step}"), shown.rules.clone());
    view! {
        <Page title faulty form=true>
            <Awake kept_as rules faults>
                <StepForm action key step caption back submit>
                    {body}
                </StepForm>
            </Awake>
        </Page>
    }
    .into_any()
}
