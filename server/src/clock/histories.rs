//! Random histories of cases: whatever happened, no time is lost and none is invented.

use super::{
    tests::{NINE_TO_SIX, at, calendars, lengths, moments, weekdays},
    *,
};
use proptest::prelude::*;

const MINUTE: i64 = 60_000_000;

fn leg(name: &str) -> Holder {
    Holder::Leg {
        leg: name.to_owned(),
    }
}

fn offer(name: &str) -> Holder {
    Holder::Offer {
        leg: name.to_owned(),
    }
}

fn pause(name: &str) -> Holder {
    Holder::Pause {
        leg: Some(name.to_owned()),
        reason: "parts".to_owned(),
    }
}

fn customer() -> Holder {
    Holder::Customer {
        reason: "asked".to_owned(),
    }
}

fn stretch(holder: Holder, from: i64, to: impl Into<Option<i64>>) -> Stretch {
    Stretch {
        holder,
        from,
        to: to.into(),
    }
}

fn holders(parts: &[Part]) -> Vec<(Holder, i64)> {
    parts
        .iter()
        .map(|part| (part.holder.clone(), part.long()))
        .collect()
}

#[test]
fn what_nobody_has_is_the_owners() {
    assert_eq!(holders(&partition(0, 10, &[])), [(Holder::Owner, 10)]);
    assert_eq!(partition(5, 5, &[]), []);
    let parts = partition(0, 10, &[stretch(leg("a"), 2, 6)]);
    let owner = |long| (Holder::Owner, long);
    assert_eq!(holders(&parts), [owner(2), (leg("a"), 4), owner(4)]);
}

#[test]
fn of_legs_side_by_side_the_one_that_ends_last_holds() {
    let legs = [stretch(leg("a"), 0, 6), stretch(leg("b"), 2, 10)];
    assert_eq!(
        holders(&partition(0, 10, &legs)),
        [(leg("a"), 2), (leg("b"), 8)]
    );
    // One that is still open is waited for longest, and of two the one that began first.
    let legs = [
        stretch(leg("a"), 0, 6),
        stretch(leg("b"), 2, None),
        stretch(leg("c"), 1, None),
    ];
    assert_eq!(
        holders(&partition(0, 10, &legs)),
        [(leg("a"), 1), (leg("c"), 9)]
    );
}

#[test]
fn a_pause_of_one_leg_is_no_excuse_while_one_that_ends_later_is_at_work() {
    let shorter = [
        stretch(leg("a"), 0, 6),
        stretch(leg("b"), 0, 10),
        stretch(pause("a"), 2, 5),
    ];
    assert_eq!(holders(&partition(0, 10, &shorter)), [(leg("b"), 10)]);
    let lasting = [
        stretch(leg("a"), 0, 6),
        stretch(leg("b"), 0, 10),
        stretch(pause("b"), 2, 5),
    ];
    assert_eq!(
        holders(&partition(0, 10, &lasting)),
        [(leg("b"), 2), (pause("b"), 3), (leg("b"), 5)]
    );
}

#[test]
fn the_customer_goes_before_a_pause_a_pause_before_an_offer_an_offer_before_a_leg() {
    let all = [
        stretch(leg("a"), 0, 10),
        stretch(offer("b"), 1, 9),
        stretch(pause("a"), 2, 8),
        stretch(customer(), 4, 6),
    ];
    let expected = [
        (leg("a"), 1),
        (offer("b"), 1),
        (pause("a"), 2),
        (customer(), 2),
        (pause("a"), 2),
        (offer("b"), 1),
        (leg("a"), 1),
    ];
    assert_eq!(holders(&partition(0, 10, &all)), expected);
}

#[test]
fn a_stop_over_a_night_moves_a_target_by_what_would_have_been_worked() {
    let calendar = weekdays("Asia/Shanghai", &NINE_TO_SIX);
    let stop = (at("2026-03-05T17:00+08:00"), at("2026-03-06T10:00+08:00"));
    let due = at("2026-03-06T11:00+08:00");
    assert_eq!(
        later(due, lost(&[stop], &calendar), &calendar),
        at("2026-03-06T14:30+08:00"),
        "an hour of the evening, an hour of the morning, and the break at noon"
    );
    assert_eq!(
        left(due, at("2026-03-06T10:00+08:00"), &[stop], &calendar),
        SignedDuration::from_hours(3)
    );
}

#[test]
fn a_stop_across_a_jump_of_the_clock_and_a_leap_day_is_wall_time_in_elapsed() {
    for (from, to, hours) in [
        ("2026-03-28T12:00+01:00", "2026-03-29T12:00+02:00", 23),
        ("2026-10-24T12:00+02:00", "2026-10-25T12:00+01:00", 25),
        ("2024-02-28T12:00+01:00", "2024-03-01T12:00+01:00", 48),
    ] {
        let (due, stop) = (at(to), (at(from), at(to)));
        let moved = later(due, lost(&[stop], &Calendar::Elapsed), &Calendar::Elapsed);
        assert_eq!(moved.duration_since(due), SignedDuration::from_hours(hours));
    }
}

