//! What was done and said about an incident, in order, and whom it is to be told.

use crate::store::{Connection, Pool};
use sqlx::Row;
use uuid::Uuid;

/// One entry of an incident's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// When.
    pub at: i64,
    /// `opened`, `planned`, `begun`, `update`, `estimate`, `ended`, `reopened`.
    pub kind: String,
    /// `rule` or `staff:<id>`.
    pub actor: String,
    /// What customers read, in every language as JSON.
    pub text: Option<String>,
    /// When it is expected to be over, as was said then.
    pub expected_at: Option<i64>,
}

/// Writes an update and notes who is to be told: the cases by and by, the followers by a notice
/// each. News that a follower was not told yet is overtaken by it.
///
/// # Errors
/// When the store fails.
pub async fn update(
    tx: &mut Connection,
    incident: &str,
    update: &Update,
    notice: &str,
) -> anyhow::Result<()> {
    let id = Uuid::now_v7().to_string();
    sqlx::query(
        "insert into incident_updates (id, incident_id, seq, at, kind, actor, text, expected_at)
         select $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7
         from incident_updates where incident_id = $2",
    )
    .bind(&id)
    .bind(incident)
    .bind(update.at)
    .bind(&update.kind)
    .bind(&update.actor)
    .bind(&update.text)
    .bind(update.expected_at)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "insert into incident_spread (update_id, case_id)
         select $1, c.case_id from incident_cases c where c.incident_id = $2",
    )
    .bind(&id)
    .bind(incident)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "update notices set state = 'suppressed', reason = 'overtaken', ended_at = $2
         where state = 'waiting' and attempts = 0 and kind <> 'followed'
           and follower_id in (select id from incident_followers where incident_id = $1)",
    )
    .bind(incident)
    .bind(update.at)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "insert into notices (id, follower_id, kind, channel, contact_id, state, next_at, created_at)
         select $1 || '.' || f.id, f.id, $2, case when k.kind = 'email' then 'mail' else 'sms' end,
           f.contact_id, 'waiting', $3, $3
         from incident_followers f join contacts k on k.id = f.contact_id
         where f.incident_id = $4 and f.stopped_at is null",
    )
    .bind(&id)
    .bind(notice)
    .bind(update.at)
    .bind(incident)
    .execute(tx)
    .await?;
    Ok(())
}

/// The timeline of an incident, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn updates(pool: &Pool, incident: &str) -> anyhow::Result<Vec<Update>> {
    let rows = sqlx::query(
        "select at, kind, actor, text, expected_at from incident_updates
         where incident_id = $1 order by seq",
    )
    .bind(incident)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Update {
            at: row.get("at"),
            kind: row.get("kind"),
            actor: row.get("actor"),
            text: row.get("text"),
            expected_at: row.get("expected_at"),
        })
        .collect())
}

/// The timelines of what is open or ended after an instant, each update with its incident's key.
///
/// # Errors
/// When the store fails.
pub async fn updates_since(pool: &Pool, instant: i64) -> anyhow::Result<Vec<(String, Update)>> {
    let rows = sqlx::query(
        "select u.incident_id, u.at, u.kind, u.actor, u.text, u.expected_at
         from incident_updates u join incidents i on i.id = u.incident_id
         where i.ended_at is null or i.ended_at > $1 order by u.incident_id, u.seq",
    )
    .bind(instant)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let update = Update {
                at: row.get("at"),
                kind: row.get("kind"),
                actor: row.get("actor"),
                text: row.get("text"),
                expected_at: row.get("expected_at"),
            };
            (row.get("incident_id"), update)
        })
        .collect())
}

/// Begins announced work now; false when it has begun.
///
/// # Errors
/// When the store fails.
pub async fn begin(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    let begun = sqlx::query(
        "update incidents set opened_at = $2
         where id = $1 and planned = 1 and ended_at is null and opened_at > $2",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(begun.rows_affected() > 0)
}

/// Announced work whose time is over.
///
/// # Errors
/// When the store fails.
pub async fn over_by_plan(pool: &Pool, now: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select id from incidents where planned = 1 and ended_at is null and expected_at <= $1",
    )
    .bind(now)
    .fetch_all(pool)
    .await?;
    Ok(rows.iter().map(|row| row.get("id")).collect())
}

/// Opens an incident again; false when it is open.
///
/// # Errors
/// When the store fails.
pub async fn reopen(tx: &mut Connection, id: &str, now: i64) -> anyhow::Result<bool> {
    // Announced work that is not over after all is a fault from now on: no plan ends it.
    let reopened = sqlx::query(
        "update incidents set ended_at = null, expected_at = null, planned = 0,
           reopened = reopened + 1, reopened_at = $2
         where id = $1 and ended_at is not null",
    )
    .bind(id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(reopened.rows_affected() > 0)
}
