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
    /// Who vouched for them.
    pub vouched: Vouched,
    /// Whether the password is their own.
    pub own_password: bool,
    /// Whether the second step is asked of them.
    pub second: bool,
}

/// Who vouched for somebody as they came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vouched {
    /// They know their password, and the code where one is asked for.
    ByUs,
    /// The identity provider.
    ByProvider,
}

/// A session that begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// What stands in the store for its token.
    pub token_hash: String,
    /// Whose.
    pub staff_id: String,
    /// Who vouched for them.
    pub vouched: Vouched,
    /// When it begins.
    pub now: i64,
    /// When it ends whatever happens.
    pub expires_at: i64,
}

/// Begins a session.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, session: &NewSession) -> anyhow::Result<()> {
    sqlx::query(
        "insert into staff_sessions (token_hash, staff_id, created_at, used_at, expires_at, provider)
         values ($1, $2, $3, $3, $4, $5)",
    )
    .bind(&session.token_hash)
    .bind(&session.staff_id)
    .bind(session.now)
    .bind(session.expires_at)
    .bind(i64::from(session.vouched == Vouched::ByProvider))
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
        "select s.id, s.login, s.name, s.unit, s.department, s.role, s.left_at, s.once_until,
             t.used_at, t.expires_at, t.provider, p.since
         from staff_sessions t join staff s on s.id = t.staff_id
         left join staff_totp p on p.staff_id = s.id
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
            vouched: match row.get::<i64, _>("provider") {
                0 => Vouched::ByUs,
                _ => Vouched::ByProvider,
            },
            own_password: row.get::<Option<i64>, _>("once_until").is_none(),
            second: row.get::<Option<i64>, _>("since").is_some(),
        })
    })
    .transpose()
}

/// In how many browsers somebody is signed in.
///
/// # Errors
/// When the store fails.
pub async fn count(pool: &Pool, staff_id: &str, now: i64, idle_since: i64) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as sessions from staff_sessions
         where staff_id = $1 and expires_at > $2 and used_at > $3",
    )
    .bind(staff_id)
    .bind(now)
    .bind(idle_since)
    .fetch_one(pool)
    .await?;
    Ok(row.get("sessions"))
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

/// Ends every session of somebody.
///
/// # Errors
/// When the store fails.
pub async fn remove_those_of(tx: &mut Connection, staff_id: &str) -> anyhow::Result<()> {
    sqlx::query("delete from staff_sessions where staff_id = $1")
        .bind(staff_id)
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
