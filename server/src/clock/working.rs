//! A working calendar: which minutes of which day are worked, and counting in them.
//! Reading one from a file is the catalogue's business.

use crate::clock::wall;
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date, tz::TimeZone};
use std::{
    collections::{BTreeMap, BTreeSet},
    str::FromStr,
};

/// A stretch of a day, in minutes since midnight. One that goes on over midnight is two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    from: u16,
    to: u16,
}

/// Not `HH:MM-HH:MM` with the later time last; `24:00` is the midnight at the end of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected hours of one day such as \"08:30-12:00\" or \"18:00-24:00\"")]
pub struct NotASlot;

impl Slot {
    /// From one minute of the day to another.
    ///
    /// # Errors
    /// When it ends before it begins, or after midnight (minute 1440).
    pub const fn new(from: u16, to: u16) -> Result<Self, NotASlot> {
        if from < to && to <= 1440 {
            Ok(Self { from, to })
        } else {
            Err(NotASlot)
        }
    }

    /// The first minute worked.
    pub const fn from(self) -> u16 {
        self.from
    }

    /// The first minute not worked any more; 1440 is midnight.
    pub const fn to(self) -> u16 {
        self.to
    }
}

impl FromStr for Slot {
    type Err = NotASlot;

    fn from_str(text: &str) -> Result<Self, NotASlot> {
        let (from, to) = text.split_once('-').ok_or(NotASlot)?;
        Self::new(minute_of_day(from)?, minute_of_day(to)?)
    }
}

fn minute_of_day(text: &str) -> Result<u16, NotASlot> {
    let digits = |text: &str| match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Ok(u16::from((tens - b'0') * 10 + ones - b'0')),
        _ => Err(NotASlot),
    };
    let (hour, minute) = text.split_once(':').ok_or(NotASlot)?;
    let (hour, minute) = (digits(hour)?, digits(minute)?);
    if minute < 60 {
        Ok(hour * 60 + minute)
    } else {
        Err(NotASlot)
    }
}

/// When somebody works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCalendar {
    name: String,
    zone: TimeZone,
    week: [Vec<Slot>; 7],
    holidays: BTreeSet<Date>,
    make_up: BTreeMap<Date, Vec<Slot>>,
}

/// No weekday has hours, so that nothing would ever be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nobody works in this calendar: give at least one day of the week its hours")]
pub struct NobodyWorks;

/// A stretch of work that has its place in history.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    day: Date,
    begin: Timestamp,
    end: Timestamp,
}

impl WorkingCalendar {
    /// A calendar whose hours are read off the wall in `zone`. `week` begins on Monday; `make_up`
    /// are the days worked out of turn, with their hours; they count even if they are holidays.
    /// Hours may be given in any order and may overlap.
    ///
    /// # Errors
    /// When no day of the week has hours.
    pub fn new(
        name: impl Into<String>,
        zone: TimeZone,
        week: [Vec<Slot>; 7],
        holidays: BTreeSet<Date>,
        make_up: BTreeMap<Date, Vec<Slot>>,
    ) -> Result<Self, NobodyWorks> {
        if week.iter().all(Vec::is_empty) {
            return Err(NobodyWorks);
        }
        let week = week.map(in_order);
        let make_up = make_up
            .into_iter()
            .map(|(day, slots)| (day, in_order(slots)))
            .collect();
        Ok(Self {
            name: name.into(),
            zone,
            week,
            holidays,
            make_up,
        })
    }

    /// The same hours, read off the wall in another zone.
    #[must_use]
    pub fn in_zone(&self, zone: TimeZone) -> Self {
        Self {
            zone,
            ..self.clone()
        }
    }

    /// The name after `working:`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its hours are read off the wall.
    pub fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// Days that are not worked.
    pub fn holidays(&self) -> &BTreeSet<Date> {
        &self.holidays
    }

    /// Days worked out of turn, with their hours.
    pub fn make_up(&self) -> &BTreeMap<Date, Vec<Slot>> {
        &self.make_up
    }

