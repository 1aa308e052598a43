//! The catalogue once it has been found good: what the front may see, and what stays behind.
//! Everything in here is plain data that other rooms read; nothing in here reads a file.

mod brand;
mod clock;
mod kinds;
mod news;
mod organisation;
mod service;
mod templates;
mod tiers;

pub use brand::{Brand, Colours};
pub use clock::{Because, PauseReason};
pub use kinds::{CaseKind, Channel, Level, Tier};
pub use news::{IncidentRules, NoticeRules, Quiet};
pub use organisation::{
    Connector, ConnectorKind, Department, Duty, Exception, Organisation, Shop, Unit,
};
pub use service::{
    Checked, Facts, Leg, Origin, Plan, PromiseRule, RouteRule, Service, When, Within,
};
pub use templates::{Place, Template};
pub use tiers::{TierRule, Tiers};

use crate::{
    brand::Stylesheet,
    clock::{WorkingCalendar, escalation::Steps},
};
use app::catalogue::{Catalogue, TopicKind};
use std::{collections::BTreeMap, sync::Arc};

/// The operator, whole.
#[derive(Clone, Debug)]
pub struct House {
    /// What pages may show. It has no field for anything below.
    pub front: Arc<Catalogue>,
    /// Units, departments, shops, duties, connectors.
    pub organisation: Organisation,
    /// How each service is delivered and checked, in the order its product is shown.
    pub services: Vec<Service>,
    /// The city that serves each district, both by code.
    pub serving: BTreeMap<String, String>,
    /// Working calendars by code.
    pub calendars: BTreeMap<String, Arc<WorkingCalendar>>,
    /// What a customer's tier changes.
    pub tiers: Tiers,
    /// When and how much customers are told.
    pub notices: NoticeRules,
    /// When an incident that was ended is not over.
    pub incidents: IncidentRules,
    /// Why a part can be paused, in the order they are offered.
    pub pauses: Vec<PauseReason>,
    /// At which share of a promise who hears of it.
    pub escalation: Steps,
    /// What is often written to customers.
    pub templates: Vec<Template>,
    /// The colours of the face.
    pub brand: Brand,
    /// The same as a stylesheet.
    pub stylesheet: Stylesheet,
    /// Fingerprint of the files; kept with each case.
    pub version: String,
}

impl House {
    /// The service that answers a topic.
    pub fn service_of_topic(&self, topic: &str) -> Option<&Service> {
        self.services
            .iter()
            .find(|service| service.topics.iter().any(|one| one == topic))
    }

    /// The service that mends a product.
    pub fn service_of_product(&self, product: &str) -> Option<&Service> {
        self.services
            .iter()
            .find(|service| service.product.as_deref() == Some(product))
    }

    /// Whether a topic is an enquiry or a complaint.
    pub fn kind_of_topic(&self, topic: &str) -> Option<CaseKind> {
        Some(match self.front.topic(topic)?.kind {
            TopicKind::Enquiry => CaseKind::Enquiry,
            TopicKind::Complaint => CaseKind::Complaint,
        })
    }

    /// What a tier is promised by a rule: answer and fix. A rule that names its tiers means what
    /// it says; any other is the individual customer's, and a tier gets its share of it.
    pub fn promised(&self, rule: &PromiseRule, tier: Tier) -> (Within, Within) {
        if !rule.when.tiers.is_empty() {
            return (rule.answer.clone(), rule.fix.clone());
        }
        let tier = self.tiers.of(tier);
        (tier.shorten(&rule.answer), tier.shorten(&rule.fix))
    }

    /// "Something else": the topic of whatever the catalogue does not know, or not any more.
    pub fn open_topic(&self) -> &str {
        let open = self.front.topics.iter().find(|topic| topic.open);
        &open
            .expect("a catalogue without an open topic is refused")
            .code
    }
}
