//! The steps of an enquiry as they are drawn, on the server and at a kiosk alike.

use super::topic;
use crate::{
    catalogue::{Catalogue, Stage},
    journey::Room,
    parts::{ChoiceOption, Choices, Field, Fold, Heading, Lead, Listed, SummaryRow, TextArea},
    steps::{Drawn, Shown, contact_row, contact_step, question_parts, sent_rows},
    words::Words,
};
use leptos::prelude::*;

/// One step.
pub fn draw(words: Words, catalogue: &Catalogue, step: &str, shown: &Shown) -> Drawn {
    let (title, body) = match step {
        "details" => (
            words.say("enquiry-details-title"),
            details_step(words, catalogue, shown),
        ),
        "contact" => (
            words.say("contact-heading"),
            contact_step(words, catalogue, shown),
        ),
        _ => (
            words.say("enquiry-topic-title"),
            topic_step(words, catalogue, shown),
        ),
    };
    Drawn {
        title,
        submit: None,
        body,
    }
}

fn topic_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let group = |stage: Stage| {
        let options: Vec<_> = catalogue
            .topics
            .iter()
            .filter(|topic| topic.stage == stage && !topic.open)
            .map(|topic| ChoiceOption {
                value: topic.code.clone(),
                label: topic.name.say(words.lang).to_owned(),
                hint: topic
                    .hint
                    .as_ref()
                    .map(|hint| hint.say(words.lang).to_owned()),
                icon: None,
            })
            .collect();
        (stage, options)
    };
    let groups: Vec<_> = [Stage::Before, Stage::During, Stage::After]
        .map(group)
        .into_iter()
        .collect();
    let open: Vec<_> = catalogue
        .topics
        .iter()
        .filter(|topic| topic.open)
        .map(|topic| ChoiceOption {
            value: topic.code.clone(),
            label: topic.name.say(words.lang).to_owned(),
            ..ChoiceOption::default()
        })
        .collect();
    let chosen = shown.chosen("topic");
    let fault = shown.fault(words, "topic");
    // One stage is open: the one chosen from before, else the first.
    let holds = |options: &[ChoiceOption]| {
        let mut options = options.iter();
        options.any(|option| chosen.as_deref() == Some(option.value.as_str()))
    };
    view! {
        <Heading text=words.say("enquiry-topic-title") />
        <Lead text=words.say("enquiry-topic-lead") />
        {groups
            .into_iter()
            .enumerate()
            .map(|(at, (stage, options))| {
                let legend = words.say(match stage {
                    Stage::Before => "stage-before",
                    Stage::During => "stage-during",
                    Stage::After => "stage-after",
                });
                let id = if at == 0 { "topic".to_owned() } else { format!("topics-{at}") };
                let open = holds(&options) || (at == 0 && chosen.is_none());
                let (title, chosen) = (legend.clone(), chosen.clone());
                let fault = fault.clone().filter(|_| at == 0);
                view! {
                    <Fold title open>
                        <Choices name="topic" id legend options chosen fault />
                    </Fold>
                }
            })
            .listed()}
        <Choices name="topic" id="topic-open".to_owned() legend=words.say("enquiry-open") options=open chosen=chosen.clone() />
        <Field
            id="about"
            label=words.say("enquiry-about-label")
            hint=words.say("enquiry-about-hint")
            why=catalogue.consent.details.say(words.lang).to_owned()
            value=shown.typed("about")
            fault=shown.fault(words, "about")
        />
    }
    .into_any()
}

fn details_step(words: Words, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let questions = topic(catalogue, &shown.draft.sheet).map_or(&[][..], |topic| &topic.questions);
    view! {
        <TextArea
            id="details"
            label=words.say("enquiry-details-title")
            heading=true
            hint=words.say("enquiry-details-hint")
            why=catalogue.consent.details.say(words.lang).to_owned()
            value=shown.typed("details")
            fault=shown.fault(words, "details")
        />
        {question_parts(words, questions, shown)}
    }
    .into_any()
}

/// What was answered, row by row, each with the way to change it.
pub fn rows(words: Words, catalogue: &Catalogue, shown: &Shown) -> Vec<SummaryRow> {
    let change = |step: &str| Some(Room::Enquiry.path(step));
    let mut rows = Vec::new();
    if let Some(topic) = topic(catalogue, &shown.draft.sheet) {
        rows.push(SummaryRow {
            label: words.say("sent-topic"),
            value: topic.name.say(words.lang).to_owned(),
            change: change("topic"),
        });
        if topic.open {
            rows.push(SummaryRow {
                label: words.say("sent-about"),
                value: shown.typed("about"),
                change: change("topic"),
            });
        }
        rows.push(SummaryRow {
            label: words.say("sent-details"),
            value: shown.typed("details"),
            change: change("details"),
        });
        rows.extend(sent_rows(
            words,
            &topic.questions,
            shown,
            &Room::Enquiry.path("details"),
        ));
    }
    rows.push(contact_row(words, shown, &Room::Enquiry.path("contact")));
    rows
}
