//! Presses on the faces by the door. Which of them count is decided in `taps`; this keeps it.

use super::{Connection, Pool};
use crate::taps::Mark;
use sqlx::Row;

/// A press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TapRow {
    /// The screen's key for it.
    pub key: String,
    /// The device.
    pub kiosk: String,
    /// Where it stands.
    pub shop: String,
    /// The question's code.
    pub question: String,
    /// The question's version.
    pub version: i64,
    /// The face, from 1.
    pub face: i64,
    /// How many faces there were.
    pub faces: i64,
    /// Why.
    pub reason: Option<String>,
    /// When, by our clock.
    pub at: i64,
    /// Which day that was in the shop.
    pub day: String,
}

/// A press as its neighbours see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its key.
    pub key: String,
    /// When.
    pub at: i64,
    /// Which face.
    pub face: i64,
    /// Why it is not counted.
    pub mark: Option<String>,
}

/// So many presses of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pressed {
    /// Where.
    pub shop: String,
    /// On which day, where days are told apart.
    pub day: String,
    /// The question's code.
    pub question: String,
    /// The question's version.
    pub version: i64,
    /// How many faces it had.
    pub faces: i64,
    /// The face.
    pub face: i64,
    /// How many count.
    pub counted: i64,
    /// How many do not.
    pub marked: i64,
}

/// So many answers with one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The question's code.
    pub question: String,
    /// The question's version.
    pub version: i64,
    /// How many faces it had.
    pub faces: i64,
    /// The reason's code.
    pub reason: String,
    /// How often.
    pub counted: i64,
}

/// Keeps a press, or the reason that came after it; false if both were there. A press that another
/// kiosk has sent under the same key stays as it is.
///
/// # Errors
/// When the store fails.
pub async fn keep(tx: &mut Connection, tap: &TapRow) -> anyhow::Result<bool> {
    let kept = sqlx::query(
        "insert into taps (key, kiosk, shop, question, version, face, faces, reason, at, day)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (key) do update set reason = excluded.reason
           where taps.kiosk = excluded.kiosk and taps.reason is null and excluded.reason is not null",
    )
    .bind(&tap.key)
    .bind(&tap.kiosk)
    .bind(&tap.shop)
    .bind(&tap.question)
    .bind(tap.version)
    .bind(tap.face)
    .bind(tap.faces)
    .bind(&tap.reason)
    .bind(tap.at)
    .bind(&tap.day)
    .execute(tx)
    .await?;
    Ok(kept.rows_affected() > 0)
}

/// The presses of a kiosk between two instants, in order.
///
/// # Errors
/// When the store fails.
pub async fn near(
    tx: &mut Connection,
    kiosk: &str,
    (from, to): (i64, i64),
) -> anyhow::Result<Vec<Near>> {
    let rows = sqlx::query(
        "select key, at, face, mark from taps where kiosk = $1 and at between $2 and $3",
    )
    .bind(kiosk)
    .bind(from)
    .bind(to)
    .fetch_all(tx)
    .await?;
    let near = rows.into_iter().map(|row| Near {
        key: row.get("key"),
        at: row.get("at"),
        face: row.get("face"),
        mark: row.get("mark"),
    });
    Ok(near.collect())
}

/// Says of a press why it is not counted.
///
/// # Errors
/// When the store fails.
pub async fn mark(tx: &mut Connection, key: &str, mark: Mark) -> anyhow::Result<()> {
    sqlx::query("update taps set mark = $2 where key = $1")
        .bind(key)
        .bind(mark.name())
        .execute(tx)
        .await?;
    Ok(())
}

/// How often each face was pressed from one day to another, in each shop.
///
/// # Errors
/// When the store fails.
pub async fn by_shop(pool: &Pool, (from, to): (&str, &str)) -> anyhow::Result<Vec<Pressed>> {
    let rows = sqlx::query(
        "select shop, '' as day, question, version, faces, face, count(*) as presses,
             cast(sum(case when mark is null then 1 else 0 end) as bigint) as counted
         from taps where day between $1 and $2
         group by shop, question, version, faces, face",
    )
    .bind(from)
    .bind(to)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| pressed(&row)).collect())
}

/// The same of one shop, on each day.
///
/// # Errors
/// When the store fails.
pub async fn by_day(
    pool: &Pool,
    shop: &str,
    (from, to): (&str, &str),
) -> anyhow::Result<Vec<Pressed>> {
    let rows = sqlx::query(
        "select shop, day, question, version, faces, face, count(*) as presses,
             cast(sum(case when mark is null then 1 else 0 end) as bigint) as counted
         from taps where day between $1 and $2 and shop = $3
         group by shop, day, question, version, faces, face",
    )
    .bind(from)
    .bind(to)
    .bind(shop)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| pressed(&row)).collect())
}

/// The reasons given in a shop, the most frequent first.
///
/// # Errors
/// When the store fails.
pub async fn reasons(
    pool: &Pool,
    shop: &str,
    (from, to): (&str, &str),
) -> anyhow::Result<Vec<Reason>> {
    let rows = sqlx::query(
        "select question, version, faces, reason, count(*) as counted
         from taps
         where day between $1 and $2 and shop = $3 and mark is null and reason is not null
         group by question, version, faces, reason
         order by counted desc, reason",
    )
    .bind(from)
    .bind(to)
    .bind(shop)
    .fetch_all(pool)
    .await?;
    let reasons = rows.into_iter().map(|row| Reason {
        question: row.get("question"),
        version: row.get("version"),
        faces: row.get("faces"),
        reason: row.get("reason"),
        counted: row.get("counted"),
    });
    Ok(reasons.collect())
}

fn pressed(row: &super::Record) -> Pressed {
    let (presses, counted): (i64, i64) = (row.get("presses"), row.get("counted"));
    Pressed {
        shop: row.get("shop"),
        day: row.get("day"),
        question: row.get("question"),
        version: row.get("version"),
        faces: row.get("faces"),
        face: row.get("face"),
        counted,
        marked: presses - counted,
    }
}
