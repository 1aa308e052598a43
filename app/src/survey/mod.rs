//! The survey room: a short survey, walked up to or asked when a case is closed.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
mod drawing;
#[cfg(any(feature = "ssr", feature = "kiosk"))]
pub use drawing::draw;
#[cfg(feature = "ssr")]
pub mod pages;

use crate::{
    catalogue::{Catalogue, Survey},
    journey::{Draft, FaultCode, FieldFault, Room, Rule, Sheet, Trail},
};

/// One set of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerSheet {
    /// The survey's code.
    pub survey: String,
    /// The version of its wording.
    pub version: u32,
    /// The chosen point of the scale; the lowest is 1.
    pub rating: u8,
    /// Why, when the rating is low.
    pub reason: Option<String>,
    /// In the customer's words.
    pub words: Option<String>,
}

/// The survey that is asked in a room: about a case, the closing survey.
pub fn survey(catalogue: &Catalogue, room: Room) -> &Survey {
    match room {
        Room::Closing(_) => &catalogue.surveys.closing,
        _ => &catalogue.surveys.walk_up,
    }
}

/// The fields of a step.
pub fn fields(step: &str) -> Vec<String> {
    match step {
        "rating" | "reason" | "words" => vec![step.to_owned()],
        _ => Vec::new(),
    }
}

/// What the written fields of a step demand.
pub fn rules(step: &str) -> Vec<(String, Rule)> {
    match step {
        "words" => vec![("words".to_owned(), WORDS)],
        _ => Vec::new(),
    }
}

/// How far the survey is. The reason is asked for only when the rating is low.
pub fn trail(survey: &Survey, draft: &Draft) -> Trail {
    let rating = read_rating(survey, &draft.sheet);
    let mut steps = vec![(
        "rating".to_owned(),
        rating.as_ref().err().cloned().unwrap_or_default(),
    )];
    if rating.is_ok_and(|rating| rating <= survey.low) {
        steps.push((
            "reason".to_owned(),
            read_reason(survey, &draft.sheet).err().unwrap_or_default(),
        ));
    }
    steps.push((
        "words".to_owned(),
        read_words(&draft.sheet).err().unwrap_or_default(),
    ));
    Trail::new(draft, steps)
}

/// Reads the whole sheet.
///
/// # Errors
/// What is missing or wrong.
pub fn read(survey: &Survey, draft: &Draft) -> Result<AnswerSheet, Vec<FieldFault>> {
    let rating = read_rating(survey, &draft.sheet)?;
    // A reason that was given before the rating was raised again says nothing any more.
    let reason = if rating <= survey.low {
        read_reason(survey, &draft.sheet)?
    } else {
        None
    };
    let words = read_words(&draft.sheet)?;
    Ok(AnswerSheet {
        survey: survey.code.clone(),
        version: survey.version,
        rating,
        reason,
        words,
    })
}

fn read_rating(survey: &Survey, sheet: &Sheet) -> Result<u8, Vec<FieldFault>> {
    let rating: Option<u8> = sheet.typed("rating").parse().ok();
    rating
        .filter(|rating| (1..=survey.scale.len()).contains(&usize::from(*rating)))
        .ok_or_else(|| vec![FieldFault::new("rating", FaultCode::Choose)])
}

/// A reason is asked for, not demanded: who will not say why may go on.
fn read_reason(survey: &Survey, sheet: &Sheet) -> Result<Option<String>, Vec<FieldFault>> {
    match sheet.said("reason") {
        None => Ok(None),
        Some(code) if survey.reasons.iter().any(|reason| reason.code == code) => {
            Ok(Some(code.to_owned()))
        }
        Some(_) => Err(vec![FieldFault::new("reason", FaultCode::Choose)]),
    }
}

fn read_words(sheet: &Sheet) -> Result<Option<String>, Vec<FieldFault>> {
    WORDS
        .check(sheet.typed("words"))
        .map_err(|code| vec![FieldFault::new("words", code)])?;
    Ok(sheet.said("words").map(str::to_owned))
}

/// What the free text demands.
pub const WORDS: Rule = Rule::Text {
    required: false,
    most: Rule::LONG,
};
