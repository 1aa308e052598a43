//! `calendars.toml`: when the back office works. `elapsed` is no calendar of this file: it is
//! every hour there is.

use crate::catalogue::shape::Code;
use serde::Deserialize;
use toml::{Spanned, value::Datetime};

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarsFile {
    pub calendars: Vec<CalendarShape>,
}

/// `[[calendars]]`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CalendarShape {
    pub code: Code,
    pub zone: Code,
    pub week: WeekShape,
    /// The hours of a day that is worked to make up for a holiday.
    #[serde(default)]
    pub make_up_hours: Vec<Code>,
    #[serde(default)]
    pub holidays: Vec<HolidayShape>,
}

/// `[calendars.week]`: hours as `"08:30-12:00"`; a day left out is not worked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WeekShape {
    #[serde(default)]
    pub monday: Vec<Code>,
    #[serde(default)]
    pub tuesday: Vec<Code>,
    #[serde(default)]
    pub wednesday: Vec<Code>,
    #[serde(default)]
    pub thursday: Vec<Code>,
    #[serde(default)]
    pub friday: Vec<Code>,
    #[serde(default)]
    pub saturday: Vec<Code>,
    #[serde(default)]
    pub sunday: Vec<Code>,
}

/// `[[calendars.holidays]]`: from and to inclusive, and the days worked to make up for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct HolidayShape {
    pub name: String,
    pub from: Spanned<Datetime>,
    pub to: Spanned<Datetime>,
    #[serde(default)]
    pub make_up: Vec<Spanned<Datetime>>,
}
