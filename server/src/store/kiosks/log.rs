//! What was done about a kiosk, and by whom.

use super::super::{Connection, Executor};
use sqlx::Row;
use uuid::Uuid;

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// When.
    pub at: i64,
    /// What.
    pub kind: String,
    /// By whom, by name; nobody, where the house did it by itself.
    pub by: Option<String>,
}

/// Notes it: `staff:<id>`, or `rule`.
///
/// # Errors
/// When the store fails.
pub async fn note(
    tx: &mut Connection,
    id: &str,
    kind: &str,
    actor: &str,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into kiosk_log (id, kiosk_id, at, actor, kind) values ($1, $2, $3, $4, $5)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(id)
    .bind(now)
    .bind(actor)
    .bind(kind)
    .execute(tx)
    .await?;
    Ok(())
}

/// The latest first.
///
/// # Errors
/// When the store fails.
pub async fn deeds(store: impl Executor<'_>, id: &str, most: i64) -> anyhow::Result<Vec<Deed>> {
    let rows = sqlx::query(
        "select l.at, l.kind, s.name from kiosk_log l
         left join staff s on l.actor = 'staff:' || s.id
         where l.kiosk_id = $1 order by l.at desc, l.id desc limit $2",
    )
    .bind(id)
    .bind(most)
    .fetch_all(store)
    .await?;
    let deeds = rows.into_iter().map(|row| Deed {
        at: row.get("at"),
        kind: row.get("kind"),
        by: row.get("name"),
    });
    Ok(deeds.collect())
}
