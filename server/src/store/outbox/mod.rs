//! The outbox as rows: what has been accepted and is still to be carried, and every attempt at it.
//! What an attempt is and when the next one comes is decided in `crate::outbox`.
//!
//! Order holds within a case: a row that waits or is dead blocks the later ones of its own case,
//! and no other. Only one process carries, so that a row needs no claim beyond the attempt itself.

use anyhow::Context;
use sqlx::{SqlitePool, sqlite::SqliteConnection};

mod shown;
pub use shown::{Depth, Shown, Trouble, depth, list};

/// What is to be done at the back office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[sqlx(rename_all = "lowercase")]
pub enum Verb {
    /// Open a ticket for a leg.
    Open,
    /// Add a note to it.
    Note,
    /// Bring it to another state.
    State,
}

/// A row to be written, in the same transaction as what it tells of.
#[derive(Clone, Debug)]
pub struct NewItem {
    /// The case.
    pub case_id: String,
    /// The leg it belongs to.
    pub leg_id: String,
    /// Who carries it, by the name in the catalogue.
    pub connector: String,
    /// What is to be done.
    pub verb: Verb,
    /// A `Ticket`, a `Note` or a `StateChange`, as the verb wants it.
    pub payload: serde_json::Value,
}

/// A row to be carried.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Item {
    /// Its key.
    pub id: String,
    /// The case.
    pub case_id: String,
    /// The leg it belongs to.
    pub leg_id: String,
    /// What is to be done.
    pub verb: Verb,
    /// As it was written.
    pub payload: String,
    /// The idempotency key for the receiver.
    pub idempotency: String,
    /// Tries since it was written or last replayed.
    pub attempts: i64,
    /// An attempt was begun and its end is not known.
    pub in_doubt: bool,
    /// What the back office calls the leg's ticket, once it is open.
    pub foreign_id: Option<String>,
}

/// How an attempt ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// It is there, whoever brought it.
    Carried {
        /// What the back office calls the ticket, when one was opened.
        foreign_id: Option<String>,
    },
    /// To be tried again.
    Later {
        /// Not before this time.
        next_at: i64,
        /// For staff.
        trouble: String,
        /// Whether anything may have been done.
        doubt: Doubt,
    },
    /// Only a person can help.
    Dead {
        /// For staff.
        trouble: String,
        /// Whether anything may have been done.
        doubt: Doubt,
    },
}

/// Whether an attempt that failed may have had its effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It cannot have.
    Settled,
    /// It may have.
    Open,
}

/// Puts something behind everything else of its case.
///
/// # Errors
/// When the store fails, or the case or leg does not exist.
pub async fn put(tx: &mut SqliteConnection, item: &NewItem, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into outbox (id, case_id, leg_id, seq, connector, verb, payload, idempotency, state, next_at, created_at)
         select $1, $2, $3, coalesce(max(seq), 0) + 1, $4, $5, $6, $7, 'waiting', $8, $8
         from outbox where case_id = $2",
    )
    .bind(uuid::Uuid::now_v7().to_string())
    .bind(&item.case_id)
    .bind(&item.leg_id)
    .bind(&item.connector)
    .bind(item.verb)
    .bind(item.payload.to_string())
    .bind(uuid::Uuid::new_v4().to_string())
    .bind(now)
    .execute(tx)
    .await
    .context("cannot write to the outbox")?;
    Ok(())
}

/// What one connector may carry now: the first open row of each case, if it is due.
///
/// # Errors
/// When the store fails.
pub async fn due(
    pool: &SqlitePool,
    connector: &str,
    now: i64,
    most: i64,
) -> anyhow::Result<Vec<Item>> {
    let items = sqlx::query_as(
        "select o.id, o.case_id, o.leg_id, o.verb, o.payload, o.idempotency, o.attempts, o.in_doubt, c.foreign_id
         from outbox o left join counterparts c on c.leg_id = o.leg_id
         where o.state = 'waiting' and o.connector = $1 and o.next_at <= $2
           and not exists (select 1 from outbox e
             where e.case_id = o.case_id and e.seq < o.seq and e.state in ('waiting', 'dead'))
         order by o.next_at, o.id limit $3",
    )
    .bind(connector)
    .bind(now)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(items)
}

/// When the next row of a connector that nothing blocks will be due.
///
/// # Errors
/// When the store fails.
pub async fn next_due(pool: &SqlitePool, connector: &str) -> anyhow::Result<Option<i64>> {
    let (at,) = sqlx::query_as(
        "select min(o.next_at) from outbox o
         where o.state = 'waiting' and o.connector = $1
           and not exists (select 1 from outbox e
             where e.case_id = o.case_id and e.seq < o.seq and e.state in ('waiting', 'dead'))",
    )
    .bind(connector)
    .fetch_one(pool)
    .await?;
    Ok(at)
}

