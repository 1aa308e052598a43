//! The enquiry room: asking a question or complaining. Complaints are topics with a promise of
//! their own; the customer does not have to know the difference.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
mod drawing;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub use drawing::{draw, rows};
#[cfg(feature = "ssr")]
pub mod pages;

use crate::{
    catalogue::{Catalogue, Topic},
    journey::{
        Answer, Draft, FaultCode, FieldFault, Reach, Rule, Sheet, Trail, contact_fields,
        contact_rules, question_field, question_rules, read_answers, read_reach,
    },
};

/// What a customer asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enquiry {
    /// The topic's code.
    pub topic: String,
    /// For "something else": what it is about, in the customer's words.
    pub about: Option<String>,
    /// The question itself.
    pub details: String,
    /// Answers to the topic's questions.
    pub answers: Vec<Answer>,
    /// How to answer.
    pub reach: Reach,
}

/// The steps, in order.
const STEPS: [&str; 3] = ["topic", "details", "contact"];

/// The fields of a step, which are all that a post of it may change.
pub fn fields(catalogue: &Catalogue, draft: &Sheet, step: &str) -> Vec<String> {
    match step {
        "topic" => vec!["topic".into(), "about".into()],
        "details" => {
            let questions = topic(catalogue, draft).map_or(&[][..], |topic| &topic.questions);
            std::iter::once("details".to_owned())
                .chain(questions.iter().map(question_field))
                .collect()
        }
        "contact" => contact_fields(),
        _ => Vec::new(),
    }
}

/// What the written fields of a step demand.
pub fn rules(catalogue: &Catalogue, draft: &Sheet, step: &str) -> Vec<(String, Rule)> {
    match step {
        "topic" => vec![("about".into(), ABOUT)],
        "details" => {
            let questions = topic(catalogue, draft).map_or(&[][..], |topic| &topic.questions);
            let mut rules = vec![("details".to_owned(), DETAILS)];
            rules.extend(question_rules(questions));
            rules
        }
        "contact" => contact_rules(),
        _ => Vec::new(),
    }
}

/// How far the journey is.
pub fn trail(catalogue: &Catalogue, draft: &Draft) -> Trail {
    let faults = |step: &str| match step {
        "topic" => read_topic(catalogue, &draft.sheet).err(),
        "details" => read_details(catalogue, &draft.sheet).err(),
        _ => read_reach(&draft.sheet, &catalogue.operator.region).err(),
    };
    Trail::new(
        draft,
        STEPS
            .iter()
            .map(|step| ((*step).to_owned(), faults(step).unwrap_or_default()))
            .collect(),
    )
}

/// Reads the whole enquiry.
///
/// # Errors
/// Everything that is missing or wrong, in the order of the steps.
pub fn read(catalogue: &Catalogue, sheet: &Sheet) -> Result<Enquiry, Vec<FieldFault>> {
    let (topic, about) = read_topic(catalogue, sheet)?;
    let (details, answers) = read_details(catalogue, sheet)?;
    let reach = read_reach(sheet, &catalogue.operator.region)?;
    Ok(Enquiry {
        topic: topic.code.clone(),
        about,
        details,
        answers,
        reach,
    })
}

/// The topic that was chosen, if it is one.
pub fn topic<'a>(catalogue: &'a Catalogue, sheet: &Sheet) -> Option<&'a Topic> {
    catalogue.topic(sheet.typed("topic"))
}

fn read_topic<'a>(
    catalogue: &'a Catalogue,
    sheet: &Sheet,
) -> Result<(&'a Topic, Option<String>), Vec<FieldFault>> {
    let topic =
        topic(catalogue, sheet).ok_or_else(|| vec![FieldFault::new("topic", FaultCode::Choose)])?;
    if !topic.open {
        return Ok((topic, None));
    }
    let about = sheet.typed("about");
    ABOUT
        .check(about)
        .map_err(|code| vec![FieldFault::new("about", code)])?;
    Ok((topic, Some(about.trim().to_owned())))
}

fn read_details(
    catalogue: &Catalogue,
    sheet: &Sheet,
) -> Result<(String, Vec<Answer>), Vec<FieldFault>> {
    let questions = topic(catalogue, sheet).map_or(&[][..], |topic| &topic.questions);
    let answers = read_answers(questions, sheet);
    let details = sheet.typed("details");
    let written = DETAILS
        .check(details)
        .map_err(|code| FieldFault::new("details", code));
    match (written, answers) {
        (Ok(()), Ok(answers)) => Ok((details.trim().to_owned(), answers)),
        (written, answers) => Err(written
            .err()
            .into_iter()
            .chain(answers.err().unwrap_or_default())
            .collect()),
    }
}

/// What "something else" demands.
pub const ABOUT: Rule = Rule::Text {
    required: true,
    most: Rule::SHORT,
};

/// What the description demands.
pub const DETAILS: Rule = Rule::Text {
    required: true,
    most: Rule::LONG,
};
