//! The outbox as rows: what has been accepted and is still to be carried, and every attempt at it.
//! What an attempt is and when the next one comes is decided in `crate::outbox`.
//!
//! Order holds within a case: a row that waits or is dead blocks the later ones of its own case,
//! and no other. Several servers may carry: who begins an attempt claims the row, and a claim that
//! has run out leaves the row in doubt.

use super::{Batch, Connection, Flag, Pool};
use anyhow::Context;

mod attempts;
mod decisions;
mod shown;
pub use attempts::{begin, end, hold, mark_maybe_doubled};
pub use decisions::{Changed, replay, set_aside, settle_doubled};
pub use shown::{Depth, Shown, Trouble, depth, list};

/// What is to be done at the back office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Open a ticket for a leg.
    Open,
    /// Add a note to it.
    Note,
    /// Bring it to another state.
    State,
}

impl Verb {
    /// The word in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Note => "note",
            Self::State => "state",
        }
    }
}

impl TryFrom<String> for Verb {
    type Error = anyhow::Error;

    fn try_from(word: String) -> anyhow::Result<Self> {
        [Self::Open, Self::Note, Self::State]
            .into_iter()
            .find(|verb| verb.name() == word)
            .context("an unknown verb in the outbox")
    }
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
    /// Who carries it.
    pub connector: String,
    /// What is to be done.
    #[sqlx(try_from = "String")]
    pub verb: Verb,
    /// As it was written.
    pub payload: String,
    /// The idempotency key for the receiver.
    pub idempotency: String,
    /// Tries since it was written or last replayed.
    pub attempts: i64,
    /// An attempt was begun and its end is not known.
    #[sqlx(try_from = "i64")]
    pub in_doubt: Flag,
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
        /// The state it was brought to, so that its next look finds nothing new in that.
        foreign_state: Option<String>,
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
    /// The row becomes the opening of another ticket for its leg, due at once.
    Anew {
        /// The `Ticket`.
        payload: String,
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
pub async fn put(tx: &mut Connection, item: &NewItem, now: i64) -> anyhow::Result<()> {
    let mut batch = Batch::default();
    add(&mut batch, item, now);
    batch.run(tx).await.context("cannot write to the outbox")
}

/// The same, together with whatever else is written.
pub fn add(batch: &mut Batch, item: &NewItem, now: i64) {
    batch
        .add(
            "insert into outbox
                 (id, case_id, leg_id, seq, connector, verb, payload, idempotency, state, next_at, created_at)
             select ?, ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ?, 'waiting', ?, ? from outbox where case_id = ?",
        )
        .bind(uuid::Uuid::now_v7().to_string())
        .bind(&item.case_id)
        .bind(&item.leg_id)
        .bind(&item.connector)
        .bind(item.verb.name())
        .bind(item.payload.to_string())
        .bind(uuid::Uuid::new_v4().to_string())
        .bind(now)
        .bind(now)
        .bind(&item.case_id);
}

/// What one connector may carry now: the first open row of each case, if it is due.
///
/// # Errors
/// When the store fails.
pub async fn due(pool: &Pool, connector: &str, now: i64, most: i64) -> anyhow::Result<Vec<Item>> {
    let items = sqlx::query_as(
        "select o.id, o.case_id, o.leg_id, o.connector, o.verb, o.payload, o.idempotency, o.attempts, o.in_doubt, c.foreign_id
         from outbox o left join counterparts c on c.leg_id = o.leg_id
         where o.state = 'waiting' and o.connector = $1 and o.next_at <= $2
           and (o.claimed_until is null or o.claimed_until <= $2)
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

/// What a leg was last opened with.
///
/// # Errors
/// When the store fails.
pub async fn last_opening(pool: &Pool, leg_id: &str) -> anyhow::Result<Option<String>> {
    let payload = sqlx::query_scalar(
        "select payload from outbox where leg_id = $1 and verb = 'open' order by seq desc limit 1",
    )
    .bind(leg_id)
    .fetch_optional(pool)
    .await?;
    Ok(payload)
}

/// When the next row of a connector that nothing blocks will be due, or be left behind by a server
/// that does not renew its claim.
///
/// # Errors
/// When the store fails.
pub async fn next_due(pool: &Pool, connector: &str) -> anyhow::Result<Option<i64>> {
    let (at,) = sqlx::query_as(
        "select min(case when o.claimed_until > o.next_at then o.claimed_until else o.next_at end)
         from outbox o
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
pub async fn wanted_connectors(pool: &Pool) -> anyhow::Result<Vec<String>> {
    let names: Vec<(String,)> = sqlx::query_as(
        "select distinct connector from outbox where state = 'waiting' order by connector",
    )
    .fetch_all(pool)
    .await?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}
