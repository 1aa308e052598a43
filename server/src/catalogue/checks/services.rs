//! `services/*.toml`, code by code: what is offered can be asked for, and what is delivered
//! refers only to what there is.

use crate::catalogue::{
    checks::{
        codes, cycles,
        references::{known, list},
    },
    files::Files,
    finding::Finding,
    shape::{
        Code,
        service::{QuestionShape, ServiceFile, SymptomShape, WhenShape, WithinShape},
    },
    source::{Read, Source},
};
use app::{
    catalogue::{QuestionKind, TopicKind},
    parts::ICONS,
};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let all = || files.services.iter();
    let products =
        all().filter_map(|read| Some((&read.source, &read.says.offered.product.as_ref()?.code)));
    codes::unique_across("product", products.clone(), findings);
    let topics = all().flat_map(|read| {
        read.says
            .offered
            .topics
            .iter()
            .map(|one| (&read.source, &one.code))
    });
    codes::unique_across("topic", topics, findings);

    let products: Vec<_> = products.map(|(_, code)| code.get_ref()).collect();
    let departments: Vec<_> = files
        .organisation
        .says
        .departments
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    let calendars: Vec<_> = files
        .calendars
        .says
        .calendars
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    let surveys = [&files.surveys.says.walk_up, &files.surveys.says.closing];
    let surveys = surveys.map(|survey| survey.code.get_ref());
    for Read { source, says } in &files.services {
        offered(source, says, &products, findings);
        delivered(source, says, &departments, findings);
        for within in withins(says) {
            length(source, within, &calendars, findings);
        }
        known(source, "survey", &says.checked.survey, &surveys, findings);
        let targets = &says.checked.targets;
        for target in [
            &targets.promises_kept,
            &targets.reopened_at_most,
            &targets.satisfied,
        ] {
            if *target.get_ref() > 100 {
                findings.push(source.finding(&target.span(), "more than all", "0 to 100 per cent"));
            }
        }
    }
    let open = |read: &Read<ServiceFile>| {
        read.says
            .offered
            .topics
            .iter()
            .any(|one| one.open == Some(true) && one.kind == TopicKind::Enquiry)
    };
    if !files.services.iter().any(open) {
        let services = &files.operator.says.operator.services;
        let at = services.last().map_or(0..0, Code::span);
        let problem = "no service takes what fits no topic";
        let allowed = "one topic with open = true and kind = \"enquiry\"";
        findings.push(files.operator.source.finding(&at, problem, allowed));
    }
}

fn offered(source: &Source, file: &ServiceFile, products: &[&String], findings: &mut Vec<Finding>) {
    for topic in &file.offered.topics {
        if let Some(product) = &topic.product {
            known(source, "product", product, products, findings);
        }
        questions(source, &topic.questions, findings);
    }
    let symptoms = &file.offered.symptoms;
    codes::unique(
        source,
        "symptom",
        symptoms.iter().map(|one| &one.code),
        findings,
    );
    if let Some(product) = &file.offered.product {
        let icons: Vec<_> = ICONS.iter().map(|(name, _)| *name).collect();
        known(source, "drawing", &product.icon, &icons, findings);
    }
    if file.offered.product.is_none() {
        for SymptomShape { code, .. } in symptoms {
            let problem = format!("the symptom `{}` belongs to no product", code.get_ref());
            findings.push(source.finding(
                &code.span(),
                problem,
                "an [offered.product] in this file",
            ));
        }
    }
    for symptom in symptoms {
        codes::unique(
            source,
            "self-check",
            symptom.checks.iter().map(|one| &one.code),
            findings,
        );
        for check in symptom
            .checks
            .iter()
            .filter(|check| check.steps.get_ref().is_empty())
        {
            let problem = "a self-check without anything to do";
            findings.push(source.finding(&check.steps.span(), problem, "at least one step"));
        }
        questions(source, &symptom.questions, findings);
    }
}

