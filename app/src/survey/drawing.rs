//! The steps of a survey as they are drawn, on the server and at a kiosk alike.

use crate::{
    catalogue::Survey,
    parts::{ChoiceOption, Choices, Rating, TextArea},
    steps::{Drawn, Shown},
    words::Words,
};
use leptos::prelude::*;

/// One step; the last has the word for sending on its button.
pub fn draw(words: Words, survey: &Survey, step: &str, last: bool, shown: &Shown) -> Drawn {
    let lang = words.lang;
    let (title, body) = match step {
        "reason" => (
            survey.ask_reason.say(lang),
            reason_step(words, survey, shown),
        ),
        "words" => (survey.ask_words.say(lang), words_step(words, survey, shown)),
        _ => (survey.ask.say(lang), rating_step(words, survey, shown)),
    };
    Drawn {
        title: title.to_owned(),
        submit: last.then(|| words.say("survey-send")),
        body,
    }
}

fn rating_step(words: Words, survey: &Survey, shown: &Shown) -> AnyView {
    let points: Vec<_> = survey
        .scale
        .iter()
        .map(|point| point.say(words.lang).to_owned())
        .collect();
    view! {
        <Rating
            name="rating"
            legend=survey.ask.say(words.lang).to_owned()
            heading=true
            points
            chosen=shown.chosen("rating")
            fault=shown.fault(words, "rating")
        />
    }
    .into_any()
}

fn reason_step(words: Words, survey: &Survey, shown: &Shown) -> AnyView {
    let options = survey.reasons.iter().map(|reason| ChoiceOption {
        value: reason.code.clone(),
        label: reason.name.say(words.lang).to_owned(),
        ..ChoiceOption::default()
    });
    view! {
        <Choices
            name="reason"
            legend=survey.ask_reason.say(words.lang).to_owned()
            heading=true
            hint=words.say("survey-reason-hint")
            options=options.collect()
            chosen=shown.chosen("reason")
            fault=shown.fault(words, "reason")
        />
    }
    .into_any()
}

fn words_step(words: Words, survey: &Survey, shown: &Shown) -> AnyView {
    view! {
        <TextArea
            id="words"
            label=survey.ask_words.say(words.lang).to_owned()
            heading=true
            hint=words.say("survey-words-hint")
            why=words.say("survey-words-why")
            value=shown.typed("words")
            fault=shown.fault(words, "words")
        />
    }
    .into_any()
}
