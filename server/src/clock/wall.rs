//! Between the clock on a wall and the instants it shows, on days when the wall clock jumps too.
//! Every answer here keeps the order: a later time of day is never an earlier instant.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime},
    tz::{AmbiguousOffset, TimeZone},
};

/// So much later, at most the end of time as the library knows it.
pub fn later(at: Timestamp, by: SignedDuration) -> Timestamp {
    at.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// The instant at which a wall clock shows this: the first, where it shows it twice; the jump,
/// where it jumps over it.
pub fn instant(zone: &TimeZone, shown: DateTime) -> Timestamp {
    let ambiguous = zone.to_ambiguous_timestamp(shown);
    let offset = ambiguous.offset();
    let Ok(earlier) = ambiguous.earlier() else {
        return if shown.year() < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        };
    };
    match offset {
        AmbiguousOffset::Gap { after, .. } => {
            let mut jumps = zone.following(earlier);
            jumps
                .find(|jump| jump.offset() == after)
                .map_or(earlier, |jump| jump.timestamp())
        }
        _ => earlier,
    }
}

/// The midnight at which a day ends.
pub fn midnight_after(zone: &TimeZone, day: Date) -> Timestamp {
    day.tomorrow()
        .map_or(Timestamp::MAX, |next| instant(zone, next.at(0, 0, 0, 0)))
}

/// What the wall clock shows. While an hour is shown a second time this stands still at its end,
/// as the first time has already used it up.
pub fn shown(zone: &TimeZone, at: Timestamp) -> DateTime {
    let shown = zone.to_datetime(at);
    let AmbiguousOffset::Fold { before, after } = zone.to_ambiguous_timestamp(shown).offset()
    else {
        return shown;
    };
    if zone.to_offset(at) != after {
        return shown;
    }
    let mut jumps = zone.preceding(later(at, SignedDuration::from_nanos(1)));
    jumps
        .find(|jump| jump.offset() == after)
        .map_or(shown, |jump| before.to_datetime(jump.timestamp()))
}
