//! The targets of legs, as far as standing still moves them.

use super::{Connection, order};
use sqlx::Row;

/// When a leg is to be done, and what of its standing still that reckons in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The leg.
    pub leg_id: String,
    /// The unit that does it.
    pub unit: String,
    /// Until when.
    pub due_at: i64,
    /// In which calendar.
    pub calendar: String,
    /// Until when what stood still is reckoned in.
    pub counted_to: i64,
}

/// The targets of the legs of a case that are with their departments and not done.
///
/// # Errors
/// When the store fails.
pub async fn open(tx: &mut Connection, case_id: &str) -> anyhow::Result<Vec<Target>> {
    let rows = sqlx::query(
        "select id, unit, due_at, calendar, coalesce(counted_to, queued_at) as counted_to from legs
         where case_id = $1 and state in ('queued', 'accepted', 'working', 'paused')
           and coalesce(counted_to, queued_at) is not null
         order by seq",
    )
    .bind(case_id)
    .fetch_all(tx)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Target {
            leg_id: row.get("id"),
            unit: row.get("unit"),
            due_at: row.get("due_at"),
            calendar: row.get("calendar"),
            counted_to: row.get("counted_to"),
        })
        .collect())
}

/// Moves a target, with all reckoned in until now.
///
/// # Errors
/// When the store fails.
pub async fn moved(tx: &mut Connection, leg_id: &str, due_at: i64, now: i64) -> anyhow::Result<()> {
    sqlx::query("update legs set due_at = $2, counted_to = $3 where id = $1")
        .bind(leg_id)
        .bind(due_at)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    order::keep_leg(tx, leg_id).await
}

/// Pauses a leg that somebody has; false when nobody works on it any more.
///
/// # Errors
/// When the store fails.
pub async fn pause(tx: &mut Connection, leg_id: &str) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update legs set state = 'paused' where id = $1 and state in ('accepted', 'working')",
    )
    .bind(leg_id)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// A leg that was paused is worked at again; false when it is not paused.
///
/// # Errors
/// When the store fails.
pub async fn go_on(tx: &mut Connection, leg_id: &str) -> anyhow::Result<bool> {
    let done = sqlx::query("update legs set state = 'working' where id = $1 and state = 'paused'")
        .bind(leg_id)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}
