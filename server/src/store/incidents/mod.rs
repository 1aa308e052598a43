//! Incidents, who has them too, and what was mended without a case.

use super::{Connection, Pool, Record};
use app::case::language::{Lang, Text};
use sqlx::Row;
use uuid::Uuid;

mod cases;
mod followers;
mod updates;
pub use cases::{
    Attached, Candidate, Hangs, Spread, answer_of_case, answers, attach, attached, candidates,
    done_by, hanging, joined_in, spread_done, to_spread,
};
pub use followers::{
    Follower, NewFollower, answer_of_follower, erase_followers, follow, follower, followers,
    stop_following,
};
pub use updates::{Update, begin, over_by_plan, reopen, update, updates, updates_since};

/// An incident as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Its key.
    pub id: String,
    /// The product's code.
    pub product: String,
    /// The place's code.
    pub place: String,
    /// The codes of every place, that one first.
    pub places: Vec<String>,
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
    /// What staff know of its cause.
    pub cause: Option<String>,
    /// Whether it is work that was announced.
    pub planned: bool,
    /// How often it was ended too early.
    pub reopened: i64,
    /// When that was found out last.
    pub reopened_at: Option<i64>,
}

impl Incident {
    /// Whether it is still to begin.
    pub fn is_ahead(&self, now: i64) -> bool {
        self.planned && self.ended_at.is_none() && self.opened_at > now
    }
}

/// What an incident's text says in a language: a text written in all of them is kept as JSON, one
/// written in a single language is shown to everybody as it is.
pub fn said(text: &str, lang: Lang) -> String {
    let all = serde_json::from_str::<Text>(text);
    all.map_or_else(|_| text.to_owned(), |all| all.say(lang).to_owned())
}

/// What is open or announced, and what ended after an instant; the newest first.
///
/// # Errors
/// When the store fails.
pub async fn since(pool: &Pool, instant: i64) -> anyhow::Result<Vec<Incident>> {
    let rows = sqlx::query(
        "select id, product, place, title, text, expected_at, opened_at, ended_at, cause, planned, reopened, reopened_at
         from incidents where ended_at is null or ended_at > $1
         order by case when ended_at is null then 0 else 1 end, opened_at desc",
    )
    .bind(instant)
    .fetch_all(pool)
    .await?;
    let mut list: Vec<_> = rows.into_iter().map(read).collect();
    let further = sqlx::query(
        "select p.incident_id, p.place from incident_places p join incidents i on i.id = p.incident_id
         where i.ended_at is null or i.ended_at > $1 order by p.place",
    )
    .bind(instant)
    .fetch_all(pool)
    .await?;
    for row in further {
        let id: String = row.get("incident_id");
        if let Some(incident) = list.iter_mut().find(|it| it.id == id) {
            incident.places.push(row.get("place"));
        }
    }
    Ok(list)
}

/// One incident, however long ago.
///
/// # Errors
/// When the store fails.
pub async fn by_id(store: &mut Connection, id: &str) -> anyhow::Result<Option<Incident>> {
    let row = sqlx::query(
        "select id, product, place, title, text, expected_at, opened_at, ended_at, cause, planned, reopened, reopened_at
         from incidents where id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *store)
    .await?;
    let Some(mut incident) = row.map(read) else {
        return Ok(None);
    };
    let further =
        sqlx::query("select place from incident_places where incident_id = $1 order by place")
            .bind(id)
            .fetch_all(store)
            .await?;
    let further = further.iter().map(|row| row.get::<String, _>("place"));
    incident.places.extend(further);
    Ok(Some(incident))
}

fn read(row: Record) -> Incident {
    let place: String = row.get("place");
    Incident {
        id: row.get("id"),
        product: row.get("product"),
        places: vec![place.clone()],
        place,
        title: row.get("title"),
        text: row.get("text"),
        expected_at: row.get("expected_at"),
        opened_at: row.get("opened_at"),
        ended_at: row.get("ended_at"),
        cause: row.get("cause"),
        planned: row.get::<i64, _>("planned") != 0,
        reopened: row.get("reopened"),
        reopened_at: row.get("reopened_at"),
    }
}

/// Opens an incident, or announces work.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, incident: &Incident) -> anyhow::Result<()> {
    sqlx::query(
        "insert into incidents (id, product, place, title, text, expected_at, opened_at, cause, planned)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(&incident.id)
    .bind(&incident.product)
    .bind(&incident.place)
    .bind(&incident.title)
    .bind(&incident.text)
    .bind(incident.expected_at)
    .bind(incident.opened_at)
    .bind(&incident.cause)
    .bind(i64::from(incident.planned))
    .execute(&mut *tx)
    .await?;
    for place in incident.places.iter().filter(|it| **it != incident.place) {
        sqlx::query(
            "insert into incident_places (incident_id, place) values ($1, $2) on conflict do nothing",
        )
        .bind(&incident.id)
        .bind(place)
        .execute(&mut *tx)
        .await?;
    }
    Ok(())
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

/// Ends an incident, and forgets what was answered when it was ended before; false when it is over.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let ended =
        sqlx::query("update incidents set ended_at = $2 where id = $1 and ended_at is null")
            .bind(id)
            .bind(now)
            .execute(&mut *tx)
            .await?;
    if ended.rows_affected() == 0 {
        return Ok(false);
    }
    for forget in [
        "update incident_cases set answer = null, answered_at = null where incident_id = $1",
        "update incident_followers set answer = null, answered_at = null where incident_id = $1",
    ] {
        sqlx::query(forget).bind(id).execute(&mut *tx).await?;
    }
    Ok(true)
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

/// Counts somebody in; the same key twice is one, so it names who and what. False when no such
/// incident was open at that time.
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
    let open = sqlx::query(
        "select 1 from incidents where id = $1 and (ended_at is null or ended_at > $2)",
    )
    .bind(incident)
    .bind(now)
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
