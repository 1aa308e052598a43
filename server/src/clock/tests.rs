//! What must hold of every calendar, and the days that are known to go wrong.

use super::*;
use jiff::{civil::date, tz::TimeZone};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const NINE_TO_SIX: [&str; 2] = ["09:00-12:00", "13:30-18:00"];

fn slots(texts: &[&str]) -> Vec<Slot> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

/// Monday to Friday alike, two holidays in May 2026, and the Saturday that makes up for one.
pub(super) fn weekdays(zone: &str, hours: &[&str]) -> Calendar {
    let day = || slots(hours);
    let week = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
    let holidays = BTreeSet::from([date(2026, 5, 4), date(2026, 5, 5)]);
    let make_up = BTreeMap::from([(date(2026, 5, 9), slots(&["10:00-16:00"]))]);
    let zone = TimeZone::get(zone).unwrap();
    let working = WorkingCalendar::new("office", zone, week, holidays, make_up).unwrap();
    Calendar::Working(Arc::new(working))
}

fn round_the_clock(zone: &str) -> Calendar {
    let week = std::array::from_fn(|_| slots(&["00:00-24:00"]));
    let zone = TimeZone::get(zone).unwrap();
    let working =
        WorkingCalendar::new("always", zone, week, BTreeSet::new(), BTreeMap::new()).unwrap();
    Calendar::Working(Arc::new(working))
}

pub(super) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Due, as the clock on a wall in Shanghai shows it.
fn in_shanghai(start: &str, length: &str) -> String {
    let calendar = weekdays("Asia/Shanghai", &NINE_TO_SIX);
    let zone = TimeZone::get("Asia/Shanghai").unwrap();
    let start = zone.to_timestamp(start.parse().unwrap()).unwrap();
    let due = due(start, length.parse().unwrap(), &calendar);
    zone.to_datetime(due).strftime("%m-%d %H:%M").to_string()
}

#[test]
fn elapsed_hours_are_wall_time_across_summer_time() {
    // Clocks in New York went forward on 8 March 2026 at 02:00.
    let start = at("2026-03-07T12:00:00-05:00");
    assert_eq!(
        due(start, "48h".parse().unwrap(), &Calendar::Elapsed),
        at("2026-03-09T13:00:00-04:00")
    );
    assert_eq!(
        due(start, "2d".parse().unwrap(), &Calendar::Elapsed),
        at("2026-03-09T13:00:00-04:00")
    );
}

#[test]
fn working_hours_skip_lunch_nights_and_weekends() {
    assert_eq!(in_shanghai("2026-03-05T11:00", "2h"), "03-05 14:30");
    assert_eq!(in_shanghai("2026-03-06T17:00", "2h"), "03-09 10:00");
    assert_eq!(in_shanghai("2026-03-07T11:00", "1h"), "03-09 10:00");
    assert_eq!(in_shanghai("2026-03-05T09:00", "7h30m"), "03-05 18:00");
}

#[test]
fn a_day_is_the_next_working_day_at_the_same_time() {
    assert_eq!(in_shanghai("2026-03-05T11:00", "1d"), "03-06 11:00");
    assert_eq!(in_shanghai("2026-03-06T11:00", "1d"), "03-09 11:00");
    assert_eq!(in_shanghai("2026-03-06T11:00", "5d"), "03-13 11:00");
    assert_eq!(in_shanghai("2026-03-05T11:00", "1d2h"), "03-06 14:30");
}

#[test]
fn what_comes_in_after_hours_counts_from_the_next_opening() {
    assert_eq!(in_shanghai("2026-03-06T18:00", "1d"), "03-09 18:00");
    assert_eq!(in_shanghai("2026-03-06T18:01", "1d"), "03-10 09:00");
    assert_eq!(in_shanghai("2026-03-07T15:00", "1d"), "03-10 09:00");
    assert_eq!(in_shanghai("2026-03-05T12:30", "1d"), "03-06 13:30");
}

#[test]
fn holidays_are_not_worked_and_make_up_days_are_at_their_own_hours() {
    // 4 and 5 May 2026 are holidays, Saturday the 9th is worked from ten to four.
    assert_eq!(in_shanghai("2026-05-01T11:00", "1d"), "05-06 11:00");
    assert_eq!(in_shanghai("2026-05-08T17:00", "1d"), "05-09 16:00");
    assert_eq!(in_shanghai("2026-05-08T09:30", "1d"), "05-09 10:00");
    assert_eq!(in_shanghai("2026-05-08T17:30", "1h"), "05-09 10:30");
}

#[test]
fn a_day_on_which_the_clock_jumps_has_an_hour_less_or_more_to_work() {
    let always = round_the_clock("Europe/Berlin");
    let (from, to) = (
        at("2026-03-29T00:00:00+01:00"),
        at("2026-03-30T00:00:00+02:00"),
    );
    assert_eq!(worked(from, to, &always), SignedDuration::from_hours(23));
    let (from, to) = (
        at("2026-10-25T00:00:00+02:00"),
        at("2026-10-26T00:00:00+01:00"),
    );
    assert_eq!(worked(from, to, &always), SignedDuration::from_hours(25));
    assert_eq!(worked(to, from, &always), SignedDuration::ZERO);
}

