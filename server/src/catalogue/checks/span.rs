//! Whether one length of time fits into another. In one calendar they are compared as they are.
//! Across calendars the comparison is conservative: the room is taken at its shortest (it begins
//! as an office opens), what must fit into it at its longest (it begins just after the office
//! closed before the longest holiday). What passes is kept whenever a case comes in.

use crate::{
    catalogue::house::Within,
    clock::{Calendar, Length, WorkingCalendar, due},
};
use jiff::{SignedDuration, Span, Timestamp, civil::Date};
use std::{cell::RefCell, collections::HashMap};

/// What a length can take on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OnTheWall {
    /// In the best case.
    pub shortest: SignedDuration,
    /// In the worst case.
    pub longest: SignedDuration,
}

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooShort {
    /// What is needed.
    pub need: SignedDuration,
    /// What there is.
    pub have: SignedDuration,
    /// Worst against best on the wall, because the calendars differ.
    pub across: bool,
}

impl TooShort {
    fn unless(need: SignedDuration, have: SignedDuration, across: bool) -> Result<(), Self> {
        if need <= have {
            Ok(())
        } else {
            Err(Self { need, have, across })
        }
    }
}

/// Measures lengths, each once.
#[derive(Debug, Default)]
pub struct Walls {
    known: RefCell<HashMap<(Length, String), OnTheWall>>,
}

impl Walls {
    /// Whether lengths, one after another, fit into a room.
    pub fn fits(&self, parts: &[Within], room: &Within) -> Result<(), TooShort> {
        if let (true, Some(have)) = (alike(parts.iter().chain([room])), plain(room)) {
            let need = parts
                .iter()
                .filter_map(plain)
                .fold(SignedDuration::ZERO, |sum, part| sum + part);
            return TooShort::unless(need, have, false);
        }
        let longest = parts.iter().map(|part| self.measure(part).longest);
        let need = longest.fold(SignedDuration::ZERO, |sum, part| sum + part);
        TooShort::unless(need, self.measure(room).shortest, true)
    }

    /// How long each of several lengths takes in the worst case, in one measure for all of them.
    pub fn longest(&self, all: &[Within]) -> Vec<SignedDuration> {
        let comparable = alike(all.iter());
        let longest = |one: &Within| match plain(one) {
            Some(length) if comparable => length,
            _ => self.measure(one).longest,
        };
        all.iter().map(longest).collect()
    }

    fn measure(&self, within: &Within) -> OnTheWall {
        let Calendar::Working(calendar) = &within.calendar else {
            let length = minutes(within.length.elapsed_minutes());
            return OnTheWall {
                shortest: length,
                longest: length,
            };
        };
        let key = (within.length, calendar.name().to_owned());
        *self.known.borrow_mut().entry(key).or_insert_with(|| {
            over_the_years(calendar, |start| {
                due(start, within.length, &within.calendar)
            })
        })
    }
}

/// Whether lengths can be set off against each other as they are written: in one calendar, and
/// not days of it against hours, as a working day is no fixed number of hours.
fn alike<'a>(all: impl Iterator<Item = &'a Within> + Clone) -> bool {
    let mut others = all.clone();
    let Some(first) = others.next() else {
        return true;
    };
    if others.any(|other| other.calendar != first.calendar) {
        return false;
    }
    let mut lengths = all.map(|one| one.length);
    first.calendar == Calendar::Elapsed
        || lengths.clone().all(|length| length.days() == 0)
        || lengths.all(|length| length.minutes_besides() == 0)
}

/// A length as it is written; a mix of working days and hours is none.
fn plain(within: &Within) -> Option<SignedDuration> {
    let length = within.length;
    let mixed = length.days() > 0 && length.minutes_besides() > 0;
    let plain = within.calendar == Calendar::Elapsed || !mixed;
    plain.then(|| minutes(length.elapsed_minutes()))
}

/// The extremes are at the edges of working hours: as they begin, as they end, and just after.
fn over_the_years(calendar: &WorkingCalendar, due: impl Fn(Timestamp) -> Timestamp) -> OnTheWall {
    let mut walls = OnTheWall {
        shortest: SignedDuration::MAX,
        longest: SignedDuration::ZERO,
    };
    for day in days(calendar) {
        for slot in calendar.worked_on(day) {
            for minute in [slot.from(), slot.to(), slot.to() + 1] {
                let shown = day
                    .at(0, 0, 0, 0)
                    .saturating_add(Span::new().minutes(minute));
                let Ok(start) = calendar.zone().to_timestamp(shown) else {
                    continue;
                };
                let takes = due(start).duration_since(start);
                walls.shortest = walls.shortest.min(takes);
                walls.longest = walls.longest.max(takes);
            }
        }
    }
    walls
}

/// Every day of the years whose holidays are known; of one year, where none are.
fn days(calendar: &WorkingCalendar) -> impl Iterator<Item = Date> {
    let known = calendar.holidays().iter().chain(calendar.make_up().keys());
    let years = known.map(|day| day.year());
    let (first, last) = (
        years.clone().min().unwrap_or(2026),
        years.max().unwrap_or(2026),
    );
    let first = jiff::civil::date(first, 1, 1);
    first
        .series(Span::new().days(1))
        .take_while(move |day| day.year() <= last)
}

fn minutes(number: u32) -> SignedDuration {
    SignedDuration::from_mins(i64::from(number))
}

/// A time on the wall as a finding tells it.
pub fn told(length: SignedDuration) -> String {
    let minutes = length.as_mins();
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours}h"),
        (0, minutes) => format!("{minutes}m"),
        (hours, minutes) => format!("{hours}h{minutes}m"),
    }
}