fn questions(source: &Source, questions: &[QuestionShape], findings: &mut Vec<Finding>) {
    codes::unique(
        source,
        "question",
        questions.iter().map(|one| &one.code),
        findings,
    );
    for question in questions {
        codes::unique(
            source,
            "option",
            question.options.iter().map(|one| &one.code),
            findings,
        );
        let (choice, options) = (
            *question.kind.get_ref() == QuestionKind::Choice,
            question.options.len(),
        );
        if choice && options < 2 {
            let problem = format!("a choice with {options} options");
            findings.push(source.finding(&question.kind.span(), problem, "two options or more"));
        }
        if !choice && options > 0 {
            let problem = "options that nobody will see";
            findings.push(source.finding(
                &question.kind.span(),
                problem,
                "kind = \"choice\", or no options",
            ));
        }
    }
}

fn delivered(
    source: &Source,
    file: &ServiceFile,
    departments: &[&String],
    findings: &mut Vec<Finding>,
) {
    let plans: Vec<_> = file
        .delivered
        .plans
        .iter()
        .map(|plan| plan.code.get_ref())
        .collect();
    codes::unique(
        source,
        "plan",
        file.delivered.plans.iter().map(|plan| &plan.code),
        findings,
    );
    for route in &file.delivered.routes {
        when(source, file, &route.when, findings);
        known(source, "plan", &route.plan, &plans, findings);
    }
    for promise in &file.delivered.promises {
        when(source, file, &promise.when, findings);
        if promise.source.get_ref().trim().is_empty() {
            let problem = "a promise without a source";
            findings.push(source.finding(
                &promise.source.span(),
                problem,
                "the rule or decision behind it",
            ));
        }
    }
    for plan in &file.delivered.plans {
        let legs = plan.legs.get_ref();
        if legs.is_empty() {
            findings.push(source.finding(
                &plan.legs.span(),
                "a plan without a leg",
                "at least one leg",
            ));
        }
        codes::unique(source, "leg", legs.iter().map(|leg| &leg.code), findings);
        let codes: Vec<_> = legs.iter().map(|leg| leg.code.get_ref()).collect();
        for leg in legs {
            known(source, "department", &leg.department, departments, findings);
            for before in &leg.after {
                known(source, "leg", before, &codes, findings);
            }
        }
        let arrows: Vec<_> = legs
            .iter()
            .map(|leg| (&leg.code, leg.after.iter().collect()))
            .collect();
        cycles::none(source, "legs", &arrows, findings);
    }
}

fn when(source: &Source, file: &ServiceFile, when: &WhenShape, findings: &mut Vec<Finding>) {
    let topics: Vec<_> = file
        .offered
        .topics
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    let symptoms: Vec<_> = file
        .offered
        .symptoms
        .iter()
        .map(|one| one.code.get_ref())
        .collect();
    for topic in when.topics.iter().flatten() {
        known(source, "topic in this file", topic, &topics, findings);
    }
    for symptom in when.symptoms.iter().flatten() {
        known(source, "symptom in this file", symptom, &symptoms, findings);
    }
}

/// Every length of time in the file.
fn withins(file: &ServiceFile) -> impl Iterator<Item = &WithinShape> {
    let promises = file
        .delivered
        .promises
        .iter()
        .flat_map(|one| [&one.answer, &one.fix]);
    let legs = file
        .delivered
        .plans
        .iter()
        .flat_map(|plan| plan.legs.get_ref());
    promises.chain(legs.map(|leg| &leg.target))
}

/// Whether a length runs in a calendar that there is.
pub(super) fn length(
    source: &Source,
    within: &WithinShape,
    calendars: &[&String],
    findings: &mut Vec<Finding>,
) {
    calendar(source, &within.calendar, calendars, findings);
}

/// Whether there is such a calendar.
pub(super) fn calendar(
    source: &Source,
    code: &Code,
    calendars: &[&String],
    findings: &mut Vec<Finding>,
) {
    let (span, code) = (code.span(), code.get_ref());
    let working = code.strip_prefix("working:");
    let known =
        code == "elapsed" || working.is_some_and(|name| calendars.iter().any(|one| *one == name));
    if known {
        return;
    }
    let working: Vec<_> = calendars
        .iter()
        .map(|name| format!("working:{name}"))
        .collect();
    let problem = format!("there is no calendar `{code}`");
    let allowed = format!("elapsed, {}", list(&working));
    findings.push(source.finding(&span, problem, allowed));
}
