//! What somebody must look at: it stays until a person has said that they know.

use super::super::{Connection, Executor};
use sqlx::Row;
use uuid::Uuid;

/// What an alert tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Two devices held one credential.
    Cloned,
    /// It is not heard any more.
    Silent,
    /// It is heard, and paints nothing.
    Frozen,
    /// Something it sent could not be opened.
    Unreadable,
    /// It cannot read its settings.
    Setup,
}

impl Kind {
    /// The word in the store and in word ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cloned => "cloned",
            Self::Silent => "silent",
            Self::Frozen => "frozen",
            Self::Unreadable => "unreadable",
            Self::Setup => "setup",
        }
    }
}

/// An alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its key.
    pub id: String,
    /// Which kiosk.
    pub kiosk_id: String,
    /// What it tells of, as a word.
    pub kind: String,
    /// When that began.
    pub since: i64,
    /// When it was over, if it is.
    pub over_at: Option<i64>,
    /// Who said that they know, by name, and when.
    pub known: Option<(String, i64)>,
}

/// Raises one; false when it was raised before.
///
/// # Errors
/// When the store fails.
pub async fn raise(
    tx: &mut Connection,
    kiosk_id: &str,
    kind: Kind,
    since: i64,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "insert into kiosk_alerts (id, kiosk_id, kind, since, at) values ($1, $2, $3, $4, $5)
         on conflict (kiosk_id, kind, since) do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(kiosk_id)
    .bind(kind.name())
    .bind(since)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What alerts of a kind told of is over; they stay until somebody knows.
///
/// # Errors
/// When the store fails.
pub async fn over(tx: &mut Connection, kiosk_id: &str, kind: Kind, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update kiosk_alerts set over_at = $3 where kiosk_id = $1 and kind = $2 and over_at is null",
    )
    .bind(kiosk_id)
    .bind(kind.name())
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Somebody knows; false when somebody knew already, or there is no such alert of this kiosk.
///
/// # Errors
/// When the store fails.
pub async fn know(
    tx: &mut Connection,
    kiosk_id: &str,
    id: &str,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update kiosk_alerts set staff_id = $3, known_at = $4
         where id = $2 and kiosk_id = $1 and known_at is null",
    )
    .bind(kiosk_id)
    .bind(id)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Every alert that nobody knows of, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn open(store: impl Executor<'_>) -> anyhow::Result<Vec<Alert>> {
    let rows = sqlx::query(
        "select id, kiosk_id, kind, since, over_at, known_at, null as name from kiosk_alerts
         where known_at is null order by at desc, id desc",
    )
    .fetch_all(store)
    .await?;
    Ok(rows.iter().map(read).collect())
}

/// The alerts of one kiosk, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn of(store: impl Executor<'_>, kiosk_id: &str, most: i64) -> anyhow::Result<Vec<Alert>> {
    let rows = sqlx::query(
        "select a.id, a.kiosk_id, a.kind, a.since, a.over_at, a.known_at, s.name
         from kiosk_alerts a left join staff s on s.id = a.staff_id
         where a.kiosk_id = $1
         order by case when a.known_at is null then 0 else 1 end, a.at desc, a.id desc limit $2",
    )
    .bind(kiosk_id)
    .bind(most)
    .fetch_all(store)
    .await?;
    Ok(rows.iter().map(read).collect())
}

fn read(row: &super::super::Record) -> Alert {
    let by: Option<String> = row.get("name");
    let at: Option<i64> = row.get("known_at");
    Alert {
        id: row.get("id"),
        kiosk_id: row.get("kiosk_id"),
        kind: row.get("kind"),
        since: row.get("since"),
        over_at: row.get("over_at"),
        known: by.zip(at),
    }
}
