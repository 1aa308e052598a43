//! What customers were told, and every change of it.

use super::{Batch, Connection, Pool, cases, order};
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
        .bind(case_id)
        .add("update cases set look_at = 0 where id = ? and look_at <> 0")
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

/// A promise as its clock needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clocked {
    /// Its number within the case.
    pub seq: i64,
    /// The number of the promise it was moved from, or its own.
    pub run: i64,
    /// When the first of its run was given.
    pub begun_at: i64,
    /// Until when that one was to hold.
    pub begun_due_at: i64,
    /// When it was given itself.
    pub made_at: i64,
    /// Until when it is to hold.
    pub due_at: i64,
    /// In which calendar it is reckoned.
    pub calendar: String,
}

/// The promise of a kind that holds now.
///
/// # Errors
/// When the store fails.
pub async fn clocked(
    tx: &mut Connection,
    case_id: &str,
    kind: PromiseKind,
) -> anyhow::Result<Option<Clocked>> {
    let row = sqlx::query(
        "select p.seq, coalesce(p.run, p.seq) as run, f.made_at as begun_at, f.due_at as begun_due_at,
             p.made_at, p.due_at, p.calendar
         from promises p join promises f on f.case_id = p.case_id and f.seq = coalesce(p.run, p.seq)
         where p.case_id = $1 and p.kind = $2 order by p.seq desc limit 1",
    )
    .bind(case_id)
    .bind(kind.name())
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| Clocked {
        seq: row.get("seq"),
        run: row.get("run"),
        begun_at: row.get("begun_at"),
        begun_due_at: row.get("begun_due_at"),
        made_at: row.get("made_at"),
        due_at: row.get("due_at"),
        calendar: row.get("calendar"),
    }))
}

/// Moves a promise that stood still: another row, which goes on with its run.
///
/// # Errors
/// When the store fails.
pub async fn moved(
    tx: &mut Connection,
    case_id: &str,
    of: &Clocked,
    due_at: i64,
    reason: &str,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into promises (case_id, seq, kind, due_at, calendar, reason, made_at, run)
         select case_id, (select max(n.seq) + 1 from promises n where n.case_id = $1), kind,
             cast($3 as bigint), calendar, cast($4 as text), cast($5 as bigint), cast($6 as bigint)
         from promises where case_id = $1 and seq = $2",
    )
    .bind(case_id)
    .bind(of.seq)
    .bind(due_at)
    .bind(reason)
    .bind(now)
    .bind(of.run)
    .execute(&mut *tx)
    .await?;
    cases::look_again(&mut *tx, case_id).await?;
    order::keep(tx, case_id).await
}
