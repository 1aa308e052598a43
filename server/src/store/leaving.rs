//! What somebody leaves behind who leaves: the cases they answer for and the parts they have taken.
//! And the cases that need a person since then.

use super::{Connection, Pool, Question, Record, cases::about, desk::stands_for, spells};
use app::case::view::About;
use sqlx::Row;

/// A case somebody answers for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owned {
    /// The case.
    pub case_id: String,
    /// The duty that it had before anybody took it.
    pub duty: String,
    /// Who answers for it.
    pub owner: String,
}

/// The cases somebody answers for that are not closed.
///
/// # Errors
/// When the store fails.
pub async fn owned(tx: &mut Connection, staff_id: &str) -> anyhow::Result<Vec<Owned>> {
    let rows = sqlx::query(
        "select id, owner_duty from cases where owner_staff_id = $1 and state <> 'closed' order by id",
    )
    .bind(staff_id)
    .fetch_all(tx)
    .await?;
    let owned = rows.into_iter().map(|row| Owned {
        case_id: row.get("id"),
        duty: row.get("owner_duty"),
        owner: staff_id.to_owned(),
    });
    Ok(owned.collect())
}

/// A case whose owner works here no more.
///
/// # Errors
/// When the store fails.
pub async fn orphan(tx: &mut Connection, case_id: &str) -> anyhow::Result<Option<Owned>> {
    let row = sqlx::query(
        "select c.owner_duty, s.id from cases c join staff s on s.id = c.owner_staff_id
         where c.id = $1 and s.left_at is not null",
    )
    .bind(case_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| Owned {
        case_id: case_id.to_owned(),
        duty: row.get("owner_duty"),
        owner: row.get("id"),
    }))
}

/// How many cases somebody answers for.
///
/// # Errors
/// When the store fails.
pub async fn owned_count(pool: &Pool, staff_id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query(
        "select count(*) as cases from cases where owner_staff_id = $1 and state <> 'closed'",
    )
    .bind(staff_id)
    .fetch_one(pool)
    .await?;
    Ok(row.get("cases"))
}

/// A case falls to its duty, and needs a person. Nobody is asked any more whether they take it over.
///
/// # Errors
/// When the store fails.
pub async fn fall_to_duty(tx: &mut Connection, case_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query("update cases set owner_staff_id = null, needs_person_at = $2 where id = $1")
        .bind(case_id)
        .bind(now)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "update handovers set state = 'withdrawn', decided_at = $2
         where case_id = $1 and state = 'offered'",
    )
    .bind(case_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Takes back what somebody is asked who will not answer any more.
///
/// # Errors
/// When the store fails.
pub async fn unask(tx: &mut Connection, staff_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update handovers set state = 'withdrawn', decided_at = $2
         where to_staff_id = $1 and state = 'offered'",
    )
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// A part that was given back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GivenBack {
    /// Its case.
    pub case_id: String,
    /// Its number within the case.
    pub seq: i64,
}

/// Gives the parts somebody has taken back to their departments.
///
/// # Errors
/// When the store fails.
pub async fn give_back_legs(
    tx: &mut Connection,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<Vec<GivenBack>> {
    let rows = sqlx::query(
        "update legs set state = 'queued', staff_id = null, accepted_at = null
         where staff_id = $1 and state in ('accepted', 'working', 'paused')
         returning id, case_id, seq",
    )
    .bind(staff_id)
    .fetch_all(&mut *tx)
    .await?;
    let mut legs = Vec::new();
    for row in rows {
        spells::follow_leg(&mut *tx, row.get("id"), now).await?;
        legs.push(GivenBack {
            case_id: row.get("case_id"),
            seq: row.get("seq"),
        });
    }
    legs.sort_unstable();
    Ok(legs)
}

/// A case that waits for somebody who has no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// The case's public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// Whose duty it is until a person takes it: unit and department.
    pub owner_of: (String, String),
    /// Since when it needs a person.
    pub since: Option<i64>,
    /// Who is away and answers for it.
    pub owner: Option<String>,
}

/// Every open case that needs a person, the longest waiting first.
///
/// # Errors
/// When the store fails.
pub async fn needing_a_person(pool: &Pool) -> anyhow::Result<Vec<WaitingRow>> {
    let rows = sqlx::query(
        "select reference, kind, product, topic, symptom, place, owner_unit, owner_department,
             needs_person_at as since, cast(null as text) as owner
         from cases where needs_person_at is not null and owner_staff_id is null and state <> 'closed'
         order by needs_person_at, id",
    )
    .fetch_all(pool)
    .await?;
    Ok(rows.iter().map(read).collect())
}

/// The open cases of everybody whom somebody stands in for at an instant, the oldest first.
///
/// # Errors
/// When the store fails.
pub async fn stood_in_for(
    pool: &Pool,
    staff_id: &str,
    now: i64,
    most: i64,
) -> anyhow::Result<Vec<WaitingRow>> {
    let mut asked = Question::new(
        "select c.reference, c.kind, c.product, c.topic, c.symptom, c.place, c.owner_unit,
             c.owner_department, cast(null as bigint) as since, o.name as owner
         from cases c join staff o on o.id = c.owner_staff_id where c.owner_staff_id in",
    );
    stands_for(&mut asked, now, staff_id);
    asked.sql("and c.owner_staff_id <>").bind(staff_id);
    asked
        .sql("and c.state in ('received', 'working', 'waiting', 'done')")
        .sql("order by c.opened_at, c.id limit")
        .bind(most);
    let rows = asked.all(pool).await?;
    Ok(rows.iter().map(read).collect())
}

fn read(row: &Record) -> WaitingRow {
    WaitingRow {
        reference: row.get("reference"),
        kind: row.get("kind"),
        about: about(row),
        owner_of: (
            row.get::<Option<String>, _>("owner_unit")
                .unwrap_or_default(),
            row.get::<Option<String>, _>("owner_department")
                .unwrap_or_default(),
        ),
        since: row.get("since"),
        owner: row.get("owner"),
    }
}
