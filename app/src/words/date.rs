//! Instants and days as people say them, in the operator's time zone.

use super::Words;
#[cfg(feature = "ssr")]
use jiff::{Timestamp, tz::TimeZone};

/// An instant as a clock on a wall shows it. The server reads it from the data of time zones; a
/// kiosk asks its browser, which has them already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnTheWall {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The day of the week, Monday being 1.
    pub weekday: u8,
    /// The time of 24 hours, `14:05`.
    pub time: String,
}

#[cfg(feature = "ssr")]
impl OnTheWall {
    /// Reads an instant in a zone. Of an unknown zone, UTC is said.
    fn at(at: i64, zone: &str) -> Option<Self> {
        let instant = Timestamp::from_microsecond(at).ok()?;
        let local = instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
        Some(Self {
            year: local.year().into(),
            month: local.month().unsigned_abs(),
            day: local.day().unsigned_abs(),
            weekday: local.weekday().to_monday_one_offset().unsigned_abs(),
            time: local.strftime("%H:%M").to_string(),
        })
    }
}

impl Words {
    /// An instant: day, weekday and time of day.
    #[cfg(feature = "ssr")]
    pub fn moment(self, at: i64, zone: &str) -> String {
        OnTheWall::at(at, zone).map_or_else(String::new, |local| self.on_the_wall(&local))
    }

    /// What a clock on the wall shows, as people say it.
    pub fn on_the_wall(self, local: &OnTheWall) -> String {
        let named = |names: &[&str], at: u8| {
            let name = names.get(usize::from(at).wrapping_sub(1));
            name.map_or_else(String::new, |id| self.say(id))
        };
        self.fill(
            "date-moment",
            &[
                ("year", &local.year.to_string()),
                ("month", &named(&MONTHS, local.month)),
                ("day", &local.day.to_string()),
                ("weekday", &named(&WEEKDAYS, local.weekday)),
                ("time", &local.time),
            ],
        )
    }
}

const WEEKDAYS: [&str; 7] = [
    "date-monday",
    "date-tuesday",
    "date-wednesday",
    "date-thursday",
    "date-friday",
    "date-saturday",
    "date-sunday",
];

const MONTHS: [&str; 12] = [
    "date-january",
    "date-february",
    "date-march",
    "date-april",
    "date-may",
    "date-june",
    "date-july",
    "date-august",
    "date-september",
    "date-october",
    "date-november",
    "date-december",
];

/// An instant in figures only, for tables: `11-23 14:05`, in another year `2025-11-23 14:05`.
#[cfg(feature = "ssr")]
pub fn figures(at: i64, now: i64, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let local = |at| {
        Timestamp::from_microsecond(at)
            .ok()
            .map(|instant| instant.to_zoned(zone.clone()))
    };
    let (Some(at), Some(now)) = (local(at), local(now)) else {
        return String::new();
    };
    let shape = match at.year() == now.year() {
        true => "%m-%d %H:%M",
        false => "%Y-%m-%d %H:%M",
    };
    at.strftime(shape).to_string()
}

/// An instant as machines read it, for `datetime` attributes.
#[cfg(feature = "ssr")]
pub fn machine(at: i64) -> String {
    Timestamp::from_microsecond(at)
        .map(|instant| instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}

/// The day it is now in a zone, `YYYY-MM-DD`.
#[cfg(feature = "ssr")]
pub fn today(zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::now().to_zoned(zone).date().to_string()
}
