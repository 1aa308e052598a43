//! When somebody leaves: what they have taken goes back to its department, what they answer for
//! falls to its duty and needs a person, and they come in no more.

use crate::store::{
    Connection, absences, devices,
    events::{self, NewEvent, Side},
    leaving::{self, Owned},
    second, sessions,
    staff::{self, Person},
};
use app::{desk::Role, hatch::Refusal};
use serde_json::{Value, json};

/// Lets somebody go.
pub(super) async fn depart(
    tx: &mut Connection,
    person: &Person,
    actor: &str,
    now: i64,
) -> anyhow::Result<()> {
    spare_the_last(&mut *tx, person).await?;
    anyhow::ensure!(
        staff::leave(&mut *tx, &person.id, now).await?,
        Refusal::NotFound
    );
    let id = &person.id;
    sessions::remove_those_of(&mut *tx, id).await?;
    second::remove_halves_of(&mut *tx, id).await?;
    second::remove(&mut *tx, id).await?;
    devices::forget_those_of(&mut *tx, id).await?;
    // Whoever they stood in for answers again themselves, away or not, and must hear of it.
    for owner in absences::stood_in_for(&mut *tx, id, now).await? {
        for owned in leaving::owned(&mut *tx, &owner).await? {
            let body = json!({ "left": id, "to": person.name });
            log(&mut *tx, &owned.case_id, "deputy-left", actor, body, now).await?;
        }
    }
    absences::end_all(&mut *tx, id, now).await?;
    leaving::unask(&mut *tx, id, now).await?;
    for leg in leaving::give_back_legs(&mut *tx, id, now).await? {
        let body = json!({ "leg": leg.seq, "left": id });
        log(&mut *tx, &leg.case_id, "leg-given-back", actor, body, now).await?;
    }
    for owned in leaving::owned(&mut *tx, id).await? {
        fall(&mut *tx, &owned, actor, now).await?;
    }
    Ok(())
}

/// A case that was closed when its owner left, and is opened again, falls to its duty then.
pub(crate) async fn adopt_orphan(tx: &mut Connection, case: &str, now: i64) -> anyhow::Result<()> {
    match leaving::orphan(&mut *tx, case).await? {
        Some(owned) => fall(tx, &owned, "rule", now).await,
        None => Ok(()),
    }
}

async fn fall(tx: &mut Connection, owned: &Owned, actor: &str, now: i64) -> anyhow::Result<()> {
    leaving::fall_to_duty(&mut *tx, &owned.case_id, now).await?;
    let body = json!({ "left": owned.owner, "duty": owned.duty });
    log(tx, &owned.case_id, "needs-person", actor, body, now).await
}

/// Refuses to take the last administrator away: nobody could manage staff any more.
pub(super) async fn spare_the_last(tx: &mut Connection, person: &Person) -> anyhow::Result<()> {
    let last = person.role == Role::Administrator
        && staff::administrators_besides(&mut *tx, &person.id).await? == 0;
    anyhow::ensure!(!last, Refusal::Unavailable);
    Ok(())
}

async fn log(
    tx: &mut Connection,
    case: &str,
    kind: &str,
    actor: &str,
    body: Value,
    now: i64,
) -> anyhow::Result<()> {
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind,
        // The log of a case knows no command line.
        actor: if actor.starts_with("staff:") {
            actor
        } else {
            "rule"
        },
        channel: "desk",
        body,
    };
    events::append(tx, case, event).await?;
    Ok(())
}
