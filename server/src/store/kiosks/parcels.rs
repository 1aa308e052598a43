//! Queues that were carried here by hand from kiosks without a network, with what became of each
//! thing in them.

use super::super::{Connection, Executor};
use sqlx::Row;

/// What became of a deposit that was carried here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The number the customer was told.
    pub told: Option<String>,
    /// When it was pressed, by our clock, if it can be read at all.
    pub pressed_at: Option<i64>,
    /// What became of it, as a word.
    pub outcome: String,
    /// The number of the case, if it is one.
    pub reference: Option<String>,
}

/// A queue that was carried here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The device it was taken from.
    pub kiosk_id: String,
    /// When it came.
    pub at: i64,
    /// Who brought it, by name.
    pub by: String,
    /// How many presses by the door were in it.
    pub taps: i64,
}

/// Keeps what became of a queue.
///
/// # Errors
/// When the store fails.
pub async fn add(
    tx: &mut Connection,
    id: &str,
    (kiosk_id, staff_id): (&str, &str),
    (taps, carried): (i64, &[Carried]),
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into kiosk_parcels (id, kiosk_id, staff_id, at, taps) values ($1, $2, $3, $4, $5)",
    )
    .bind(id)
    .bind(kiosk_id)
    .bind(staff_id)
    .bind(now)
    .bind(taps)
    .execute(&mut *tx)
    .await?;
    for (nth, one) in (0_i64..).zip(carried) {
        sqlx::query(
            "insert into kiosk_parcel_deposits (parcel_id, nth, told, pressed_at, outcome, reference)
             values ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(nth)
        .bind(&one.told)
        .bind(one.pressed_at)
        .bind(&one.outcome)
        .bind(&one.reference)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
}

/// One of them, if it was taken from a kiosk.
///
/// # Errors
/// When the store fails.
pub async fn find(
    store: impl Executor<'_>,
    kiosk_id: &str,
    id: &str,
) -> anyhow::Result<Option<Parcel>> {
    let row = sqlx::query(
        "select p.kiosk_id, p.at, p.taps, s.name from kiosk_parcels p
         join staff s on s.id = p.staff_id where p.id = $1 and p.kiosk_id = $2",
    )
    .bind(id)
    .bind(kiosk_id)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Parcel {
        kiosk_id: row.get("kiosk_id"),
        at: row.get("at"),
        by: row.get("name"),
        taps: row.get("taps"),
    }))
}

/// What was in one, in its order.
///
/// # Errors
/// When the store fails.
pub async fn carried(store: impl Executor<'_>, id: &str) -> anyhow::Result<Vec<Carried>> {
    let rows = sqlx::query(
        "select told, pressed_at, outcome, reference from kiosk_parcel_deposits
         where parcel_id = $1 order by nth",
    )
    .bind(id)
    .fetch_all(store)
    .await?;
    let carried = rows.into_iter().map(|row| Carried {
        told: row.get("told"),
        pressed_at: row.get("pressed_at"),
        outcome: row.get("outcome"),
        reference: row.get("reference"),
    });
    Ok(carried.collect())
}