#[test]
fn hours_that_overlap_are_worked_once() {
    let day = || slots(&["13:00-18:00", "09:00-12:00", "11:00-13:00"]);
    let week = std::array::from_fn(|_| day());
    let calendar =
        WorkingCalendar::new("x", TimeZone::UTC, week, BTreeSet::new(), BTreeMap::new()).unwrap();
    assert_eq!(
        calendar.worked_on(date(2026, 3, 5)),
        slots(&["09:00-18:00"])
    );
}

#[test]
fn a_calendar_without_hours_is_refused() {
    let week = std::array::from_fn(|_| Vec::new());
    let none = WorkingCalendar::new("x", TimeZone::UTC, week, BTreeSet::new(), BTreeMap::new());
    assert_eq!(none, Err(NobodyWorks));
}

#[test]
fn hours_that_end_before_they_begin_are_refused() {
    for text in [
        "12:00-09:00",
        "09:00-09:00",
        "22:00-24:01",
        "9-12",
        "09:00",
        "09:60-12:00",
        "+9:00-12:00",
    ] {
        assert_eq!(text.parse::<Slot>(), Err(NotASlot), "{text}");
    }
}

/// Zones with summer time of an hour and of half an hour, with jumps at midnight, a skipped day
/// (Apia, 30 December 2011), and without any.
pub(super) fn calendars() -> impl Strategy<Value = Calendar> {
    let zone = prop::sample::select(vec![
        "Asia/Shanghai",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "America/Sao_Paulo",
        "Pacific/Apia",
    ]);
    let hours = prop::sample::select(vec![
        &NINE_TO_SIX[..],
        &["00:00-02:30", "02:45-06:00", "22:00-24:00"],
        &["01:15-01:45", "23:30-24:00"],
        &["00:00-24:00"],
    ]);
    (zone, hours, any::<bool>()).prop_map(|(zone, hours, always)| {
        if always {
            round_the_clock(zone)
        } else {
            weekdays(zone, hours)
        }
    })
}

/// Some moment between 2009 and 2027, often close to where a clock jumps.
pub(super) fn moments() -> impl Strategy<Value = Timestamp> {
    let any_second = 1_230_768_000..1_800_000_000_i64;
    let jumps = prop::sample::select(vec![
        1_325_239_200_i64, // Apia skips 30 December 2011
        1_541_300_400,     // São Paulo, midnight, 4 November 2018
        1_550_368_800,     // São Paulo, back at midnight, 17 February 2019
        1_772_953_200,     // New York, 8 March 2026
        1_793_512_800,     // New York, 1 November 2026
        1_774_746_000,     // Berlin, 29 March 2026
        1_792_890_000,     // Berlin, 25 October 2026
        1_709_164_800,     // 29 February 2024
    ]);
    let close = (jumps, -200_000..200_000_i64).prop_map(|(jump, off)| jump + off);
    prop_oneof![any_second, close].prop_map(|second| Timestamp::from_second(second).unwrap())
}

pub(super) fn lengths() -> impl Strategy<Value = Length> {
    (0..20_u32, 0..6000_u32).prop_filter_map("not nothing", |(d, m)| Length::new(d, m).ok())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn due_grows_with_the_start(
        calendar in calendars(), start in moments(), later in 0..300_000_i64, length in lengths(),
    ) {
        let next = start + SignedDuration::from_secs(later);
        prop_assert!(due(start, length, &calendar) <= due(next, length, &calendar));
    }

    #[test]
    fn due_grows_with_the_length(
        calendar in calendars(), start in moments(), length in lengths(), more in (0..3_u32, 0..900_u32),
    ) {
        let longer = Length::new(length.days() + more.0, length.minutes_besides() + more.1).unwrap();
        prop_assert!(due(start, length, &calendar) <= due(start, longer, &calendar));
    }

    #[test]
    fn hours_that_were_promised_are_hours_that_are_worked(
        calendar in calendars(), start in moments(), minutes in 1..10_000_u32,
    ) {
        let due = due(start, Length::new(0, minutes).unwrap(), &calendar);
        prop_assert_eq!(worked(start, due, &calendar), super::minutes(minutes));
    }

    #[test]
    fn due_is_never_outside_working_hours(
        calendar in calendars(), start in moments(), length in lengths(),
    ) {
        let due = due(start, length, &calendar);
        let around = SignedDuration::from_secs(1);
        prop_assert!(due > start);
        prop_assert!(worked(due - around, due + around, &calendar) > SignedDuration::ZERO);
    }

    #[test]
    fn work_of_two_parts_is_the_work_of_the_whole(
        calendar in calendars(), start in moments(), first in 0..500_000_i64, second in 0..500_000_i64,
    ) {
        let middle = start + SignedDuration::from_secs(first);
        let end = middle + SignedDuration::from_secs(second);
        let parts = worked(start, middle, &calendar) + worked(middle, end, &calendar);
        prop_assert_eq!(parts, worked(start, end, &calendar));
    }

    #[test]
    fn elapsed_is_wall_time(start in moments(), length in lengths()) {
        let due = due(start, length, &Calendar::Elapsed);
        prop_assert_eq!(worked(start, due, &Calendar::Elapsed), super::minutes(length.elapsed_minutes()));
    }
}