    /// The hours worked on one day, in order and apart from each other.
    pub fn worked_on(&self, day: Date) -> &[Slot] {
        if let Some(hours) = self.make_up.get(&day) {
            return hours;
        }
        if self.holidays.contains(&day) {
            return &[];
        }
        let monday_is_0 = day.weekday().to_monday_zero_offset();
        &self.week[usize::from(monday_is_0.unsigned_abs())]
    }

    /// The same time of day so many working days later. A start outside working hours counts
    /// from when they next begin, for no days too.
    pub(super) fn days_later(&self, start: Timestamp, days: u32) -> Timestamp {
        let Some(first) = self.stretches_from(start).next() else {
            return Timestamp::MAX;
        };
        let Some(following) = days.checked_sub(1) else {
            return first.begin;
        };
        let skip = usize::try_from(following).unwrap_or(usize::MAX);
        let later = first.day.series(1.day()).skip(1);
        let worked = later.filter(|day| self.stretches(*day).next().is_some());
        let Some(day) = { worked }.nth(skip) else {
            return Timestamp::MAX;
        };

        let shown = wall::shown(&self.zone, first.begin);
        let same_time = if shown.date() == first.day {
            wall::instant(&self.zone, day.to_datetime(shown.time()))
        } else {
            // The stretch ended at midnight, and it is that moment.
            wall::midnight_after(&self.zone, day)
        };
        let reached = self.stretches(day).find(|stretch| stretch.end >= same_time);
        match reached.or_else(|| self.stretches(day).last()) {
            Some(stretch) => same_time.clamp(stretch.begin, stretch.end),
            None => Timestamp::MAX,
        }
    }

    /// When so much has been worked.
    pub(super) fn worked_later(&self, start: Timestamp, length: SignedDuration) -> Timestamp {
        let mut left = length;
        for stretch in self.stretches_from(start) {
            let long = stretch.end.duration_since(stretch.begin);
            if left <= long {
                return wall::later(stretch.begin, left);
            }
            left -= long;
        }
        Timestamp::MAX
    }

    /// What is worked between two moments.
    pub(super) fn worked(&self, from: Timestamp, to: Timestamp) -> SignedDuration {
        self.stretches_from(from)
            .take_while(|stretch| stretch.begin < to)
            .map(|stretch| stretch.end.min(to).duration_since(stretch.begin))
            .fold(SignedDuration::ZERO, |sum, part| sum + part)
    }

    /// The stretches that have not ended before a moment; the first is cut off at it.
    fn stretches_from(&self, at: Timestamp) -> impl Iterator<Item = Stretch> + '_ {
        let today = self.zone.to_datetime(at).date();
        // Yesterday's may end at this very midnight.
        let first = today.yesterday().unwrap_or(today);
        let all = first.series(1.day()).flat_map(|day| self.stretches(day));
        all.skip_while(move |stretch| stretch.end < at)
            .map(move |stretch| Stretch {
                begin: stretch.begin.max(at),
                ..stretch
            })
    }

    /// One day's stretches. Those that the wall clock jumps over are none.
    fn stretches(&self, day: Date) -> impl Iterator<Item = Stretch> + '_ {
        let at = move |minute: u16| match i8::try_from(minute / 60) {
            Ok(hour @ 0..24) => {
                let minute = i8::try_from(minute % 60).expect("a minute of an hour is below 60");
                wall::instant(&self.zone, day.at(hour, minute, 0, 0))
            }
            _ => wall::midnight_after(&self.zone, day),
        };
        let all = self.worked_on(day).iter();
        all.map(move |slot| Stretch {
            day,
            begin: at(slot.from),
            end: at(slot.to),
        })
        .filter(|stretch| stretch.begin < stretch.end)
    }
}

/// In order, with those that overlap or touch joined.
fn in_order(mut slots: Vec<Slot>) -> Vec<Slot> {
    slots.sort_unstable();
    slots.dedup_by(|next, before| {
        let joined = next.from <= before.to;
        if joined {
            before.to = before.to.max(next.to);
        }
        joined
    });
    slots
}
