//! The queue of a department.

use super::{Reach, statement};
use crate::store::{Pool, Record};
use app::case::view::About;
use sqlx::Row;

/// One department's part of a case, with what its case is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// The case's public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// The customer's tier.
    pub tier: String,
    /// How often it was reopened.
    pub reopened: i64,
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// How far the part is.
    pub state: String,
    /// Who has it, by name.
    pub taken_by: Option<String>,
    /// Until when it is to be done.
    pub due_at: i64,
    /// What breaks first.
    pub breaks_at: i64,
}

/// How much there is of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Parts to do.
    pub open: i64,
    /// Of these, with something broken already.
    pub late: i64,
    /// Parts done lately.
    pub done: i64,
}

/// Until when the customer of a case was told to hear of it; without a promise, when the part is due.
const PROMISED: &str = "coalesce((select p.due_at from promises p
    where p.case_id = c.id
      and p.kind = case when c.state = 'received' and c.kind <> 'fault' then 'answer' else 'fix' end
    order by p.seq desc limit 1), l.due_at)";

/// What is to be done; what breaks first, on top.
///
/// # Errors
/// When the store fails.
pub async fn open(
    pool: &Pool,
    reach: &Reach,
    most: i64,
    skip: i64,
) -> anyhow::Result<Vec<QueueRow>> {
    let open = statement(format!(
        "select q.*, case when q.promised_at < q.due_at then q.promised_at else q.due_at end as breaks_at
         from (select c.reference, c.kind, c.product, c.topic, c.symptom, c.place, c.tier, c.reopened,
                 l.id, l.unit, l.department, l.state, s.name as taken_by, l.due_at, {PROMISED} as promised_at
             from legs l join cases c on c.id = l.case_id left join staff s on s.id = l.staff_id
             where l.state in ('queued', 'accepted', 'working', 'paused') and {}) q
         order by breaks_at, q.id limit $1 offset $2",
        reach.on("l", 2)
    ));
    let open = reach.bind(open.bind(most).bind(skip));
    let rows = open.fetch_all(pool).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// What was done after an instant, the latest first.
///
/// # Errors
/// When the store fails.
pub async fn done(
    pool: &Pool,
    reach: &Reach,
    since: i64,
    most: i64,
    skip: i64,
) -> anyhow::Result<Vec<QueueRow>> {
    let done = statement(format!(
        "select c.reference, c.kind, c.product, c.topic, c.symptom, c.place, c.tier, c.reopened,
             l.unit, l.department, l.state, s.name as taken_by, l.done_at as due_at, l.done_at as breaks_at
         from legs l join cases c on c.id = l.case_id left join staff s on s.id = l.staff_id
         where l.state = 'done' and l.done_at > $1 and {}
         order by l.done_at desc, l.id limit $2 offset $3",
        reach.on("l", 3)
    ));
    let done = reach.bind(done.bind(since).bind(most).bind(skip));
    let rows = done.fetch_all(pool).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// How much there is to do, how much of it is late, and how much was done after an instant.
///
/// # Errors
/// When the store fails.
pub async fn counts(pool: &Pool, reach: &Reach, now: i64, since: i64) -> anyhow::Result<Counts> {
    let counts = statement(format!(
        "select count(*) as open,
             count(case when l.due_at < $1 or {PROMISED} < $1 then 1 end) as late,
             (select count(*) from legs d
                where d.state = 'done' and d.done_at > $2 and {}) as done
         from legs l join cases c on c.id = l.case_id
         where l.state in ('queued', 'accepted', 'working', 'paused') and {}",
        reach.on("d", 2),
        reach.on("l", 2)
    ));
    let counts = reach.bind(counts.bind(now).bind(since));
    let row = counts.fetch_one(pool).await?;
    Ok(Counts {
        open: row.get("open"),
        late: row.get("late"),
        done: row.get("done"),
    })
}

fn read(row: Record) -> QueueRow {
    QueueRow {
        reference: row.get("reference"),
        kind: row.get("kind"),
        about: About {
            product: row.get("product"),
            topic: row.get("topic"),
            symptom: row.get("symptom"),
            place: row.get("place"),
        },
        tier: row.get("tier"),
        reopened: row.get("reopened"),
        unit: row.get("unit"),
        department: row.get("department"),
        state: row.get("state"),
        taken_by: row.get("taken_by"),
        due_at: row.get("due_at"),
        breaks_at: row.get("breaks_at"),
    }
}