/// Every connector that something waits for, known or not.
///
/// # Errors
/// When the store fails.
pub async fn wanted_connectors(pool: &SqlitePool) -> anyhow::Result<Vec<String>> {
    let names: Vec<(String,)> = sqlx::query_as(
        "select distinct connector from outbox where state = 'waiting' order by connector",
    )
    .fetch_all(pool)
    .await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// Notes that an attempt begins, before anything goes out; returns its number, or nothing if the
/// row waits no more (a person may have been quicker).
///
/// # Errors
/// When the store fails.
pub async fn begin(tx: &mut SqliteConnection, id: &str, now: i64) -> anyhow::Result<Option<i64>> {
    let begun =
        sqlx::query("update outbox set attempts = attempts + 1, in_doubt = 1 where id = $1 and state = 'waiting'")
            .bind(id)
            .execute(&mut *tx)
            .await?;
    if begun.rows_affected() == 0 {
        return Ok(None);
    }
    let (attempt,): (i64,) = sqlx::query_as(
        "insert into outbox_attempts (outbox_id, attempt, begun_at)
         select $1, coalesce(max(attempt), 0) + 1, $2 from outbox_attempts where outbox_id = $1
         returning attempt",
    )
    .bind(id)
    .bind(now)
    .fetch_one(tx)
    .await?;
    Ok(Some(attempt))
}

/// Notes that a repeat goes out although the first may have arrived.
///
/// # Errors
/// When the store fails.
pub async fn mark_maybe_doubled(tx: &mut SqliteConnection, id: &str) -> anyhow::Result<()> {
    sqlx::query("update outbox set maybe_doubled = 1 where id = $1")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes how an attempt ended. An open that was carried makes its leg `queued`.
///
/// # Errors
/// When the store fails.
pub async fn end(
    tx: &mut SqliteConnection,
    item: &Item,
    attempt: i64,
    end: &End,
    now: i64,
) -> anyhow::Result<()> {
    let outcome = match end {
        End::Carried { foreign_id } => {
            carried(tx, item, foreign_id.as_deref(), now).await?;
            "carried"
        }
        End::Later {
            next_at,
            trouble,
            doubt,
        } => {
            failed(tx, &item.id, "waiting", *next_at, trouble, *doubt).await?;
            if *doubt == Doubt::Open {
                "unknown"
            } else {
                "later"
            }
        }
        End::Dead { trouble, doubt } => {
            failed(tx, &item.id, "dead", now, trouble, *doubt).await?;
            "dead"
        }
    };
    sqlx::query("update outbox_attempts set ended_at = $3, outcome = $4 where outbox_id = $1 and attempt = $2")
        .bind(&item.id)
        .bind(attempt)
        .bind(now)
        .bind(outcome)
        .execute(tx)
        .await?;
    Ok(())
}

async fn carried(
    tx: &mut SqliteConnection,
    item: &Item,
    foreign_id: Option<&str>,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "update outbox set state = 'carried', in_doubt = 0, last_trouble = null, carried_at = $2 where id = $1",
    )
    .bind(&item.id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if item.verb != Verb::Open {
        return Ok(());
    }
    if let Some(foreign_id) = foreign_id {
        sqlx::query(
            "insert into counterparts (leg_id, connector, foreign_id)
             select leg_id, connector, $2 from outbox where id = $1
             on conflict (leg_id) do update set connector = excluded.connector, foreign_id = excluded.foreign_id",
        )
        .bind(&item.id)
        .bind(foreign_id)
        .execute(&mut *tx)
        .await?;
    }
    sqlx::query(
        "update legs set state = 'queued', queued_at = $2 where id = $1 and state = 'planned'",
    )
    .bind(&item.leg_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

async fn failed(
    tx: &mut SqliteConnection,
    id: &str,
    state: &str,
    next_at: i64,
    trouble: &str,
    doubt: Doubt,
) -> anyhow::Result<()> {
    sqlx::query("update outbox set state = $2, next_at = $3, last_trouble = $4, in_doubt = $5 where id = $1")
        .bind(id)
        .bind(state)
        .bind(next_at)
        .bind(trouble)
        .bind(i64::from(doubt == Doubt::Open))
        .execute(tx)
        .await?;
    Ok(())
}

/// A person wants a dead row carried after all. Its doubt stays, so that it is looked up first.
///
/// # Errors
/// When the store fails.
pub async fn replay(tx: &mut SqliteConnection, id: &str, now: i64) -> anyhow::Result<Changed> {
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
pub async fn set_aside(tx: &mut SqliteConnection, id: &str) -> anyhow::Result<Changed> {
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
pub async fn settle_doubled(tx: &mut SqliteConnection, id: &str) -> anyhow::Result<Changed> {
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
