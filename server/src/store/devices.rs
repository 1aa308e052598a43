//! Browsers in which somebody has signed in before. Tokens come in hashed. What it is good for is
//! decided in `office`: tries of their own, and nothing else.

use super::{Connection, Pool};

/// Whether somebody with this login has signed in with this browser.
///
/// # Errors
/// When the store fails.
pub async fn knows(pool: &Pool, device_hash: &str, login: &str) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 from staff_devices d join staff s on s.id = d.staff_id
         where d.device_hash = $1 and s.login = $2 and s.left_at is null",
    )
    .bind(device_hash)
    .bind(login)
    .fetch_optional(pool)
    .await?;
    Ok(row.is_some())
}

/// Somebody signed in with this browser.
///
/// # Errors
/// When the store fails.
pub async fn see(
    tx: &mut Connection,
    device_hash: &str,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into staff_devices (device_hash, staff_id, seen_at) values ($1, $2, $3)
         on conflict (device_hash, staff_id) do update set seen_at = excluded.seen_at",
    )
    .bind(device_hash)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Forgets the browsers of somebody.
///
/// # Errors
/// When the store fails.
pub async fn forget_those_of(tx: &mut Connection, staff_id: &str) -> anyhow::Result<()> {
    sqlx::query("delete from staff_devices where staff_id = $1")
        .bind(staff_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Forgets the browsers that nobody has signed in with since an instant.
///
/// # Errors
/// When the store fails.
pub async fn forget_before(tx: &mut Connection, instant: i64) -> anyhow::Result<()> {
    sqlx::query("delete from staff_devices where seen_at < $1")
        .bind(instant)
        .execute(tx)
        .await?;
    Ok(())
}
