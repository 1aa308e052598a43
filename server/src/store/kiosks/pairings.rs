//! Devices that wait to be paired. Their secrets come in hashed, and so do the codes they show.

use super::super::{Connection, Executor};
use sqlx::Row;

/// A device that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// Until when.
    pub expires_at: i64,
    /// What it becomes, once somebody has claimed it.
    pub kiosk_id: Option<String>,
}

/// Begins to wait, in the place of a wait before; false when another device shows this code.
///
/// # Errors
/// When the store fails.
pub async fn begin(
    tx: &mut Connection,
    token_hash: &str,
    code: &str,
    now: i64,
    until: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into kiosk_pairings (token_hash, code, made_at, expires_at) values ($1, $2, $3, $4)
         on conflict (code) do nothing",
    )
    .bind(token_hash)
    .bind(code)
    .bind(now)
    .bind(until)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What a device waits for.
///
/// # Errors
/// When the store fails.
pub async fn find(store: impl Executor<'_>, token_hash: &str) -> anyhow::Result<Option<Pairing>> {
    let row = sqlx::query("select expires_at, kiosk_id from kiosk_pairings where token_hash = $1")
        .bind(token_hash)
        .fetch_optional(store)
        .await?;
    Ok(row.map(|row| Pairing {
        expires_at: row.get("expires_at"),
        kiosk_id: row.get("kiosk_id"),
    }))
}

/// Whether a device shows this code now.
///
/// # Errors
/// When the store fails.
pub async fn is_shown(store: impl Executor<'_>, code: &str, now: i64) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from kiosk_pairings where code = $1 and expires_at > $2")
        .bind(code)
        .bind(now)
        .fetch_optional(store)
        .await?;
    Ok(row.is_some())
}

/// Spends a code for a kiosk; the device has until an instant to fetch its credential. False when
/// no device shows it.
///
/// # Errors
/// When the store fails.
pub async fn claim(
    tx: &mut Connection,
    code: &str,
    kiosk_id: &str,
    now: i64,
    until: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update kiosk_pairings set code = null, kiosk_id = $2, expires_at = $4
         where code = $1 and expires_at > $3 and kiosk_id is null",
    )
    .bind(code)
    .bind(kiosk_id)
    .bind(now)
    .bind(until)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// It waits no more.
///
/// # Errors
/// When the store fails.
pub async fn forget(tx: &mut Connection, token_hash: &str) -> anyhow::Result<()> {
    sqlx::query("delete from kiosk_pairings where token_hash = $1")
        .bind(token_hash)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whatever waited for a kiosk waits no more.
///
/// # Errors
/// When the store fails.
pub async fn forget_those_of(tx: &mut Connection, kiosk_id: &str) -> anyhow::Result<()> {
    sqlx::query("delete from kiosk_pairings where kiosk_id = $1")
        .bind(kiosk_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets those whose time was over before an instant.
///
/// # Errors
/// When the store fails.
pub async fn forget_before(tx: &mut Connection, instant: i64) -> anyhow::Result<()> {
    sqlx::query("delete from kiosk_pairings where expires_at < $1")
        .bind(instant)
        .execute(tx)
        .await?;
    Ok(())
}
