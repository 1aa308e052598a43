//! The frame around a step of any journey: the page, what is to be mended, and the form.

use super::Shown;
use crate::{
    catalogue::Question,
    journey::{CHECK, Room, question_field},
    parts::{Awake, Heading, Page, StepForm, Summary, SummaryRow, excerpt},
    turn::Turn,
};
use leptos::prelude::*;

/// One step: its title, what is asked, and the word on its button (an empty one leaves it out).
pub fn step_frame(
    turn: &Turn,
    room: Room,
    step: &str,
    title: String,
    submit: Option<String>,
    shown: &Shown,
    body: AnyView,
) -> AnyView {
    frame(
        turn,
        format!("/api/{}/answer", room.name()),
        step,
        title,
        submit,
        shown,
        body,
    )
}

/// Check your answers: all of them, each with the way to change it, and what is agreed to.
pub fn check_frame(turn: &Turn, room: Room, mut rows: Vec<SummaryRow>, shown: &Shown) -> AnyView {
    // All of it is behind the row's own link.
    for row in &mut rows {
        excerpt(&mut row.value);
    }
    let words = turn.words;
    let title = words.say("check-title");
    let agreed = turn.hatch.catalogue.consent.send.say(words.lang).to_owned();
    let body = view! {
        <Heading text=title.clone() />
        <Summary rows />
        <p class="why">{agreed}</p>
    };
    let action = format!("/api/{}/send", room.name());
    frame(
        turn,
        action,
        CHECK,
        title,
        Some(words.say("check-send")),
        shown,
        body.into_any(),
    )
}

/// What is to be put right, for the top of the page. Where it is more than one thing, each says
/// which question it means: two lines of "please fill this in" help nobody.
fn summary(turn: &Turn, title: &str, shown: &Shown) -> Vec<(String, String)> {
    let words = turn.words;
    let faults = shown.summary(words);
    if faults.len() < 2 {
        return faults;
    }
    let named = faults.into_iter().map(|(field, fault)| {
        let question = asked(turn, shown)
            .iter()
            .find(|it| question_field(it) == field);
        let label = question.map_or(title, |it| it.label.say(words.lang));
        let sentence = words.fill("face-fault-of", &[("label", label), ("fault", &fault)]);
        (field, sentence)
    });
    named.collect()
}

/// The catalogue's own questions about what was chosen.
fn asked<'a>(turn: &'a Turn, shown: &Shown) -> &'a [Question] {
    let catalogue = &turn.hatch.catalogue;
    let typed = |field: &str| shown.draft.sheet.typed(field);
    if let Some(topic) = catalogue.topic(typed("topic")) {
        return &topic.questions;
    }
    catalogue
        .product(typed("product"))
        .and_then(|product| product.symptom(typed("symptom")))
        .map_or(&[], |symptom| &symptom.questions)
}

fn frame(
    turn: &Turn,
    action: String,
    step: &str,
    title: String,
    submit: Option<String>,
    shown: &Shown,
    body: AnyView,
) -> AnyView {
    let words = turn.words;
    let faults = summary(turn, &title, shown);
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
