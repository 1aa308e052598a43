//! Incidents from the desk's side.

use super::TextFault;
use crate::{case::language::Text, journey::Sheet};

/// One cause behind many faults.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeskIncident {
    /// Its key.
    pub id: String,
    /// The product's code.
    pub product: String,
    /// The province's, city's or district's code.
    pub place: String,
    /// What customers read.
    pub title: String,
    /// What customers read about it.
    pub text: String,
    /// Since when.
    pub opened_at: i64,
    /// When it is expected to be over.
    pub expected_at: Option<i64>,
    /// Since when it is over.
    pub ended_at: Option<i64>,
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

/// A province, city or district to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceChoice {
    /// What is sent.
    pub code: String,
    /// The names from the province down to it.
    pub names: Vec<Text>,
}

/// An incident that was typed and could not be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct UnsentIncident {
    /// As typed.
    pub sheet: Sheet,
    /// What is wrong, by field, in the order of the page.
    pub faults: Vec<(&'static str, IncidentFault)>,
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
}

/// What became of a posted incident, or of a new estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Announced {
    /// Customers see it.
    Done,
    /// It cannot be taken.
    Mend,
}
