//! What standing still does to a target: it is due later, by what would have been worked meanwhile
//! in its own calendar. Pure; what stops which target is decided in `office`.

use super::{Calendar, wall, worked};
use jiff::{SignedDuration, Timestamp};

/// From when until when something stood still.
pub type Stop = (Timestamp, Timestamp);

/// So much work after a moment.
pub fn later(at: Timestamp, by: SignedDuration, calendar: &Calendar) -> Timestamp {
    match calendar {
        Calendar::Elapsed => wall::later(at, by),
        Calendar::Working(working) => working.worked_later(at, by),
    }
}

/// What would have been worked while something stood still, whatever stopped it and however often
/// at a time.
pub fn lost(stops: &[Stop], calendar: &Calendar) -> SignedDuration {
    apart(stops)
        .into_iter()
        .map(|(from, to)| worked(from, to, calendar))
        .fold(SignedDuration::ZERO, |sum, part| sum + part)
}

/// What is left until a target that stood still is due; less than nothing when it is late.
pub fn left(due: Timestamp, now: Timestamp, stops: &[Stop], calendar: &Calendar) -> SignedDuration {
    let due = later(due, lost(stops, calendar), calendar);
    match now <= due {
        true => worked(now, due, calendar),
        false => -worked(due, now, calendar),
    }
}

/// The same stops in order, with those joined that overlap or touch.
fn apart(stops: &[Stop]) -> Vec<Stop> {
    let mut stops: Vec<Stop> = stops
        .iter()
        .copied()
        .filter(|(from, to)| from < to)
        .collect();
    stops.sort_unstable();
    stops.dedup_by(|next, before| {
        let joined = next.0 <= before.1;
        if joined {
            before.1 = before.1.max(next.1);
        }
        joined
    });
    stops
}
