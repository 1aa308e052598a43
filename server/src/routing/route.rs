//! From a case to its route.

use crate::catalogue::house::{
    CaseKind, Channel, Facts, House, Leg, Level, Origin, Plan, PromiseRule, RouteRule, Service,
    Tier, Unit, Within,
};
use app::{case::language::Text, catalogue::Area};

/// What routing needs to know of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What it is about.
    pub subject: Subject,
    /// The district's code, where the customer named one.
    pub place: Option<String>,
    /// The tier, of a customer who has proved who they are; nobody else has one to claim.
    pub proven_tier: Option<Tier>,
    /// Where it came in.
    pub channel: Channel,
}

/// What a case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An enquiry or a complaint; the catalogue knows which.
    Topic(String),
    /// A fault.
    Symptom {
        /// The product's code.
        product: String,
        /// The symptom's code.
        symptom: String,
    },
}

/// The way of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The tier it is treated as.
    pub tier: Tier,
    /// The unit that begins.
    pub unit: String,
    /// The department that begins.
    pub department: String,
    /// The unit's level.
    pub level: Level,
    /// How the case reaches that department.
    pub connector: String,
    /// Every leg, none before one that it waits for.
    pub legs: Vec<PlannedLeg>,
    /// What the customer is told.
    pub promise: Promised,
    /// Who answers for it until a person takes it.
    pub owner: Owner,
    /// The service file that knows the case.
    pub service: String,
    /// The plan that it follows.
    pub plan: String,
    /// The rule that chose the plan.
    pub rule: Origin,
}

/// One department's part, with the unit that does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedLeg {
    /// Key within the plan.
    pub code: String,
    /// What is done, for staff.
    pub name: Text,
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// The unit's level.
    pub level: Level,
    /// How it gets there.
    pub connector: String,
    /// How long it may take.
    pub target: Within,
    /// The legs that must be done first.
    pub after: Vec<String>,
    /// What must be handed over with it, for staff.
    pub needs: Vec<Text>,
}

/// What the customer is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// A first answer within.
    pub answer: Within,
    /// Done within.
    pub fix: Within,
    /// The public rule or the decision behind it.
    pub source: String,
    /// The rule that chose it.
    pub rule: Origin,
}

/// Who answers for a case until a person takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The duty.
    pub duty: String,
    /// The duty that stands in for it.
    pub deputy: Option<String>,
    /// The unit in which it is done.
    pub unit: String,
    /// The department whose people do it.
    pub department: String,
}

/// The way of a case. Every case has one: what the catalogue does not know (any more) goes the
/// way of "something else".
pub fn route(house: &House, sample: &Sample) -> Route {
    route_from(house, sample, None)
}

/// The way of a case that came in at a unit: where the customer named no place, that unit serves
/// it, as whoever stands there does.
pub fn route_from(house: &House, sample: &Sample, came_in: Option<&str>) -> Route {
    let tier = sample.proven_tier.unwrap_or(Tier::Individual);
    let found = house
        .front
        .places
        .find(sample.place.as_deref().unwrap_or_default());
    // Who names no place is promised what can be kept in the country.
    let area = found.map_or(Area::Rural, |(_, _, district)| district.area);
    let plain = Facts {
        kind: CaseKind::Enquiry,
        topic: None,
        symptom: None,
        area,
        tier,
        channel: sample.channel,
    };
    let serving = sample
        .place
        .as_ref()
        .and_then(|place| house.serving.get(place));
    let unit = serving.map(String::as_str).or(came_in);
    let unit = unit.and_then(|code| house.organisation.unit(code));
    let unit = unit.unwrap_or_else(|| house.organisation.root());

    let (service, case) = subject(house, &sample.subject, plain);
    let decided = decide(service, &case)
        .filter(|(_, plan, _)| can_be_done(house, plan, unit))
        .map(|decision| (service, decision, case.kind));
    let (service, (rule, plan, promise), kind) =
        decided.unwrap_or_else(|| something_else(house, plain));
    let legs: Vec<_> = plan
        .legs
        .iter()
        .map(|leg| planned(house, leg, unit, tier))
        .collect();
    let first = legs
        .first()
        .expect("a plan without a leg is refused")
        .clone();
    let (answer, fix) = house.promised(promise, tier);
    Route {
        kind,
        tier,
        legs,
        promise: Promised {
            answer: house.within_at(&answer, &first.unit),
            fix: house.within_at(&fix, &first.unit),
            source: promise.source.clone(),
            rule: promise.origin.clone(),
        },
        owner: owner(house, unit, tier),
        service: service.code.clone(),
        plan: plan.code.clone(),
        rule: rule.origin.clone(),
        unit: first.unit,
        department: first.department,
        level: first.level,
        connector: first.connector,
    }
}

