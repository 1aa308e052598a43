//! `organisation.toml`: units, departments, connectors, shops and duties. Inner names, all but
//! the shops'.

use crate::catalogue::{
    house::Level,
    shape::{Code, service::WithinShape},
};
use app::case::language::Text;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationFile {
    pub connectors: Vec<ConnectorShape>,
    pub departments: Vec<DepartmentShape>,
    pub units: Vec<UnitShape>,
    pub duties: Vec<DutyShape>,
    #[serde(default)]
    pub shops: Vec<ShopShape>,
    #[serde(default)]
    pub exceptions: Vec<ExceptionShape>,
}

/// `[[connectors]]`: a way to a back office. Addresses and passwords are settings, not catalogue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConnectorShape {
    pub code: Code,
    pub kind: Code,
    pub name: Text,
}

/// `[[departments]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepartmentShape {
    pub code: Code,
    pub name: Text,
    pub levels: Vec<Level>,
    pub connector: Code,
    /// How soon it takes or declines what another department passes to it.
    pub answers: WithinShape,
    /// How long a part may take that no plan gives a target.
    pub target: WithinShape,
    /// What must be handed over with a part that is passed to it.
    #[serde(default)]
    pub needs: Vec<Text>,
}

/// `[[units]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitShape {
    pub code: Code,
    pub name: Text,
    pub level: toml::Spanned<Level>,
    pub parent: Option<Code>,
    /// Whose wall clock it goes by; without it the operator's.
    pub zone: Option<Code>,
}

/// `[[duties]]`: who answers for a case until a person takes it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DutyShape {
    pub code: Code,
    pub name: Text,
    pub department: Code,
    pub deputy: Option<Code>,
}

/// `[[shops]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopShape {
    pub code: Code,
    pub name: Text,
    pub unit: Code,
    pub place: Code,
    pub address: Text,
    pub hours: Text,
    /// The calendar of those hours; without one it is taken for open day and night.
    pub open: Option<Code>,
}

/// `[[exceptions]]`: one department of one unit that uses another connector than its sisters.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExceptionShape {
    pub unit: Code,
    pub department: Code,
    pub connector: Code,
}
