//! The watch over promises: at shares of a promise's time somebody has to hear of it. One step does
//! one thing and returns what, so that a test needs no waiting and a standstill is caught up in the
//! order in which things fell due. What a step raises, it raises once: in one transaction with its
//! event, under a key that no other server can use again.

use super::{current, stopping::at};
use crate::{
    catalogue::House,
    clock::escalation::{Rung, Running, Step, steps},
    office::Office,
    store::{
        Connection, absences,
        escalations::{self, Addressee, NewEscalation, Watched},
        events::{self, NewEvent, Side},
        promises, spells,
    },
};
use app::desk::Role;
use serde_json::json;

/// What one look came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Looked {
    /// Nothing is to be looked at now.
    Nothing,
    /// A case was looked at, and nobody has to hear of it yet.
    Quiet,
    /// Somebody has to hear of a case.
    Raised {
        /// The case's key.
        case_id: String,
        /// Which share of its promise has passed, in per cent.
        share: u32,
    },
}

impl Office {
    /// Looks at the clock of the case that is to be looked at first.
    ///
    /// # Errors
    /// When the store fails; nothing was raised then.
    pub async fn watch(&self) -> anyhow::Result<Looked> {
        let (house, now) = (self.house(), self.now());
        // Nothing is written while there is nothing to do.
        if { escalations::first_to_look_at(self.store.read(), now).await? }.is_none() {
            return Ok(Looked::Nothing);
        }
        let looked = self.store.write(move |tx| {
            Box::pin(async move {
                match escalations::first_to_look_at(&mut *tx, now).await? {
                    Some(case) => look_at(tx, &house, &case, now).await,
                    None => Ok(Looked::Nothing),
                }
            })
        });
        looked.await
    }
}

/// Raises the first step of a case that is due and was not raised, and says when to look again.
async fn look_at(
    tx: &mut Connection,
    house: &House,
    case: &Watched,
    now: i64,
) -> anyhow::Result<Looked> {
    let kind = current(&case.kind, &case.state);
    let Some(promise) = promises::clocked(&mut *tx, &case.id, kind).await? else {
        escalations::looked_at(tx, &case.id, i64::MAX, None, 0).await?;
        return Ok(Looked::Quiet);
    };
    let calendar = house.calendar(&promise.calendar, &case.unit);
    let spells = spells::of_case(&mut *tx, &case.id).await?;
    let stops: Vec<_> = { spells.iter().filter(|spell| spell.stops) }
        .map(|spell| (at(spell.begun_at), at(spell.ended_at.unwrap_or(now))))
        .collect();
    let running = Running {
        given: at(promise.begun_at),
        due: at(promise.begun_due_at),
        calendar: &calendar,
        stops: &stops,
    };
    let before = escalations::raised(&mut *tx, &case.id, promise.run).await?;
    let still = spells
        .iter()
        .any(|spell| spell.stops && spell.ended_at.is_none());
    let mut highest = before.iter().copied().max().unwrap_or(0);
    let mut left = steps(&running, &house.escalation, above(house, &case.unit))
        .into_iter()
        .filter(|step| step.share > highest);
    let (looked, next) = match left.next() {
        // One that was changed is only put into its place among the others, so that after a
        // standstill all of them are raised in the order in which they fell due.
        Some(step) if step.at.as_microsecond() <= now && !still && case.look_at > 0 => {
            let next = left.next();
            highest = step.share;
            let first = raise(&mut *tx, house, case, promise.run, &step, now).await?;
            let raised = Looked::Raised {
                case_id: case.id.clone(),
                share: step.share,
            };
            (if first { raised } else { Looked::Quiet }, next)
        }
        step => (Looked::Quiet, step),
    };
    // What stands still is looked at again when it goes on.
    let next = match next {
        Some(step) if !still => step.at.as_microsecond(),
        _ => i64::MAX,
    };
    escalations::looked_at(tx, &case.id, next, Some(promise.due_at), highest).await?;
    Ok(looked)
}

async fn raise(
    tx: &mut Connection,
    house: &House,
    case: &Watched,
    seq: i64,
    step: &Step,
    now: i64,
) -> anyhow::Result<bool> {
    let to = addressee(&mut *tx, house, case, step.rung, now).await?;
    let new = NewEscalation {
        case_id: &case.id,
        seq,
        share: step.share,
        to: &to,
        fell_at: step.at.as_microsecond(),
    };
    if !escalations::raise(&mut *tx, &new, now).await? {
        return Ok(false);
    }
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind: "raised",
        actor: "rule",
        channel: "desk",
        body: json!({
            "share": step.share,
            "text": format!("{} %", step.share),
            "role": to.role,
            "unit": to.unit,
            "department": to.department,
            "staff": to.staff_id,
        }),
    };
    events::append(tx, &case.id, event).await?;
    Ok(true)
}

/// Who has to hear of it. Where nobody sits on a chair, whoever sits on the one above does.
async fn addressee(
    tx: &mut Connection,
    house: &House,
    case: &Watched,
    rung: Rung,
    now: i64,
) -> anyhow::Result<Addressee> {
    let (role, staff_role, above) = match rung {
        Rung::Owner => {
            let duty = house.organisation.duty(&case.owner_duty);
            // While the owner is away, whoever stands in has to hear of it.
            let staff_id = match &case.owner_staff_id {
                Some(owner) => Some(absences::answering_for(tx, owner, now).await?),
                None => None,
            };
            return Ok(Addressee {
                role: "owner",
                unit: case.unit.clone(),
                department: duty.map(|duty| duty.department.clone()),
                staff_id,
            });
        }
        Rung::Coordinator => ("coordinator", Role::Coordinator, 0),
        Rung::Manager(above) => ("manager", Role::Manager, above),
    };
    let taken = escalations::seats(tx, staff_role).await?;
    let upwards: Vec<&str> = upwards(house, &case.unit);
    let from = usize::try_from(above)?.min(upwards.len().saturating_sub(1));
    let seat = upwards[from..]
        .iter()
        .find(|unit| taken.iter().any(|one| one == *unit));
    Ok(Addressee {
        role,
        unit: (*seat.unwrap_or(&upwards[from])).to_owned(),
        department: None,
        staff_id: None,
    })
}

/// A unit and those above it; one that the catalogue does not know any more stands alone.
fn upwards<'a>(house: &'a House, unit: &'a str) -> Vec<&'a str> {
    match house.organisation.unit(unit) {
        Some(unit) => { house.organisation.upwards(unit) }
            .map(|unit| unit.code.as_str())
            .collect(),
        None => vec![unit],
    }
}

fn above(house: &House, unit: &str) -> u32 {
    u32::try_from(upwards(house, unit).len())
        .unwrap_or(1)
        .saturating_sub(1)
}
