//! The cases that hang on an incident, what is still to be told to them, and what their customers
//! say when it was ended.

use crate::store::{Connection, Executor, Pool};
use sqlx::Row;

/// A case that hangs on an incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Its public number.
    pub reference: String,
    /// Where it stands.
    pub state: String,
    /// Since when it hangs on it.
    pub at: i64,
    /// Whether it works again, if the customer said so.
    pub answer: Option<String>,
}

/// Hangs a case on an incident; false when it does already.
///
/// # Errors
/// When the store fails.
pub async fn attach(
    tx: &mut Connection,
    incident: &str,
    case_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let attached = sqlx::query(
        "insert into incident_cases (incident_id, case_id, attached_at) values ($1, $2, $3)
         on conflict (incident_id, case_id) do nothing",
    )
    .bind(incident)
    .bind(case_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(attached.rows_affected() > 0)
}

/// The cases of an incident, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn attached(pool: &Pool, incident: &str, most: i64) -> anyhow::Result<Vec<Attached>> {
    let rows = sqlx::query(
        "select c.reference, c.state, i.attached_at, i.answer from incident_cases i
         join cases c on c.id = i.case_id where i.incident_id = $1
         order by i.attached_at desc, c.id desc limit $2",
    )
    .bind(incident)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Attached {
            reference: row.get("reference"),
            state: row.get("state"),
            at: row.get("attached_at"),
            answer: row.get("answer"),
        })
        .collect())
}

/// An open fault that may have an incident for its cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its key.
    pub id: String,
    /// Its public number.
    pub reference: String,
    /// The district.
    pub place: Option<String>,
    /// When it came in.
    pub opened_at: i64,
}

/// Open faults of a product that came in after an instant and hang on no open incident.
///
/// # Errors
/// When the store fails.
pub async fn candidates(
    store: impl Executor<'_>,
    product: &str,
    after: i64,
    most: i64,
) -> anyhow::Result<Vec<Candidate>> {
    let rows = sqlx::query(
        "select c.id, c.reference, c.place, c.opened_at from cases c
         where c.kind = 'fault' and c.product = $1 and c.opened_at >= $2
           and c.state in ('received', 'working', 'waiting')
           and not exists (select 1 from incident_cases a join incidents i on i.id = a.incident_id
             where a.case_id = c.id and i.ended_at is null)
         order by c.opened_at desc limit $3",
    )
    .bind(product)
    .bind(after)
    .bind(most)
    .fetch_all(store)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Candidate {
            id: row.get("id"),
            reference: row.get("reference"),
            place: row.get("place"),
            opened_at: row.get("opened_at"),
        })
        .collect())
}

/// The incident that a case hangs on, the latest if there were several: its key and title, and
/// since when it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hangs {
    /// Its key.
    pub incident: String,
    /// What it is.
    pub title: String,
    /// Since when it is over.
    pub ended_at: Option<i64>,
}

/// See `Hangs`.
///
/// # Errors
/// When the store fails.
pub async fn hanging(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Option<Hangs>> {
    let row = sqlx::query(
        "select i.id, i.title, i.ended_at from incident_cases a join incidents i on i.id = a.incident_id
         where a.case_id = $1 order by a.attached_at desc limit 1",
    )
    .bind(case_id)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Hangs {
        incident: row.get("id"),
        title: row.get("title"),
        ended_at: row.get("ended_at"),
    }))
}

/// An update that is still to be told to a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The update's key.
    pub update_id: String,
    /// What it is.
    pub kind: String,
    /// What customers read, in every language as JSON.
    pub text: Option<String>,
    /// When the incident is expected to be over, as was said then.
    pub expected_at: Option<i64>,
    /// The incident's title.
    pub title: String,
    /// The case.
    pub case_id: String,
    /// Its customer's language.
    pub language: String,
}

/// Some of what is still to be told to cases, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn to_spread(pool: &Pool, most: i64) -> anyhow::Result<Vec<Spread>> {
    let rows = sqlx::query(
        "select s.update_id, s.case_id, u.kind, u.text, u.expected_at, i.title, c.language
         from incident_spread s join incident_updates u on u.id = s.update_id
         join incidents i on i.id = u.incident_id join cases c on c.id = s.case_id
         order by s.update_id, s.case_id limit $1",
    )
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Spread {
            update_id: row.get("update_id"),
            kind: row.get("kind"),
            text: row.get("text"),
            expected_at: row.get("expected_at"),
            title: row.get("title"),
            case_id: row.get("case_id"),
            language: row.get("language"),
        })
        .collect())
}

/// Takes away what is told now; false when somebody else has told it.
///
/// # Errors
/// When the store fails.
pub async fn spread_done(
    tx: &mut Connection,
    update_id: &str,
    case_id: &str,
) -> anyhow::Result<bool> {
    let done = sqlx::query("delete from incident_spread where update_id = $1 and case_id = $2")
        .bind(update_id)
        .bind(case_id)
        .execute(tx)
        .await?;
    Ok(done.rows_affected() > 0)
}

/// Keeps what a case's customer says about an incident that was ended; returns the incident.
///
/// # Errors
/// When the store fails.
pub async fn answer_of_case(
    tx: &mut Connection,
    case_id: &str,
    answer: &str,
    now: i64,
) -> anyhow::Result<Option<String>> {
    let row = sqlx::query(
        "update incident_cases set answer = $2, answered_at = $3
         where case_id = $1 and incident_id in (select id from incidents where ended_at is not null)
           and attached_at = (select max(a.attached_at) from incident_cases a where a.case_id = $1)
         returning incident_id",
    )
    .bind(case_id)
    .bind(answer)
    .bind(now)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| row.get("incident_id")))
}

/// How many of an incident's cases and followers say that it works again, and how many that it does
/// not.
///
/// # Errors
/// When the store fails.
pub async fn answers(store: impl Executor<'_>, incident: &str) -> anyhow::Result<(i64, i64)> {
    let row = sqlx::query(
        "select cast(coalesce(sum(case when answer = 'yes' then 1 else 0 end), 0) as bigint) as yes,
           cast(coalesce(sum(case when answer = 'no' then 1 else 0 end), 0) as bigint) as no
         from (select answer from incident_cases where incident_id = $1 and answer is not null
           union all
           select answer from incident_followers where incident_id = $1 and answer is not null) as said",
    )
    .bind(incident)
    .fetch_one(store)
    .await?;
    Ok((row.get("yes"), row.get("no")))
}

/// How many said "I have it too" about one incident.
///
/// # Errors
/// When the store fails.
pub async fn joined_in(pool: &Pool, incident: &str) -> anyhow::Result<i64> {
    let row = sqlx::query("select count(*) as n from incident_joins where incident_id = $1")
        .bind(incident)
        .fetch_one(pool)
        .await?;
    Ok(row.get("n"))
}

/// Whether a case is done because its incident was, and its customer has not said anything yet.
///
/// # Errors
/// When the store fails.
pub async fn done_by(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 from cases c join incident_cases a on a.case_id = c.id
         where c.id = $1 and c.state = 'done' and a.answer is null",
    )
    .bind(case_id)
    .fetch_optional(store)
    .await?;
    Ok(row.is_some())
}
