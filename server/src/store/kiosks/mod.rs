//! Kiosks: who holds a credential, and what each said last. Credentials come in hashed; what a
//! heartbeat means is decided in `office`.

use super::{Connection, Executor, Record};
use app::kiosk::Printer;
use sqlx::Row;
use stays::Stay;

/// The columns that `read` reads.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select k.id, k.name, k.shop, k.unit, k.paired_at, k.ended_at, k.token_hash, k.seen_at,
                 k.build, k.queue, k.oldest, k.frame, k.skew, k.printer, k.key_ids,
                 k.setup_applied, k.setup_refused from kiosks k ",
            $rest
        )
    };
}

pub mod alerts;
pub mod heard;
pub mod pairings;
pub mod parcels;
pub mod settings;
pub mod stays;

/// A kiosk, with what it said last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kiosk {
    /// Its key.
    pub id: String,
    /// What staff call it.
    pub name: String,
    /// The shop it stands in.
    pub shop: String,
    /// The unit that the shop belonged to when it was paired.
    pub unit: String,
    /// When it was paired.
    pub paired_at: i64,
    /// Since when it is none any more.
    pub ended_at: Option<i64>,
    /// Whether its credential was fetched.
    pub fetched: bool,
    /// When it was last heard.
    pub seen_at: Option<i64>,
    /// The build it runs.
    pub build: String,
    /// How much waits there.
    pub queue: i64,
    /// How long the oldest of it had waited, in seconds.
    pub oldest: Option<i64>,
    /// How long before that the last frame was painted, in milliseconds.
    pub frame: Option<i64>,
    /// How far its clock was ahead of ours, in milliseconds.
    pub skew: i64,
    /// Its printer.
    pub printer: Printer,
    /// The ids of the keys of what waits, as they are shown.
    pub key_ids: String,
    /// The version of the settings it has applied.
    pub setup_applied: i64,
    /// The version it could not read; 0 where there is none.
    pub setup_refused: i64,
}

/// The kiosk that holds a credential.
///
/// # Errors
/// When the store fails.
pub async fn by_token(store: impl Executor<'_>, token_hash: &str) -> anyhow::Result<Option<Kiosk>> {
    let row = sqlx::query(select!("where k.token_hash = $1 and k.ended_at is null"))
        .bind(token_hash)
        .fetch_optional(store)
        .await?;
    Ok(row.as_ref().map(read))
}

/// The kiosk with a key, be it that it is none any more.
///
/// # Errors
/// When the store fails.
pub async fn by_id(store: impl Executor<'_>, id: &str) -> anyhow::Result<Option<Kiosk>> {
    let row = sqlx::query(select!("where k.id = $1"))
        .bind(id)
        .fetch_optional(store)
        .await?;
    Ok(row.as_ref().map(read))
}

/// Every kiosk, by shop and name, those that ended behind the others.
///
/// # Errors
/// When the store fails.
pub async fn all(store: impl Executor<'_>) -> anyhow::Result<Vec<Kiosk>> {
    let rows = sqlx::query(select!(
        "order by case when k.ended_at is null then 0 else 1 end, k.shop, k.name, k.id"
    ))
    .fetch_all(store)
    .await?;
    Ok(rows.iter().map(read).collect())
}

/// A kiosk that begins.
#[derive(Clone, Debug)]
pub struct NewKiosk {
    /// Its key.
    pub id: String,
    /// What staff call it.
    pub name: String,
    /// The shop.
    pub shop: String,
    /// Its unit.
    pub unit: String,
    /// Who paired it.
    pub by: String,
}

/// Adds one.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, kiosk: &NewKiosk, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into kiosks (id, name, shop, unit, paired_by, paired_at) values ($1, $2, $3, $4, $5, $6)",
    )
    .bind(&kiosk.id)
    .bind(&kiosk.name)
    .bind(&kiosk.shop)
    .bind(&kiosk.unit)
    .bind(&kiosk.by)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Gives one another credential, as long as the one before was not used; false when it was, or when
/// the kiosk is none any more.
///
/// # Errors
/// When the store fails.
pub async fn set_token(tx: &mut Connection, id: &str, token_hash: &str) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update kiosks set token_hash = $2 where id = $1 and seen_at is null and ended_at is null",
    )
    .bind(id)
    .bind(token_hash)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// What a kiosk is called, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What staff call it.
    pub name: String,
    /// The shop.
    pub shop: String,
    /// The unit that the shop belongs to.
    pub unit: String,
}

/// Gives a kiosk another name or another place, and says what it had before; nothing, where it is
/// none any more or had that already. What was pressed before counts where it was.
///
/// # Errors
/// When the store fails.
pub async fn place(
    tx: &mut Connection,
    id: &str,
    place: &Place,
    now: i64,
) -> anyhow::Result<Option<Place>> {
    let before = by_id(&mut *tx, id).await?;
    let Some(before) = before.filter(|before| before.ended_at.is_none()) else {
        return Ok(None);
    };
    let stay = Stay {
        until: now,
        shop: before.shop,
        unit: before.unit,
    };
    if (&before.name, &stay.shop) == (&place.name, &place.shop) {
        return Ok(None);
    }
    if stay.shop != place.shop {
        stays::end(&mut *tx, id, &stay).await?;
    }
    sqlx::query("update kiosks set name = $2, shop = $3, unit = $4 where id = $1")
        .bind(id)
        .bind(&place.name)
        .bind(&place.shop)
        .bind(&place.unit)
        .execute(tx)
        .await?;
    Ok(Some(Place {
        name: before.name,
        shop: stay.shop,
        unit: stay.unit,
    }))
}

/// Why a kiosk is none any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Staff ended it.
    Revoked,
    /// Two devices held one credential.
    Cloned,
}

impl End {
    /// The word in the store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Revoked => "revoked",
            Self::Cloned => "cloned",
        }
    }
}

/// It is a kiosk no more: its credential is worth nothing from now on. False when that was so.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, id: &str, why: End, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update kiosks set token_hash = null, ended_at = $2, ended_because = $3
         where id = $1 and ended_at is null",
    )
    .bind(id)
    .bind(now)
    .bind(why.name())
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

fn read(row: &Record) -> Kiosk {
    Kiosk {
        id: row.get("id"),
        name: row.get("name"),
        shop: row.get("shop"),
        unit: row.get("unit"),
        paired_at: row.get("paired_at"),
        ended_at: row.get("ended_at"),
        fetched: row.get::<Option<String>, _>("token_hash").is_some(),
        seen_at: row.get("seen_at"),
        build: row.get("build"),
        queue: row.get("queue"),
        oldest: row.get("oldest"),
        frame: row.get("frame"),
        skew: row.get("skew"),
        printer: Printer::from_name(row.get("printer")),
        key_ids: row.get("key_ids"),
        setup_applied: row.get("setup_applied"),
        setup_refused: row.get("setup_refused"),
    }
}
