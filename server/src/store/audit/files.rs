//! Whether every file is there, and the one it was: its event vouches for it by a fingerprint, and
//! the chain for the event.

use super::walk::{Fault, Where};
use crate::{
    attachments::fingerprint,
    store::{Pool, Record},
};
use serde_json::Value;
use sqlx::Row;

/// Files are large, so few are read at a time.
const PAGE: i64 = 4;

/// What is wrong with the files of all cases.
///
/// # Errors
/// When the store fails.
pub(super) async fn faults(pool: &Pool) -> anyhow::Result<Vec<Fault>> {
    let mut faults = missing(pool).await?;
    let mut last = String::new();
    loop {
        let rows = sqlx::query(
            "select a.id, a.bytes, b.body, c.reference, e.seq
             from attachments a join events e on e.id = a.event_id join cases c on c.id = a.case_id
               left join event_bodies b on b.event_id = e.id
             where a.id > $1 order by a.id limit $2",
        )
        .bind(&last)
        .bind(PAGE)
        .fetch_all(pool)
        .await?;
        let Some(row) = rows.last() else {
            return Ok(faults);
        };
        last = row.get("id");
        let wrong = rows.iter().filter(|row| !is_the_same(row));
        faults.extend(wrong.map(|row| here(row, "its file was changed")));
    }
}

fn is_the_same(row: &Record) -> bool {
    let body: Option<String> = row.get("body");
    let body: Option<Value> = body.and_then(|body| serde_json::from_str(&body).ok());
    let told = |field: &str| body.as_ref()?.pointer(field)?.as_str();
    told("/file/id") == Some(row.get("id"))
        && told("/file/hash") == Some(&fingerprint(row.get("bytes")))
}

/// Events that tell of a file that is not there. What somebody typed cannot look like that: its
/// quotation marks are written otherwise.
async fn missing(pool: &Pool) -> anyhow::Result<Vec<Fault>> {
    let rows = sqlx::query(
        "select c.reference, e.seq
         from event_bodies b join events e on e.id = b.event_id join cases c on c.id = e.case_id
           left join attachments a on a.event_id = e.id
         where a.id is null and b.body like '%\"file\":{%' order by c.reference, e.seq",
    )
    .fetch_all(pool)
    .await?;
    let gone = rows.iter().map(|row| here(row, "its file is gone"));
    Ok(gone.collect())
}

fn here(row: &Record, what: &'static str) -> Fault {
    let at = Where::Event {
        case: row.get("reference"),
        seq: row.get("seq"),
    };
    Fault { at, what }
}
