//! What kiosks deposited, and what became of each. A fingerprint of the sealed text tells a deposit
//! that is sent again, because its answer was lost, from any other. What nobody could read is beside.

use super::{Connection, Executor};
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
