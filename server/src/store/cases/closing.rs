//! How a case ends that is done and whose customer says nothing: they are told, and then it is closed.

use crate::store::{Connection, Pool};
use sqlx::Row;

/// Whether a case is closed.
///
/// # Errors
/// When the store fails.
pub async fn is_closed(tx: &mut Connection, id: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from cases where id = $1 and state = 'closed'")
        .bind(id)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Some cases that are done since an instant or longer, and whose customer was not told yet that
/// they will be closed.
///
/// # Errors
/// When the store fails.
pub async fn to_warn(pool: &Pool, done: i64, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from cases where state = 'done' and warned_at is null and done_at <= $1
         order by done_at limit $2",
    )
    .bind(done)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("id")).collect())
}

/// Some cases whose customer was told at an instant or earlier, and has said nothing since.
///
/// # Errors
/// When the store fails.
pub async fn to_close(pool: &Pool, warned: i64, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from cases where state = 'done' and warned_at <= $1 order by warned_at limit $2",
    )
    .bind(warned)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("id")).collect())
}

/// Notes that the customer was told that the case closes soon; false when they had been.
///
/// # Errors
/// When the store fails.
pub async fn warn(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update cases set warned_at = $2 where id = $1 and state = 'done' and warned_at is null",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}
