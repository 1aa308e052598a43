//! The clock of a case: its wall time, cut into parts that each have exactly one holder. The parts
//! sum to the whole, to the microsecond, whatever the spells are; nothing here knows a calendar.
//!
//! Who holds an instant, the first of these that fits:
//! 1. the customer, while they were asked or have to say whether it is done;
//! 2. a pause, of the whole case or of the leg that would hold the instant;
//! 3. the giver, while a passing is offered and not accepted;
//! 4. a leg; of several at once, the one that ends last, as it is the one the customer waits for;
//!    one that is open ends later than any that has ended, and of equals the one that began first
//!    holds;
//! 5. the owner.
//!
//! So a pause of one leg is nobody's excuse while another, that ends later, is at work.

use std::cmp::Reverse;

/// Who holds a part of the time. Legs and reasons are named as whoever asks names them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// Whoever answers for the case.
    Owner,
    /// The giver of a leg that is offered.
    Offer {
        /// The leg.
        leg: String,
    },
    /// A department with its leg.
    Leg {
        /// The leg.
        leg: String,
    },
    /// The customer.
    Customer {
        /// What they are waited for.
        reason: String,
    },
    /// Nobody.
    Pause {
        /// The leg that is paused; without it, the case.
        leg: Option<String>,
        /// Why.
        reason: String,
    },
}

/// Somebody had the case from one moment to another; without an end, they still have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Who. An owner's stretches change nothing.
    pub holder: Holder,
    /// From when, in microseconds since 1970 UTC.
    pub from: i64,
    /// Until when.
    pub to: Option<i64>,
}

/// A part of the wall time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Whose it is.
    pub holder: Holder,
    /// From when, in microseconds since 1970 UTC.
    pub from: i64,
    /// Until when; the next part begins at this instant.
    pub to: i64,
}

impl Part {
    /// How long it is, in microseconds.
    pub const fn long(&self) -> i64 {
        self.to - self.from
    }
}

/// The parts of the time between two moments, in order, each beginning where the one before ends.
/// In which order the stretches are given makes no difference.
pub fn partition(from: i64, to: i64, stretches: &[Stretch]) -> Vec<Part> {
    let mut cuts: Vec<i64> = stretches
        .iter()
        .flat_map(|one| [Some(one.from), one.to])
        .flatten()
        .filter(|cut| from < *cut && *cut < to)
        .chain([from, to])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut parts: Vec<Part> = Vec::new();
    for cut in cuts.windows(2) {
        let [from, to] = *cut else { continue };
        let holder = holder(from, stretches);
        match parts.last_mut() {
            Some(last) if last.holder == holder => last.to = to,
            _ => parts.push(Part { holder, from, to }),
        }
    }
    parts
}

/// Whose an instant is.
fn holder(at: i64, stretches: &[Stretch]) -> Holder {
    let now = || {
        stretches
            .iter()
            .filter(move |one| one.from <= at && one.to.is_none_or(|to| at < to))
    };
    let first = |fits: fn(&Holder) -> bool| {
        now()
            .filter(|one| fits(&one.holder))
            .min_by_key(|one| (one.from, &one.holder))
            .map(|one| one.holder.clone())
    };
    let lasting = now()
        .filter(|one| matches!(one.holder, Holder::Leg { .. }))
        .max_by_key(|one| (one.to.is_none(), one.to, Reverse((one.from, &one.holder))))
        .map(|one| &one.holder);
    let covers = |of: &Option<String>| match (of, lasting) {
        (Some(paused), Some(Holder::Leg { leg })) => paused == leg,
        _ => true,
    };
    let pause = || {
        now()
            .filter(|one| matches!(&one.holder, Holder::Pause { leg, .. } if covers(leg)))
            .min_by_key(|one| (one.from, &one.holder))
            .map(|one| one.holder.clone())
    };
    first(|holder| matches!(holder, Holder::Customer { .. }))
        .or_else(pause)
        .or_else(|| first(|holder| matches!(holder, Holder::Offer { .. })))
        .or_else(|| lasting.cloned())
        .unwrap_or(Holder::Owner)
}
