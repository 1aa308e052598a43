//! What kiosks say of themselves: the last of it only, no row a beat.

use super::{
    super::{Connection, Pool},
    Kiosk, read,
};
use anyhow::Context;
use sqlx::Row;

/// A kiosk as it was before it was heard just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// Its key.
    pub id: String,
    /// How often it has been heard, this time included.
    pub count: i64,
    /// Which pages of it were heard, as the office keeps them.
    pub pages: serde_json::Value,
    /// When it was heard before.
    pub seen_at: Option<i64>,
    /// How long ago the last frame was painted then, in milliseconds.
    pub frame: Option<i64>,
    /// The version of its settings that it could not read.
    pub setup_refused: i64,
}

/// A kiosk is heard: counts it, and says how it was before.
///
/// # Errors
/// When the store fails.
pub async fn count(tx: &mut Connection, token_hash: &str) -> anyhow::Result<Option<Before>> {
    let row = sqlx::query(
        "update kiosks set beats = beats + 1 where token_hash = $1 and ended_at is null
         returning id, beats, pages, seen_at, frame, setup_refused",
    )
    .bind(token_hash)
    .fetch_optional(tx)
    .await?;
    row.map(|row| {
        Ok(Before {
            id: row.get("id"),
            count: row.get("beats"),
            pages: serde_json::from_str(row.get("pages")).context("pages of a kiosk")?,
            seen_at: row.get("seen_at"),
            frame: row.get("frame"),
            setup_refused: row.get("setup_refused"),
        })
    })
    .transpose()
}

/// What a kiosk said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Which pages of it were heard, this one included.
    pub pages: String,
    /// The build it runs.
    pub build: String,
    /// How much waits there.
    pub queue: i64,
    /// How long the oldest of it has waited, in seconds.
    pub oldest: Option<i64>,
    /// How long ago the last frame was painted, in milliseconds.
    pub frame: Option<i64>,
    /// How far its clock is ahead of ours, in milliseconds.
    pub skew: i64,
    /// Its printer.
    pub printer: &'static str,
    /// The ids of the keys of what waits.
    pub key_ids: String,
    /// The version of the settings it has applied.
    pub setup_applied: i64,
    /// The version it could not read.
    pub setup_refused: i64,
}

/// Keeps it.
///
/// # Errors
/// When the store fails.
pub async fn keep(tx: &mut Connection, id: &str, said: &Said, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update kiosks set pages = $2, build = $3, queue = $4, oldest = $5, frame = $6, skew = $7,
             printer = $8, key_ids = $9, setup_applied = $10, setup_refused = $11, seen_at = $12
         where id = $1",
    )
    .bind(id)
    .bind(&said.pages)
    .bind(&said.build)
    .bind(said.queue)
    .bind(said.oldest)
    .bind(said.frame)
    .bind(said.skew)
    .bind(said.printer)
    .bind(&said.key_ids)
    .bind(said.setup_applied)
    .bind(said.setup_refused)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Kiosks that were last heard before an instant and of which nobody has been told, with when.
///
/// # Errors
/// When the store fails.
pub async fn silent(pool: &Pool, before: i64) -> anyhow::Result<Vec<(Kiosk, i64)>> {
    let rows = sqlx::query(select!(
        "where k.ended_at is null and k.seen_at <= $1 and not exists (
             select 1 from kiosk_alerts a
             where a.kiosk_id = k.id and a.kind = 'silent' and a.since = k.seen_at)
         order by k.seen_at"
    ))
    .bind(before)
    .fetch_all(pool)
    .await?;
    let silent = rows.iter().map(|row| (read(row), row.get("seen_at")));
    Ok(silent.collect())
}
