//! Files beside what was said. Each belongs to one event and goes with what the event says. What it
//! is was decided before; here it is only kept.

use super::{Connection, Pool, events::Side};
use crate::attachments::Fit;
use app::case::attachment::{Attachment, FileKind};
use serde_json::Value;
use sqlx::Row;

/// As many as a case can hold.
pub const MANY: i64 = 50;

/// Keeps a file with its event.
///
/// # Errors
/// When the store fails, or the event has one already.
pub async fn keep(
    tx: &mut Connection,
    case_id: &str,
    event_id: &str,
    file: &Fit,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into attachments (id, case_id, event_id, kind, bytes) values ($1, $2, $3, $4, $5)",
    )
    .bind(&file.id)
    .bind(case_id)
    .bind(event_id)
    .bind(file.kind.name())
    .bind(&file.bytes)
    .execute(tx)
    .await?;
    Ok(())
}

/// Whether a case can hold one more.
///
/// # Errors
/// When the store fails.
pub async fn has_room(tx: &mut Connection, case_id: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select count(*) as files from attachments where case_id = $1")
        .bind(case_id)
        .fetch_one(tx)
        .await?;
    Ok(row.get::<i64, _>("files") < MANY)
}

/// A file of a case, for whoever may see what lies on this side of the line: above it lies what
/// the customer sees, below it everything.
///
/// # Errors
/// When the store fails.
pub async fn find(
    pool: &Pool,
    case_id: &str,
    id: &str,
    seen_from: Side,
) -> anyhow::Result<Option<(FileKind, Vec<u8>)>> {
    let row = sqlx::query(
        "select a.kind, a.bytes from attachments a join events e on e.id = a.event_id
         where a.id = $1 and a.case_id = $2 and (e.side = 'above' or $3 = 'below')",
    )
    .bind(id)
    .bind(case_id)
    .bind(seen_from.name())
    .fetch_optional(pool)
    .await?;
    Ok(row.and_then(|row| {
        let kind = FileKind::from_name(row.get("kind"))?;
        Some((kind, row.get("bytes")))
    }))
}

/// The file that an event tells of.
pub fn of_event(body: Option<&Value>) -> Option<Attachment> {
    let file = body?.get("file")?;
    Some(Attachment {
        id: file.get("id")?.as_str()?.to_owned(),
        kind: FileKind::from_name(file.get("kind")?.as_str()?)?,
        size: file.get("size")?.as_u64()?,
    })
}
