//! Visitors, their drafts, and which cases they may see. Tokens come in hashed; a visitor ends at
//! the hour it was given, and everything that is only theirs with it.

use super::{Batch, Connection, Pool, Record};
use app::journey::{Draft, Sheet};
use sqlx::Row;
use uuid::Uuid;

/// How much of a case a visitor may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything above the line.
    Full,
    /// State and promise.
    State,
}

impl Scope {
    const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::State => "state",
        }
    }
}

/// A draft as it is stored.
#[derive(Clone, Debug)]
pub struct StoredDraft {
    /// What was typed.
    pub draft: Draft,
    /// Where it went, once it was sent.
    pub sent: Option<String>,
}

/// The visitor with this token, if not expired; its hours begin anew.
///
/// # Errors
/// When the store fails.
pub async fn touch(
    tx: &mut Connection,
    token_hash: &str,
    now: i64,
    until: i64,
) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("update visitors set expires_at = $3 where token_hash = $1 and expires_at > $2 returning id")
        .bind(token_hash)
        .bind(now)
        .bind(until)
        .fetch_optional(tx)
        .await?;
    Ok(row.map(|row| row.get("id")))
}

/// A new visitor.
///
/// # Errors
/// When the store fails.
pub async fn add(
    tx: &mut Connection,
    token_hash: &str,
    channel: &str,
    now: i64,
    until: i64,
) -> anyhow::Result<String> {
    let id = Uuid::now_v7().to_string();
    sqlx::query("insert into visitors (id, token_hash, channel, created_at, expires_at) values ($1, $2, $3, $4, $5)")
        .bind(&id)
        .bind(token_hash)
        .bind(channel)
        .bind(now)
        .bind(until)
        .execute(tx)
        .await?;
    Ok(id)
}

