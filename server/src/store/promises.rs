//! What customers were told, and every change of it.

use super::{Batch, Connection, Pool, order};
use app::case::view::{Promise, PromiseKind};
use sqlx::Row;

/// A promise to be written.
#[derive(Clone, Debug)]
pub struct NewPromise<'a> {
    /// What it is about.
    pub kind: PromiseKind,
    /// Until when.
    pub due_at: i64,
    /// In which calendar it was reckoned.
    pub calendar: &'a str,
    /// Why it was given or changed.
    pub reason: &'a str,
}

/// Gives a promise; a later one of a kind takes the place of the one before.
pub fn give(batch: &mut Batch, case_id: &str, promise: &NewPromise<'_>, now: i64) {
    batch
        .add(
            "insert into promises (case_id, seq, kind, due_at, calendar, reason, made_at)
             select ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ? from promises where case_id = ?",
        )
        .bind(case_id)
        .bind(promise.kind.name())
        .bind(promise.due_at)
        .bind(promise.calendar)
        .bind(promise.reason)
        .bind(now)
        .bind(case_id);
    order::add(batch, case_id);
}

/// Until when something is promised for a case now.
///
/// # Errors
/// When the store fails.
pub async fn current(
    tx: &mut Connection,
    case_id: &str,
    kind: PromiseKind,
) -> anyhow::Result<Option<i64>> {
    let row = sqlx::query(
        "select due_at from promises where case_id = $1 and kind = $2 order by seq desc limit 1",
    )
    .bind(case_id)
    .bind(kind.name())
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| row.get("due_at")))
}

/// Until when a case is promised to be fixed.
///
/// # Errors
/// When the store fails.
pub async fn last_fix(tx: &mut Connection, case_id: &str) -> anyhow::Result<Option<i64>> {
    let row = sqlx::query(
        "select due_at from promises where case_id = $1 and kind = 'fix' order by seq desc limit 1",
    )
    .bind(case_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| row.get("due_at")))
}

/// Every promise of a case, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn read(pool: &Pool, case_id: &str) -> anyhow::Result<Vec<Promise>> {
    let rows = sqlx::query(
        "select kind, due_at, reason, made_at from promises where case_id = $1 order by seq",
    )
    .bind(case_id)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Promise {
            kind: if row.get::<String, _>("kind") == "fix" {
                PromiseKind::Fix
            } else {
                PromiseKind::Answer
            },
            due_at: row.get("due_at"),
            made_at: row.get("made_at"),
            reason: row.get("reason"),
        })
        .collect())
}
