//! What the desk reads: the queue of a department, a case on both sides of the line, what of it is
//! still to be carried. Every statement asks for what whoever looks may see, and for nothing else.

use super::Question;

mod carriage;
mod case;
mod chosen;
mod queue;
pub use carriage::{leg_of, waiting};
pub use case::{
    CaseRow, LegRow, case, events_published, language, legs, names, take_leg, take_ownership,
};
mod sight;
pub(super) use sight::{sees, stands_for};
mod news;
pub use news::{newest, news_after};
mod others;
pub use others::{OtherRow, others};
pub use queue::{Cursor, Part, QueueRow, count, mine, page};

/// What somebody may see of the departments' work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// The units, by code; without it every unit, also one that the catalogue does not know any more.
    pub units: Option<Vec<String>>,
    /// The department; without it every department of the units.
    pub department: Option<String>,
    /// When whoever looks does so: they see the cases of whoever they stand in for then.
    pub at: i64,
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

    /// Goes on with a condition: of these units and this department, as far as there are limits.
    pub(super) fn limits(
        &self,
        asked: &mut Question,
        unit: &'static str,
        department: &'static str,
    ) {
        if let Some(units) = &self.units {
            asked.sql("and").sql(unit).sql("in").list(units);
        }
        if let Some(code) = &self.department {
            asked
                .sql("and")
                .sql(department)
                .sql("=")
                .bind(code.as_str());
        }
    }
}
