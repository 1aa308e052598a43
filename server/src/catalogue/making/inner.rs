//! How each service is delivered and checked.

use crate::{
    catalogue::{
        checks::named,
        files::Files,
        house::{Checked, Leg, Origin, Plan, PromiseRule, RouteRule, Service, When, Within},
        making::organisation::text,
        shape::{
            Code,
            service::{
                LegShape, PlanShape, PromiseShape, RouteShape, ServiceFile, WhenShape, WithinShape,
            },
        },
        source::{Read, Source},
    },
    clock::WorkingCalendar,
};
use std::{collections::BTreeMap, sync::Arc};

pub(super) type Calendars = BTreeMap<String, Arc<WorkingCalendar>>;

pub fn services(files: &Files, calendars: &Calendars) -> Vec<Service> {
    let names = files.operator.says.operator.services.iter();
    let services = names.zip(&files.services);
    services
        .map(|(name, read)| service(name, read, calendars))
        .collect()
}

fn service(
    name: &Code,
    Read { source, says }: &Read<ServiceFile>,
    calendars: &Calendars,
) -> Service {
    let (delivered, checked) = (&says.delivered, &says.checked);
    Service {
        code: text(name),
        product: says
            .offered
            .product
            .as_ref()
            .map(|product| text(&product.code)),
        topics: says
            .offered
            .topics
            .iter()
            .map(|topic| text(&topic.code))
            .collect(),
        symptoms: says
            .offered
            .symptoms
            .iter()
            .map(|symptom| text(&symptom.code))
            .collect(),
        routes: delivered
            .routes
            .iter()
            .map(|rule| route(source, rule))
            .collect(),
        plans: delivered
            .plans
            .iter()
            .map(|shape| plan(shape, calendars))
            .collect(),
        promises: delivered
            .promises
            .iter()
            .map(|rule| promise(source, rule, calendars))
            .collect(),
        checked: Checked {
            before_done: checked.before_done.clone(),
            survey: text(&checked.survey),
            promises_kept: *checked.targets.promises_kept.get_ref(),
            reopened_at_most: *checked.targets.reopened_at_most.get_ref(),
            satisfied: *checked.targets.satisfied.get_ref(),
        },
    }
}

fn route(source: &Source, rule: &RouteShape) -> RouteRule {
    RouteRule {
        when: when(&rule.when),
        plan: text(&rule.plan),
        origin: origin(source, &rule.plan),
    }
}

fn promise(source: &Source, rule: &PromiseShape, calendars: &Calendars) -> PromiseRule {
    PromiseRule {
        when: when(&rule.when),
        answer: within(&rule.answer, calendars),
        fix: within(&rule.fix, calendars),
        source: text(&rule.source),
        origin: origin(source, &rule.fix.calendar),
    }
}

fn origin(source: &Source, at: &Code) -> Origin {
    Origin {
        file: source.file.as_str().into(),
        line: source.line(at.span().start),
    }
}

fn when(when: &WhenShape) -> When {
    let codes = |codes: &Option<Vec<Code>>| codes.iter().flatten().map(text).collect();
    When {
        kind: when.kind,
        topics: codes(&when.topics),
        symptoms: codes(&when.symptoms),
        areas: when.areas.clone().unwrap_or_default(),
        tiers: when.tiers.clone().unwrap_or_default(),
        channels: when.channels.clone().unwrap_or_default(),
    }
}

/// Legs in an order in which none comes before one that it waits for; equals stay as written.
fn plan(plan: &PlanShape, calendars: &Calendars) -> Plan {
    let mut waiting: Vec<&LegShape> = plan.legs.get_ref().iter().collect();
    let mut legs: Vec<Leg> = Vec::new();
    while !waiting.is_empty() {
        let ready = waiting.iter().position(|shape| {
            shape
                .after
                .iter()
                .all(|code| legs.iter().any(|leg| leg.code == *code.get_ref()))
        });
        let next = ready.expect("a plan whose legs go round in a circle is refused");
        legs.push(leg(waiting.remove(next), calendars));
    }
    Plan {
        code: text(&plan.code),
        legs,
    }
}

fn leg(leg: &LegShape, calendars: &Calendars) -> Leg {
    Leg {
        code: text(&leg.code),
        name: leg.name.clone(),
        department: text(&leg.department),
        level: leg.level,
        target: within(&leg.target, calendars),
        after: leg.after.iter().map(text).collect(),
        needs: leg.needs.clone(),
    }
}

pub(super) fn within(within: &WithinShape, calendars: &Calendars) -> Within {
    Within {
        length: *within.within.get_ref(),
        calendar: named(within.calendar.get_ref(), calendars)
            .expect("a length in an unknown calendar is refused"),
    }
}
