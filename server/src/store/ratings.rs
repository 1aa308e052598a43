//! What departments think of the work they were handed.

use super::{Connection, Executor};
use sqlx::Row;

/// A rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rating {
    /// The number of the leg that was rated.
    pub leg: i64,
    /// The number of the leg that went on with it.
    pub by: i64,
    /// 3 is good, 1 poor.
    pub score: i64,
    /// Why, if it was said.
    pub reason: Option<String>,
}

/// Keeps a rating of one leg by another, both by key; false when there is one.
///
/// # Errors
/// When the store fails.
pub async fn rate(
    tx: &mut Connection,
    case_id: &str,
    (rated, by): (&str, &str),
    staff_id: &str,
    (score, reason): (i64, Option<&str>),
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into ratings (case_id, rated_leg_id, by_leg_id, staff_id, score, reason, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (rated_leg_id, by_leg_id) do nothing",
    )
    .bind(case_id)
    .bind(rated)
    .bind(by)
    .bind(staff_id)
    .bind(score)
    .bind(reason)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Every rating within a case.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<Rating>> {
    let rows = sqlx::query(
        "select l.seq as leg, b.seq as by_leg, r.score, r.reason
         from ratings r join legs l on l.id = r.rated_leg_id join legs b on b.id = r.by_leg_id
         where r.case_id = $1 order by r.at",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Rating {
            leg: row.get("leg"),
            by: row.get("by_leg"),
            score: row.get("score"),
            reason: row.get("reason"),
        })
        .collect())
}
