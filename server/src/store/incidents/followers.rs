//! Who follows an incident without a case: a contact, a language, and what they said in the end.

use crate::store::{Connection, Executor, Pool};
use sqlx::Row;
use uuid::Uuid;

/// Somebody who wants to follow.
#[derive(Clone, Debug)]
pub struct NewFollower<'a> {
    /// The incident.
    pub incident: &'a str,
    /// A digest of the incident and the contact.
    pub once: &'a str,
    /// `phone` or `email`.
    pub kind: &'a str,
    /// Where to.
    pub value: &'a str,
    /// In which language.
    pub language: &'a str,
    /// The version of what they agreed to.
    pub consent: i64,
}

/// Lets somebody follow an incident; nothing new when they do. Whoever stopped follows again.
/// Returns the follower's and the contact's key where a notice is to be sent.
///
/// # Errors
/// When the store fails.
pub async fn follow(
    tx: &mut Connection,
    new: &NewFollower<'_>,
    now: i64,
) -> anyhow::Result<Option<(String, String)>> {
    let known =
        sqlx::query("select id, contact_id, stopped_at from incident_followers where once = $1")
            .bind(new.once)
            .fetch_optional(&mut *tx)
            .await?;
    if let Some(row) = known {
        let (id, contact): (String, String) = (row.get("id"), row.get("contact_id"));
        let stopped: Option<i64> = row.get("stopped_at");
        if stopped.is_none() {
            return Ok(None);
        }
        sqlx::query("update incident_followers set stopped_at = null, language = $2 where id = $1")
            .bind(&id)
            .bind(new.language)
            .execute(tx)
            .await?;
        return Ok(Some((id, contact)));
    }
    let [customer, contact, id] = std::array::from_fn(|_| Uuid::now_v7().to_string());
    sqlx::query("insert into customers (id, tier, created_at) values ($1, 'individual', $2)")
        .bind(&customer)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "insert into contacts (id, customer_id, kind, value, valid_from) values ($1, $2, $3, $4, $5)",
    )
    .bind(&contact)
    .bind(&customer)
    .bind(new.kind)
    .bind(new.value)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "insert into incident_followers (id, incident_id, contact_id, once, language, consent_version, followed_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&id)
    .bind(new.incident)
    .bind(&contact)
    .bind(new.once)
    .bind(new.language)
    .bind(new.consent)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(Some((id, contact)))
}

/// Somebody who follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower {
    /// The incident.
    pub incident: String,
    /// Its title.
    pub title: String,
    /// Since when it is over.
    pub ended_at: Option<i64>,
    /// In which language they are told.
    pub language: String,
    /// Whether they want nothing more.
    pub stopped: bool,
    /// What they said last.
    pub answer: Option<String>,
}

/// Who follows under a key.
///
/// # Errors
/// When the store fails.
pub async fn follower(store: impl Executor<'_>, id: &str) -> anyhow::Result<Option<Follower>> {
    let row = sqlx::query(
        "select f.incident_id, f.language, f.stopped_at, f.answer, i.title, i.ended_at
         from incident_followers f join incidents i on i.id = f.incident_id where f.id = $1",
    )
    .bind(id)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Follower {
        incident: row.get("incident_id"),
        title: row.get("title"),
        ended_at: row.get("ended_at"),
        language: row.get("language"),
        stopped: row.get::<Option<i64>, _>("stopped_at").is_some(),
        answer: row.get("answer"),
    }))
}

/// How many follow an incident.
///
/// # Errors
/// When the store fails.
pub async fn followers(pool: &Pool, incident: &str) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as n from incident_followers where incident_id = $1 and stopped_at is null",
    )
    .bind(incident)
    .fetch_one(pool)
    .await?;
    Ok(row.get("n"))
}

/// Keeps what a follower says about an incident that was ended; returns the incident.
///
/// # Errors
/// When the store fails.
pub async fn answer_of_follower(
    tx: &mut Connection,
    id: &str,
    answer: &str,
    now: i64,
) -> anyhow::Result<Option<String>> {
    let row = sqlx::query(
        "update incident_followers set answer = $2, answered_at = $3
         where id = $1 and incident_id in (select id from incidents where ended_at is not null)
         returning incident_id",
    )
    .bind(id)
    .bind(answer)
    .bind(now)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| row.get("incident_id")))
}

/// Tells a follower nothing more.
///
/// # Errors
/// When the store fails.
pub async fn stop_following(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update incident_followers set stopped_at = $2 where id = $1 and stopped_at is null",
    )
    .bind(id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update notices set state = 'suppressed', reason = 'stopped', ended_at = $2
         where follower_id = $1 and state in ('waiting', 'held')",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Erases the contacts of who followed what was over before an instant.
///
/// # Errors
/// When the store fails.
pub async fn erase_followers(tx: &mut Connection, before: i64, now: i64) -> anyhow::Result<u64> {
    let erased = sqlx::query(
        "update contacts set value = '', valid_to = $2
         where value <> '' and id in (select f.contact_id from incident_followers f
           join incidents i on i.id = f.incident_id where i.ended_at < $1)",
    )
    .bind(before)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(erased.rows_affected())
}
