//! What a case's pages say of its notices.

use crate::store::Pool;
use sqlx::Row;

/// A notice as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// What it says; a word.
    pub kind: String,
    /// `waiting`, `sent`, `failed`, `held`, `suppressed`.
    pub state: String,
    /// Why it was held or not sent; a word.
    pub reason: Option<String>,
    /// What a server or gateway said; for staff.
    pub trouble: Option<String>,
    /// Where to.
    pub to: String,
    /// When it was sent or ended; when it was written, if it waits.
    pub at: i64,
    /// How often it was tried.
    pub attempts: i64,
}

/// Every notice about a case, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of_case(pool: &Pool, case_id: &str) -> anyhow::Result<Vec<Shown>> {
    let rows = sqlx::query(
        "select n.kind, n.state, n.reason, n.trouble, n.attempts, k.value,
           coalesce(n.ended_at, n.created_at) as at
         from notices n join contacts k on k.id = n.contact_id
         where n.case_id = $1 order by n.created_at, n.id",
    )
    .bind(case_id)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Shown {
            kind: row.get("kind"),
            state: row.get("state"),
            reason: row.get("reason"),
            trouble: row.get("trouble"),
            to: row.get("value"),
            at: row.get("at"),
            attempts: row.get("attempts"),
        })
        .collect())
}
