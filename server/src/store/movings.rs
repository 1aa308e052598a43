//! Journeys that kiosks offer to phones. Codes come in hashed and what was typed sealed; who may
//! take what is decided in `office`.

use super::{Connection, Pool};
use sqlx::Row;

/// A journey that is offered.
#[derive(Clone, Debug)]
pub struct NewMoving<'a> {
    /// The journey's idempotency key.
    pub key: &'a str,
    /// The kiosk.
    pub kiosk_id: &'a str,
    /// What was typed, sealed.
    pub body: &'a str,
    /// What stands here for its new code.
    pub code_hash: &'a str,
    /// Until when the new code is good.
    pub until: i64,
    /// Until when the codes before are good.
    pub before_until: i64,
}

/// An offer as it is found by one of its codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moving {
    /// The journey's idempotency key.
    pub key: String,
    /// What was typed, sealed.
    pub body: String,
}

/// How an offer stands in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whether somebody took it.
    pub claimed: bool,
    /// Until when its last code is good.
    pub expires_at: i64,
}

/// Offers a journey under a new code. False when somebody took it before, or another kiosk has it.
///
/// # Errors
/// When the store fails.
pub async fn offer(tx: &mut Connection, new: &NewMoving<'_>) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into movings (key, kiosk_id, body, expires_at) values ($1, $2, $3, $4)
         on conflict (key) do update set body = excluded.body, expires_at = excluded.expires_at
         where movings.claimed_at is null and movings.kiosk_id = excluded.kiosk_id",
    )
    .bind(new.key)
    .bind(new.kiosk_id)
    .bind(new.body)
    .bind(new.until)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("update moving_codes set expires_at = $2 where key = $1 and expires_at > $2")
        .bind(new.key)
        .bind(new.before_until)
        .execute(&mut *tx)
        .await?;
    sqlx::query("insert into moving_codes (code_hash, key, expires_at) values ($1, $2, $3)")
        .bind(new.code_hash)
        .bind(new.key)
        .bind(new.until)
        .execute(tx)
        .await?;
    Ok(true)
}

/// How a kiosk's offer stands.
///
/// # Errors
/// When the store fails.
pub async fn standing(pool: &Pool, key: &str, kiosk_id: &str) -> anyhow::Result<Option<Standing>> {
    let row = sqlx::query(
        "select case when claimed_at is null then 0 else 1 end as claimed, expires_at
         from movings where key = $1 and kiosk_id = $2",
    )
    .bind(key)
    .bind(kiosk_id)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Standing {
        claimed: row.get::<i64, _>("claimed") != 0,
        expires_at: row.get("expires_at"),
    }))
}

/// What is offered under a code, while the code is good and nobody has taken it.
///
/// # Errors
/// When the store fails.
pub async fn find(
    tx: &mut Connection,
    code_hash: &str,
    now: i64,
) -> anyhow::Result<Option<Moving>> {
    let row = sqlx::query(
        "select m.key, m.body from moving_codes c join movings m on m.key = c.key
         where c.code_hash = $1 and c.expires_at > $2 and m.claimed_at is null",
    )
    .bind(code_hash)
    .bind(now)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| Moving {
        key: row.get("key"),
        body: row.get("body"),
    }))
}

/// Gives a journey to a visitor, once: what was typed and every code go from here. False when
/// somebody was first.
///
/// # Errors
/// When the store fails.
pub async fn claim(
    tx: &mut Connection,
    key: &str,
    visitor_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update movings set body = null, claimed_at = $3, visitor_id = $2
         where key = $1 and claimed_at is null",
    )
    .bind(key)
    .bind(visitor_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query("delete from moving_codes where key = $1")
        .bind(key)
        .execute(tx)
        .await?;
    Ok(true)
}

/// Lets a visitor see all of the case that was made of a journey which they took over, though the
/// kiosk sent it too and was first. False when they took over none with this key.
///
/// # Errors
/// When the store fails.
pub async fn grant(tx: &mut Connection, key: &str, visitor_id: &str) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into grants (visitor_id, case_id, scope, link_version)
         select m.visitor_id, c.id, 'full', c.link_version
         from movings m join cases c on c.key = m.key
         where m.key = $1 and m.visitor_id = $2
         on conflict (visitor_id, case_id) do nothing",
    )
    .bind(key)
    .bind(visitor_id)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether somebody took a journey over, and is known still.
///
/// # Errors
/// When the store fails.
pub async fn is_taken(tx: &mut Connection, key: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from movings where key = $1 and claimed_at is not null")
        .bind(key)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Drops what nobody took in time.
///
/// # Errors
/// When the store fails.
pub async fn remove_expired(tx: &mut Connection, now: i64) -> anyhow::Result<()> {
    sqlx::query("delete from moving_codes where expires_at <= $1")
        .bind(now)
        .execute(&mut *tx)
        .await?;
    sqlx::query("delete from movings where claimed_at is null and expires_at <= $1")
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}
