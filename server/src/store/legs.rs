//! Legs: each department's part of a case.

use super::{Batch, Connection, order, spells};
use serde_json::json;
use sqlx::Row;

/// A leg to be written.
#[derive(Clone, Debug)]
pub struct NewLeg {
    /// Its key.
    pub id: String,
    /// Its number within the case, from one.
    pub seq: i64,
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// How it gets there.
    pub connector: String,
    /// The numbers of the legs that must be done first.
    pub waits_for: Vec<i64>,
    /// When it should be done.
    pub due_at: i64,
    /// In which calendar that was reckoned.
    pub calendar: String,
    /// What it is called in its plan, if it is of one.
    pub code: Option<String>,
    /// What is to be done, if staff added it.
    pub task: Option<String>,
    /// Whether it can be declined.
    pub binding: Binding,
}

/// Whether whoever is offered a leg may decline it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Binding {
    /// They may.
    #[default]
    No,
    /// A coordinator decided that it goes there.
    Decided,
}

/// Writes a leg. It is planned until its back office has it.
pub fn add(batch: &mut Batch, case_id: &str, leg: &NewLeg) {
    batch
        .add(concat!(
            "insert into legs (id, case_id, seq, unit, department, connector, state, waits_for, due_at, calendar,
                 code, task, decided, breaks_at)
             values (?, ?, ?, ?, ?, ?, 'planned', ?, ?, ?, ?, ?, ?, ",
            order::promised!("?", "?"),
            ")"
        ))
        .bind(&leg.id)
        .bind(case_id)
        .bind(leg.seq)
        .bind(&leg.unit)
        .bind(&leg.department)
        .bind(&leg.connector)
        .bind(json!(leg.waits_for).to_string())
        .bind(leg.due_at)
        .bind(&leg.calendar)
        .bind(&leg.code)
        .bind(&leg.task)
        .bind(i64::from(leg.binding == Binding::Decided))
        // Its place in the queue.
        .bind(leg.due_at)
        .bind(leg.due_at)
        .bind(case_id)
        .bind(leg.due_at);
}

/// A leg as far as its order within the case needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its key.
    pub id: String,
    /// Its number within the case.
    pub seq: i64,
    /// How it gets to its department.
    pub connector: String,
    /// Where it stands.
    pub state: String,
    /// Whether it was given to its department, be it that it is still on its way there.
    pub handed_over: bool,
    /// The numbers of the legs that must be done first.
    pub waits_for: Vec<i64>,
    /// The number of the leg that took its place, once it is out of play.
    pub replaced_by: Option<i64>,
}

/// Every leg of a case in order.
///
/// # Errors
/// When the store fails.
pub async fn of_case(tx: &mut Connection, case_id: &str) -> anyhow::Result<Vec<Place>> {
    let rows = sqlx::query(
        "select id, seq, connector, state, waits_for, replaced_by,
           case when exists (select 1 from outbox o where o.leg_id = legs.id and o.verb = 'open')
             then 1 else 0 end as handed_over
         from legs where case_id = $1 order by seq",
    )
    .bind(case_id)
    .fetch_all(tx)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Place {
                id: row.get("id"),
                seq: row.get("seq"),
                connector: row.get("connector"),
                state: row.get("state"),
                handed_over: row.get::<i64, _>("handed_over") != 0,
                waits_for: serde_json::from_str(row.get("waits_for"))?,
                replaced_by: row.get("replaced_by"),
            })
        })
        .collect()
}

/// Marks a leg done; false when it was already.
///
/// # Errors
/// When the store fails.
pub async fn mark_done(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update legs set state = 'done', done_at = $2 where id = $1 and state <> 'done'",
    )
    .bind(id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    spells::follow_leg(tx, id, now).await?;
    Ok(done.rows_affected() > 0)
}

/// Marks a leg declined.
///
/// # Errors
/// When the store fails.
pub async fn mark_declined(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query("update legs set state = 'declined', done_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    spells::follow_leg(tx, id, now).await
}

/// Puts a leg out of play: another took its place, and whatever waited for it waits for that. Work
/// that was begun counts as done by whoever began it.
///
/// # Errors
/// When the store fails.
pub async fn replace(
    tx: &mut Connection,
    case_id: &str,
    (from, to): (i64, i64),
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "update legs set replaced_by = $3, done_at = coalesce(done_at, $4),
             state = case when state in ('accepted', 'working', 'paused') then 'done'
                 when state = 'done' then 'done' else 'declined' end
         where case_id = $1 and seq = $2",
    )
    .bind(case_id)
    .bind(from)
    .bind(to)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    for leg in of_case(&mut *tx, case_id).await? {
        if leg.seq == from {
            spells::follow_leg(&mut *tx, &leg.id, now).await?;
        }
        if leg.seq == to || !leg.waits_for.contains(&from) {
            continue;
        }
        let waits_for = leg.waits_for.iter();
        let waits_for: Vec<_> = waits_for
            .map(|&seq| if seq == from { to } else { seq })
            .collect();
        sqlx::query("update legs set waits_for = $2 where id = $1")
            .bind(&leg.id)
            .bind(json!(waits_for).to_string())
            .execute(&mut *tx)
            .await?;
    }
    Ok(())
}

/// Opens the last leg of a case again, because the customer says that it is not fixed; returns it.
///
/// # Errors
/// When the store fails.
pub async fn reopen_last(
    tx: &mut Connection,
    case_id: &str,
) -> anyhow::Result<Option<(String, String)>> {
    let row = sqlx::query(
        "update legs set state = 'queued', done_at = null, accepted_at = null, staff_id = null, counted_to = done_at
         where case_id = $1
           and seq = (select max(seq) from legs where case_id = $1 and replaced_by is null)
         returning id, connector",
    )
    .bind(case_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| (row.get("id"), row.get("connector"))))
}

/// Gives a leg another time to be done by.
///
/// # Errors
/// When the store fails.
pub async fn due_anew(
    tx: &mut Connection,
    id: &str,
    due_at: i64,
    calendar: &str,
) -> anyhow::Result<()> {
    sqlx::query("update legs set due_at = $2, calendar = $3 where id = $1")
        .bind(id)
        .bind(due_at)
        .bind(calendar)
        .execute(&mut *tx)
        .await?;
    order::keep_leg(tx, id).await
}
