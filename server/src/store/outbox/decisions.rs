//! What a person decides about a row that the carrier cannot help.

use crate::store::Connection;

/// A person wants a dead row carried after all. Its doubt stays, so that it is looked up first.
///
/// # Errors
/// When the store fails.
pub async fn replay(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<Changed> {
    let done =
        sqlx::query("update outbox set state = 'waiting', attempts = 0, next_at = $2 where id = $1 and state = 'dead'")
            .bind(id)
            .bind(now)
            .execute(tx)
            .await?;
    Ok(Changed::from_rows(done.rows_affected()))
}

/// A person decided that a dead row shall not be carried; what comes after it goes on.
///
/// # Errors
/// When the store fails.
pub async fn set_aside(tx: &mut Connection, id: &str) -> anyhow::Result<Changed> {
    let done = sqlx::query("update outbox set state = 'aside' where id = $1 and state = 'dead'")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(Changed::from_rows(done.rows_affected()))
}

/// A person has looked at a row that may have been carried twice.
///
/// # Errors
/// When the store fails.
pub async fn settle_doubled(tx: &mut Connection, id: &str) -> anyhow::Result<Changed> {
    let done =
        sqlx::query("update outbox set maybe_doubled = 0 where id = $1 and maybe_doubled = 1")
            .bind(id)
            .execute(tx)
            .await?;
    Ok(Changed::from_rows(done.rows_affected()))
}

/// Whether a person's decision found the row as they had seen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It did.
    Done,
    /// Somebody or something was quicker.
    TooLate,
}

impl Changed {
    fn from_rows(rows: u64) -> Self {
        if rows == 0 { Self::TooLate } else { Self::Done }
    }
}
