//! A case on both sides of the line, for whoever may see it.

use super::{Reach, sees, stands_for};
use crate::store::{Connection, Executor, Pool, Question, cases::about, search::seats, spells};
use app::case::view::About;
use sqlx::Row;
use std::collections::BTreeMap;

/// A case as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// Its key.
    pub id: String,
    /// What is wanted.
    pub kind: String,
    /// Where it stands.
    pub state: String,
    /// What it is about.
    pub about: About,
    /// The customer's tier.
    pub tier: String,
    /// Where it came in.
    pub channel: String,
    /// The customer's language.
    pub language: String,
    /// The contact that was given.
    pub contact: Option<String>,
    /// The unit that serves it.
    pub unit: String,
    /// Who answers for it until a person takes it.
    pub owner_duty: String,
    /// The person who took it.
    pub owner_staff_id: Option<String>,
    /// Whether whoever looks answers for it: its owner, or whoever stands in for them now.
    pub answers: bool,
    /// Since when it needs a person, because its owner left.
    pub needs_person_at: Option<i64>,
    /// How often it was reopened.
    pub reopened: i64,
    /// When it was opened.
    pub opened_at: i64,
    /// Whose duty it is to answer for it until a person does: unit and department.
    pub owner_of: (String, String),
    /// How often a part of it was declined.
    pub bounces: i64,
    /// Since when a coordinator must decide where it goes.
    pub undecided_since: Option<i64>,
    /// The reference of the case it was merged into.
    pub merged_into: Option<String>,
    /// When it was closed.
    pub closed_at: Option<i64>,
}

/// One department's part of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegRow {
    /// Its key.
    pub id: String,
    /// Its number within the case.
    pub seq: i64,
    /// The unit.
    pub unit: String,
    /// The department.
    pub department: String,
    /// How it gets there.
    pub connector: String,
    /// How far it is.
    pub state: String,
    /// Who has it.
    pub staff_id: Option<String>,
    /// Until when it is to be done.
    pub due_at: i64,
    /// What the back office calls it.
    pub foreign_id: Option<String>,
    /// Whether it was given to its department, be it that it is still on its way there.
    pub handed_over: bool,
    /// What it is called in its plan.
    pub code: Option<String>,
    /// What is to be done, if staff added it.
    pub task: Option<String>,
    /// The number of the leg that took its place, once it is out of play.
    pub replaced_by: Option<i64>,
    /// Whether a coordinator decided that it goes there.
    pub decided: bool,
    /// The numbers of the legs that must be done first.
    pub waits_for: Vec<i64>,
    /// The calendar of its target.
    pub calendar: String,
    /// When it came to its department.
    pub queued_at: Option<i64>,
    /// Until when what stood still is reckoned into its target.
    pub counted_to: Option<i64>,
    /// When it was done.
    pub done_at: Option<i64>,
}

