//! Deposits that nobody could read, as they came: kept until they can be read, or until somebody
//! answers for their end.

use super::{Connection, Executor, Pool, Record};
use anyhow::Context;
use app::kiosk::{deposit::Deposit, seal::Header};
use sqlx::Row;
use std::collections::HashMap;

/// Why a deposit is kept unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The key it is sealed to is not known any more.
    Key,
    /// It does not open.
    Seal,
    /// It opens, and what is in it says nothing.
    Content,
    /// Something else was deposited with its key.
    Twice,
}

impl Why {
    /// Every reason.
    const ALL: [Self; 4] = [Self::Key, Self::Seal, Self::Content, Self::Twice];

    /// The word in the store and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Seal => "seal",
            Self::Content => "content",
            Self::Twice => "twice",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its fingerprint.
    pub seal: String,
    /// The device it came from.
    pub kiosk_id: String,
    /// Why nobody can read it.
    pub why: Why,
    /// It, as it came.
    pub deposit: Deposit,
    /// When it came.
    pub at: i64,
}

/// Keeps one; the same again is the same, be it for another reason. Says whether it is new.
///
/// # Errors
/// When the store fails.
pub async fn keep(
    tx: &mut Connection,
    kiosk_id: &str,
    seal: &str,
    why: Why,
    deposit: &Deposit,
    now: i64,
) -> anyhow::Result<bool> {
    let Header {
        key_id,
        reference,
        pressed_at,
        offset,
    } = deposit.header;
    let kept = sqlx::query(
        "insert into unread_deposits
             (seal, kiosk_id, why, key_id, reference, pressed_at, clock_offset, sealed, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (seal) do nothing",
    )
    .bind(seal)
    .bind(kiosk_id)
    .bind(why.name())
    .bind(i64::from(key_id))
    .bind(reference.map(|it| it.to_string()))
    .bind(pressed_at)
    .bind(offset)
    .bind(&deposit.sealed)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if kept.rows_affected() > 0 {
        return Ok(true);
    }
    sqlx::query("update unread_deposits set why = $2 where seal = $1")
        .bind(seal)
        .bind(why.name())
        .execute(tx)
        .await?;
    Ok(false)
}

/// Takes one away, as it was read or somebody answers for its end; false when there is none.
///
/// # Errors
/// When the store fails.
pub async fn remove(tx: &mut Connection, seal: &str) -> anyhow::Result<bool> {
    let done = sqlx::query("delete from unread_deposits where seal = $1")
        .bind(seal)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Whether any of a kiosk is left.
///
/// # Errors
/// When the store fails.
pub async fn are_left(tx: &mut Connection, kiosk_id: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from unread_deposits where kiosk_id = $1 limit 1")
        .bind(kiosk_id)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}

/// How many there are of each kiosk, and since when the first of them waits.
///
/// # Errors
/// When the store fails.
pub async fn counts(store: impl Executor<'_>) -> anyhow::Result<HashMap<String, (i64, i64)>> {
    let rows = sqlx::query(
        "select kiosk_id, count(*) as unread, min(at) as first from unread_deposits group by kiosk_id",
    )
    .fetch_all(store)
    .await?;
    let counts = rows
        .into_iter()
        .map(|row| (row.get("kiosk_id"), (row.get("unread"), row.get("first"))));
    Ok(counts.collect())
}

/// The ids of the keys that some were sealed to and that were not known.
///
/// # Errors
/// When the store fails.
pub async fn keys_wanted(pool: &Pool) -> anyhow::Result<Vec<u8>> {
    let rows = sqlx::query("select distinct key_id from unread_deposits where why = 'key'")
        .fetch_all(pool)
        .await?;
    let ids = rows.into_iter().map(|row| row.get::<i64, _>("key_id"));
    Ok(ids.filter_map(|id| u8::try_from(id).ok()).collect())
}

/// Those that were sealed to a key that was not known, in the order they were pressed in.
///
/// # Errors
/// When the store fails.
pub async fn under(pool: &Pool, key_id: u8, most: i64) -> anyhow::Result<Vec<Unread>> {
    let rows = sqlx::query(
        "select seal, kiosk_id, why, key_id, reference, pressed_at, clock_offset, sealed, at
         from unread_deposits where why = 'key' and key_id = $1
         order by pressed_at + clock_offset, seal limit $2",
    )
    .bind(i64::from(key_id))
    .bind(most)
    .fetch_all(pool)
    .await?;
    rows.iter().map(read).collect()
}

/// Those of a kiosk, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of(
    store: impl Executor<'_>,
    kiosk_id: &str,
    most: i64,
) -> anyhow::Result<Vec<Unread>> {
    let rows = sqlx::query(
        "select seal, kiosk_id, why, key_id, reference, pressed_at, clock_offset, sealed, at
         from unread_deposits where kiosk_id = $1 order by at, seal limit $2",
    )
    .bind(kiosk_id)
    .bind(most)
    .fetch_all(store)
    .await?;
    rows.iter().map(read).collect()
}

/// One of a kiosk's.
///
/// # Errors
/// When the store fails.
pub async fn find(
    store: impl Executor<'_>,
    kiosk_id: &str,
    seal: &str,
) -> anyhow::Result<Option<Unread>> {
    let row = sqlx::query(
        "select seal, kiosk_id, why, key_id, reference, pressed_at, clock_offset, sealed, at
         from unread_deposits where kiosk_id = $1 and seal = $2",
    )
    .bind(kiosk_id)
    .bind(seal)
    .fetch_optional(store)
    .await?;
    row.as_ref().map(read).transpose()
}

fn read(row: &Record) -> anyhow::Result<Unread> {
    let reference: Option<String> = row.get("reference");
    let header = Header {
        key_id: u8::try_from(row.get::<i64, _>("key_id"))?,
        reference: reference.map(|it| it.parse()).transpose()?,
        pressed_at: row.get("pressed_at"),
        offset: row.get("clock_offset"),
    };
    Ok(Unread {
        seal: row.get("seal"),
        kiosk_id: row.get("kiosk_id"),
        why: Why::from_name(row.get("why")).context("a deposit unread for no known reason")?,
        deposit: Deposit {
            header,
            sealed: row.get("sealed"),
        },
        at: row.get("at"),
    })
}
