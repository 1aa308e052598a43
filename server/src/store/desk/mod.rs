//! What the desk reads: the queue of a department, a case on both sides of the line, what of it is
//! still to be carried. Every statement asks for what whoever looks may see, and for nothing else.

mod carriage;
mod case;
mod queue;
pub use carriage::{leg_of, waiting};
pub use case::{CaseRow, LegRow, case, events_published, legs, names, take_leg, take_ownership};
pub use queue::{Counts, QueueRow, counts, done, open};

/// What somebody may see of the departments' work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The units, by code; without it every unit, also one that the catalogue does not know any more.
    pub units: Option<Vec<String>>,
    /// The department; without it every department of the units.
    pub department: Option<String>,
}

impl Reach {
    /// Whether a part of this department of this unit is within it.
    pub fn covers(&self, unit: &str, department: &str) -> bool {
        let there = self
            .units
            .as_ref()
            .is_none_or(|units| units.iter().any(|code| code == unit));
        there
            && self
                .department
                .as_ref()
                .is_none_or(|code| code == department)
    }

    /// For a statement: a JSON list, or nothing for everywhere.
    fn units(&self) -> Option<String> {
        self.units
            .as_ref()
            .map(|units| serde_json::json!(units).to_string())
    }
}
