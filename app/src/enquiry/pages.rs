//! The pages of the enquiry room.

use super::{rules, topic, trail};
use crate::{
    catalogue::{Catalogue, Stage},
    hatch::Refusal,
    journey::{CHECK, Room},
    parts::{ChoiceOption, Choices, Field, Fold, Heading, Lead, SummaryRow, TextArea},
    sorry::sorry,
    steps::{
        Shown, check_frame, contact_row, contact_step, draft, question_parts, resume, sent_rows,
        shown, step_frame, too_early,
    },
    turn::{Turn, flag, later, param},
};
use leptos::prelude::*;

/// `/enquiry`: begins, or offers to go on with what was begun.
#[component]
pub fn EnquiryStart() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        match draft(&turn, Room::Enquiry).await {
            Ok((draft, true)) => resume(
                &turn,
                Room::Enquiry,
                &draft,
                trail(&turn.hatch.catalogue, &draft).next(),
            ),
            Ok((draft, false)) => {
                let trail = trail(&turn.hatch.catalogue, &draft);
                let rules = rules(&turn.hatch.catalogue, &draft.sheet, "topic");
                let shown = shown(draft, false, &trail, "topic", false).watched(rules);
                step_page(&turn, "topic", &shown)
            }
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

/// `/enquiry/{step}`.
#[component]
pub fn EnquiryStep() -> impl IntoView {
    let turn = Turn::take();
    let (step, mend) = (param("step"), flag("mend"));
    later(async move {
        page(&turn, &step, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

async fn page(turn: &Turn, step: &str, mend: bool) -> Result<AnyView, Refusal> {
    let (draft, begun) = draft(turn, Room::Enquiry).await?;
    let trail = trail(&turn.hatch.catalogue, &draft);
    if step != CHECK && trail.step(step).is_none() {
        return Err(Refusal::NotFound);
    }
    if let Some(path) = too_early(Room::Enquiry, &trail, step) {
        leptos_axum::redirect(&path);
        return Ok(().into_any());
    }
    let rules = rules(&turn.hatch.catalogue, &draft.sheet, step);
    let shown = shown(draft, begun, &trail, step, mend).watched(rules);
    Ok(if step == CHECK {
        check_page(turn, &shown)
    } else {
        step_page(turn, step, &shown)
    })
}

fn step_page(turn: &Turn, step: &str, shown: &Shown) -> AnyView {
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
    let (title, body) = match step {
        "details" => (
            words.say("enquiry-details-title"),
            details_step(turn, shown),
        ),
        "contact" => (
            words.say("contact-heading"),
            contact_step(words, catalogue, shown),
        ),
        _ => (
            words.say("enquiry-topic-title"),
            topic_step(turn, catalogue, shown),
        ),
    };
    step_frame(turn, Room::Enquiry, step, title, None, shown, body)
}

fn topic_step(turn: &Turn, catalogue: &Catalogue, shown: &Shown) -> AnyView {
    let words = turn.words;
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
            .collect_view()}
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

fn details_step(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
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

fn check_page(turn: &Turn, shown: &Shown) -> AnyView {
    let words = turn.words;
    let catalogue = &turn.hatch.catalogue;
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
    check_frame(turn, Room::Enquiry, rows, shown)
}
