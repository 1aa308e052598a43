//! How much time is left, at a glance: in words, and as a tone that says how pressing it is.

use crate::{
    parts::{State, Tone},
    turn::Turn,
    words::date::{figures, machine},
};
use leptos::prelude::*;

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
/// Less than this is pressing.
const SOON: i64 = 4 * HOUR;

/// How pressing something is that is due at an instant.
pub(super) fn tone(now: i64, due_at: i64) -> Tone {
    match due_at - now {
        ..0 => Tone::Bad,
        0..SOON => Tone::Warn,
        _ => Tone::Info,
    }
}

/// A due time: what is left of it, and the time itself.
pub(super) fn due(turn: &Turn, now: i64, due_at: i64) -> AnyView {
    let zone = &turn.hatch.catalogue.operator.zone;
    let (left, when) = (left(turn, now, due_at), figures(due_at, now, zone));
    view! {
        <span class="due">
            <State tone=tone(now, due_at) label=left />
            " "
            <time datetime=machine(due_at)>{when}</time>
        </span>
    }
    .into_any()
}

fn left(turn: &Turn, now: i64, due_at: i64) -> String {
    let words = turn.words;
    let (id, n) = counted(due_at - now);
    words.count(id, n)
}

/// The word id and the number of the largest unit of time that fits.
fn counted(left: i64) -> (&'static str, i64) {
    match (left < 0, left.abs()) {
        (true, late) if late < HOUR => ("desk-late-minutes", (late / MINUTE).max(1)),
        (true, late) if late < 2 * DAY => ("desk-late-hours", late / HOUR),
        (true, late) => ("desk-late-days", late / DAY),
        (false, left) if left < HOUR => ("desk-left-minutes", left / MINUTE),
        (false, left) if left < 2 * DAY => ("desk-left-hours", left / HOUR),
        (false, left) => ("desk-left-days", left / DAY),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_never_said_to_be_more_than_it_is() {
        assert_eq!(counted(HOUR - 1), ("desk-left-minutes", 59));
        assert_eq!(counted(0), ("desk-left-minutes", 0));
        assert_eq!(counted(5 * HOUR - 1), ("desk-left-hours", 4));
        assert_eq!(counted(3 * DAY - 1), ("desk-left-days", 2));
    }

    #[test]
    fn late_is_late_from_the_first_moment() {
        assert_eq!(counted(-1), ("desk-late-minutes", 1));
        assert_eq!(tone(10, 9), Tone::Bad);
        assert_eq!(tone(10, 10), Tone::Warn);
        assert_eq!(tone(0, SOON), Tone::Info);
    }
}
