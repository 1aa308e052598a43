//! Incidents, who has them too, and what was mended without a case.

use super::{Connection, Pool};
use app::case::language::{Lang, Text};
use sqlx::Row;
use uuid::Uuid;

/// An incident as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its key.
    pub id: String,
    /// The product's code.
    pub product: String,
    /// The place's code.
    pub place: String,
    /// What it is.
    pub title: String,
    /// What is being done.
    pub text: String,
    /// When it is expected to be over.
    pub expected_at: Option<i64>,
    /// Since when.
    pub opened_at: i64,
    /// Since when it is over.
    pub ended_at: Option<i64>,
}

/// What an incident's text says in a language: a text written in all of them is kept as JSON, one
/// written in a single language is shown to everybody as it is.
pub fn said(text: &str, lang: Lang) -> String {
    let all = serde_json::from_str::<Text>(text);
    all.map_or_else(|_| text.to_owned(), |all| all.say(lang).to_owned())
}

/// What is open, and what ended after an instant; the newest first.
///
/// # Errors
/// When the store fails.
pub async fn since(pool: &Pool, instant: i64) -> anyhow::Result<Vec<Incident>> {
    let rows = sqlx::query(
        "select id, product, place, title, text, expected_at, opened_at, ended_at from incidents
         where ended_at is null or ended_at > $1 order by ended_at is not null, opened_at desc",
    )
    .bind(instant)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Incident {
            id: row.get("id"),
            product: row.get("product"),
            place: row.get("place"),
            title: row.get("title"),
            text: row.get("text"),
            expected_at: row.get("expected_at"),
            opened_at: row.get("opened_at"),
            ended_at: row.get("ended_at"),
        })
        .collect())
}

/// Opens an incident.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, incident: &Incident) -> anyhow::Result<()> {
    sqlx::query(
        "insert into incidents (id, product, place, title, text, expected_at, opened_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&incident.id)
    .bind(&incident.product)
    .bind(&incident.place)
    .bind(&incident.title)
    .bind(&incident.text)
    .bind(incident.expected_at)
    .bind(incident.opened_at)
    .execute(tx)
    .await?;
    Ok(())
}

/// The place of an incident, if it is open.
///
/// # Errors
/// When the store fails.
pub async fn place_of_open(tx: &mut Connection, id: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select place from incidents where id = $1 and ended_at is null")
        .bind(id)
        .fetch_optional(tx)
        .await?;
    Ok(row.map(|row| row.get("place")))
}

/// Says anew when an incident is expected to be over.
///
/// # Errors
/// When the store fails.
pub async fn expect(tx: &mut Connection, id: &str, expected_at: Option<i64>) -> anyhow::Result<()> {
    sqlx::query("update incidents set expected_at = $2 where id = $1 and ended_at is null")
        .bind(id)
        .bind(expected_at)
        .execute(tx)
        .await?;
    Ok(())
}

/// Ends an incident.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query("update incidents set ended_at = $2 where id = $1 and ended_at is null")
        .bind(id)
        .bind(now)
        .execute(tx)
        .await?;
    Ok(())
}

/// How many said "I have it too", by incident.
///
/// # Errors
/// When the store fails.
pub async fn joined(pool: &Pool) -> anyhow::Result<std::collections::BTreeMap<String, i64>> {
    let rows = sqlx::query(
        "select incident_id, count(*) as joined from incident_joins group by incident_id",
    )
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.get("incident_id"), row.get("joined")))
        .collect())
}

/// Counts somebody in; the same key twice is one, so it names who and what. False when there is no
/// such open incident.
///
/// # Errors
/// When the store fails.
pub async fn join(
    tx: &mut Connection,
    incident: &str,
    key: &str,
    channel: &str,
    place: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let open = sqlx::query("select 1 from incidents where id = $1 and ended_at is null")
        .bind(incident)
        .fetch_optional(&mut *tx)
        .await?;
    if open.is_none() {
        return Ok(false);
    }
    sqlx::query(
        "insert into incident_joins (id, incident_id, key, channel, place, joined_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (key) do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(incident)
    .bind(key)
    .bind(channel)
    .bind(place)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(true)
}

/// Takes it back: whoever said that it works again came back because it does not.
///
/// # Errors
/// When the store fails.
pub async fn not_mended(tx: &mut Connection, key: &str) -> anyhow::Result<()> {
    sqlx::query("delete from self_repairs where key = $1")
        .bind(key)
        .execute(tx)
        .await?;
    Ok(())
}

/// A self-check that helped.
#[derive(Clone, Debug)]
pub struct Mended<'a> {
    /// The journey's idempotency key.
    pub key: &'a str,
    /// The product's code.
    pub product: &'a str,
    /// The symptom's code.
    pub symptom: &'a str,
    /// The self-check's code.
    pub check: &'a str,
    /// Where it happened.
    pub channel: &'a str,
}

/// Counts a self-check that helped; the same key twice is one.
///
/// # Errors
/// When the store fails.
pub async fn mended(tx: &mut Connection, mended: &Mended<'_>, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into self_repairs (id, key, product, symptom, check_code, channel, at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (key) do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(mended.key)
    .bind(mended.product)
    .bind(mended.symptom)
    .bind(mended.check)
    .bind(mended.channel)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}
