//! What a contact may be used for, and which one it is.

use crate::store::{Connection, Executor};
use sqlx::Row;
use uuid::Uuid;

/// A case's contact, as far as notices go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Its key.
    pub id: String,
    /// `phone` or `email`.
    pub kind: String,
    /// Where to.
    pub value: String,
    /// Whether its owner wants no notices.
    pub stopped: bool,
    /// Whether it is known to lead nowhere.
    pub unreachable: bool,
}

/// The contact of a case, if there is one.
///
/// # Errors
/// When the store fails.
pub async fn given(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Option<Given>> {
    let row = sqlx::query(
        "select k.id, k.kind, k.value, w.stopped_at, w.unreachable_at
         from cases c join contacts k on k.id = c.contact_id
         left join contact_words w on w.contact_id = k.id
         where c.id = $1 and k.value <> ''",
    )
    .bind(case_id)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Given {
        id: row.get("id"),
        kind: row.get("kind"),
        value: row.get("value"),
        stopped: row.get::<Option<i64>, _>("stopped_at").is_some(),
        unreachable: row.get::<Option<i64>, _>("unreachable_at").is_some(),
    }))
}

/// Notes that a contact's owner wants no notices; what waits for them is not sent.
///
/// # Errors
/// When the store fails.
pub async fn stop(tx: &mut Connection, contact_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into contact_words (contact_id, stopped_at) values ($1, $2)
         on conflict (contact_id) do update set stopped_at = excluded.stopped_at",
    )
    .bind(contact_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update notices set state = 'suppressed', reason = 'stopped', ended_at = $2
         where contact_id = $1 and state in ('waiting', 'held')",
    )
    .bind(contact_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Notes that they want them again.
///
/// # Errors
/// When the store fails.
pub async fn resume(tx: &mut Connection, contact_id: &str) -> anyhow::Result<()> {
    sqlx::query("update contact_words set stopped_at = null where contact_id = $1")
        .bind(contact_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes that a contact leads nowhere; true the first time.
///
/// # Errors
/// When the store fails.
pub async fn unreachable(tx: &mut Connection, contact_id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into contact_words (contact_id, unreachable_at) values ($1, $2)
         on conflict (contact_id) do update set unreachable_at = excluded.unreachable_at
         where contact_words.unreachable_at is null",
    )
    .bind(contact_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives a case another contact; the one before ends now, and what waits for it is not sent.
///
/// # Errors
/// When the store fails.
pub async fn change_contact(
    tx: &mut Connection,
    case_id: &str,
    kind: &str,
    value: &str,
    now: i64,
) -> anyhow::Result<()> {
    if let Some(before) = given(&mut *tx, case_id).await? {
        stop(&mut *tx, &before.id, now).await?;
        sqlx::query("update contacts set valid_to = $2 where id = $1 and valid_to is null")
            .bind(&before.id)
            .bind(now)
            .execute(&mut *tx)
            .await?;
    }
    let id = Uuid::now_v7().to_string();
    sqlx::query(
        "insert into contacts (id, customer_id, kind, value, valid_from)
         select $1, customer_id, $3, $4, $5 from cases where id = $2",
    )
    .bind(&id)
    .bind(case_id)
    .bind(kind)
    .bind(value)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query("update cases set contact_id = $2 where id = $1")
        .bind(case_id)
        .bind(&id)
        .execute(tx)
        .await?;
    Ok(())
}