/// The service that knows a subject, and the facts its rules ask for.
fn subject<'a>(
    house: &'a House,
    subject: &'a Subject,
    plain: Facts<'a>,
) -> (&'a Service, Facts<'a>) {
    match subject {
        Subject::Topic(topic) => {
            let kind = house.kind_of_topic(topic).unwrap_or(CaseKind::Enquiry);
            let service = house
                .service_of_topic(topic)
                .unwrap_or_else(|| open_service(house));
            (
                service,
                Facts {
                    kind,
                    topic: Some(topic),
                    ..plain
                },
            )
        }
        Subject::Symptom { product, symptom } => {
            let service = house
                .service_of_product(product)
                .unwrap_or_else(|| open_service(house));
            (
                service,
                Facts {
                    kind: CaseKind::Fault,
                    symptom: Some(symptom),
                    ..plain
                },
            )
        }
    }
}

type Decision<'a> = (&'a RouteRule, &'a Plan, &'a PromiseRule);

fn decide<'a>(service: &'a Service, case: &Facts<'_>) -> Option<Decision<'a>> {
    let (rule, plan) = service.route_for(case)?;
    Some((rule, plan, service.promise_for(case)?))
}

/// A case from nowhere begins at headquarters, which need not have those who repair lines.
fn can_be_done(house: &House, plan: &Plan, serving: &Unit) -> bool {
    let organisation = &house.organisation;
    plan.legs.iter().all(|leg| {
        let level = organisation.at_level(serving, leg.level).level;
        organisation
            .department(&leg.department)
            .is_some_and(|one| one.exists_at(level))
    })
}

fn something_else<'a>(house: &'a House, plain: Facts<'a>) -> (&'a Service, Decision<'a>, CaseKind) {
    let service = open_service(house);
    let case = Facts {
        topic: Some(house.open_topic()),
        ..plain
    };
    let decision = decide(service, &case).expect("a topic without route or promise is refused");
    (service, decision, case.kind)
}

fn open_service(house: &House) -> &Service {
    house
        .service_of_topic(house.open_topic())
        .expect("the open topic is some service's")
}

fn planned(house: &House, leg: &Leg, serving: &Unit, tier: Tier) -> PlannedLeg {
    let organisation = &house.organisation;
    let unit = organisation.at_level(serving, leg.level);
    let department = organisation
        .department(&leg.department)
        .expect("a leg to an unknown department is refused");
    PlannedLeg {
        code: leg.code.clone(),
        name: leg.name.clone(),
        unit: unit.code.clone(),
        department: department.code.clone(),
        level: unit.level,
        connector: organisation.connector_of(unit, department).to_owned(),
        target: house.within_at(&house.tiers.of(tier).shorten(&leg.target), &unit.code),
        after: leg.after.clone(),
        needs: leg.needs.clone(),
    }
}

/// The tier's duty, in the unit nearest to the customer that has its department.
fn owner(house: &House, serving: &Unit, tier: Tier) -> Owner {
    let organisation = &house.organisation;
    let duty = organisation
        .duty(&house.tiers.of(tier).duty)
        .expect("an unknown duty is refused");
    let department = organisation
        .department(&duty.department)
        .expect("a duty of an unknown department is refused");
    let unit = organisation
        .upwards(serving)
        .find(|unit| department.exists_at(unit.level));
    Owner {
        duty: duty.code.clone(),
        deputy: duty.deputy.clone(),
        unit: unit.unwrap_or_else(|| organisation.root()).code.clone(),
        department: department.code.clone(),
    }
}

impl Sample {
    /// What of it the catalogue does not know.
    pub fn unknown_to(&self, house: &House) -> Vec<String> {
        let mut unknown = Vec::new();
        match &self.subject {
            Subject::Topic(topic) if house.front.topic(topic).is_none() => {
                unknown.push(format!(
                    "there is no topic {topic}; it is taken as something else"
                ));
            }
            Subject::Symptom { product, symptom } => match house.front.product(product) {
                None => unknown.push(format!(
                    "there is no product {product}; it is taken as something else"
                )),
                Some(known) if known.symptom(symptom).is_none() => {
                    unknown.push(format!(
                        "{product} has no symptom {symptom}; a rule for any fault decides"
                    ));
                }
                Some(_) => {}
            },
            Subject::Topic(_) => {}
        }
        if let Some(place) = self
            .place
            .as_ref()
            .filter(|place| !house.serving.contains_key(*place))
        {
            unknown.push(format!(
                "there is no place {place}; it is taken as no place"
            ));
        }
        unknown
    }
}
