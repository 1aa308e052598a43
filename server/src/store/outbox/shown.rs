//! The outbox as people and gauges see it: how much waits, for how long, and what needs a person.

use crate::store::{Flag, Pool};

/// How much there is to carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Depth {
    /// Rows that wait.
    pub waiting: i64,
    /// Rows that only a person can help.
    pub dead: i64,
    /// Rows that may have been carried twice and nobody has looked at.
    pub maybe_doubled: i64,
    /// When the oldest row that waits or is dead was written.
    pub oldest_at: Option<i64>,
}

/// How much there is to carry, and since when.
///
/// # Errors
/// When the store fails.
pub async fn depth(pool: &Pool) -> anyhow::Result<Depth> {
    let depth = sqlx::query_as(
        "select
           (select count(*) from outbox where state = 'waiting') as waiting,
           (select count(*) from outbox where state = 'dead') as dead,
           (select count(*) from outbox where maybe_doubled = 1) as maybe_doubled,
           (select min(created_at) from outbox where state in ('waiting', 'dead')) as oldest_at",
    )
    .fetch_one(pool)
    .await?;
    Ok(depth)
}

/// Why a row is shown to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Replay it or set it aside.
    Dead,
    /// Look at the back office whether it is there twice.
    MaybeDoubled,
    /// Tried in vain so far; it will be tried again.
    Trying,
}

/// A row that a person should see.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Shown {
    /// Its key, for replay and the like.
    pub id: String,
    /// The case.
    pub case_id: String,
    /// The case's public reference.
    pub reference: String,
    /// The unit of the leg.
    pub unit: String,
    /// The department of the leg.
    pub department: String,
    /// Who carries it.
    pub connector: String,
    /// What was to be done.
    #[sqlx(try_from = "String")]
    pub verb: super::Verb,
    /// `waiting`, `carried`, `dead` or `aside`.
    pub state: String,
    /// Tries since it was written or last replayed.
    pub attempts: i64,
    /// When it will be tried again, if it waits.
    pub next_at: i64,
    /// Whether it may have been carried twice.
    #[sqlx(try_from = "i64")]
    pub maybe_doubled: Flag,
    /// What went wrong last.
    pub last_trouble: Option<String>,
    /// What the back office calls the ticket, if it is open.
    pub foreign_id: Option<String>,
    /// When it was written.
    pub created_at: i64,
}

impl Shown {
    /// Why it is shown; the gravest reason if there are several.
    pub fn trouble(&self) -> Trouble {
        match (self.state.as_str(), self.maybe_doubled.0) {
            ("dead", _) => Trouble::Dead,
            (_, true) => Trouble::MaybeDoubled,
            _ => Trouble::Trying,
        }
    }
}

/// What needs a person: dead rows, rows maybe carried twice, rows tried in vain; oldest first.
///
/// # Errors
/// When the store fails.
pub async fn list(pool: &Pool, most: i64) -> anyhow::Result<Vec<Shown>> {
    let rows = sqlx::query_as(
        "select o.id, o.case_id, c.reference, l.unit, l.department, o.connector, o.verb, o.state, o.attempts,
           o.next_at, o.maybe_doubled, o.last_trouble, p.foreign_id, o.created_at
         from outbox o
         join cases c on c.id = o.case_id
         join legs l on l.id = o.leg_id
         left join counterparts p on p.leg_id = o.leg_id
         where o.state = 'dead' or o.maybe_doubled = 1 or (o.state = 'waiting' and o.last_trouble is not null)
         order by o.created_at, o.id limit $1",
    )
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows)
}
