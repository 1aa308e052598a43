//! What the departments' work makes of a case: who answers for it, how often a part came back, what it
//! turned out to be about.

use crate::store::{Connection, Pool, order};
use app::case::view::About;
use sqlx::Row;

/// Makes a case's secret link another one; looks that came from the one before end with it.
///
/// # Errors
/// When the store fails.
pub async fn renew_link(tx: &mut Connection, id: &str) -> anyhow::Result<()> {
    sqlx::query("update cases set link_version = link_version + 1 where id = $1")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Who answers for a case, if a person does.
///
/// # Errors
/// When the store fails.
pub async fn owner(tx: &mut Connection, id: &str) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select owner_staff_id from cases where id = $1")
        .bind(id)
        .fetch_optional(tx)
        .await?;
    Ok(row.and_then(|row| row.get("owner_staff_id")))
}

/// The references of the cases whose owner has to look at the work before the customer is asked,
/// oldest first.
///
/// # Errors
/// When the store fails.
pub async fn to_check(pool: &Pool, staff_id: &str, most: i64) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select c.reference from cases c
         where c.owner_staff_id = $1 and c.state in ('received', 'working', 'waiting')
           and not exists (select 1 from legs l
             where l.case_id = c.id and l.replaced_by is null and l.state <> 'done')
         order by c.opened_at limit $2",
    )
    .bind(staff_id)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows.into_iter().map(|row| row.get("reference")).collect())
}

/// Counts a part that was declined; how many there were by now.
///
/// # Errors
/// When the store fails.
pub async fn bounced(tx: &mut Connection, id: &str) -> anyhow::Result<i64> {
    let row = sqlx::query("update cases set bounces = bounces + 1 where id = $1 returning bounces")
        .bind(id)
        .fetch_one(tx)
        .await?;
    Ok(row.get("bounces"))
}

/// Notes that a coordinator must decide where it goes, or, with nothing, that they have.
///
/// # Errors
/// When the store fails.
pub async fn undecided(tx: &mut Connection, id: &str, since: Option<i64>) -> anyhow::Result<()> {
    sqlx::query("update cases set undecided_since = $2 where id = $1")
        .bind(id)
        .bind(since)
        .execute(tx)
        .await?;
    Ok(())
}

/// What a case turned out to be about.
#[derive(Clone, Debug)]
pub struct NewSubject<'a> {
    /// What is wanted.
    pub kind: &'a str,
    /// What it is about.
    pub about: &'a About,
    /// When in a customer's life it arose.
    pub stage: Option<&'a str>,
    /// The rule that routed it.
    pub rule: &'a str,
    /// Fingerprint of the catalogue.
    pub catalogue: &'a str,
}

/// Files a case under another subject.
///
/// # Errors
/// When the store fails.
pub async fn reclassify(
    tx: &mut Connection,
    id: &str,
    subject: &NewSubject<'_>,
) -> anyhow::Result<()> {
    sqlx::query(
        "update cases set kind = $2, product = $3, topic = $4, symptom = $5, place = $6, stage = $7,
             rule = $8, catalogue = $9 where id = $1",
    )
    .bind(id)
    .bind(subject.kind)
    .bind(&subject.about.product)
    .bind(&subject.about.topic)
    .bind(&subject.about.symptom)
    .bind(&subject.about.place)
    .bind(subject.stage)
    .bind(subject.rule)
    .bind(subject.catalogue)
    .execute(&mut *tx)
    .await?;
    // Which promise counts may be another one now.
    order::keep(tx, id).await
}
