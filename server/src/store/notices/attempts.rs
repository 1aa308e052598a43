//! How a notice goes out: begun before it leaves, so that a crash is an attempt and no loss, and
//! ended with what became of it.

use crate::store::{Connection, Pool};
use sqlx::Row;

/// What became of an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It was taken.
    Sent,
    /// Later again.
    Later {
        /// When.
        next_at: i64,
        /// What went wrong.
        trouble: String,
    },
    /// Never again.
    Failed {
        /// Why; a word.
        reason: &'static str,
        /// What went wrong.
        trouble: String,
    },
}

/// Begins an attempt and returns its number; none, when somebody else has it in hand or it does not
/// wait any more. Until `lease` nobody else takes it.
///
/// # Errors
/// When the store fails.
pub async fn begin(
    tx: &mut Connection,
    id: &str,
    day: &str,
    now: i64,
    lease: i64,
) -> anyhow::Result<Option<i64>> {
    let row = sqlx::query(
        "update notices set attempts = attempts + 1, next_at = $3, day = $4
         where id = $1 and state = 'waiting' and next_at <= $2 returning attempts",
    )
    .bind(id)
    .bind(now)
    .bind(lease)
    .bind(day)
    .fetch_optional(&mut *tx)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let attempt: i64 = row.get("attempts");
    sqlx::query("insert into notice_attempts (notice_id, attempt, begun_at) values ($1, $2, $3)")
        .bind(id)
        .bind(attempt)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(Some(attempt))
}

/// How many other notices of a day count against the contact with this value.
///
/// # Errors
/// When the store fails.
pub async fn count_of_day(
    tx: &mut Connection,
    value: &str,
    day: &str,
    but: &str,
) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as n from contacts k join notices n on n.contact_id = k.id
         where k.value = $1 and n.day = $2 and n.id <> $3",
    )
    .bind(value)
    .bind(day)
    .bind(but)
    .fetch_one(tx)
    .await?;
    Ok(row.get("n"))
}

/// Ends an attempt.
///
/// # Errors
/// When the store fails.
pub async fn end(
    tx: &mut Connection,
    id: &str,
    attempt: i64,
    end: &End,
    now: i64,
) -> anyhow::Result<()> {
    let (state, reason, trouble, next_at, outcome) = match end {
        End::Sent => ("sent", None, None, now, "sent"),
        End::Later { next_at, trouble } => ("waiting", None, Some(trouble), *next_at, "later"),
        End::Failed { reason, trouble } => ("failed", Some(*reason), Some(trouble), now, "failed"),
    };
    // What fails uses up nothing of what a contact may be sent; what waits does, as it may be there.
    sqlx::query(
        "update notices set state = $2, reason = $3, trouble = $4, next_at = $5,
           day = case when $2 = 'failed' then null else day end,
           ended_at = case when $2 = 'waiting' then null else $6 end
         where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(state)
    .bind(reason)
    .bind(trouble.map(String::as_str))
    .bind(next_at)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update notice_attempts set ended_at = $3, outcome = $4 where notice_id = $1 and attempt = $2",
    )
    .bind(id)
    .bind(attempt)
    .bind(now)
    .bind(outcome)
    .execute(tx)
    .await?;
    Ok(())
}

/// Lets a notice wait, without an attempt.
///
/// # Errors
/// When the store fails.
pub async fn postpone(tx: &mut Connection, id: &str, next_at: i64) -> anyhow::Result<()> {
    sqlx::query("update notices set next_at = $2 where id = $1 and state = 'waiting'")
        .bind(id)
        .bind(next_at)
        .execute(tx)
        .await?;
    Ok(())
}

/// Holds a notice back, because the contact has had enough for one day; true the first time.
///
/// # Errors
/// When the store fails.
pub async fn hold(tx: &mut Connection, id: &str, next_at: i64) -> anyhow::Result<bool> {
    let held = sqlx::query(
        "update notices set state = 'held', reason = 'budget', next_at = $2
         where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(next_at)
    .execute(tx)
    .await?;
    Ok(held.rows_affected() > 0)
}

/// Ends a notice that is not sent.
///
/// # Errors
/// When the store fails.
pub async fn suppress(
    tx: &mut Connection,
    id: &str,
    reason: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update notices set state = 'suppressed', reason = $2, ended_at = $3
         where id = $1 and state in ('waiting', 'held')",
    )
    .bind(id)
    .bind(reason)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// One held notice whose contact may be written to again, the newest of them: its key, its case,
/// its contact's key and value, and its channel.
///
/// # Errors
/// When the store fails.
pub async fn held(pool: &Pool, now: i64) -> anyhow::Result<Option<Held>> {
    let row = sqlx::query(
        "select n.id, n.case_id, n.follower_id, n.contact_id, n.channel, k.value
         from notices n join contacts k on k.id = n.contact_id
         where n.state = 'held' and n.next_at <= $1 order by n.created_at desc, n.id desc limit 1",
    )
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Held {
        id: row.get("id"),
        case_id: row.get("case_id"),
        follower_id: row.get("follower_id"),
        contact_id: row.get("contact_id"),
        channel: row.get("channel"),
        value: row.get("value"),
    }))
}

/// A notice that was held back.
#[derive(Clone, Debug)]
pub struct Held {
    /// Its key.
    pub id: String,
    /// The case it is about.
    pub case_id: Option<String>,
    /// Who follows an incident, if it is not about a case.
    pub follower_id: Option<String>,
    /// The contact's key.
    pub contact_id: String,
    /// `mail` or `sms`.
    pub channel: String,
    /// Where to.
    pub value: String,
}

/// Ends every held notice of the contacts with this value that may go again: one summary stands for
/// all of them.
///
/// # Errors
/// When the store fails.
pub async fn summed_up(tx: &mut Connection, value: &str, now: i64) -> anyhow::Result<u64> {
    let done = sqlx::query(
        "update notices set state = 'suppressed', reason = 'summary', ended_at = $2
         where state = 'held' and next_at <= $2
           and contact_id in (select id from contacts where value = $1)",
    )
    .bind(value)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected())
}
