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

/// Measures lengths, each once.
#[derive(Debug, Default)]
pub struct Walls {
    known: RefCell<HashMap<(Length, String), OnTheWall>>,
}

impl Walls {
    /// Whether legs, one after another, fit into a promise; if not, what they need and what there is.
    pub fn fits(&self, legs: &[Within], room: &Within) -> Result<(), (String, String)> {
        if legs.iter().all(|leg| leg.calendar == room.calendar) {
            let elapsed = room.calendar == Calendar::Elapsed;
            let parts = |length: Length| match elapsed {
                true => (0, length.elapsed_minutes()),
                false => (length.days(), length.minutes_besides()),
            };
            let need = legs.iter().map(|leg| parts(leg.length));
            let need = need.fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
            let have = parts(room.length);
            if need.0 <= have.0 && need.1 <= have.1 {
                return Ok(());
            }
            // Days and hours of a working calendar cannot be set off: only the wall can tell.
            if need.0 == 0 && have.0 == 0 {
                return Err((told(minutes(need.1)), told(minutes(have.1))));
            }
        }
        let need: SignedDuration = legs.iter().fold(SignedDuration::ZERO, |sum, leg| {
            sum + self.measure(leg).longest
        });
        let have = self.measure(room).shortest;
        if need <= have {
            return Ok(());
        }
        let across = |length| format!("{} on the wall", told(length));
        Err((
            format!("up to {}", across(need)),
            format!("at times only {}", across(have)),
        ))
    }

    /// The longest time on the wall, for comparing ways through a plan.
    pub fn longest(&self, within: &Within) -> SignedDuration {
        self.measure(within).longest
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

fn told(length: SignedDuration) -> String {
    let minutes = length.as_mins();
    match (minutes / 60, minutes % 60) {
        (hours, 0) => format!("{hours}h"),
        (0, minutes) => format!("{minutes}m"),
        (hours, minutes) => format!("{hours}h{minutes}m"),
    }
}
