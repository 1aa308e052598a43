//! The own clock of one department's part: how much of its target is used, in its own calendar.

use super::stopping::{at, stopping_leg};
use crate::{
    catalogue::House,
    clock::{Calendar, Stop, Target},
    store::{desk::LegRow, spells::Spell},
};
use app::desk::{LegClock, LegHours};

/// How the clock of a part stands now or, once it is done, stood then. A part that has not come to
/// its department yet has none.
pub(in crate::office) fn leg_clock(
    house: &House,
    leg: &LegRow,
    spells: &[Spell],
    now: i64,
) -> Option<LegClock> {
    let begun_at = leg.queued_at?;
    let until = leg.done_at.unwrap_or(now);
    let calendar = house.calendar(&leg.calendar, &leg.unit);
    let stopping: Vec<_> = stopping_leg(spells, &leg.id, leg.due_at).collect();
    let stops: Vec<Stop> = stopping
        .iter()
        .map(|spell| (at(spell.begun_at), at(spell.ended_at.unwrap_or(until))))
        .collect();
    let target = Target {
        begun: at(begun_at),
        due: at(leg.due_at),
        reckoned: at(leg.counted_to.unwrap_or(begun_at)),
        stops: &stops,
        calendar: &calendar,
    };
    let runs = leg.done_at.is_none();
    Some(LegClock {
        used: target.used(at(until)),
        hours: match calendar {
            Calendar::Elapsed => LegHours::All,
            Calendar::Working(_) => LegHours::Working,
        },
        stands_still: runs && stopping.iter().any(|spell| spell.ended_at.is_none()),
    })
}
