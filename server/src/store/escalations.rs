//! Escalations: which share of which promise was raised to whom, and whether they have said that
//! they know. The key makes each step one, however many servers come upon it.

use super::{Connection, Executor, Pool, Record, cases::about};
use app::{case::view::About, desk::Role};
use sqlx::Row;

/// A case as the watch over promises needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Its key.
    pub id: String,
    /// What is wanted.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// The unit that serves it.
    pub unit: String,
    /// Who answers for it until a person takes it.
    pub owner_duty: String,
    /// The person who took it.
    pub owner_staff_id: Option<String>,
    /// When it was to be looked at.
    pub look_at: i64,
}

/// Somebody who has to hear of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// `owner`, `coordinator` or `manager`.
    pub role: &'static str,
    /// Where they sit.
    pub unit: String,
    /// The department, where a duty is meant.
    pub department: Option<String>,
    /// Who it is, where that is known.
    pub staff_id: Option<String>,
}

/// A step to be raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEscalation<'a> {
    /// The case.
    pub case_id: &'a str,
    /// The promise.
    pub seq: i64,
    /// In per cent of its time.
    pub share: u32,
    /// To whom.
    pub to: &'a Addressee,
    /// When the share had passed.
    pub fell_at: i64,
}

/// The open case whose clock is to be looked at first, if one is by now.
///
/// # Errors
/// When the store fails.
pub async fn first_to_look_at(
    store: impl Executor<'_>,
    now: i64,
) -> anyhow::Result<Option<Watched>> {
    let row = sqlx::query(
        "select id, kind, state, unit, owner_duty, owner_staff_id, look_at from cases
         where look_at <= $1 and state in ('received', 'working', 'waiting')
         order by look_at, id limit 1",
    )
    .bind(now)
    .fetch_optional(store)
    .await?;
    Ok(row.map(|row| Watched {
        id: row.get("id"),
        kind: row.get("kind"),
        state: row.get("state"),
        unit: row.get("unit"),
        owner_duty: row.get("owner_duty"),
        owner_staff_id: row.get("owner_staff_id"),
        look_at: row.get("look_at"),
    }))
}

/// Which shares of a promise were raised already.
///
/// # Errors
/// When the store fails.
pub async fn raised(tx: &mut Connection, case_id: &str, seq: i64) -> anyhow::Result<Vec<u32>> {
    let rows = sqlx::query("select share from escalations where case_id = $1 and seq = $2")
        .bind(case_id)
        .bind(seq)
        .fetch_all(tx)
        .await?;
    rows.iter()
        .map(|row| Ok(u32::try_from(row.get::<i64, _>("share"))?))
        .collect()
}

/// Raises a step; false when it was raised before.
///
/// # Errors
/// When the store fails.
pub async fn raise(
    tx: &mut Connection,
    step: &NewEscalation<'_>,
    now: i64,
) -> anyhow::Result<bool> {
    let raised = sqlx::query(
        "insert into escalations (case_id, seq, share, role, unit, department, staff_id, fell_at, raised_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (case_id, seq, share) do nothing",
    )
    .bind(step.case_id)
    .bind(step.seq)
    .bind(i64::from(step.share))
    .bind(step.to.role)
    .bind(&step.to.unit)
    .bind(&step.to.department)
    .bind(&step.to.staff_id)
    .bind(step.fell_at)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(raised.rows_affected() > 0)
}

/// Notes what a look at the clock of a case came to.
///
/// # Errors
/// When the store fails.
pub async fn looked_at(
    tx: &mut Connection,
    case_id: &str,
    next: i64,
    breaks_at: Option<i64>,
    raised: u32,
) -> anyhow::Result<()> {
    sqlx::query("update cases set look_at = $2, breaks_at = $3, raised = $4 where id = $1")
        .bind(case_id)
        .bind(next)
        .bind(breaks_at)
        .bind(i64::from(raised))
        .execute(tx)
        .await?;
    Ok(())
}

/// Nobody has to say any more that they know of a case.
///
/// # Errors
/// When the store fails.
pub async fn end_all(tx: &mut Connection, case_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update escalations set ended_at = $2
         where case_id = $1 and acknowledged_at is null and ended_at is null",
    )
    .bind(case_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Which units have somebody with a role.
///
/// # Errors
/// When the store fails.
pub async fn seats(tx: &mut Connection, role: Role) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query("select distinct unit from staff where role = $1 and left_at is null")
        .bind(role.name())
        .fetch_all(tx)
        .await?;
    Ok(rows.iter().map(|row| row.get("unit")).collect())
}

/// An escalation that waits for its addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The case's key.
    pub case_id: String,
    /// The case's public number.
    pub reference: String,
    /// The promise.
    pub seq: i64,
    /// In per cent of its time.
    pub share: i64,
    /// `owner`, `coordinator` or `manager`.
    pub role: String,
    /// Where the addressee sits.
    pub unit: String,
    /// The department, where a duty is meant.
    pub department: Option<String>,
    /// Who it is, where that is known.
    pub staff_id: Option<String>,
    /// When it was raised.
    pub raised_at: i64,
    /// When what the customer waits for is due.
    pub breaks_at: Option<i64>,
    /// What the customer wants.
    pub kind: String,
    /// What it is about.
    pub about: About,
}

const WAITING: &str =
    "select e.case_id, c.reference, e.seq, e.share, e.role, e.unit, e.department, e.staff_id,
         e.raised_at, c.breaks_at, c.kind, c.product, c.topic, c.symptom, c.place
     from escalations e join cases c on c.id = e.case_id
     where e.acknowledged_at is null and e.ended_at is null";

fn waiting(row: Record) -> Waiting {
    Waiting {
        case_id: row.get("case_id"),
        reference: row.get("reference"),
        seq: row.get("seq"),
        share: row.get("share"),
        role: row.get("role"),
        unit: row.get("unit"),
        department: row.get("department"),
        staff_id: row.get("staff_id"),
        raised_at: row.get("raised_at"),
        breaks_at: row.get("breaks_at"),
        kind: row.get("kind"),
        about: about(&row),
    }
}

/// What waits for one person by name, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn of_person(pool: &Pool, staff_id: &str, most: i64) -> anyhow::Result<Vec<Waiting>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{WAITING} and e.staff_id = $1 order by e.raised_at limit $2"
    )))
    .bind(staff_id)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(waiting).collect())
}

/// What waits for whoever sits in a unit, oldest first.
///
/// # Errors
/// When the store fails.
pub async fn at_unit(pool: &Pool, unit: &str, most: i64) -> anyhow::Result<Vec<Waiting>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{WAITING} and e.unit = $1 and e.staff_id is null order by e.raised_at limit $2"
    )))
    .bind(unit)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(waiting).collect())
}

/// What of one case waits.
///
/// # Errors
/// When the store fails.
pub async fn of_case(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<Waiting>> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "{WAITING} and e.case_id = $1 order by e.raised_at"
    )))
    .bind(case_id)
    .fetch_all(store)
    .await?;
    Ok(rows.into_iter().map(waiting).collect())
}

/// Somebody says that they know; false when somebody has, or nobody has to any more.
///
/// # Errors
/// When the store fails.
pub async fn acknowledge(
    tx: &mut Connection,
    case_id: &str,
    seq: i64,
    share: i64,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update escalations set acknowledged_at = $5, acknowledged_by = $4
         where case_id = $1 and seq = $2 and share = $3 and acknowledged_at is null and ended_at is null",
    )
    .bind(case_id)
    .bind(seq)
    .bind(share)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}
