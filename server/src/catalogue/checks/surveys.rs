//! `surveys.toml`: a scale that has a low end and a high one, and reasons to choose from.

use crate::catalogue::{
    checks::codes,
    files::Files,
    finding::Finding,
    shape::surveys::{SurveyShape, TapShape},
    source::{Read, Source},
};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read { source, says: file } = &files.surveys;
    let surveys = [&file.walk_up, &file.closing];
    codes::unique(
        source,
        "survey",
        surveys
            .iter()
            .map(|survey| &survey.code)
            .chain(file.tap.as_ref().map(|tap| &tap.code)),
        findings,
    );
    for survey in surveys {
        check_one(source, survey, findings);
    }
    if let Some(tap) = &file.tap {
        check_tap(source, tap, findings);
    }
}

/// Faces are told apart at a glance, and reasons read without turning a page.
fn check_tap(source: &Source, tap: &TapShape, findings: &mut Vec<Finding>) {
    let faces = tap.faces.get_ref().len();
    if !(3..=5).contains(&faces) {
        let problem = format!("{faces} faces are not told apart at a glance");
        findings.push(source.finding(
            &tap.faces.span(),
            problem,
            "3 to 5 faces, the unhappiest first",
        ));
    }
    let Some(why) = &tap.why else { return };
    let low = *why.low.get_ref();
    if low == 0 || usize::from(low) >= faces {
        let problem = format!("{low} is no low answer of {faces}");
        let allowed = format!("1 to {}", faces.saturating_sub(1).max(1));
        findings.push(source.finding(&why.low.span(), problem, allowed));
    }
    let reasons = why.reasons.get_ref().len();
    if !(1..=8).contains(&reasons) {
        let problem = format!("{reasons} reasons are not chosen from with one press");
        findings.push(source.finding(&why.reasons.span(), problem, "1 to 8 reasons"));
    }
    codes::unique(
        source,
        "reason",
        why.reasons.get_ref().iter().map(|one| &one.code),
        findings,
    );
}

fn check_one(source: &Source, survey: &SurveyShape, findings: &mut Vec<Finding>) {
    let points = survey.scale.get_ref().len();
    if !(2..=10).contains(&points) {
        let problem = format!("a scale of {points} cannot tell good from bad");
        findings.push(source.finding(
            &survey.scale.span(),
            problem,
            "2 to 10 points, the lowest first",
        ));
    }
    let low = *survey.low.get_ref();
    if low == 0 || usize::from(low) >= points {
        let problem = format!("{low} is no low point of a scale of {points}");
        let allowed = format!("1 to {}", points.saturating_sub(1).max(1));
        findings.push(source.finding(&survey.low.span(), problem, allowed));
    }
    if survey.reasons.get_ref().is_empty() {
        let problem = "a low rating asks for a reason, but there is none to choose";
        findings.push(source.finding(&survey.reasons.span(), problem, "at least one reason"));
    }
    codes::unique(
        source,
        "reason",
        survey.reasons.get_ref().iter().map(|one| &one.code),
        findings,
    );
}
