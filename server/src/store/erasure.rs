//! Erasing what closed cases say once it has been kept for as long as customers were told. What is
//! counted stays, and so does the chain of event headers; who it was and what they wrote goes. It
//! does not decide how long that is.

use super::{Connection, Pool, search};
use sqlx::Row;

/// Closed cases that were closed before a moment and still say something, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn due(pool: &Pool, before: i64, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from cases
         where erased_at is null and state = 'closed' and closed_at < $1 order by closed_at limit $2",
    )
    .bind(before)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.iter().map(|row| row.get("id")).collect())
}

/// Erases one case; false when it was opened again or erased meanwhile.
///
/// # Errors
/// When the store fails.
pub async fn erase(tx: &mut Connection, case_id: &str, now: i64) -> anyhow::Result<bool> {
    // The fingerprint of what was sent goes too: a short text could be guessed from it.
    let erased = sqlx::query(
        "update cases set erased_at = $2, content_hash = ''
         where id = $1 and state = 'closed' and erased_at is null",
    )
    .bind(case_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if erased.rows_affected() == 0 {
        return Ok(false);
    }
    for said in SAID {
        sqlx::query(said).bind(case_id).execute(&mut *tx).await?;
    }
    search::forget(&mut *tx, case_id).await?;
    // A contact or a line goes with the last case that still needs it.
    sqlx::query(
        "update contacts set value = '', valid_to = coalesce(valid_to, $2)
         where id = (select contact_id from cases where id = $1)
           and not exists (select 1 from cases c where c.contact_id = contacts.id and c.erased_at is null)",
    )
    .bind(case_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update lines set number = null, address = null
         where id = (select line_id from cases where id = $1)
           and not exists (select 1 from cases c where c.line_id = lines.id and c.erased_at is null)",
    )
    .bind(case_id)
    .execute(tx)
    .await?;
    Ok(true)
}

/// Everything that holds words of or about the customer.
const SAID: [&str; 8] = [
    "delete from attachments where case_id = $1",
    "delete from event_bodies where event_id in (select id from events where case_id = $1)",
    "update outbox set payload = '{}' where case_id = $1 and state in ('carried', 'aside')",
    "update answer_sheets set words = null where case_id = $1",
    "update promises set reason = 'said' where case_id = $1
       and reason not in ('first', 'reopened', 'wrote', 'reclassified', 'waited', 'stood-still')",
    "update orders set what = '' where case_id = $1",
    "delete from grants where case_id = $1",
    "update notices set trouble = null where case_id = $1",
];
