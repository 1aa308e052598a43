//! When somebody has to hear of a promise: at shares of its time, counted in its own calendar, while
//! it does not stand still. Pure; who sits where is decided in `office`.

use super::{Calendar, Stop, later, lost, worked};
use jiff::{SignedDuration, Timestamp};

/// The steps of a house, in per cent of a promise's time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// The owner is warned.
    pub owner: u32,
    /// The unit's coordinator hears of it.
    pub coordinator: u32,
    /// The unit's manager does.
    pub manager: u32,
    /// The manager of the unit above does.
    pub next_level: u32,
    /// And of the one above that, for each further so many.
    pub further: u32,
}

/// Who hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// Who answers for the case.
    Owner,
    /// Who keeps the departments of the unit together.
    Coordinator,
    /// Who answers for the unit so many levels above the case's own.
    Manager(u32),
}

/// A promise on its way.
#[derive(Clone, Debug)]
pub struct Running<'a> {
    /// When it was given.
    pub given: Timestamp,
    /// Until when it was to hold when it was given; that it stood still moves it later.
    pub due: Timestamp,
    /// What it is reckoned in.
    pub calendar: &'a Calendar,
    /// When it stood still; what still does ends now.
    pub stops: &'a [Stop],
}

/// A share of a promise, and when it has passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// In per cent.
    pub share: u32,
    /// Who hears of it.
    pub rung: Rung,
    /// When it has passed, unless the promise stands still once more before.
    pub at: Timestamp,
}

/// Every step of a promise in the order in which they come, in a unit with so many above it.
pub fn steps(promise: &Running<'_>, steps: &Steps, above: u32) -> Vec<Step> {
    let own = [
        (steps.owner, Rung::Owner),
        (steps.coordinator, Rung::Coordinator),
        (steps.manager, Rung::Manager(0)),
    ];
    let higher = (1..=above).map(|level| {
        let share = steps.next_level + steps.further * (level - 1);
        (share, Rung::Manager(level))
    });
    own.into_iter()
        .chain(higher)
        .map(|(share, rung)| Step {
            share,
            rung,
            at: passed(promise, share),
        })
        .collect()
}

/// The steps whose time has come.
pub fn due(promise: &Running<'_>, of: &Steps, above: u32, now: Timestamp) -> Vec<Step> {
    let all = steps(promise, of, above).into_iter();
    all.take_while(|step| step.at <= now).collect()
}

/// When so much of a promise's time has passed that counts.
fn passed(promise: &Running<'_>, share: u32) -> Timestamp {
    let Running {
        given,
        due,
        calendar,
        stops,
    } = *promise;
    let whole = worked(given, due, calendar).as_micros();
    let part = i64::try_from(whole * i128::from(share) / 100).unwrap_or(i64::MAX);
    let part = SignedDuration::from_micros(part);
    // Each round adds what stood still before the moment that the last one came to. It grows until
    // no stop lies before it that was not counted, and there are only so many.
    let mut at = later(given, part, calendar);
    for _ in 0..=stops.len() {
        let before: Vec<Stop> = stops
            .iter()
            .filter(|(from, _)| *from < at)
            .map(|(from, to)| ((*from).max(given), *to))
            .collect();
        let next = later(given, part + lost(&before, calendar), calendar);
        if next == at {
            break;
        }
        at = next;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{
        super::tests::{NINE_TO_SIX, at, calendars, moments, weekdays},
        *,
    };
    use proptest::prelude::*;

    const HOUSE: Steps = Steps {
        owner: 50,
        coordinator: 80,
        manager: 100,
        next_level: 150,
        further: 50,
    };

    fn told(steps: &[Step]) -> Vec<(u32, Rung, String)> {
        let shown = |at: Timestamp| at.strftime("%m-%d %H:%M").to_string();
        steps
            .iter()
            .map(|step| (step.share, step.rung, shown(step.at)))
            .collect()
    }

    #[test]
    fn a_promise_climbs_from_the_owner_to_headquarters() {
        let promise = Running {
            given: at("2026-11-23T00:00Z"),
            due: at("2026-11-25T00:00Z"),
            calendar: &Calendar::Elapsed,
            stops: &[],
        };
        let when = |text: &str| text.to_owned();
        let expected = [
            (50, Rung::Owner, when("11-24 00:00")),
            (80, Rung::Coordinator, when("11-24 14:24")),
            (100, Rung::Manager(0), when("11-25 00:00")),
            (150, Rung::Manager(1), when("11-26 00:00")),
            (200, Rung::Manager(2), when("11-27 00:00")),
        ];
        assert_eq!(told(&steps(&promise, &HOUSE, 2)), expected);
        assert_eq!(
            told(&due(&promise, &HOUSE, 2, at("2026-11-25T00:00Z"))),
            expected[..3]
        );
        assert_eq!(
            steps(&promise, &HOUSE, 0).len(),
            3,
            "nobody is above headquarters"
        );
    }

    #[test]
    fn a_share_of_a_promise_in_working_hours_is_a_share_of_its_working_hours() {
        // Friday at five to Monday at six in the evening: an hour, and seven and a half.
        let calendar = weekdays("Asia/Shanghai", &NINE_TO_SIX);
        let promise = Running {
            given: at("2026-03-06T17:00+08:00"),
            due: at("2026-03-09T18:00+08:00"),
            calendar: &calendar,
            stops: &[],
        };
        let half = steps(&promise, &HOUSE, 0)[0].at;
        assert_eq!(half, at("2026-03-09T13:45+08:00"), "and not on Sunday");
    }

    #[test]
    fn a_promise_that_stands_still_is_raised_later_by_that_and_not_at_all_meanwhile() {
        let stop = (at("2026-11-23T12:00Z"), at("2026-11-23T20:00Z"));
        let promise = Running {
            given: at("2026-11-23T00:00Z"),
            due: at("2026-11-25T00:00Z"),
            calendar: &Calendar::Elapsed,
            stops: &[stop],
        };
        assert_eq!(steps(&promise, &HOUSE, 0)[0].at, at("2026-11-24T08:00Z"));
        // What stands still now is never due by now, however long it does.
        let open = (at("2026-11-23T12:00Z"), at("2026-12-24T00:00Z"));
        let still = Running {
            stops: &[open],
            ..promise
        };
        assert_eq!(due(&still, &HOUSE, 2, open.1), []);
    }

    proptest! {
        #[test]
        fn steps_come_in_order_and_none_before_its_share_has_passed(
            calendar in calendars(), given in moments(), minutes in 1..30_000_i64,
            stops in prop::collection::vec((0..30_000_i64, 0..4_000_i64), 0..4),
        ) {
            let stops: Vec<Stop> = stops.iter().map(|(from, long)| {
                let from = given + SignedDuration::from_mins(*from);
                (from, from + SignedDuration::from_mins(*long))
            }).collect();
            let due_at = later(given, SignedDuration::from_mins(minutes), &calendar);
            let promise = Running { given, due: due_at, calendar: &calendar, stops: &stops };
            let whole = worked(given, due_at, &calendar);
            let all = steps(&promise, &HOUSE, 2);
            for two in all.windows(2) {
                prop_assert!(two[0].at <= two[1].at);
            }
            for step in all {
                let until: Vec<Stop> = stops.iter()
                    .filter(|(from, _)| *from < step.at)
                    .map(|(from, to)| (*from, (*to).min(step.at)))
                    .collect();
                let passed = worked(given, step.at, &calendar) - lost(&until, &calendar);
                let asked = whole.as_micros() * i128::from(step.share) / 100;
                prop_assert_eq!(passed.as_micros(), asked);
            }
        }
    }
}
