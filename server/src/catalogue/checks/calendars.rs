//! `calendars.toml`: hours and days that exist, in order.

use crate::{
    catalogue::{
        checks::codes,
        files::Files,
        finding::Finding,
        shape::{
            Code,
            calendars::{CalendarShape, HolidayShape},
        },
        source::{Read, Source},
    },
    clock::{Calendar, Slot, WorkingCalendar},
};
use jiff::{civil::Date, tz::TimeZone};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};
use toml::{Spanned, value::Datetime};

pub fn check(files: &Files, findings: &mut Vec<Finding>) {
    let Read { source, says: file } = &files.calendars;
    codes::unique(
        source,
        "calendar",
        file.calendars.iter().map(|one| &one.code),
        findings,
    );
    for shape in &file.calendars {
        calendar(source, shape, findings);
    }
}

/// Reads one calendar; what cannot be read is told.
pub fn calendar(
    source: &Source,
    shape: &CalendarShape,
    findings: &mut Vec<Finding>,
) -> Option<WorkingCalendar> {
    let zone = TimeZone::get(shape.zone.get_ref());
    if zone.is_err() {
        let problem = format!("there is no time zone `{}`", shape.zone.get_ref());
        let allowed = "an IANA name such as Asia/Shanghai";
        findings.push(source.finding(&shape.zone.span(), problem, allowed));
    }
    let week = &shape.week;
    let days = [
        &week.monday,
        &week.tuesday,
        &week.wednesday,
        &week.thursday,
        &week.friday,
        &week.saturday,
        &week.sunday,
    ];
    let week = days.map(|hours| slots(source, hours, findings));
    let make_up_hours = slots(source, &shape.make_up_hours, findings);
    let mut holidays = BTreeSet::new();
    let mut make_up = BTreeMap::new();
    for holiday in &shape.holidays {
        holidays.extend(days_off(source, holiday, findings));
        for worked in &holiday.make_up {
            if make_up_hours.is_empty() {
                let problem = "a day is worked to make up, but in no hours";
                let allowed = "make-up-hours in this calendar";
                findings.push(source.finding(&worked.span(), problem, allowed));
            }
            make_up.extend(day(source, worked, findings).map(|day| (day, make_up_hours.clone())));
        }
    }
    let calendar =
        WorkingCalendar::new(shape.code.get_ref(), zone.ok()?, week, holidays, make_up).ok();
    if calendar.is_none() {
        let problem = "nobody works in this calendar";
        findings.push(source.finding(&shape.code.span(), problem, "hours on at least one day"));
    }
    calendar
}

/// The calendar that a rule names: `elapsed` or `working:<code>`.
pub fn named(code: &str, all: &BTreeMap<String, Arc<WorkingCalendar>>) -> Option<Calendar> {
    if code == "elapsed" {
        return Some(Calendar::Elapsed);
    }
    Some(Calendar::Working(
        all.get(code.strip_prefix("working:")?)?.clone(),
    ))
}

fn days_off(source: &Source, holiday: &HolidayShape, findings: &mut Vec<Finding>) -> Vec<Date> {
    let (from, to) = (
        day(source, &holiday.from, findings),
        day(source, &holiday.to, findings),
    );
    let (Some(from), Some(to)) = (from, to) else {
        return Vec::new();
    };
    if to < from {
        let problem = format!("{} ends before it begins", holiday.name);
        findings.push(source.finding(&holiday.to.span(), problem, format!("{from} or later")));
    }
    from.series(jiff::Span::new().days(1))
        .take_while(|day| *day <= to)
        .collect()
}

fn day(source: &Source, written: &Spanned<Datetime>, findings: &mut Vec<Finding>) -> Option<Date> {
    let Datetime {
        date,
        time: None,
        offset: None,
    } = written.get_ref()
    else {
        findings.push(source.finding(
            &written.span(),
            "this is not a day alone",
            "a day such as 2026-10-01",
        ));
        return None;
    };
    let date = (*date)?;
    // TOML has checked that month and day exist.
    Date::new(
        i16::try_from(date.year).ok()?,
        i8::try_from(date.month).ok()?,
        i8::try_from(date.day).ok()?,
    )
    .ok()
}

fn slots(source: &Source, hours: &[Code], findings: &mut Vec<Finding>) -> Vec<Slot> {
    let mut slots = Vec::new();
    for written in hours {
        match written.get_ref().parse::<Slot>() {
            Ok(slot) => slots.push(slot),
            Err(_) => {
                let problem = format!("`{}` are no hours", written.get_ref());
                let allowed = "from and to, such as 08:30-12:00; a day ends at 24:00";
                findings.push(source.finding(&written.span(), problem, allowed));
            }
        }
    }
    slots
}