/// Up to twelve stretches of three legs, offers, pauses and questions around a case's time; some
/// open, some empty, some the wrong way round.
fn histories() -> impl Strategy<Value = Vec<Stretch>> {
    let holder = (0..5_u8, 0..3_u8).prop_map(|(kind, name)| {
        let name = name.to_string();
        match kind {
            0 => customer(),
            1 => offer(&name),
            2 => pause(&name),
            3 => Holder::Pause {
                leg: None,
                reason: "storm".to_owned(),
            },
            _ => leg(&name),
        }
    });
    let ends = (0..40_000_i64, prop::option::weighted(0.8, 0..40_000_i64));
    let stretch = (holder, ends).prop_map(|(holder, (from, to))| stretch(holder, from, to));
    prop::collection::vec(stretch, 0..12)
}

/// What the page says about precedence, as a number: the smaller goes first.
fn rank(holder: &Holder) -> u8 {
    match holder {
        Holder::Customer { .. } => 0,
        Holder::Pause { .. } => 1,
        Holder::Offer { .. } => 2,
        Holder::Leg { .. } => 3,
        Holder::Owner => 4,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_parts_sum_to_the_whole_without_a_gap_or_an_overlap(
        stretches in histories(), from in 0..20_000_i64, long in 0..30_000_i64,
    ) {
        let parts = partition(from, from + long, &stretches);
        prop_assert_eq!(parts.iter().map(Part::long).sum::<i64>(), long);
        let mut at = from;
        for part in &parts {
            prop_assert_eq!(part.from, at);
            prop_assert!(part.to > part.from);
            at = part.to;
        }
        prop_assert_eq!(at, from + long);
        for two in parts.windows(2) {
            prop_assert_ne!(&two[0].holder, &two[1].holder);
        }
    }

    #[test]
    fn the_order_of_a_history_makes_no_difference(
        stretches in histories().prop_flat_map(|one| (Just(one.clone()), Just(one).prop_shuffle())),
    ) {
        prop_assert_eq!(partition(0, 40_000, &stretches.0), partition(0, 40_000, &stretches.1));
    }

    #[test]
    fn whoever_holds_a_part_has_the_case_all_that_time_and_no_one_before_them_has(
        stretches in histories(),
    ) {
        for part in partition(0, 40_000, &stretches) {
            let there = |at: i64| stretches.iter().filter(move |one| {
                one.from <= at && one.to.is_none_or(|to| at < to)
            });
            for at in [part.from, part.to - 1] {
                let held = part.holder == Holder::Owner
                    || there(at).any(|one| one.holder == part.holder);
                prop_assert!(held, "{:?} at {at}", part.holder);
                let before = there(at).filter(|one| rank(&one.holder) < rank(&part.holder));
                // A pause of one leg may have to stand back behind another leg, or an offer.
                let before = before.filter(|one| !matches!(&one.holder, Holder::Pause { leg: Some(_), .. }));
                prop_assert_eq!(before.count(), 0);
            }
        }
    }

    #[test]
    fn worked_time_of_the_parts_is_the_worked_time_of_the_whole_in_every_zone(
        calendar in calendars(), start in moments(), stretches in histories(),
    ) {
        // Minutes from a moment that is often close to where a clock jumps.
        let begin = start.as_microsecond();
        let moved: Vec<_> = stretches.iter().map(|one| Stretch {
            holder: one.holder.clone(),
            from: begin + one.from * MINUTE,
            to: one.to.map(|to| begin + to * MINUTE),
        }).collect();
        let end = begin + 40_000 * MINUTE;
        let instant = |at| Timestamp::from_microsecond(at).unwrap();
        let parts = partition(begin, end, &moved);
        let sum = parts.iter()
            .map(|part| worked(instant(part.from), instant(part.to), &calendar))
            .fold(SignedDuration::ZERO, |sum, part| sum + part);
        prop_assert_eq!(sum, worked(instant(begin), instant(end), &calendar));
    }

    #[test]
    fn a_target_that_stood_still_has_left_what_it_had_when_it_stopped(
        calendar in calendars(), start in moments(), length in lengths(),
        before in 0..4_000_i64, long in 0..20_000_i64,
    ) {
        let due = due(start, length, &calendar);
        let from = start + SignedDuration::from_mins(before);
        prop_assume!(from <= due);
        let to = from + SignedDuration::from_mins(long);
        let had = worked(from, due, &calendar);
        prop_assert_eq!(left(due, to, &[(from, to)], &calendar), had);
        // Two that stopped it at once stopped it once.
        let middle = from + SignedDuration::from_mins(long / 2);
        prop_assert_eq!(left(due, to, &[(middle, to), (from, middle), (from, to)], &calendar), had);
    }
}
