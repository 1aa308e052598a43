//! The questions a topic or symptom asks, as the catalogue words them.

use super::{FaultCode, FieldFault, Rule, Sheet, rule::is_day};
use crate::catalogue::{Question, QuestionKind};
use serde::{Deserialize, Serialize};

/// One answered question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question's code.
    pub question: String,
    /// What was said; for a choice its code.
    pub said: String,
}

/// The name of a question's field.
pub fn question_field(question: &Question) -> String {
    format!("q-{}", question.code)
}

/// What a written answer demands.
pub fn question_rule(question: &Question) -> Rule {
    let most = if question.kind == QuestionKind::Text {
        Rule::LONG
    } else {
        Rule::SHORT
    };
    Rule::Text {
        required: question.required,
        most,
    }
}

/// What the written ones among some questions demand.
pub fn question_rules(questions: &[Question]) -> Vec<(String, Rule)> {
    questions
        .iter()
        .filter(|question| matches!(question.kind, QuestionKind::Line | QuestionKind::Text))
        .map(|question| (question_field(question), question_rule(question)))
        .collect()
}

/// Reads the answers to some questions; an empty answer to an optional one is none.
///
/// # Errors
/// What to mend, in the order of the page.
pub fn read_answers(questions: &[Question], sheet: &Sheet) -> Result<Vec<Answer>, Vec<FieldFault>> {
    let mut answers = Vec::new();
    let mut faults = Vec::new();
    for question in questions {
        let field = question_field(question);
        match check(question, sheet.typed(&field)) {
            Err(code) => faults.push(FieldFault::new(field, code)),
            Ok(()) => answers.extend(sheet.said(&field).map(|said| Answer {
                question: question.code.clone(),
                said: said.to_owned(),
            })),
        }
    }
    if faults.is_empty() {
        Ok(answers)
    } else {
        Err(faults)
    }
}

fn check(question: &Question, typed: &str) -> Result<(), FaultCode> {
    match question.kind {
        QuestionKind::Line | QuestionKind::Text => question_rule(question).check(typed),
        QuestionKind::Choice => {
            let known = question.options.iter().any(|option| option.code == typed);
            if known || (typed.is_empty() && !question.required) {
                Ok(())
            } else {
                Err(FaultCode::Choose)
            }
        }
        QuestionKind::Date if typed.is_empty() && !question.required => Ok(()),
        // A day of any year: what a question asks for may lie ahead.
        QuestionKind::Date if is_day(typed) => Ok(()),
        QuestionKind::Date => Err(FaultCode::DateShape),
    }
}
