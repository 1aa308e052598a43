//! Staff sessions. Tokens come in hashed; how long a session lasts is decided in `office`.

use super::{
    Connection, Pool,
    staff::{self, Person},
};
use sqlx::Row;

/// A session with whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Whose.
    pub person: Person,
    /// When it was last seen in use, as far as the store knows.
    pub used_at: i64,
    /// When it ends whatever happens.
    pub expires_at: i64,
}

/// Begins a session.
///
/// # Errors
/// When the store fails.
pub async fn add(
    tx: &mut Connection,
    token_hash: &str,
    staff_id: &str,
    now: i64,
    expires_at: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into staff_sessions (token_hash, staff_id, created_at, used_at, expires_at)
         values ($1, $2, $3, $3, $4)",
    )
    .bind(token_hash)
    .bind(staff_id)
    .bind(now)
    .bind(expires_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// The session of a token; none of somebody who left.
///
/// # Errors
/// When the store fails.
pub async fn find(pool: &Pool, token_hash: &str) -> anyhow::Result<Option<Session>> {
    let row = sqlx::query(
        "select s.id, s.login, s.name, s.unit, s.department, s.role, s.left_at, t.used_at, t.expires_at
         from staff_sessions t join staff s on s.id = t.staff_id
         where t.token_hash = $1 and s.left_at is null",
    )
    .bind(token_hash)
    .fetch_optional(pool)
    .await?;
    row.map(|row| {
        Ok(Session {
            person: staff::read(&row)?,
            used_at: row.get("used_at"),
            expires_at: row.get("expires_at"),
        })
    })
    .transpose()
}

/// Notes that a session is in use.
///
/// # Errors
/// When the store fails.
pub async fn touch(tx: &mut Connection, token_hash: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query("update staff_sessions set used_at = $2 where token_hash = $1 and used_at < $2")
        .bind(token_hash)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// When the store fails.
pub async fn remove(tx: &mut Connection, token_hash: &str) -> anyhow::Result<()> {
    sqlx::query("delete from staff_sessions where token_hash = $1")
        .bind(token_hash)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets every session whose time is over.
///
/// # Errors
/// When the store fails.
pub async fn remove_expired(tx: &mut Connection, now: i64) -> anyhow::Result<()> {
    sqlx::query("delete from staff_sessions where expires_at <= $1")
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}
