//! What kiosks deposited: what became of each, and what nobody could read. A fingerprint of the
//! sealed text tells a deposit that is sent again, because its answer was lost, from any other.

use super::{Connection, Executor, Pool};
use app::kiosk::{deposit::Deposit, seal::Header};
use sqlx::Row;

/// A deposit that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDeposit {
    /// The journey's key.
    pub key: String,
    /// The fingerprint of the sealed text.
    pub seal: String,
    /// The device.
    pub kiosk_id: String,
    /// The case it made, if it made one.
    pub case_id: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// When "send" was pressed, by our clock.
    pub pressed_at: i64,
    /// When it came.
    pub at: i64,
}

/// What became of a deposit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was taken as it was meant.
    Taken,
    /// It is a case for a person to read.
    Person,
}

impl Outcome {
    const fn name(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Person => "person",
        }
    }
}

/// Keeps what became of a deposit.
///
/// # Errors
/// When the store fails, or its key or its text was deposited before.
pub async fn add(tx: &mut Connection, new: &NewDeposit) -> anyhow::Result<()> {
    sqlx::query(
        "insert into deposits (key, seal, kiosk_id, case_id, outcome, pressed_at, at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&new.key)
    .bind(&new.seal)
    .bind(&new.kiosk_id)
    .bind(&new.case_id)
    .bind(new.outcome.name())
    .bind(new.pressed_at)
    .bind(new.at)
    .execute(tx)
    .await?;
    Ok(())
}

/// What a sealed text became, if it was kept: the case, if it is one.
///
/// # Errors
/// When the store fails.
pub async fn by_seal<'e>(
    db: impl Executor<'e>,
    seal: &str,
) -> anyhow::Result<Option<Option<String>>> {
    let row = sqlx::query("select case_id from deposits where seal = $1")
        .bind(seal)
        .fetch_optional(db)
        .await?;
    Ok(row.map(|row| row.get("case_id")))
}

/// Whether something was deposited with a key, whatever it said.
///
/// # Errors
/// When the store fails.
pub async fn has_key(tx: &mut Connection, key: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from deposits where key = $1")
        .bind(key)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}

/// Why a deposit is kept unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The key it is sealed to is not known any more.
    Key,
    /// It does not open.
    Seal,
    /// It opens, and what is in it says nothing.
    Content,
    /// Something else was deposited with its key.
    Twice,
}

impl Unread {
    const fn name(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Seal => "seal",
            Self::Content => "content",
            Self::Twice => "twice",
        }
    }
}

/// Keeps what nobody can read, as it came; the same again is the same. Says whether it is new.
///
/// # Errors
/// When the store fails.
pub async fn set_aside(
    tx: &mut Connection,
    kiosk_id: &str,
    seal: &str,
    why: Unread,
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
    .execute(tx)
    .await?;
    Ok(kept.rows_affected() > 0)
}

/// How many deposits of a device nobody could read.
///
/// # Errors
/// When the store fails.
pub async fn unread(pool: &Pool, kiosk_id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query("select count(*) as unread from unread_deposits where kiosk_id = $1")
        .bind(kiosk_id)
        .fetch_one(pool)
        .await?;
    Ok(row.get("unread"))
}
