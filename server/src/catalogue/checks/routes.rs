//! Every topic and every symptom has a plan and a promise, whoever asks and from wherever; and
//! every leg of the plan goes to a department that its level has.

use crate::catalogue::{
    checks::references::list,
    files::Files,
    finding::Finding,
    house::{CaseKind, Channel, Facts, House, Level, Service, Tier},
    shape::{Code, service::ServiceFile},
    source::{Read, Source},
};
use app::catalogue::{Area, TopicKind};

pub fn check(files: &Files, house: &House, findings: &mut Vec<Finding>) {
    for (Read { source, says }, service) in files.services.iter().zip(&house.services) {
        for (code, case) in subjects(says) {
            let missing = every(service, case).find(|case| service.route_for(case).is_none());
            if let Some(case) = missing {
                let problem = format!("`{}` has no route for {}", code.get_ref(), told(&case));
                let allowed = "a rule in [[delivered.routes]] that fits";
                findings.push(source.finding(&code.span(), problem, allowed));
            }
            let missing = every(service, case).find(|case| service.promise_for(case).is_none());
            if let Some(case) = missing {
                let problem = format!("`{}` has no promise for {}", code.get_ref(), told(&case));
                let allowed = "a rule in [[delivered.promises]] that fits";
                findings.push(source.finding(&code.span(), problem, allowed));
            }
        }
        departments(source, says, service, house, findings);
    }
}

/// Everything a service can be asked for, as the simplest case there is.
pub fn subjects(file: &ServiceFile) -> impl Iterator<Item = (&Code, Facts<'_>)> {
    let plain = Facts {
        kind: CaseKind::Fault,
        topic: None,
        symptom: None,
        area: Area::Urban,
        tier: Tier::Individual,
        channel: Channel::Portal,
    };
    let topics = file.offered.topics.iter().map(move |topic| {
        let kind = match topic.kind {
            TopicKind::Enquiry => CaseKind::Enquiry,
            TopicKind::Complaint => CaseKind::Complaint,
        };
        (
            &topic.code,
            Facts {
                kind,
                topic: Some(topic.code.get_ref()),
                ..plain
            },
        )
    });
    let symptoms = file.offered.symptoms.iter().map(move |symptom| {
        (
            &symptom.code,
            Facts {
                symptom: Some(symptom.code.get_ref()),
                ..plain
            },
        )
    });
    topics.chain(symptoms)
}

/// A case from each area, for each tier from the individual customer up, by each channel that a rule of the service asks for.
pub fn every<'a>(service: &'a Service, case: Facts<'a>) -> impl Iterator<Item = Facts<'a>> {
    let routes = service.routes.iter().map(|rule| &rule.when);
    let asks = routes
        .chain(service.promises.iter().map(|rule| &rule.when))
        .any(|when| !when.channels.is_empty());
    let channels = if asks {
        &Channel::ALL[..]
    } else {
        &[Channel::Portal]
    };
    [Area::Urban, Area::Rural]
        .into_iter()
        .flat_map(move |area| {
            Tier::ALL.into_iter().rev().flat_map(move |tier| {
                channels.iter().map(move |channel| Facts {
                    area,
                    tier,
                    channel: *channel,
                    ..case
                })
            })
        })
}

/// A case as a finding tells it.
pub fn told(case: &Facts<'_>) -> String {
    let area = match case.area {
        Area::Urban => "urban",
        Area::Rural => "rural",
    };
    format!("{} {}, {}, {}", area, case.kind, case.tier, case.channel)
}

fn departments(
    source: &Source,
    file: &ServiceFile,
    service: &Service,
    house: &House,
    findings: &mut Vec<Finding>,
) {
    for plan in &file.delivered.plans {
        let placeless = subjects(file).any(|(_, case)| {
            case.kind != CaseKind::Fault
                && every(service, case).any(|case| {
                    service
                        .route_for(&case)
                        .is_some_and(|(rule, _)| rule.plan == *plan.code.get_ref())
                })
        });
        for leg in plan.legs.get_ref() {
            let Some(department) = house.organisation.department(leg.department.get_ref()) else {
                continue;
            };
            let levels: Vec<_> = department.levels.iter().map(|level| level.code()).collect();
            if !department.exists_at(leg.level) {
                let problem = format!(
                    "level {} has no department `{}`",
                    leg.level, department.code
                );
                let allowed = format!("a level that has it: {}", list(&levels));
                findings.push(source.finding(&leg.department.span(), problem, allowed));
            } else if placeless && !department.exists_at(Level::Headquarters) {
                let problem = format!(
                    "an enquiry may name no place and then goes to headquarters, which has no department `{}`",
                    department.code
                );
                let allowed = "a department that headquarters has too";
                findings.push(source.finding(&leg.department.span(), problem, allowed));
            }
        }
    }
}
