//! Cases that belong together: linked, or one merged into the other.

use super::{Connection, Executor, counterparts};
use sqlx::Row;

/// Links two cases; false when they were.
///
/// # Errors
/// When the store fails.
pub async fn link(
    tx: &mut Connection,
    (one, other): (&str, &str),
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let (first, second) = if one < other {
        (one, other)
    } else {
        (other, one)
    };
    let done = sqlx::query(
        "insert into case_links (case_id, other_id, staff_id, at) values ($1, $2, $3, $4)
         on conflict (case_id, other_id) do nothing",
    )
    .bind(first)
    .bind(second)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The references of the cases that a case is linked to.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select c.reference from cases c where c.id in (
             select other_id from case_links where case_id = $1
             union select case_id from case_links where other_id = $1)
         order by c.opened_at",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("reference")).collect())
}

/// Whether two cases are the same customer's: by the customer, or by a contact that both gave.
///
/// # Errors
/// When the store fails.
pub async fn same_customer(tx: &mut Connection, one: &str, other: &str) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 as yes from cases a join cases b on b.id = $2
         left join contacts k on k.id = a.contact_id left join contacts m on m.id = b.contact_id
         where a.id = $1 and (a.customer_id = b.customer_id or (k.value <> '' and k.value = m.value))",
    )
    .bind(one)
    .bind(other)
    .fetch_optional(tx)
    .await?;
    Ok(row.is_some())
}

/// Ends a case in favour of another: it is closed, its parts are out of play, and whoever may look
/// at all of it may look at the other. False when it was closed already.
///
/// # Errors
/// When the store fails.
pub async fn merge(tx: &mut Connection, from: &str, into: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update cases set state = 'closed', closed_at = $3, merged_into = $2
         where id = $1 and state <> 'closed'",
    )
    .bind(from)
    .bind(into)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "update legs set state = 'declined', done_at = $2, replaced_by = 0
         where case_id = $1 and state not in ('done', 'declined')",
    )
    .bind(from)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update passings set state = 'withdrawn', decided_at = $2 where case_id = $1 and state = 'offered'",
    )
    .bind(from)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query("update spells set ended_at = $2 where case_id = $1 and ended_at is null")
        .bind(from)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "insert into grants (visitor_id, case_id, scope, link_version)
         select g.visitor_id, $2, g.scope, c.link_version from grants g join cases c on c.id = $2
         where g.case_id = $1 and g.scope = 'full'
         on conflict (visitor_id, case_id) do nothing",
    )
    .bind(from)
    .bind(into)
    .execute(&mut *tx)
    .await?;
    counterparts::follow_case(tx, from).await?;
    Ok(true)
}
