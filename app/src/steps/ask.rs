//! The steps every room asks alike: how to reach you, and the questions of the catalogue.

use super::Shown;
use crate::{
    case::language::Lang,
    catalogue::{Catalogue, Question, QuestionKind},
    journey::question_field,
    parts::{ChoiceOption, Choices, Field, FieldKind, Listed, SummaryRow, TextArea},
    words::Words,
};
use leptos::prelude::*;

/// "How can we reach you?": three ways, the fields for two of them beside each other. Which of the
/// two fields counts is what was chosen, so nothing needs a script to appear.
pub fn contact_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let option = |value: &str| ChoiceOption {
        value: value.to_owned(),
        label: words.say(&format!("contact-{value}")),
        hint: Some(words.say(&format!("contact-{value}-hint"))),
        icon: None,
    };
    view! {
        <Choices
            name="contact"
            legend=words.say("contact-heading")
            heading=true
            why=catalogue.consent.contact.say(words.lang).to_owned()
            options=["phone", "email", "none"].map(option).to_vec()
            chosen=shown.chosen("contact")
            fault=shown.fault(words, "contact")
        />
        <Field
            id="phone"
            label=words.say("contact-phone-label")
            hint=words.say("contact-phone-format")
            value=shown.typed("phone")
            fault=shown.fault(words, "phone")
            kind=FieldKind::Tel
            autocomplete="tel".to_owned()
        />
        <Field
            id="email"
            label=words.say("contact-email-label")
            value=shown.typed("email")
            fault=shown.fault(words, "email")
            kind=FieldKind::Email
            autocomplete="email".to_owned()
        />
    }
    .into_any()
}

/// The questions of a topic or symptom, each with what was typed.
pub fn question_parts(words: Words, questions: &[Question], shown: &Shown) -> AnyView {
    questions
        .iter()
        .map(|question| question_part(words, question, shown))
        .listed()
        .into_any()
}

fn question_part(words: Words, question: &Question, shown: &Shown) -> AnyView {
    let field = question_field(question);
    let label = question.label.say(words.lang).to_owned();
    let hint = question
        .hint
        .as_ref()
        .map(|hint| hint.say(words.lang).to_owned());
    let typed = shown.typed(&field);
    let fault = shown.fault(words, &field);
    let optional = !question.required;
    match question.kind {
        QuestionKind::Line => {
            view! { <Field id=field label hint value=typed fault optional /> }.into_any()
        }
        QuestionKind::Date => {
            view! { <Field id=field label hint value=typed fault optional kind=FieldKind::Date /> }
                .into_any()
        }
        QuestionKind::Text => {
            view! { <TextArea id=field label hint value=typed fault optional /> }.into_any()
        }
        QuestionKind::Choice => {
            let options = question.options.iter().map(|option| ChoiceOption {
                value: option.code.clone(),
                label: option.name.say(words.lang).to_owned(),
                ..ChoiceOption::default()
            });
            let chosen = shown.chosen(&field);
            view! { <Choices name=field legend=label hint options=options.collect() chosen fault /> }.into_any()
        }
    }
}

/// What was typed, row by row, each with the way to change it: the rows of the contact step and of
/// the questions. Empty answers are left out.
pub fn sent_rows(
    words: Words,
    questions: &[Question],
    shown: &Shown,
    page: &str,
) -> Vec<SummaryRow> {
    questions
        .iter()
        .filter_map(|question| {
            let said = shown.chosen(&question_field(question))?;
            Some(SummaryRow {
                label: question.label.say(words.lang).to_owned(),
                value: spoken(question, &said, words.lang),
                change: Some(page.to_owned()),
            })
        })
        .collect()
}

/// An answer as the customer reads it: a choice by its name.
pub fn spoken(question: &Question, said: &str, lang: Lang) -> String {
    let option = question.options.iter().find(|option| option.code == said);
    option.map_or_else(
        || said.to_owned(),
        |option| option.name.say(lang).to_owned(),
    )
}

/// The contact as a row.
pub fn contact_row(words: Words, shown: &Shown, page: &str) -> SummaryRow {
    let way = shown.typed("contact");
    let value = match way.as_str() {
        "phone" | "email" => shown.typed(&way),
        _ => words.say("contact-none"),
    };
    SummaryRow {
        label: words.say("sent-contact"),
        value,
        change: Some(page.to_owned()),
    }
}
