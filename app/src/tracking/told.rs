//! A case in words: what it is about, what was sent, what was promised. For every page that shows
//! a case, whoever looks at it.

use crate::{
    case::view::{About, Kind, Promise, PromiseKind, Sent, State},
    catalogue::Question,
    journey::Sheet,
    parts::{SummaryRow, Tone, excerpt},
    steps::spoken,
    turn::Turn,
    words::Words,
};
use leptos::prelude::*;

/// What the case is about, in the customer's words.
pub fn subject(turn: &Turn, kind: Kind, about: &About) -> String {
    let catalogue = &turn.hatch.catalogue;
    let lang = turn.words.lang;
    let product = about
        .product
        .as_deref()
        .and_then(|code| catalogue.product(code));
    let symptom = product
        .zip(about.symptom.as_deref())
        .and_then(|(product, code)| product.symptom(code));
    let topic = about
        .topic
        .as_deref()
        .and_then(|code| catalogue.topic(code));
    match (product, symptom, topic) {
        (Some(product), Some(symptom), _) => {
            format!("{} · {}", product.name.say(lang), symptom.name.say(lang))
        }
        (_, _, Some(topic)) => topic.name.say(lang).to_owned(),
        // A catalogue that was changed since may not know the code any more.
        _ => turn.words.say(kind_word(kind)),
    }
}

/// The word id of what a customer wants.
pub const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Enquiry => "kind-enquiry",
        Kind::Complaint => "kind-complaint",
        Kind::Fault => "kind-fault",
        Kind::Recovery => "kind-recovery",
    }
}

/// How a state is meant, as a tone.
pub const fn state_tone(state: State) -> Tone {
    match state {
        State::Received | State::Working => Tone::Info,
        State::Waiting => Tone::Warn,
        State::Done | State::Closed => Tone::Good,
    }
}

/// What was sent, label by label.
pub fn sent_rows(turn: &Turn, about: &About, sent: &[Sent]) -> Vec<SummaryRow> {
    let questions = questions(turn, about);
    let row = |sent: &Sent| {
        let question = sent
            .label
            .strip_prefix("q-")
            .and_then(|code| questions.iter().find(|it| it.code == code));
        let lang = turn.words.lang;
        let (label, value) = match question {
            Some(question) => (
                question.label.say(lang).to_owned(),
                spoken(question, &sent.said, lang),
            ),
            None => (turn.words.say(&sent.label), sent_value(turn, sent)),
        };
        SummaryRow {
            label,
            value,
            change: None,
        }
    };
    sent.iter().map(row).collect()
}

fn questions<'a>(turn: &'a Turn, about: &About) -> &'a [Question] {
    let catalogue = &turn.hatch.catalogue;
    if let Some(topic) = about
        .topic
        .as_deref()
        .and_then(|code| catalogue.topic(code))
    {
        return &topic.questions;
    }
    let product = about
        .product
        .as_deref()
        .and_then(|code| catalogue.product(code));
    let symptom = product
        .zip(about.symptom.as_deref())
        .and_then(|(product, code)| product.symptom(code));
    symptom.map_or(&[], |symptom| &symptom.questions)
}

/// Codes as words; what the customer wrote stays as it is.
fn sent_value(turn: &Turn, sent: &Sent) -> String {
    let lang = turn.words.lang;
    match sent.label.as_str() {
        "sent-place" => turn.hatch.catalogue.places.find(&sent.said).map_or_else(
            || sent.said.clone(),
            |(province, city, district)| {
                [
                    province.name.say(lang),
                    city.name.say(lang),
                    district.name.say(lang),
                ]
                .join(" · ")
            },
        ),
        "sent-since" => turn
            .words
            .known(&format!("since-{}", sent.said))
            .unwrap_or_else(|| sent.said.clone()),
        "sent-contact" if sent.said.is_empty() => turn.words.say("contact-none"),
        _ => sent.said.clone(),
    }
}

/// What was typed after a journey had been sent, as a message that says it: words as they were
/// typed, codes by their names, a line each.
pub fn late_text(turn: &Turn, about: &About, late: &Sheet) -> String {
    let lang = turn.words.lang;
    let catalogue = &turn.hatch.catalogue;
    // A product that was changed decides which symptom is meant.
    let product = Some(late.typed("product"))
        .filter(|code| !code.is_empty())
        .or(about.product.as_deref())
        .and_then(|code| catalogue.product(code));
    let named = |label: &str, said: String| format!("{}: {said}", turn.words.say(label));
    let coded = |label: &str, said: &str| {
        let sent = Sent {
            label: label.to_owned(),
            said: said.to_owned(),
        };
        named(label, sent_value(turn, &sent))
    };
    let line = |(field, said): (&str, &str)| match field {
        "details" | "about" | "phone" | "email" | "since-date" => Some(said.to_owned()),
        "line" => Some(coded("sent-line", said)),
        "address" => Some(coded("sent-address", said)),
        "place" => Some(coded("sent-place", said)),
        "since" if said == "earlier" => None,
        "since" => Some(coded("sent-since", said)),
        "topic" => {
            let topic = catalogue.topic(said)?;
            Some(named("sent-topic", topic.name.say(lang).to_owned()))
        }
        "product" => Some(named("sent-product", product?.name.say(lang).to_owned())),
        "symptom" => {
            let symptom = product?.symptom(said)?;
            Some(named("sent-symptom", symptom.name.say(lang).to_owned()))
        }
        question => {
            let code = question.strip_prefix("q-")?;
            let asked = questions(turn, about).iter().find(|it| it.code == code)?;
            let label = asked.label.say(lang);
            Some(format!("{label} {}", spoken(asked, said, lang)))
        }
    };
    let lines: Vec<_> = late.fields().filter_map(line).collect();
    lines.join("\n")
}

/// A promise as a sentence.
pub fn promise_sentence(turn: &Turn, promise: &Promise) -> String {
    let id = match promise.kind {
        PromiseKind::Answer => "promise-answer",
        PromiseKind::Fix => "promise-fix",
    };
    turn.words
        .fill(id, &[("when", &turn.moment(promise.due_at))])
}

/// Shortens what is too long for a light page; says whether anything was.
pub fn shorten<'a>(texts: impl Iterator<Item = &'a mut String>) -> bool {
    // Not `any`, which would leave those after the first as they are.
    texts.map(excerpt).filter(|cut| *cut).count() > 0
}

/// The way to all that was written.
pub fn whole(words: Words, reference: &str) -> AnyView {
    let href = format!("/track/{reference}?whole");
    view! { <p class="whole"><a href=href>{words.say("case-whole")}</a></p> }.into_any()
}
