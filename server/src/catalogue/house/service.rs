//! How a service is delivered and how its quality is checked: the parts of a service file that
//! no customer sees. What is offered is in `app::catalogue`.

use crate::{
    catalogue::house::{CaseKind, Channel, Level, Tier},
    clock::{Calendar, Length},
};
use app::{case::language::Text, catalogue::Area};
use std::{fmt, sync::Arc};

/// The inner side of one service file.
#[derive(Clone, Debug)]
pub struct Service {
    /// The name of its file.
    pub code: String,
    /// The product it is about; general matters have none.
    pub product: Option<String>,
    /// The topics it answers.
    pub topics: Vec<String>,
    /// The symptoms it mends.
    pub symptoms: Vec<String>,
    /// Which plan a case follows; the first that fits decides.
    pub routes: Vec<RouteRule>,
    /// The ways a case can go.
    pub plans: Vec<Plan>,
    /// What the customer is told; the first that fits decides.
    pub promises: Vec<PromiseRule>,
    /// How its quality is checked.
    pub checked: Checked,
}

/// Where in the catalogue's files something was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, relative to the catalogue's folder.
    pub file: Arc<str>,
    /// The line, counted from 1.
    pub line: usize,
}

/// Which cases a rule is for. An empty list fits everything.
#[derive(Clone, Debug, Default)]
pub struct When {
    /// Of this kind.
    pub kind: Option<CaseKind>,
    /// About one of these topics.
    pub topics: Vec<String>,
    /// With one of these symptoms.
    pub symptoms: Vec<String>,
    /// From such an area.
    pub areas: Vec<Area>,
    /// Of a customer of one of these tiers.
    pub tiers: Vec<Tier>,
    /// Come in by one of these channels.
    pub channels: Vec<Channel>,
}

/// Which plan a case follows.
#[derive(Clone, Debug)]
pub struct RouteRule {
    /// Which cases it is for.
    pub when: When,
    /// The plan's code.
    pub plan: String,
    /// Where it was written.
    pub origin: Origin,
}

/// The legs of a case.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Key, unique within the service.
    pub code: String,
    /// In an order in which no leg comes before one that it waits for.
    pub legs: Vec<Leg>,
}

/// One department's part.
#[derive(Clone, Debug)]
pub struct Leg {
    /// Key, unique within the plan.
    pub code: String,
    /// What is done, for staff.
    pub name: Text,
    /// Who does it.
    pub department: String,
    /// On which level.
    pub level: Level,
    /// How long it may take, for an individual customer.
    pub target: Within,
    /// What must be done first.
    pub after: Vec<String>,
    /// What must be handed over with it, for staff.
    pub needs: Vec<Text>,
}

/// What the customer is told.
#[derive(Clone, Debug)]
pub struct PromiseRule {
    /// Which cases it is for.
    pub when: When,
    /// A first answer.
    pub answer: Within,
    /// Done.
    pub fix: Within,
    /// The public rule or the decision behind it.
    pub source: String,
    /// Where it was written.
    pub origin: Origin,
}

/// A length of time in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Within {
    /// How long.
    pub length: Length,
    /// In which hours; it holds the working calendar itself, ready for `clock::due`.
    pub calendar: Calendar,
}

/// How the quality of a service is checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What the owner looks at before the customer is told that it is done.
    pub before_done: Vec<Text>,
    /// The survey that is asked afterwards.
    pub survey: String,
    /// At least so many per cent of promises kept.
    pub promises_kept: u8,
    /// At most so many per cent of cases reopened.
    pub reopened_at_most: u8,
    /// At least so many per cent of answers in the two top boxes.
    pub satisfied: u8,
}

/// What a rule may ask of a case.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What kind of case it is.
    pub kind: CaseKind,
    /// What it is about, unless it is a fault.
    pub topic: Option<&'a str>,
    /// What is wrong, if it is a fault.
    pub symptom: Option<&'a str>,
    /// Town or country.
    pub area: Area,
    /// The customer's tier.
    pub tier: Tier,
    /// Where it came in.
    pub channel: Channel,
}

impl When {
    /// Whether a rule is for such a case.
    pub fn fits(&self, case: &Facts<'_>) -> bool {
        let named = |codes: &[String], code: Option<&str>| {
            codes.is_empty() || code.is_some_and(|code| codes.iter().any(|one| one == code))
        };
        self.kind.is_none_or(|kind| kind == case.kind)
            && named(&self.topics, case.topic)
            && named(&self.symptoms, case.symptom)
            && (self.areas.is_empty() || self.areas.contains(&case.area))
            && (self.tiers.is_empty() || self.tiers.contains(&case.tier))
            && (self.channels.is_empty() || self.channels.contains(&case.channel))
    }
}

impl Service {
    /// The first route that fits, with its plan.
    pub fn route_for(&self, case: &Facts<'_>) -> Option<(&RouteRule, &Plan)> {
        let rule = self.routes.iter().find(|rule| rule.when.fits(case))?;
        Some((rule, self.plans.iter().find(|plan| plan.code == rule.plan)?))
    }

    /// The first promise that fits.
    pub fn promise_for(&self, case: &Facts<'_>) -> Option<&PromiseRule> {
        self.promises.iter().find(|rule| rule.when.fits(case))
    }
}

impl Within {
    /// The same in a share of the time, in per cent.
    pub fn share(&self, percent: u8) -> Self {
        Self {
            length: self.length.share(percent),
            calendar: self.calendar.clone(),
        }
    }
}

impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.length, self.calendar)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}
