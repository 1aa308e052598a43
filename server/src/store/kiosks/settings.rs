//! How kiosks are set: every version is kept. What a body means is not known here.

use super::super::{Connection, Executor};
use anyhow::Context;
use app::kiosk::{Setup, Versioned};
use sqlx::Row;
use std::collections::HashMap;

/// A version, with who made it.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// The version.
    pub setup: Versioned,
    /// When it was made.
    pub at: i64,
    /// By whom, by name.
    pub by: String,
}

/// The version in force: the newest, or what the program comes with.
///
/// # Errors
/// When the store fails.
pub async fn newest(store: impl Executor<'_>, kiosk_id: &str) -> anyhow::Result<Versioned> {
    let row = sqlx::query(
        "select version, body from kiosk_settings where kiosk_id = $1 order by version desc limit 1",
    )
    .bind(kiosk_id)
    .fetch_optional(store)
    .await?;
    match row {
        Some(row) => Ok(Versioned {
            version: row.get("version"),
            body: serde_json::from_str(row.get("body")).context("settings of a kiosk")?,
        }),
        None => Ok(Versioned {
            version: 0,
            body: serde_json::to_value(Setup::default())?,
        }),
    }
}

/// The number of the version in force, by kiosk; of those that were never set, none.
///
/// # Errors
/// When the store fails.
pub async fn newest_numbers(store: impl Executor<'_>) -> anyhow::Result<HashMap<String, i64>> {
    let rows = sqlx::query(
        "select kiosk_id, max(version) as version from kiosk_settings group by kiosk_id",
    )
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.get("kiosk_id"), row.get("version")))
        .collect())
}

/// The versions, the newest first.
///
/// # Errors
/// When the store fails.
pub async fn made(
    store: impl Executor<'_>,
    kiosk_id: &str,
    most: i64,
) -> anyhow::Result<Vec<Made>> {
    let rows = sqlx::query(
        "select t.version, t.body, t.at, s.name from kiosk_settings t
         join staff s on s.id = t.staff_id
         where t.kiosk_id = $1 order by t.version desc limit $2",
    )
    .bind(kiosk_id)
    .bind(most)
    .fetch_all(store)
    .await?;
    let made = rows.into_iter().map(|row| {
        Ok(Made {
            setup: Versioned {
                version: row.get("version"),
                body: serde_json::from_str(row.get("body")).context("settings of a kiosk")?,
            },
            at: row.get("at"),
            by: row.get("name"),
        })
    });
    made.collect()
}

/// Adds a version; false when there is one with this number.
///
/// # Errors
/// When the store fails.
pub async fn add(
    tx: &mut Connection,
    kiosk_id: &str,
    setup: &Versioned,
    by: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into kiosk_settings (kiosk_id, version, body, at, staff_id) values ($1, $2, $3, $4, $5)
         on conflict (kiosk_id, version) do nothing",
    )
    .bind(kiosk_id)
    .bind(setup.version)
    .bind(setup.body.to_string())
    .bind(now)
    .bind(by)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}
