//! How often something may be tried: sign-ins, look-ups. Pure counting; the counts themselves lie
//! in the store, so that they survive a restart.
//!
//! Counts are kept per window of fixed beginnings. The window before weighs in by the share of it
//! that a window ending now would still cover, so that nobody gets twice as much by waiting for
//! the border. Refused attempts are not counted: whoever keeps trying locks nobody out for longer.

use jiff::{SignedDuration, Timestamp};

/// So many times within a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    most: u32,
    window: u32,
}

/// Where to find the counts of an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// When the window before began.
    pub before: Timestamp,
    /// When the window of the attempt began: the one to count it in.
    pub current: Timestamp,
}

/// May it be tried?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Yes: count it in the current window.
    Allowed,
    /// No, and not before this much time has passed.
    Refused {
        /// In whole seconds, rounded up, as `Retry-After` has it.
        retry_after: SignedDuration,
    },
}

impl Limit {
    /// At most `most` times within `window` seconds. Neither may be nothing: what is never allowed
    /// needs no counting, and is taken as once within a second.
    pub const fn new(most: u32, window: u32) -> Self {
        Self {
            most: if most == 0 { 1 } else { most },
            window: if window == 0 { 1 } else { window },
        }
    }

    /// The windows whose counts decide an attempt.
    pub fn windows(self, now: Timestamp) -> Windows {
        let window = i64::from(self.window);
        let current = now.as_second().div_euclid(window) * window;
        let at = |second: i64| Timestamp::from_second(second).unwrap_or(Timestamp::MIN);
        Windows {
            before: at(current - window),
            current: at(current),
        }
    }

    /// Decides an attempt by the counts of its windows.
    pub fn decide(self, now: Timestamp, before: u32, current: u32) -> Verdict {
        let passed = now.duration_since(self.windows(now).current).as_nanos();
        let window = i128::from(self.window) * SECOND;
        let (most, before, current) = (
            i128::from(self.most),
            i128::from(before),
            i128::from(current),
        );
        // Fewer than `most` fit, as long as before·(window − passed) + current·window < most·window.
        let wait = if current < most {
            beyond(window, before, most - current) - passed
        } else {
            // Not in this window any more; in the next one this window is the one before.
            window - passed + beyond(window, current, most)
        };
        if wait <= 0 {
            return Verdict::Allowed;
        }
        let seconds = wait.div_euclid(SECOND) + i128::from(wait % SECOND > 0);
        Verdict::Refused {
            retry_after: SignedDuration::from_secs(i64::try_from(seconds).unwrap_or(i64::MAX)),
        }
    }
}

const SECOND: i128 = 1_000_000_000;

/// The first moment of a window at which fewer than `room` of the `count` of the window before
/// still weigh: count·(window − moment) < room·window.
fn beyond(window: i128, count: i128, room: i128) -> i128 {
    if count < room {
        return 0;
    }
    (count - room) * window / count + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    const FIVE_A_MINUTE: Limit = Limit::new(5, 60);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn refused(seconds: i64) -> Verdict {
        Verdict::Refused {
            retry_after: SignedDuration::from_secs(seconds),
        }
    }

    #[test]
    fn windows_begin_at_fixed_moments() {
        let windows = FIVE_A_MINUTE.windows(at(125));
        assert_eq!((windows.before, windows.current), (at(60), at(120)));
    }

    #[test]
    fn so_many_are_allowed_and_the_next_is_told_when_to_come_back() {
        assert_eq!(FIVE_A_MINUTE.decide(at(120), 0, 4), Verdict::Allowed);
        // A whole window of five must fall to less than five: one second into the next minute.
        assert_eq!(FIVE_A_MINUTE.decide(at(120), 0, 5), refused(61));
        assert_eq!(FIVE_A_MINUTE.decide(at(179), 0, 5), refused(2));
    }

    #[test]
    fn the_border_of_two_windows_gives_nothing_extra() {
        assert_eq!(FIVE_A_MINUTE.decide(at(120), 5, 0), refused(1));
        assert_eq!(FIVE_A_MINUTE.decide(at(121), 5, 0), Verdict::Allowed);
        assert_eq!(FIVE_A_MINUTE.decide(at(121), 5, 1), refused(12));
    }

    /// Tries at these seconds and returns which were allowed.
    fn run(limit: Limit, tries: &[i64]) -> Vec<i64> {
        let mut counts: BTreeMap<Timestamp, u32> = BTreeMap::new();
        let mut allowed = Vec::new();
        for second in tries {
            let Windows { before, current } = limit.windows(at(*second));
            let count = |window| counts.get(&window).copied().unwrap_or(0);
            if limit.decide(at(*second), count(before), count(current)) == Verdict::Allowed {
                *counts.entry(current).or_default() += 1;
                allowed.push(*second);
            }
        }
        allowed
    }

    proptest! {
        #[test]
        fn no_window_holds_more_than_the_limit(
            most in 1..10_u32, window in 1..100_u32, mut tries in prop::collection::vec(0..500_i64, 0..200),
        ) {
            tries.sort_unstable();
            let limit = Limit::new(most, window);
            let mut held: BTreeMap<Timestamp, u32> = BTreeMap::new();
            for second in run(limit, &tries) {
                *held.entry(limit.windows(at(second)).current).or_default() += 1;
            }
            prop_assert!(held.values().all(|count| *count <= most));
        }

        #[test]
        fn whoever_comes_back_when_told_is_let_in(
            most in 1..50_u32, window in 1..10_000_u32, now in 0..1_000_000_i64,
            before in 0..60_u32, current in 0..60_u32,
        ) {
            let (limit, now) = (Limit::new(most, window), at(now));
            let (before, current) = (before.min(most), current.min(most));
            let Verdict::Refused { retry_after } = limit.decide(now, before, current) else { return Ok(()) };
            let later = now + retry_after;
            let was = limit.windows(now).current;
            let is = limit.windows(later);
            let (before, current) = match () {
                () if is.current == was => (before, current),
                () if is.before == was => (current, 0),
                () => (0, 0),
            };
            prop_assert_eq!(limit.decide(later, before, current), Verdict::Allowed);
            prop_assert!(retry_after <= SignedDuration::from_secs(2 * i64::from(window) + 1));
        }

        #[test]
        fn the_first_is_always_allowed(most in 1..50_u32, window in 1..10_000_u32, now in 0..1_000_000_i64) {
            prop_assert_eq!(Limit::new(most, window).decide(at(now), 0, 0), Verdict::Allowed);
        }
    }
}
