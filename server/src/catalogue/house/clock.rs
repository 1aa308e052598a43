//! What the catalogue says of clocks: why a part can be paused, at which share of a promise who
//! hears of it, and by whose wall clock a unit goes.

use super::{House, Within};
use crate::clock::Calendar;
use app::case::language::Text;
use jiff::tz::TimeZone;
use std::sync::Arc;

/// Why a part can be paused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PauseReason {
    /// Key.
    pub code: String,
    /// What kind of reason it is.
    pub because: Because,
    /// What the customer reads.
    pub told: Text,
    /// What staff choose.
    pub name: Text,
    /// Whether the promise to the customer stands still meanwhile.
    pub stops_promise: bool,
}

/// What kind of reason a pause has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Because {
    /// The customer is away, or does not let us in.
    Access,
    /// Something to mend it with is missing: never the customer's loss.
    Parts,
    /// A day was agreed with the customer.
    Planned,
    /// Weather, power, somebody else's works.
    Outside,
}

impl Because {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Access, Self::Parts, Self::Planned, Self::Outside];

    /// As written in the catalogue.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Parts => "parts",
            Self::Planned => "planned",
            Self::Outside => "outside",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

impl House {
    /// The reason for a pause with this code.
    pub fn pause(&self, code: &str) -> Option<&PauseReason> {
        self.pauses.iter().find(|reason| reason.code == code)
    }

    /// The time zone whose wall clock a unit goes by; the operator's, where it names none.
    pub fn zone_of(&self, unit: &str) -> &str {
        let named = self
            .organisation
            .unit(unit)
            .and_then(|unit| unit.zone.as_deref());
        named.unwrap_or(&self.front.operator.zone)
    }

    /// A calendar as a unit reads it: the hours of its own wall clock.
    pub fn calendar_at(&self, calendar: &Calendar, unit: &str) -> Calendar {
        let unit = self.organisation.unit(unit);
        let zone = unit.and_then(|unit| TimeZone::get(unit.zone.as_deref()?).ok());
        match (calendar, zone) {
            (Calendar::Working(working), Some(zone)) => {
                Calendar::Working(Arc::new(working.in_zone(zone)))
            }
            (calendar, _) => calendar.clone(),
        }
    }

    /// The calendar with this name, as in tables, as a unit reads it. One that the catalogue does
    /// not know any more is every hour there is.
    pub fn calendar(&self, name: &str, unit: &str) -> Calendar {
        let working = name
            .strip_prefix("working:")
            .and_then(|name| self.calendars.get(name));
        match working {
            Some(working) => self.calendar_at(&Calendar::Working(working.clone()), unit),
            None => Calendar::Elapsed,
        }
    }

    /// A length of time as a unit counts it.
    pub fn within_at(&self, within: &Within, unit: &str) -> Within {
        Within {
            length: within.length,
            calendar: self.calendar_at(&within.calendar, unit),
        }
    }
}