/// Ends a visitor: drafts and looks at cases go with it, the cases stay.
///
/// # Errors
/// When the store fails.
pub async fn remove(tx: &mut Connection, token_hash: &str) -> anyhow::Result<()> {
    sqlx::query("delete from visitors where token_hash = $1")
        .bind(token_hash)
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends every visitor whose hours are over; says how many.
///
/// # Errors
/// When the store fails.
pub async fn remove_expired(tx: &mut Connection, now: i64) -> anyhow::Result<u64> {
    let done = sqlx::query("delete from visitors where expires_at <= $1")
        .bind(now)
        .execute(tx)
        .await?;
    Ok(done.rows_affected())
}

/// A visitor's draft, read beside the writer.
///
/// # Errors
/// When the store fails.
pub async fn read_draft(
    pool: &Pool,
    token_hash: &str,
    room: &str,
    now: i64,
) -> anyhow::Result<Option<StoredDraft>> {
    let row = sqlx::query(
        "select d.key, d.sheet, d.seen, d.sent
         from drafts d join visitors v on v.id = d.visitor_id
         where v.token_hash = $1 and d.room = $2 and v.expires_at > $3",
    )
    .bind(token_hash)
    .bind(room)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.map(read_row).transpose()
}

/// A visitor's draft, within a transaction.
///
/// # Errors
/// When the store fails.
pub async fn draft(
    tx: &mut Connection,
    visitor_id: &str,
    room: &str,
) -> anyhow::Result<Option<StoredDraft>> {
    let row = sqlx::query(
        "select key, sheet, seen, sent from drafts where visitor_id = $1 and room = $2",
    )
    .bind(visitor_id)
    .bind(room)
    .fetch_optional(tx)
    .await?;
    row.map(read_row).transpose()
}

/// Puts a draft in the place of the room's draft before.
///
/// # Errors
/// When the store fails.
pub async fn put_draft(
    tx: &mut Connection,
    visitor_id: &str,
    room: &str,
    stored: &StoredDraft,
    now: i64,
) -> anyhow::Result<()> {
    let draft = &stored.draft;
    sqlx::query(
        "insert into drafts (visitor_id, room, key, sheet, seen, sent, updated_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (visitor_id, room) do update set
             key = excluded.key, sheet = excluded.sheet, seen = excluded.seen, sent = excluded.sent,
             updated_at = excluded.updated_at",
    )
    .bind(visitor_id)
    .bind(room)
    .bind(&draft.key)
    .bind(serde_json::to_string(&draft.sheet)?)
    .bind(serde_json::to_string(&draft.seen)?)
    .bind(&stored.sent)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Lets a visitor see the case that they just sent, and says where their draft went.
pub fn sent(batch: &mut Batch, visitor_id: &str, case_id: &str, key: &str, sent: &str) {
    batch
        .add("insert into grants (visitor_id, case_id, scope, link_version) values (?, ?, ?, 1)")
        .bind(visitor_id)
        .bind(case_id)
        .bind(Scope::Full.name())
        .add("update drafts set sent = ? where visitor_id = ? and key = ?")
        .bind(sent)
        .bind(visitor_id)
        .bind(key);
}

/// Says where a draft went.
///
/// # Errors
/// When the store fails.
pub async fn mark_sent(
    tx: &mut Connection,
    visitor_id: &str,
    key: &str,
    sent: &str,
) -> anyhow::Result<()> {
    sqlx::query("update drafts set sent = $3 where visitor_id = $1 and key = $2")
        .bind(visitor_id)
        .bind(key)
        .bind(sent)
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes one draft.
///
/// # Errors
/// When the store fails.
pub async fn discard(tx: &mut Connection, token_hash: &str, room: &str) -> anyhow::Result<()> {
    sqlx::query("delete from drafts where room = $2 and visitor_id in (select id from visitors where token_hash = $1)")
        .bind(token_hash)
        .bind(room)
        .execute(tx)
        .await?;
    Ok(())
}

/// Deletes one draft of a visitor.
///
/// # Errors
/// When the store fails.
pub async fn discard_of(tx: &mut Connection, visitor_id: &str, room: &str) -> anyhow::Result<()> {
    sqlx::query("delete from drafts where visitor_id = $1 and room = $2")
        .bind(visitor_id)
        .bind(room)
        .execute(tx)
        .await?;
    Ok(())
}

/// What a visitor typed at a place and that could not be taken, read beside the writer.
///
/// # Errors
/// When the store fails.
pub async fn read_aside(
    pool: &Pool,
    token_hash: &str,
    place: &str,
    now: i64,
) -> anyhow::Result<Option<Sheet>> {
    let row = sqlx::query(
        "select a.sheet from set_aside a join visitors v on v.id = a.visitor_id
         where v.token_hash = $1 and a.place = $2 and v.expires_at > $3",
    )
    .bind(token_hash)
    .bind(place)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    row.map(|row| Ok(serde_json::from_str(row.get("sheet"))?))
        .transpose()
}

/// The same within a transaction.
///
/// # Errors
/// When the store fails.
pub async fn aside(
    tx: &mut Connection,
    visitor_id: &str,
    place: &str,
) -> anyhow::Result<Option<Sheet>> {
    let row = sqlx::query("select sheet from set_aside where visitor_id = $1 and place = $2")
        .bind(visitor_id)
        .bind(place)
        .fetch_optional(tx)
        .await?;
    row.map(|row| Ok(serde_json::from_str(row.get("sheet"))?))
        .transpose()
}

/// Sets aside what a visitor typed at a place, for what was kept there before.
///
/// # Errors
/// When the store fails.
pub async fn set_aside(
    tx: &mut Connection,
    visitor_id: &str,
    place: &str,
    sheet: &Sheet,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into set_aside (visitor_id, place, sheet, updated_at) values ($1, $2, $3, $4)
         on conflict (visitor_id, place) do update set
             sheet = excluded.sheet, updated_at = excluded.updated_at",
    )
    .bind(visitor_id)
    .bind(place)
    .bind(serde_json::to_string(sheet)?)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Drops what was set aside for a place, because it was taken.
///
/// # Errors
/// When the store fails.
pub async fn clear_aside(tx: &mut Connection, visitor_id: &str, place: &str) -> anyhow::Result<()> {
    sqlx::query("delete from set_aside where visitor_id = $1 and place = $2")
        .bind(visitor_id)
        .bind(place)
        .execute(tx)
        .await?;
    Ok(())
}

/// Lets a visitor see a case. A look at everything is never taken back by a lesser one.
///
/// # Errors
/// When the store fails.
pub async fn grant(
    tx: &mut Connection,
    visitor_id: &str,
    case_id: &str,
    scope: Scope,
    link_version: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into grants (visitor_id, case_id, scope, link_version) values ($1, $2, $3, $4)
         on conflict (visitor_id, case_id) do update set
             scope = case when grants.scope = 'full' and grants.link_version >= excluded.link_version
                          then 'full' else excluded.scope end,
             link_version = excluded.link_version",
    )
    .bind(visitor_id)
    .bind(case_id)
    .bind(scope.name())
    .bind(link_version)
    .execute(tx)
    .await?;
    Ok(())
}

/// The case with a reference and how much of it a visitor may see. A look given by a link that was
/// revoked since is none.
///
/// # Errors
/// When the store fails.
pub async fn granted(
    pool: &Pool,
    token_hash: &str,
    reference: &str,
    now: i64,
) -> anyhow::Result<Option<(String, Scope)>> {
    let row = sqlx::query(
        "select c.id, g.scope
         from grants g join visitors v on v.id = g.visitor_id join cases c on c.id = g.case_id
         where v.token_hash = $1 and c.reference = $2 and v.expires_at > $3 and g.link_version = c.link_version",
    )
    .bind(token_hash)
    .bind(reference)
    .bind(now)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| {
        let scope = if row.get::<String, _>("scope") == "full" {
            Scope::Full
        } else {
            Scope::State
        };
        (row.get("id"), scope)
    }))
}

fn read_row(row: Record) -> anyhow::Result<StoredDraft> {
    let sheet: Sheet = serde_json::from_str(row.get("sheet"))?;
    let draft = Draft {
        key: row.get("key"),
        sheet,
        seen: serde_json::from_str(row.get("seen"))?,
    };
    Ok(StoredDraft {
        draft,
        sent: row.get("sent"),
    })
}
