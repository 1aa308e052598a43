//! Incidents from the desk's side.

use super::{Acted, TextFault};
use crate::{
    case::{
        language::{Lang, Text},
        reference::Reference,
        view::State,
    },
    hatch::{Refusal, Token},
    journey::Sheet,
    status::Incident,
};
use async_trait::async_trait;

/// One cause behind many faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskIncident {
    /// What customers read.
    pub shown: Incident,
    /// How many customers said "I have it too".
    pub joined: u32,
    /// Whether whoever looks may change it.
    pub mine: bool,
}

/// What the page of incidents shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Incidents {
    /// Open ones first, then the latest that are over.
    pub list: Vec<DeskIncident>,
    /// Where whoever looks may open one.
    pub places: Vec<PlaceChoice>,
    /// What they typed and could not be taken, with what is wrong by field.
    pub unsent: Option<UnsentIncident>,
}

/// What the page of one incident shows.
#[derive(Clone, Debug, PartialEq)]
pub struct WholeIncident {
    /// It.
    pub incident: DeskIncident,
    /// What staff know of its cause.
    pub cause: Option<String>,
    /// How many follow it without a case.
    pub followers: u32,
    /// How many say that it works again, since it was ended.
    pub yes: u32,
    /// How many say that it does not.
    pub no: u32,
    /// The cases that hang on it, the latest first.
    pub cases: Vec<AttachedCase>,
    /// Open faults of its product and places that do not.
    pub proposed: Vec<Reference>,
    /// What was typed as news and could not be taken.
    pub unsent: Option<UnsentIncident>,
}

/// A case that hangs on an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachedCase {
    /// Its public number.
    pub reference: Reference,
    /// Where it stands.
    pub state: State,
    /// Whether it works again, if the customer said so.
    pub works: Option<bool>,
}

/// What a case's page says of incidents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseIncident {
    /// The one it hangs on: its key, and what it is.
    pub hangs: Option<(String, String)>,
    /// Those it could hang on.
    pub open: Vec<(String, String)>,
    /// Whether one could be opened from it.
    pub may_open: bool,
}

/// Which cases are hung on an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All that are proposed.
    Proposed,
    /// This one.
    One(Reference),
}

/// A province, city or district to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceChoice {
    /// What is sent.
    pub code: String,
    /// The names from the province down to it.
    pub names: Vec<Text>,
}

/// An incident, or news of one, that was typed and could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsentIncident {
    /// As typed.
    pub sheet: Sheet,
    /// What is wrong, by field, in the order of the page.
    pub faults: Vec<(String, IncidentFault)>,
}

/// Why a field of an incident cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncidentFault {
    /// Nothing was chosen, or nothing that can be.
    Choose,
    /// The text.
    Text(TextFault),
    /// Not a day and a time of day that lies ahead.
    When,
    /// Announced work needs an end, after its beginning.
    Until,
}

/// What became of a posted incident, or of a new estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// Customers see it.
    Done,
    /// It cannot be taken.
    Mend,
}

/// What staff do about one incident.
#[async_trait]
pub trait IncidentOffice: Send + Sync {
    /// An incident with all that hangs on it.
    async fn whole(&self, lang: Lang, staff: &Token, id: &str) -> Result<WholeIncident, Refusal>;
    /// Tells everybody that hangs on it what is new. The same key twice is once.
    async fn tell(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        typed: &Sheet,
    ) -> Result<Announced, Refusal>;
    /// Keeps news that is still being written, for the page that shows it in another language.
    async fn keep(&self, staff: &Token, id: &str, typed: Sheet) -> Result<(), Refusal>;
    /// Begins announced work now.
    async fn begin(&self, staff: &Token, id: &str) -> Result<(), Refusal>;
    /// Hangs cases on it, and tells their customers. What hangs on it already stays so.
    async fn attach(
        &self,
        staff: &Token,
        id: &str,
        key: &str,
        which: Which,
    ) -> Result<Acted, Refusal>;
    /// What a case's page says of incidents.
    async fn of_case(
        &self,
        lang: Lang,
        staff: &Token,
        reference: Reference,
    ) -> Result<CaseIncident, Refusal>;
}

/// The languages that a text is written in, the operator's first.
pub fn languages(operator: Lang) -> impl Iterator<Item = Lang> {
    let others = Lang::ALL.into_iter().filter(move |lang| *lang != operator);
    std::iter::once(operator).chain(others)
}

/// The name of a text's field in a language; the operator's has none behind it.
pub fn field_in(field: &str, lang: Lang, operator: Lang) -> String {
    match lang == operator {
        true => field.to_owned(),
        false => format!("{field}-{}", lang.tag()),
    }
}
