//! Whether somebody is missed: a kiosk need not be heard while its shop is closed. Pure.

use super::heartbeat::SILENT;
use crate::clock::{Calendar, worked};
use app::desk::kiosks::KioskState;
use jiff::{SignedDuration, Timestamp};

/// How a kiosk is that is one, by when it was last heard. By the time that has passed, not by an
/// alert: a page must not wait for the sweep.
pub(super) fn state(open: &Calendar, seen_at: Option<i64>, now: i64) -> KioskState {
    match seen_at {
        None => KioskState::Awaited,
        Some(seen_at) if now - seen_at < SILENT => KioskState::Awake,
        Some(seen_at) if is_missed(open, seen_at, now) => KioskState::Silent,
        Some(_) => KioskState::Resting,
    }
}

/// Whether it was not heard for too long of the time in which its shop was open.
pub(super) fn is_missed(open: &Calendar, seen_at: i64, now: i64) -> bool {
    let missed = worked(instant(seen_at), instant(now), open);
    missed >= SignedDuration::from_micros(SILENT)
}

fn instant(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::{Slot, WorkingCalendar};
    use jiff::tz::TimeZone;
    use proptest::prelude::*;
    use std::{
        collections::{BTreeMap, BTreeSet},
        sync::Arc,
    };

    const MINUTE: i64 = 60_000_000;

    /// Daily from nine to eight, but for the Sunday.
    fn shop() -> Calendar {
        let day: Vec<Slot> = vec!["09:00-20:00".parse().unwrap()];
        let mut week = [const { Vec::new() }; 7];
        week[..6].fill(day);
        let zone = TimeZone::get("Asia/Shanghai").unwrap();
        let none = (BTreeSet::new(), BTreeMap::new());
        let calendar = WorkingCalendar::new("shop", zone, week, none.0, none.1);
        Calendar::Working(Arc::new(calendar.unwrap()))
    }

    /// A time of November 2026 in the shop.
    fn at(day: i8, hour: i8, minute: i8) -> i64 {
        let wall = jiff::civil::date(2026, 11, day).at(hour, minute, 0, 0);
        let there = wall.in_tz("Asia/Shanghai").unwrap();
        there.timestamp().as_microsecond()
    }

    #[test]
    fn a_shop_that_closes_misses_nobody_until_it_has_been_open_again() {
        let closing = Some(at(23, 19, 59));
        for (now, state_then) in [
            (at(23, 20, 0), KioskState::Awake),
            (at(23, 20, 30), KioskState::Resting),
            (at(24, 3, 0), KioskState::Resting),
            (at(24, 9, 0), KioskState::Resting),
            // A minute was missed in the evening, and half a one is by now.
            (at(24, 9, 1), KioskState::Silent),
        ] {
            assert_eq!(state(&shop(), closing, now), state_then, "{now}");
        }
    }

    #[test]
    fn what_falls_silent_in_the_day_is_missed_at_once_and_stays_missed_at_night() {
        let noon = Some(at(23, 12, 0));
        assert_eq!(state(&shop(), noon, at(23, 12, 1)), KioskState::Awake);
        assert_eq!(state(&shop(), noon, at(23, 12, 2)), KioskState::Silent);
        assert_eq!(state(&shop(), noon, at(23, 23, 0)), KioskState::Silent);
    }

    #[test]
    fn a_day_off_is_no_silence_and_a_shop_without_hours_never_rests() {
        // The 28th is a Saturday.
        let evening = Some(at(28, 19, 59));
        let sunday = at(29, 15, 0);
        assert_eq!(state(&shop(), evening, sunday), KioskState::Resting);
        let always = Calendar::Elapsed;
        assert_eq!(state(&always, evening, sunday), KioskState::Silent);
    }

    proptest! {
        #[test]
        fn once_missed_it_is_missed_until_it_is_heard(seen in 0..20_000_i64, later in 0..3_000_i64, more in 0..3_000_i64) {
            let begin = at(20, 0, 0);
            let (seen, then) = (begin + seen * MINUTE, begin + (seen + later) * MINUTE);
            if is_missed(&shop(), seen, then) {
                prop_assert!(is_missed(&shop(), seen, then + more * MINUTE));
            }
        }
    }
}
