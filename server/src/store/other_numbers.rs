//! Numbers that lead to a case which has another: a kiosk told one for a journey that a phone had
//! sent before. `cases` finds a case by them as by its own.

use super::{Connection, Pool};
use sqlx::Row;

/// Lets a number lead to a case, together with the link that was told with it; it is made of the key
/// of the case that was to be.
///
/// # Errors
/// When the store fails, or the number leads somewhere already.
pub async fn add(
    tx: &mut Connection,
    reference: &str,
    link_id: &str,
    case_id: &str,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into other_numbers (reference, case_id, link_id, link_version)
         select $1, c.id, $2, c.link_version from cases c where c.id = $3",
    )
    .bind(reference)
    .bind(link_id)
    .bind(case_id)
    .execute(tx)
    .await?;
    Ok(())
}

/// The number of the case that another number leads to.
///
/// # Errors
/// When the store fails.
pub async fn leads_to(pool: &Pool, reference: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query(
        "select c.reference from other_numbers o join cases c on c.id = o.case_id
         where o.reference = $1",
    )
    .bind(reference)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| row.get("reference")))
}
