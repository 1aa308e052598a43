//! Somebody is away, and somebody else answers for what they own until they are back. Who that is
//! at a moment is asked with `answering_for`; nothing has to be done when the time comes or is over.

use super::{listing, managing::Faults};
use crate::{
    catalogue::House,
    office::Office,
    store::{
        absences::{self, NewAbsence},
        staff::{self, Person},
    },
};
use app::{
    desk::{Absence, StaffFault},
    journey::Sheet,
};
use jiff::{civil::DateTime, tz::TimeZone};
use uuid::Uuid;

/// Nobody is away for longer.
const LONGEST: i64 = 400 * 86_400_000_000;

impl Office {
    /// Who answers now for what somebody owns: themselves, or whoever stands in.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn answering_for(&self, person: &str, now: i64) -> anyhow::Result<String> {
        let mut reading = self.store.read().acquire().await?;
        absences::answering_for(&mut reading, person, now).await
    }
}

/// An absence for a page.
pub(crate) fn shown_absence(absence: &absences::Absence) -> Absence {
    Absence {
        id: absence.id.clone(),
        who: absence.name.clone(),
        deputy: absence.deputy.clone(),
        from_at: absence.from_at,
        until_at: absence.until_at,
    }
}

/// What is wrong with an absence as it was typed.
pub(super) async fn faults(
    office: &Office,
    typed: &Sheet,
    person: &Person,
) -> anyhow::Result<Faults> {
    let (house, pool) = (office.house(), office.store.read());
    let read = read(&house, typed, person, "", office.now());
    let mut faults = Faults::new();
    let deputy = staff::by_id(pool, typed.typed("deputy")).await?;
    let fit = deputy.filter(|other| listing::can_stand_in(&house, person, other));
    if let Ok(absence) = &read {
        let (from, until) = (absence.from_at, absence.until_at);
        if absences::within(pool, &person.id, from, until).await? {
            faults.push(("from", StaffFault::Overlap));
        }
        if let Some(deputy) = &fit
            && absences::within(pool, &deputy.id, from, until).await?
        {
            faults.push(("deputy", StaffFault::DeputyAway));
        }
    }
    faults.extend(read.err().unwrap_or_default());
    if fit.is_none() {
        faults.push(("deputy", StaffFault::Deputy));
    }
    Ok(faults)
}

/// An absence as it was typed; from now, where nothing is said. Whether the deputy is fit, and
/// nobody is away twice, is for `faults`.
pub(super) fn read(
    house: &House,
    typed: &Sheet,
    person: &Person,
    said_by: &str,
    now: i64,
) -> Result<NewAbsence, Faults> {
    let mut faults = Faults::new();
    let from_at = match typed.typed("from").trim() {
        "" => Some(now),
        from => moment(house, from),
    };
    let until_at = moment(house, typed.typed("until")).filter(|until| *until > now);
    if from_at.is_none() {
        faults.push(("from", StaffFault::When));
    }
    match (from_at, until_at) {
        (_, None) => faults.push(("until", StaffFault::When)),
        (Some(from), Some(until)) if until <= from => faults.push(("until", StaffFault::Order)),
        (Some(from), Some(until)) if until - from > LONGEST => {
            faults.push(("until", StaffFault::When));
        }
        _ => {}
    }
    match (from_at, until_at) {
        (Some(from_at), Some(until_at)) if faults.is_empty() => Ok(NewAbsence {
            id: Uuid::now_v7().to_string(),
            staff_id: person.id.clone(),
            deputy_id: typed.typed("deputy").to_owned(),
            from_at,
            until_at,
            said_by: said_by.to_owned(),
        }),
        _ => Err(faults),
    }
}

/// A day and a time of day by the operator's clock on the wall.
fn moment(house: &House, typed: &str) -> Option<i64> {
    let shown: DateTime = typed.trim().parse().ok()?;
    let zone = TimeZone::get(&house.front.operator.zone).unwrap_or(TimeZone::UTC);
    Some(zone.to_timestamp(shown).ok()?.as_microsecond())
}
