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

/// A target that runs: when it began, when it is due with what was reckoned in so far, and all that
/// stood still since it began.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// When it began.
    pub begun: Timestamp,
    /// When it is due.
    pub due: Timestamp,
    /// Until when standing still is reckoned in.
    pub reckoned: Timestamp,
    /// What stood still, or does.
    pub stops: &'a [Stop],
    /// In which calendar it runs.
    pub calendar: &'a Calendar,
}

impl Target<'_> {
    /// How much of its time is gone at a moment, in hundredths, downwards. What stood still is
    /// neither gone nor had. More than a hundred is late.
    pub fn used(&self, now: Timestamp) -> u32 {
        let since = |moment: Timestamp| -> Vec<Stop> {
            let stops = self.stops.iter();
            stops
                .map(|(from, to)| ((*from).max(moment), (*to).min(now)))
                .collect()
        };
        let stood_still = lost(&since(self.begun), self.calendar);
        let gone = worked(self.begun, now, self.calendar) - stood_still;
        let left = left(self.due, now, &since(self.reckoned), self.calendar);
        let (gone, whole) = (gone.as_secs().max(0), (gone + left).as_secs());
        match whole {
            // A target without any time of its own is due as it begins.
            ..=0 => 100,
            whole => u32::try_from(gone.saturating_mul(100) / whole).unwrap_or(u32::MAX),
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(hour * HOUR).unwrap()
    }

    /// A target of ten hours that began at once, with what stood still.
    fn used(stops: &[(i64, i64)], reckoned: i64, due: i64, now: i64) -> u32 {
        let stops: Vec<Stop> = { stops.iter() }
            .map(|(from, to)| (at(*from), at(*to)))
            .collect();
        let target = Target {
            begun: at(0),
            due: at(due),
            reckoned: at(reckoned),
            stops: &stops,
            calendar: &Calendar::Elapsed,
        };
        target.used(at(now))
    }

    #[test]
    fn what_is_used_of_a_target_is_never_said_to_be_more_than_it_is() {
        assert_eq!(used(&[], 0, 10, 0), 0);
        assert_eq!(used(&[], 0, 10, 4), 40);
        assert_eq!(used(&[], 0, 10, 10), 100);
        assert_eq!(used(&[], 0, 10, 25), 250);
        assert_eq!(used(&[], 0, 3, 1), 33);
    }

    #[test]
    fn what_stood_still_is_neither_gone_nor_had_whether_it_was_reckoned_in_or_not() {
        // Stands still since the fourth hour: not reckoned in yet.
        assert_eq!(used(&[(4, 9)], 0, 10, 5), 40);
        assert_eq!(used(&[(4, 9)], 0, 10, 9), 40);
        // It is over, and the target was moved by it.
        assert_eq!(used(&[(4, 9)], 9, 15, 9), 40);
        assert_eq!(used(&[(4, 9)], 9, 15, 11), 60);
        // A second stop behind it.
        assert_eq!(used(&[(4, 9), (11, 20)], 9, 15, 18), 60);
        // Two at a time are one.
        assert_eq!(used(&[(4, 9), (5, 8)], 0, 10, 9), 40);
    }

    #[test]
    fn a_target_without_time_is_due_as_it_begins() {
        assert_eq!(used(&[], 0, 0, 0), 100);
    }
}
