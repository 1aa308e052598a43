//! Counted tries. They lie in the store, so that a restart forgives nothing; how many are too many
//! is `crate::limits`.

use super::Connection;
use crate::limits::{Limit, Verdict};
use jiff::Timestamp;
use sqlx::Row;

/// Decides a try, and counts it if it is allowed.
///
/// # Errors
/// When the store fails.
pub async fn attempt(
    tx: &mut Connection,
    limit: Limit,
    key: &str,
    now: Timestamp,
) -> anyhow::Result<Verdict> {
    let windows = limit.windows(now);
    let (before, current) = (
        windows.before.as_microsecond(),
        windows.current.as_microsecond(),
    );
    let rows = sqlx::query(
        "select window_start, count from limits where key = $1 and window_start in ($2, $3)",
    )
    .bind(key)
    .bind(before)
    .bind(current)
    .fetch_all(&mut *tx)
    .await?;
    let count = |start: i64| {
        let row = rows
            .iter()
            .find(|row| row.get::<i64, _>("window_start") == start);
        row.map_or(0, |row| {
            u32::try_from(row.get::<i64, _>("count")).unwrap_or(u32::MAX)
        })
    };
    let verdict = limit.decide(now, count(before), count(current));
    if verdict == Verdict::Allowed {
        sqlx::query(
            "insert into limits (key, window_start, count) values ($1, $2, 1)
             on conflict (key, window_start) do update set count = limits.count + 1",
        )
        .bind(key)
        .bind(current)
        .execute(tx)
        .await?;
    }
    Ok(verdict)
}

/// Takes a try back that turned out to be none of those that are limited.
///
/// # Errors
/// When the store fails.
pub async fn forgive(
    tx: &mut Connection,
    limit: Limit,
    key: &str,
    now: Timestamp,
) -> anyhow::Result<()> {
    sqlx::query(
        "update limits set count = count - 1 where key = $1 and window_start = $2 and count > 0",
    )
    .bind(key)
    .bind(limit.windows(now).current.as_microsecond())
    .execute(tx)
    .await?;
    Ok(())
}

/// Forgets windows that began before an instant.
///
/// # Errors
/// When the store fails.
pub async fn forget_before(tx: &mut Connection, instant: i64) -> anyhow::Result<()> {
    sqlx::query("delete from limits where window_start < $1 and key <> 'ready'")
        .bind(instant)
        .execute(tx)
        .await?;
    Ok(())
}
