//! Time as a promise knows it: lengths, the calendars they run in, and when something is due.
//! Pure: nothing here reads a clock or a file; the catalogue brings the calendars.
//!
//! In `elapsed` 48 h are 48 hours on any clock, whatever summer time does, and a day is 24 of them.
//! In `working:<name>` hours count only while the calendar works, and a day is a working day:
//! 1. What comes in outside working hours is taken as having come in when they next begin.
//! 2. Each day of the length leads to the next working day at the same time of day.
//! 3. If nobody works at that time there, the time moves on to when work begins again on that
//!    day, or back to when it ends for the day. It never leaves the day.
//! 4. Hours and minutes are worked from there on.

pub mod escalation;
#[cfg(test)]
mod histories;
mod length;
mod partition;
mod stopped;
#[cfg(test)]
mod tests;
mod wall;
mod working;

pub use length::{Length, NotALength};
pub use partition::{Holder, Part, Stretch, partition};
pub use stopped::{Stop, Target, later, left, lost};
pub use working::{NobodyWorks, NotASlot, Slot, WorkingCalendar};

use jiff::{SignedDuration, Timestamp};
use std::{fmt, sync::Arc};

/// The hours that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Calendar {
    /// All there are.
    Elapsed,
    /// Those of a working calendar.
    Working(Arc<WorkingCalendar>),
}

impl fmt::Display for Calendar {
    /// As in files and tables: `elapsed` or `working:<name>`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Elapsed => f.write_str("elapsed"),
            Self::Working(working) => write!(f, "working:{}", working.name()),
        }
    }
}

/// When what was promised at `start` is due.
///
/// It grows with the start, with the days and with the minutes, and in a working calendar it is
/// never outside working hours; the moment they end belongs to them.
pub fn due(start: Timestamp, length: Length, calendar: &Calendar) -> Timestamp {
    match calendar {
        Calendar::Elapsed => wall::later(start, minutes(length.elapsed_minutes())),
        Calendar::Working(working) => {
            let begun = working.days_later(start, length.days());
            working.worked_later(begun, minutes(length.minutes_besides()))
        }
    }
}

/// How much of the time between two moments counts; nothing if they are the wrong way round.
pub fn worked(from: Timestamp, to: Timestamp, calendar: &Calendar) -> SignedDuration {
    match calendar {
        Calendar::Elapsed => to.duration_since(from).max(SignedDuration::ZERO),
        Calendar::Working(working) => working.worked(from, to),
    }
}

fn minutes(number: u32) -> SignedDuration {
    SignedDuration::from_mins(i64::from(number))
}
