//! What the desk reads: the queue of a department, a case on both sides of the line, what of it is
//! still to be carried. Every statement asks for what whoever looks may see, and for nothing else.

use sqlx::{
    AssertSqlSafe,
    any::{Any, AnyArguments},
    query::Query,
};

mod carriage;
mod case;
mod queue;
pub use carriage::{leg_of, waiting};
pub use case::{
    CaseRow, LegRow, case, events_published, language, legs, names, take_leg, take_ownership,
};
mod sight;
pub(super) use sight::sees;
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

    /// As a condition on the leg that a statement calls `leg`, where so many places are taken: each
    /// unit is a place of its own, so that an index on the unit serves, on either database.
    fn on(&self, leg: &str, taken: usize) -> String {
        self.within(&format!("{leg}.unit"), &format!("{leg}.department"), taken)
    }

    /// The same for a unit and a department that stand elsewhere.
    fn within(&self, unit: &str, department: &str, taken: usize) -> String {
        let mut conditions = Vec::new();
        let units = self.units.as_deref().unwrap_or_default();
        if !units.is_empty() {
            let places: Vec<String> = (1..=units.len())
                .map(|nth| format!("${}", taken + nth))
                .collect();
            conditions.push(format!("{unit} in ({})", places.join(", ")));
        } else if self.units.is_some() {
            conditions.push("1 = 0".to_owned());
        }
        if self.department.is_some() {
            conditions.push(format!("{department} = ${}", taken + units.len() + 1));
        }
        if conditions.is_empty() {
            return "1 = 1".to_owned();
        }
        conditions.join(" and ")
    }

    /// Gives a statement the values of these places; they are its last.
    fn bind<'q>(&self, mut statement: Statement<'q>) -> Statement<'q> {
        for unit in self.units.iter().flatten() {
            statement = statement.bind(unit.clone());
        }
        match &self.department {
            Some(department) => statement.bind(department.clone()),
            None => statement,
        }
    }
}

/// A statement whose values are still to come.
type Statement<'q> = Query<'q, Any, AnyArguments>;

/// A statement that says what somebody may see. Safe: all of it is words of the program, and the
/// numbers of places.
fn statement<'q>(sql: String) -> Statement<'q> {
    sqlx::query(AssertSqlSafe(sql))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reach_is_a_condition_with_a_place_for_each_unit() {
        let reach = |units: Option<&[&str]>, department: Option<&str>| Reach {
            units: units.map(|units| units.iter().map(|unit| (*unit).to_owned()).collect()),
            department: department.map(str::to_owned),
            at: 0,
        };
        assert_eq!(reach(None, None).on("l", 2), "1 = 1");
        assert_eq!(reach(None, Some("billing")).on("l", 2), "l.department = $3");
        assert_eq!(reach(Some(&[]), None).on("l", 0), "1 = 0");
        assert_eq!(
            reach(Some(&["hq", "city"]), Some("billing")).on("d", 2),
            "d.unit in ($3, $4) and d.department = $5"
        );
    }
}
