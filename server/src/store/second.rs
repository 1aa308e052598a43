//! The second step of signing in: sealed secrets, the digests of recovery codes, and those whose
//! password was right and who are still to say a code. What a code must be is decided in `office`.

use super::{Batch, Connection, Executor, Pool};
use sqlx::Row;

/// Somebody's second step.
#[derive(Clone, PartialEq, Eq)]
pub struct Second {
    /// The secret, sealed.
    pub secret: String,
    /// The recovery codes, sealed, while it is being set up.
    pub codes: Option<String>,
    /// Since when it counts; not yet, while it is being set up.
    pub since: Option<i64>,
}

/// Somebody's second step, be it that it is still being set up.
///
/// # Errors
/// When the store fails.
pub async fn find(store: impl Executor<'_>, staff_id: &str) -> anyhow::Result<Option<Second>> {
    let row = sqlx::query("select secret, codes, since from staff_totp where staff_id = $1")
        .bind(staff_id)
        .fetch_optional(store)
        .await?;
    Ok(row.map(|row| Second {
        secret: row.get("secret"),
        codes: row.get("codes"),
        since: row.get("since"),
    }))
}

/// Begins to set it up, in the place of what was begun before. One that counts stays as it is.
///
/// # Errors
/// When the store fails.
pub async fn begin(
    tx: &mut Connection,
    staff_id: &str,
    secret: &str,
    codes: &str,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into staff_totp (staff_id, secret, codes) values ($1, $2, $3)
         on conflict (staff_id) do update set secret = excluded.secret, codes = excluded.codes
         where staff_totp.since is null",
    )
    .bind(staff_id)
    .bind(secret)
    .bind(codes)
    .execute(tx)
    .await?;
    Ok(())
}

/// From now on it counts, and of the recovery codes only the digests are left; false when it
/// counted already.
///
/// # Errors
/// When the store fails.
pub async fn confirm(
    tx: &mut Connection,
    staff_id: &str,
    step: i64,
    digests: &[String],
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update staff_totp set since = $2, last_step = $3, codes = null
         where staff_id = $1 and since is null",
    )
    .bind(staff_id)
    .bind(now)
    .bind(step)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    let mut batch = Batch::default();
    batch
        .add("delete from staff_recovery where staff_id = ?")
        .bind(staff_id);
    for digest in digests {
        batch
            .add("insert into staff_recovery (staff_id, digest) values (?, ?)")
            .bind(staff_id)
            .bind(digest);
    }
    batch.run(tx).await?;
    Ok(true)
}

/// Takes the code of a step; false when that step's, or a later one's, was taken before.
///
/// # Errors
/// When the store fails.
pub async fn take_step(tx: &mut Connection, staff_id: &str, step: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update staff_totp set last_step = $2
         where staff_id = $1 and since is not null and last_step < $2",
    )
    .bind(staff_id)
    .bind(step)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Takes a recovery code; false when there is none like it any more.
///
/// # Errors
/// When the store fails.
pub async fn take_recovery(
    tx: &mut Connection,
    staff_id: &str,
    digest: &str,
) -> anyhow::Result<bool> {
    let done = sqlx::query("delete from staff_recovery where staff_id = $1 and digest = $2")
        .bind(staff_id)
        .bind(digest)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// How many recovery codes are left.
///
/// # Errors
/// When the store fails.
pub async fn recovery_left(pool: &Pool, staff_id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query("select count(*) as codes from staff_recovery where staff_id = $1")
        .bind(staff_id)
        .fetch_one(pool)
        .await?;
    Ok(row.get("codes"))
}

/// Forgets somebody's second step altogether; false when there was none.
///
/// # Errors
/// When the store fails.
pub async fn remove(tx: &mut Connection, staff_id: &str) -> anyhow::Result<bool> {
    sqlx::query("delete from staff_recovery where staff_id = $1")
        .bind(staff_id)
        .execute(&mut *tx)
        .await?;
    let done = sqlx::query("delete from staff_totp where staff_id = $1")
        .bind(staff_id)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Somebody whose password was right.
///
/// # Errors
/// When the store fails.
pub async fn add_half(
    tx: &mut Connection,
    token_hash: &str,
    staff_id: &str,
    expires_at: i64,
) -> anyhow::Result<()> {
    sqlx::query("insert into half_sessions (token_hash, staff_id, expires_at) values ($1, $2, $3)")
        .bind(token_hash)
        .bind(staff_id)
        .bind(expires_at)
        .execute(tx)
        .await?;
    Ok(())
}

/// Counts a try of somebody who is still to say a code, and says who it is and the how manieth try
/// it was. Nobody who left, and nobody whose minutes are over.
///
/// # Errors
/// When the store fails.
pub async fn try_half(
    tx: &mut Connection,
    token_hash: &str,
    now: i64,
) -> anyhow::Result<Option<(String, i64)>> {
    let row = sqlx::query(
        "update half_sessions set tries = tries + 1
         where token_hash = $1 and expires_at > $2
           and exists (select 1 from staff s where s.id = half_sessions.staff_id and s.left_at is null)
         returning staff_id, tries",
    )
    .bind(token_hash)
    .bind(now)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| (row.get("staff_id"), row.get("tries"))))
}

/// Forgets one, and all whose minutes are over.
///
/// # Errors
/// When the store fails.
pub async fn remove_half(tx: &mut Connection, token_hash: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query("delete from half_sessions where token_hash = $1 or expires_at <= $2")
        .bind(token_hash)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets everybody's half sessions of one person, because their password is another one now.
///
/// # Errors
/// When the store fails.
pub async fn remove_halves_of(tx: &mut Connection, staff_id: &str) -> anyhow::Result<()> {
    sqlx::query("delete from half_sessions where staff_id = $1")
        .bind(staff_id)
        .execute(tx)
        .await?;
    Ok(())
}
