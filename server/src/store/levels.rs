//! What a level sees of the units below it: how much is open, at risk, broken, bounced and not
//! acknowledged, and which cases these are. By the last look at each clock, not by the clocks
//! themselves: a table of numbers must not cost a look at every case.

use super::{Connection, Pool, Record, cases::about, search::seats};
use app::{case::view::About, desk::Pick};
use sqlx::{AssertSqlSafe, Row};

/// One unit's numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: String,
    /// Cases that are not done.
    pub open: i64,
    /// Of these, with a promise of which much has passed.
    pub at_risk: i64,
    /// Of these, with a promise that was not kept.
    pub broken: i64,
    /// Of these, with a part that was declined.
    pub bounced: i64,
    /// Of these, with somebody who has not said that they know.
    pub unacknowledged: i64,
}

/// A case of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// Where it stands.
    pub state: String,
    /// The person who answers for it.
    pub owner: Option<String>,
    /// The duty that does until a person takes it.
    pub owner_duty: String,
    /// When what the customer waits for is due.
    pub breaks_at: Option<i64>,
    /// The highest share of it that was raised.
    pub raised: i64,
    /// How often a part of it was declined.
    pub bounces: i64,
}

const WAITS: &str = "exists (select 1 from escalations e
    where e.case_id = c.id and e.acknowledged_at is null and e.ended_at is null)";

/// The numbers of a unit, by a moment; `risk` is the share from which a promise is at risk.
///
/// # Errors
/// When the store fails.
pub async fn of_unit(pool: &Pool, unit: &str, risk: u32, now: i64) -> anyhow::Result<UnitRow> {
    let row = sqlx::query(AssertSqlSafe(format!(
        "select count(*) as open,
             cast(coalesce(sum(case when c.breaks_at >= $2 and c.raised >= $3 then 1 else 0 end), 0) as bigint) as at_risk,
             cast(coalesce(sum(case when c.breaks_at < $2 then 1 else 0 end), 0) as bigint) as broken,
             cast(coalesce(sum(case when c.bounces > 0 then 1 else 0 end), 0) as bigint) as bounced,
             cast(coalesce(sum(case when {WAITS} then 1 else 0 end), 0) as bigint) as unacknowledged
         from cases c where c.unit = $1 and c.state in ('received', 'working', 'waiting')"
    )))
    .bind(unit)
    .bind(now)
    .bind(i64::from(risk))
    .fetch_one(pool)
    .await?;
    Ok(UnitRow {
        unit: unit.to_owned(),
        open: row.get("open"),
        at_risk: row.get("at_risk"),
        broken: row.get("broken"),
        bounced: row.get("bounced"),
        unacknowledged: row.get("unacknowledged"),
    })
}

/// Some cases of a unit; what breaks first, on top.
///
/// # Errors
/// When the store fails.
pub async fn cases(
    pool: &Pool,
    unit: &str,
    pick: Pick,
    risk: u32,
    now: i64,
    (most, skip): (i64, i64),
) -> anyhow::Result<Vec<CaseRow>> {
    let rows = sqlx::query(AssertSqlSafe(format!(
        "select c.reference, c.kind, c.product, c.topic, c.symptom, c.place, c.state, s.name as owner,
             c.owner_duty, c.breaks_at, c.raised, c.bounces
         from cases c left join staff s on s.id = c.owner_staff_id
         where c.unit = $1 and c.state in ('received', 'working', 'waiting')
             and case $6
                 when 'at-risk' then case when c.breaks_at >= $2 and c.raised >= $3 then 1 else 0 end
                 when 'broken' then case when c.breaks_at < $2 then 1 else 0 end
                 when 'bounced' then case when c.bounces > 0 then 1 else 0 end
                 when 'unacknowledged' then case when {WAITS} then 1 else 0 end
                 else 1 end = 1
         order by c.breaks_at, c.id limit $4 offset $5"
    )))
    .bind(unit)
    .bind(now)
    .bind(i64::from(risk))
    .bind(most)
    .bind(skip)
    .bind(pick.name())
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Somebody answers for a case in the place of whoever did; false when they do already. Whoever was
/// asked to answer for it is asked no more.
///
/// # Errors
/// When the store fails.
pub async fn relieve(
    tx: &mut Connection,
    case_id: &str,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update cases set owner_staff_id = $2, needs_person_at = null
         where id = $1 and coalesce(owner_staff_id, '') <> $2",
    )
    .bind(case_id)
    .bind(staff_id)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    sqlx::query(
        "update handovers set state = 'withdrawn', decided_at = $2
         where case_id = $1 and state = 'offered'",
    )
    .bind(case_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    seats::keep(tx, case_id).await?;
    Ok(true)
}

fn read(row: Record) -> CaseRow {
    CaseRow {
        reference: row.get("reference"),
        kind: row.get("kind"),
        about: about(&row),
        state: row.get("state"),
        owner: row.get("owner"),
        owner_duty: row.get("owner_duty"),
        breaks_at: row.get("breaks_at"),
        raised: row.get("raised"),
        bounces: row.get("bounces"),
    }
}
