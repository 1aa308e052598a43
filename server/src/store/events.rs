//! The log of a case. A header is chained to the one before it and never changes; what the event
//! says lies apart in a body that can be erased together with its salt, and no chain breaks.

use super::{Batch, Connection, Pool, notices, search};
use anyhow::Context;
use data_encoding::{BASE32_NOPAD, HEXLOWER};
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::Row;
use uuid::Uuid;

/// On which side of the line of visibility an event lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The customer sees it.
    Above,
    /// Staff and back offices see it.
    Below,
}

impl Side {
    /// The word in the table.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Above => "above",
            Self::Below => "below",
        }
    }
}

/// Something that happened to a case.
#[derive(Clone, Debug)]
pub struct NewEvent<'a> {
    /// When, in microseconds since 1970 UTC.
    pub at: i64,
    /// Who may see it.
    pub side: Side,
    /// What happened.
    pub kind: &'a str,
    /// Who did it: `customer`, `rule`, `staff:<id>` or `connector:<name>`.
    pub actor: &'a str,
    /// Over which channel.
    pub channel: &'a str,
    /// What it says; the part that can be erased.
    pub body: Value,
}

/// An event as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Its key.
    pub id: String,
    /// Its place in the case's log, from one.
    pub seq: i64,
}

/// Where the log of a case stands; at its beginning when there is nothing yet.
#[derive(Clone, Debug, Default)]
pub struct End {
    seq: i64,
    hash: String,
}

/// The end of a case's log.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, case_id: &str) -> anyhow::Result<End> {
    let last =
        sqlx::query("select seq, hash from events where case_id = $1 order by seq desc limit 1")
            .bind(case_id)
            .fetch_optional(tx)
            .await?;
    Ok(last.map_or_else(End::default, |row| End {
        seq: row.get("seq"),
        hash: row.get("hash"),
    }))
}

/// Writes an event behind everything else of its case.
///
/// # Errors
/// When the store fails, or the case does not exist.
pub async fn append(
    tx: &mut Connection,
    case_id: &str,
    event: NewEvent<'_>,
) -> anyhow::Result<Appended> {
    let end = end(&mut *tx, case_id).await?;
    let mut batch = Batch::default();
    let (at, says) = (event.at, !search::said(&event.body).is_empty());
    let appended = add(&mut batch, &end, case_id, event);
    batch
        .run(&mut *tx)
        .await
        .context("cannot append to the log of a case")?;
    if says {
        search::keep(tx, case_id, at).await?;
    }
    Ok(appended)
}

/// The same where the end of the log is known, together with whatever else is written.
pub fn add(batch: &mut Batch, end: &End, case_id: &str, event: NewEvent<'_>) -> Appended {
    let id = Uuid::now_v7().to_string();
    let (seq, prev_hash) = (end.seq + 1, &end.hash);
    let salt = BASE32_NOPAD.encode(Uuid::new_v4().as_bytes());
    let body = event.body.to_string();
    let body_hash = hash(&[&salt, &body]);
    let (number, at) = (seq.to_string(), event.at.to_string());
    let header = [
        id.as_str(),
        case_id,
        &number,
        &at,
        event.side.name(),
        event.kind,
        event.actor,
        event.channel,
    ];
    let hash = link(prev_hash, header, &body_hash);
    batch
        .add(
            "insert into events (id, case_id, seq, at, side, kind, actor, channel, body_hash, prev_hash, hash)
             values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(&id)
        .bind(case_id)
        .bind(seq)
        .bind(event.at)
        .bind(event.side.name())
        .bind(event.kind)
        .bind(event.actor)
        .bind(event.channel)
        .bind(&body_hash)
        .bind(prev_hash)
        .bind(&hash)
        .add("insert into event_bodies (event_id, salt, body) values (?, ?, ?)")
        .bind(&id)
        .bind(&salt)
        .bind(&body);
    if event.side == Side::Above {
        notices::note(batch, &id, event.kind);
    }
    Appended { id, seq }
}

/// An event as it is read again.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Its key.
    pub id: String,
    /// Its place in the case's log, from one.
    pub seq: i64,
    /// When.
    pub at: i64,
    /// Who may see it.
    pub side: Side,
    /// What happened.
    pub kind: String,
    /// Who did it.
    pub actor: String,
    /// What it says; nothing once it was erased.
    pub body: Option<Value>,
}

/// The log of a case, oldest first; only what lies above the line when the customer reads it.
///
/// # Errors
/// When the store fails.
pub async fn read(pool: &Pool, case_id: &str, above_only: bool) -> anyhow::Result<Vec<Event>> {
    let rows = sqlx::query(
        "select e.id, e.seq, e.at, e.side, e.kind, e.actor, b.body
         from events e left join event_bodies b on b.event_id = e.id
         where e.case_id = $1 and (e.side = 'above' or $2 = 0)
         order by e.seq",
    )
    .bind(case_id)
    .bind(i64::from(above_only))
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Event {
            id: row.get("id"),
            seq: row.get("seq"),
            at: row.get("at"),
            side: if row.get::<String, _>("side") == "above" {
                Side::Above
            } else {
                Side::Below
            },
            kind: row.get("kind"),
            actor: row.get("actor"),
            body: row
                .get::<Option<String>, _>("body")
                .and_then(|body| serde_json::from_str(&body).ok()),
        })
        .collect())
}

/// How much happened to a case behind an event, by anybody but one: what the customer and colleagues
/// did and what another back office wrote. What the house itself notes changes nothing.
///
/// # Errors
/// When the store fails.
pub async fn news(
    tx: &mut Connection,
    case_id: &str,
    seen: i64,
    but_for: &str,
) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as news from events where case_id = $1 and seq > $2 and actor <> $3
           and (actor = 'customer' or actor like 'staff:%' or kind = 'back-office-note')",
    )
    .bind(case_id)
    .bind(seen)
    .bind(but_for)
    .fetch_one(tx)
    .await?;
    Ok(row.get("news"))
}

/// What kind of event has this number, if there is one.
///
/// # Errors
/// When the store fails.
pub async fn kind_of(
    tx: &mut Connection,
    case_id: &str,
    seq: i64,
) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select kind from events where case_id = $1 and seq = $2")
        .bind(case_id)
        .bind(seq)
        .fetch_optional(tx)
        .await?;
    Ok(row.map(|row| row.get("kind")))
}

/// What chains a header to the one before: id, case, number, time, side, kind, actor and channel.
pub(super) fn link(prev_hash: &str, header: [&str; 8], body_hash: &str) -> String {
    hash(&[&[prev_hash][..], &header[..], &[body_hash][..]].concat())
}

/// SHA-256 over the parts, each with its length before it, so that no two lists of parts run
/// together into the same bytes.
pub(super) fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    HEXLOWER.encode(&sha.finalize())
}
