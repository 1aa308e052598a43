//! What staff typed and could not be taken, one text a page; and the keys of the forms they sent.

use super::{Connection, Pool};
use app::journey::Sheet;
use sqlx::Row;

/// Something typed that is still to be mended.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsent {
    /// What it was typed for.
    pub act: String,
    /// The number of the part or event it is about.
    pub about: Option<i64>,
    /// As typed.
    pub sheet: Sheet,
}

/// Keeps what was typed on a page in the place of what was kept of it before.
///
/// # Errors
/// When the store fails.
pub async fn keep(
    tx: &mut Connection,
    staff_id: &str,
    place: &str,
    unsent: &Unsent,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into unsent (staff_id, place, act, about, sheet, updated_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (staff_id, place) do update set
             act = excluded.act, about = excluded.about, sheet = excluded.sheet, updated_at = excluded.updated_at",
    )
    .bind(staff_id)
    .bind(place)
    .bind(&unsent.act)
    .bind(unsent.about)
    .bind(serde_json::to_string(&unsent.sheet)?)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// What was typed on a page and not taken.
///
/// # Errors
/// When the store fails.
pub async fn find(pool: &Pool, staff_id: &str, place: &str) -> anyhow::Result<Option<Unsent>> {
    let row =
        sqlx::query("select act, about, sheet from unsent where staff_id = $1 and place = $2")
            .bind(staff_id)
            .bind(place)
            .fetch_optional(pool)
            .await?;
    row.map(|row| {
        Ok(Unsent {
            act: row.get("act"),
            about: row.get("about"),
            sheet: serde_json::from_str(row.get("sheet"))?,
        })
    })
    .transpose()
}

/// Forgets what was typed for an act, because it was sent.
///
/// # Errors
/// When the store fails.
pub async fn forget(
    tx: &mut Connection,
    staff_id: &str,
    place: &str,
    act: &str,
) -> anyhow::Result<()> {
    sqlx::query("delete from unsent where staff_id = $1 and place = $2 and act = $3")
        .bind(staff_id)
        .bind(place)
        .bind(act)
        .execute(tx)
        .await?;
    Ok(())
}

/// Notes a form's key; false when it was sent before.
///
/// # Errors
/// When the store fails.
pub async fn first_time(
    tx: &mut Connection,
    key: &str,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let noted = sqlx::query(
        "insert into acts (key, staff_id, at) values ($1, $2, $3) on conflict (key) do nothing",
    )
    .bind(key)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(noted.rows_affected() > 0)
}

/// Whether a form with this key was sent before.
///
/// # Errors
/// When the store fails.
pub async fn sent_before(tx: &mut Connection, key: &str) -> anyhow::Result<bool> {
    let row = sqlx::query("select 1 from acts where key = $1")
        .bind(key)
        .fetch_optional(tx)
        .await?;
    Ok(row.is_some())
}
