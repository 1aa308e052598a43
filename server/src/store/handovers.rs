//! Ownership on its way from one person to another. It moves with the answer, never with the
//! question.

use super::{Connection, Executor, search::seats};
use sqlx::Row;
use uuid::Uuid;

/// A question to be written.
#[derive(Clone, Debug)]
pub struct NewHandover<'a> {
    /// The owner, if a person is.
    pub from: Option<&'a str>,
    /// Who asks.
    pub by: &'a str,
    /// Who is asked.
    pub to: &'a str,
    /// Why.
    pub reason: &'a str,
}

/// A question that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Its key.
    pub id: String,
    /// Who asks.
    pub by: String,
    /// Who is asked.
    pub to: String,
    /// Their name.
    pub to_name: String,
    /// Why.
    pub reason: String,
}

/// Asks somebody to answer for a case; an open question to somebody else is taken back by it.
///
/// # Errors
/// When the store fails.
pub async fn ask(
    tx: &mut Connection,
    case_id: &str,
    question: &NewHandover<'_>,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "update handovers set state = 'withdrawn', decided_at = $2 where case_id = $1 and state = 'offered'",
    )
    .bind(case_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "insert into handovers (id, case_id, from_staff_id, by_staff_id, to_staff_id, reason, state, offered_at)
         values ($1, $2, $3, $4, $5, $6, 'offered', $7)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(case_id)
    .bind(question.from)
    .bind(question.by)
    .bind(question.to)
    .bind(question.reason)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    seats::keep(tx, case_id).await
}

/// The open question about a case.
///
/// # Errors
/// When the store fails.
pub async fn open(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Option<Handover>> {
    let row = sqlx::query(
        "select h.id, h.by_staff_id, h.to_staff_id, s.name, h.reason
         from handovers h join staff s on s.id = h.to_staff_id
         where h.case_id = $1 and h.state = 'offered'",
    )
    .bind(case_id)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Handover {
        id: row.get("id"),
        by: row.get("by_staff_id"),
        to: row.get("to_staff_id"),
        to_name: row.get("name"),
        reason: row.get("reason"),
    }))
}

/// The references of the cases that somebody is asked to answer for, oldest question first.
///
/// # Errors
/// When the store fails.
pub async fn asked_of(
    store: impl Executor<'_>,
    staff_id: &str,
    most: i64,
) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select c.reference from handovers h join cases c on c.id = h.case_id
         where h.to_staff_id = $1 and h.state = 'offered' order by h.offered_at limit $2",
    )
    .bind(staff_id)
    .bind(most)
    .fetch_all(store)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("reference")).collect())
}

/// Says yes: the case is theirs from now on.
///
/// # Errors
/// When the store fails.
pub async fn accept(
    tx: &mut Connection,
    case_id: &str,
    handover: &Handover,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query("update handovers set state = 'accepted', decided_at = $2 where id = $1")
        .bind(&handover.id)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    sqlx::query("update cases set owner_staff_id = $2 where id = $1")
        .bind(case_id)
        .bind(&handover.to)
        .execute(&mut *tx)
        .await?;
    seats::keep(tx, case_id).await
}

/// Says no, or takes the question back.
///
/// # Errors
/// When the store fails.
pub async fn end(
    tx: &mut Connection,
    handover: &Handover,
    answer: &str,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query("update handovers set state = $2, decided_at = $3 where id = $1")
        .bind(&handover.id)
        .bind(answer)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}
