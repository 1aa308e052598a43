//! References that a device holds for when it has no network. Each is one device's and becomes one
//! case; no other case is ever given it, which `cases::add` sees to.

use super::{Batch, Connection, Pool};
use sqlx::Row;

/// A reference with the case it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReservation {
    /// The public number.
    pub reference: String,
    /// The key of the case.
    pub case_id: String,
}

/// A reservation as it is read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reservation {
    /// The key of the case it will be.
    pub case_id: String,
    /// Whose it is.
    pub kiosk_id: String,
    /// Since when.
    pub reserved_at: i64,
    /// The key of the deposit that used it.
    pub key: Option<String>,
}

/// Reserves references for a device.
///
/// # Errors
/// When the store fails, or one of them is somebody's already: then none is reserved.
pub async fn add(
    tx: &mut Connection,
    kiosk_id: &str,
    new: &[NewReservation],
    now: i64,
) -> anyhow::Result<()> {
    let mut batch = Batch::default();
    for one in new {
        let row = sqlx::query("select 1 from cases where reference = $1")
            .bind(&one.reference)
            .fetch_optional(&mut *tx)
            .await?;
        anyhow::ensure!(row.is_none(), "a reference was drawn that a case has");
        batch
            .add("insert into reservations (reference, case_id, kiosk_id, reserved_at) values (?, ?, ?, ?)")
            .bind(&one.reference)
            .bind(&one.case_id)
            .bind(kiosk_id)
            .bind(now);
    }
    batch.run(tx).await
}

/// How many references a device holds that were not used.
///
/// # Errors
/// When the store fails.
pub async fn unused(tx: &mut Connection, kiosk_id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as unused from reservations where kiosk_id = $1 and key is null",
    )
    .bind(kiosk_id)
    .fetch_one(tx)
    .await?;
    Ok(row.get("unused"))
}

/// The reservation of a reference, if it was reserved.
///
/// # Errors
/// When the store fails.
pub async fn find(pool: &Pool, reference: &str) -> anyhow::Result<Option<Reservation>> {
    let row = sqlx::query(
        "select case_id, kiosk_id, reserved_at, key from reservations where reference = $1",
    )
    .bind(reference)
    .fetch_optional(pool)
    .await?;
    Ok(row.map(|row| Reservation {
        case_id: row.get("case_id"),
        kiosk_id: row.get("kiosk_id"),
        reserved_at: row.get("reserved_at"),
        key: row.get("key"),
    }))
}

/// Gives a reference to the deposit with a key, for ever; false when another has it.
///
/// # Errors
/// When the store fails.
pub async fn spend(tx: &mut Connection, reference: &str, key: &str) -> anyhow::Result<bool> {
    let spent =
        sqlx::query("update reservations set key = $2 where reference = $1 and key is null")
            .bind(reference)
            .bind(key)
            .execute(tx)
            .await?;
    Ok(spent.rows_affected() > 0)
}
