//! Instants and days as people say them, in the operator's time zone.

use super::Words;
use jiff::{Timestamp, civil::Weekday, tz::TimeZone};

impl Words {
    /// An instant: day, weekday and time of day. Of an unknown zone, UTC is said.
    pub fn moment(self, at: i64, zone: &str) -> String {
        let Ok(instant) = Timestamp::from_microsecond(at) else {
            return String::new();
        };
        let local = instant.to_zoned(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
        let weekday = self.say(match local.weekday() {
            Weekday::Monday => "date-monday",
            Weekday::Tuesday => "date-tuesday",
            Weekday::Wednesday => "date-wednesday",
            Weekday::Thursday => "date-thursday",
            Weekday::Friday => "date-friday",
            Weekday::Saturday => "date-saturday",
            Weekday::Sunday => "date-sunday",
        });
        let month = self.say(MONTHS[usize::from(local.month().unsigned_abs()) - 1]);
        self.fill(
            "date-moment",
            &[
                ("year", &local.year().to_string()),
                ("month", &month),
                ("day", &local.day().to_string()),
                ("weekday", &weekday),
                ("time", &local.strftime("%H:%M").to_string()),
            ],
        )
    }
}

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
pub fn machine(at: i64) -> String {
    Timestamp::from_microsecond(at)
        .map(|instant| instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
        .unwrap_or_default()
}

/// The day it is now in a zone, `YYYY-MM-DD`.
pub fn today(zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    Timestamp::now().to_zoned(zone).date().to_string()
}
