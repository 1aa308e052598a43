//! When a customer may be disturbed: the operator's night, and the operator's day, by the clock on
//! the wall. Pure.

use crate::catalogue::house::{House, Quiet};
use jiff::{Timestamp, ToSpan, Zoned, tz::TimeZone};

/// The operator's day at an instant, `YYYY-MM-DD`.
pub fn day(house: &House, now: i64) -> String {
    on_the_wall(house, now).date().to_string()
}

/// When the night that it is at an instant ends; nothing when it is day.
pub fn night_until(house: &House, now: i64) -> Option<i64> {
    let quiet = house.notices.quiet?;
    let local = on_the_wall(house, now);
    within(quiet, &local).then(|| next(&local, quiet))
}

/// When the next day has come, and its morning.
pub fn tomorrow(house: &House, now: i64) -> i64 {
    let local = on_the_wall(house, now);
    let date = local.date().tomorrow().unwrap_or(local.date());
    let morning = date.to_zoned(local.time_zone().clone()).unwrap_or(local);
    match house.notices.quiet {
        Some(quiet) if within(quiet, &morning) => next(&morning, quiet),
        _ => morning.timestamp().as_microsecond(),
    }
}

/// A night that goes past midnight ends before it begins.
fn within(quiet: Quiet, local: &Zoned) -> bool {
    let time = local.time();
    match quiet.from <= quiet.to {
        true => quiet.from <= time && time < quiet.to,
        false => quiet.from <= time || time < quiet.to,
    }
}

/// The next time it is the end of the night.
fn next(local: &Zoned, quiet: Quiet) -> i64 {
    let today = local.date();
    let date = match local.time() < quiet.to {
        true => today,
        false => today.checked_add(1.day()).unwrap_or(today),
    };
    // An hour that the clocks leave out is the one after.
    let end = date
        .to_datetime(quiet.to)
        .to_zoned(local.time_zone().clone());
    let end = end.map_or_else(|_| local.timestamp(), |end| end.timestamp());
    end.as_microsecond()
}

fn on_the_wall(house: &House, now: i64) -> Zoned {
    let zone = TimeZone::get(&house.front.operator.zone).unwrap_or(TimeZone::UTC);
    let now = Timestamp::from_microsecond(now).unwrap_or(Timestamp::UNIX_EPOCH);
    now.to_zoned(zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::load;

    fn at(text: &str) -> i64 {
        text.parse::<Zoned>().unwrap().timestamp().as_microsecond()
    }

    /// With the demo operator's night: 21:00 to 08:00, in Shanghai.
    fn until(text: &str) -> Option<i64> {
        night_until(&load(None).unwrap(), at(text))
    }

    #[test]
    fn the_night_goes_past_midnight_and_ends_in_the_morning() {
        let morning = Some(at("2026-11-24T08:00[Asia/Shanghai]"));
        assert_eq!(until("2026-11-23T20:59[Asia/Shanghai]"), None);
        assert_eq!(until("2026-11-23T21:00[Asia/Shanghai]"), morning);
        assert_eq!(until("2026-11-24T02:30[Asia/Shanghai]"), morning);
        assert_eq!(until("2026-11-24T08:00[Asia/Shanghai]"), None);
        // It is the operator's night, wherever the server stands.
        assert_eq!(until("2026-11-23T14:00[UTC]"), morning);
    }

    #[test]
    fn a_night_in_which_the_clocks_change_still_ends_at_its_hour() {
        let mut house = load(None).unwrap();
        let mut front = (*house.front).clone();
        front.operator.zone = "Europe/Berlin".into();
        house.front = std::sync::Arc::new(front);
        for (night, morning) in [
            (
                "2026-03-28T23:00[Europe/Berlin]",
                "2026-03-29T08:00[Europe/Berlin]",
            ),
            (
                "2026-10-24T23:00[Europe/Berlin]",
                "2026-10-25T08:00[Europe/Berlin]",
            ),
        ] {
            assert_eq!(night_until(&house, at(night)), Some(at(morning)));
        }
    }

    #[test]
    fn the_next_day_begins_when_its_night_is_over() {
        let house = load(None).unwrap();
        let morning = at("2026-11-24T08:00[Asia/Shanghai]");
        assert_eq!(
            tomorrow(&house, at("2026-11-23T10:00[Asia/Shanghai]")),
            morning
        );
        assert_eq!(day(&house, at("2026-11-23T23:30[UTC]")), "2026-11-24");
    }
}