/// The case with this reference, if it may be seen.
///
/// # Errors
/// When the store fails.
pub async fn case(
    store: impl Executor<'_>,
    reference: &str,
    reach: &Reach,
    staff_id: &str,
) -> anyhow::Result<Option<CaseRow>> {
    let mut asked = Question::new(
        "select c.id, c.kind, c.state, c.product, c.topic, c.symptom, c.place, c.tier, c.channel, c.language,
             k.value as contact, c.unit, c.owner_duty, c.owner_staff_id, c.reopened, c.opened_at, c.owner_unit,
             c.owner_department, c.bounces, c.undecided_since, m.reference as merged_into,
             c.closed_at, c.needs_person_at, cast(case when c.owner_staff_id in",
    );
    stands_for(&mut asked, reach.at, staff_id);
    asked.sql(
        "then 1 else 0 end as bigint) as answers
         from cases c left join contacts k on k.id = c.contact_id left join cases m on m.id = c.merged_into
         where c.reference =",
    );
    asked.bind(reference).sql("and");
    sees(&mut asked, reach, staff_id);
    let row = asked.one(store).await?;
    Ok(row.map(|row| CaseRow {
        id: row.get("id"),
        kind: row.get("kind"),
        state: row.get("state"),
        about: about(&row),
        tier: row.get("tier"),
        channel: row.get("channel"),
        language: row.get("language"),
        contact: row.get("contact"),
        unit: row.get("unit"),
        owner_duty: row.get("owner_duty"),
        owner_staff_id: row.get("owner_staff_id"),
        answers: row.get::<i64, _>("answers") != 0,
        needs_person_at: row.get("needs_person_at"),
        reopened: row.get("reopened"),
        opened_at: row.get("opened_at"),
        owner_of: (
            row.get::<Option<String>, _>("owner_unit")
                .unwrap_or_default(),
            row.get::<Option<String>, _>("owner_department")
                .unwrap_or_default(),
        ),
        bounces: row.get("bounces"),
        undecided_since: row.get("undecided_since"),
        merged_into: row.get("merged_into"),
        closed_at: row.get("closed_at"),
    }))
}

/// Every part of a case, in order.
///
/// # Errors
/// When the store fails.
pub async fn legs(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<LegRow>> {
    let rows = sqlx::query(
        "select l.id, l.seq, l.unit, l.department, l.connector, l.state, l.staff_id, l.due_at, p.foreign_id,
           l.code, l.task, l.replaced_by, l.decided, l.waits_for, l.calendar, l.queued_at, l.counted_to, l.done_at,
           case when exists (select 1 from outbox o where o.leg_id = l.id and o.verb = 'open')
             then 1 else 0 end as handed_over
         from legs l left join counterparts p on p.leg_id = l.id
         where l.case_id = $1 order by l.seq",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(LegRow {
                id: row.get("id"),
                seq: row.get("seq"),
                unit: row.get("unit"),
                department: row.get("department"),
                connector: row.get("connector"),
                state: row.get("state"),
                staff_id: row.get("staff_id"),
                due_at: row.get("due_at"),
                foreign_id: row.get("foreign_id"),
                handed_over: row.get::<i64, _>("handed_over") != 0,
                code: row.get("code"),
                task: row.get("task"),
                replaced_by: row.get("replaced_by"),
                decided: row.get::<i64, _>("decided") != 0,
                waits_for: serde_json::from_str(row.get("waits_for"))?,
                calendar: row.get("calendar"),
                queued_at: row.get("queued_at"),
                counted_to: row.get("counted_to"),
                done_at: row.get("done_at"),
            })
        })
        .collect()
}

/// The language of a case's customer.
///
/// # Errors
/// When the store fails, or there is no such case.
pub async fn language(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<String> {
    let row = sqlx::query("select language from cases where id = $1")
        .bind(case_id)
        .fetch_one(store)
        .await?;
    Ok(row.get("language"))
}

/// The names of everybody who has had to do with a case, by key.
///
/// # Errors
/// When the store fails.
pub async fn names(pool: &Pool, case_id: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let rows = sqlx::query(
        "select s.id, s.name from staff s
         where 'staff:' || s.id in (select actor from events where case_id = $1)
            or s.id in (select staff_id from legs where case_id = $1)
            or s.id = (select owner_staff_id from cases where id = $1)",
    )
    .bind(case_id)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.get("id"), row.get("name")))
        .collect())
}

/// Which of another back office's notes were published: the numbers of their events.
///
/// # Errors
/// When the store fails.
pub async fn events_published(store: impl Executor<'_>, case_id: &str) -> anyhow::Result<Vec<i64>> {
    let rows = sqlx::query(
        "select b.body from events e join event_bodies b on b.event_id = e.id
         where e.case_id = $1 and e.kind = 'reply'",
    )
    .bind(case_id)
    .fetch_all(store)
    .await?;
    let published = rows.into_iter().filter_map(|row| {
        let body: serde_json::Value = serde_json::from_str(row.get("body")).ok()?;
        body["of"].as_i64()
    });
    Ok(published.collect())
}

/// Somebody takes a part that nobody has; false when somebody was quicker.
///
/// # Errors
/// When the store fails.
pub async fn take_leg(
    tx: &mut Connection,
    leg_id: &str,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update legs set state = 'accepted', staff_id = $2, accepted_at = $3 where id = $1 and state = 'queued'",
    )
    .bind(leg_id)
    .bind(staff_id)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    spells::follow_leg(tx, leg_id, now).await?;
    Ok(done.rows_affected() > 0)
}

/// Whoever takes a case first answers for it; false when somebody does already.
///
/// # Errors
/// When the store fails.
pub async fn take_ownership(
    tx: &mut Connection,
    case_id: &str,
    staff_id: &str,
) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update cases set owner_staff_id = $2, needs_person_at = null
         where id = $1 and owner_staff_id is null",
    )
    .bind(case_id)
    .bind(staff_id)
    .execute(&mut *tx)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    seats::keep(tx, case_id).await?;
    Ok(true)
}
