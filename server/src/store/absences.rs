//! Who is away from when until when, and who stands in. Ownership of a case does not move with it;
//! the duty to answer does, and comes back by itself: nothing is written when an absence begins or
//! ends, it is only read by the clock.
//!
//! Somebody who stands in may be away in their turn; then the duty goes on to their own deputy.

use super::{Connection, Executor, Record};
use sqlx::Row;

/// A time in which somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Its key.
    pub id: String,
    /// Who is away.
    pub staff_id: String,
    /// Their name.
    pub name: String,
    /// Who stands in.
    pub deputy_id: String,
    /// Their name.
    pub deputy: String,
    /// From when.
    pub from_at: i64,
    /// Until when.
    pub until_at: i64,
}

/// An absence that somebody says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAbsence {
    /// Its key.
    pub id: String,
    /// Who is away.
    pub staff_id: String,
    /// Who stands in.
    pub deputy_id: String,
    /// From when.
    pub from_at: i64,
    /// Until when.
    pub until_at: i64,
    /// Who says it.
    pub said_by: String,
}

/// Writes an absence.
///
/// # Errors
/// When the store fails.
pub async fn add(tx: &mut Connection, absence: &NewAbsence, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "insert into absences (id, staff_id, deputy_id, from_at, until_at, said_by, said_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(&absence.id)
    .bind(&absence.staff_id)
    .bind(&absence.deputy_id)
    .bind(absence.from_at)
    .bind(absence.until_at)
    .bind(&absence.said_by)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

/// Somebody is back sooner, or does not go; false when that absence is over or none of theirs.
///
/// # Errors
/// When the store fails.
pub async fn end(tx: &mut Connection, id: &str, staff_id: &str, now: i64) -> anyhow::Result<bool> {
    let done = sqlx::query(
        "update absences set ended_at = $3
         where id = $1 and staff_id = $2 and ended_at is null and until_at > $3",
    )
    .bind(id)
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Whoever somebody stands in for, now or later.
///
/// # Errors
/// When the store fails.
pub async fn stood_in_for(
    tx: &mut Connection,
    deputy_id: &str,
    now: i64,
) -> anyhow::Result<Vec<String>> {
    let rows = sqlx::query(
        "select distinct staff_id from absences
         where deputy_id = $1 and ended_at is null and until_at > $2 order by staff_id",
    )
    .bind(deputy_id)
    .bind(now)
    .fetch_all(tx)
    .await?;
    Ok(rows.iter().map(|row| row.get("staff_id")).collect())
}

/// Ends every absence of somebody, and those in which they stand in: they work here no more.
///
/// # Errors
/// When the store fails.
pub async fn end_all(tx: &mut Connection, staff_id: &str, now: i64) -> anyhow::Result<()> {
    sqlx::query(
        "update absences set ended_at = $2
         where (staff_id = $1 or deputy_id = $1) and ended_at is null and until_at > $2",
    )
    .bind(staff_id)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}

const ALL: &str =
    "select a.id, a.staff_id, s.name, a.deputy_id, d.name as deputy, a.from_at, a.until_at
     from absences a join staff s on s.id = a.staff_id join staff d on d.id = a.deputy_id
     where a.ended_at is null and a.until_at > $2 and (a.staff_id = $1 or a.deputy_id = $1)
     order by a.from_at, a.id";

/// The absences that have to do with somebody and are not over: their own, and those in which they
/// stand in.
///
/// # Errors
/// When the store fails.
pub async fn around(
    store: impl Executor<'_>,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<Vec<Absence>> {
    let rows = sqlx::query(ALL)
        .bind(staff_id)
        .bind(now)
        .fetch_all(store)
        .await?;
    Ok(rows.iter().map(read).collect())
}

/// Whether somebody is away at some time between two instants.
///
/// # Errors
/// When the store fails.
pub async fn within(
    store: impl Executor<'_>,
    staff_id: &str,
    from_at: i64,
    until_at: i64,
) -> anyhow::Result<bool> {
    let row = sqlx::query(
        "select 1 from absences
         where staff_id = $1 and ended_at is null and from_at < $3 and until_at > $2",
    )
    .bind(staff_id)
    .bind(from_at)
    .bind(until_at)
    .fetch_optional(store)
    .await?;
    Ok(row.is_some())
}

/// Who answers at an instant for what somebody owns: themselves, or whoever stands in, or whoever
/// stands in for them. Where all of them are away, nobody but the owner is left to ask.
///
/// # Errors
/// When the store fails.
pub async fn answering_for(
    tx: &mut Connection,
    staff_id: &str,
    now: i64,
) -> anyhow::Result<String> {
    let mut asked = vec![staff_id.to_owned()];
    loop {
        let last = asked.last().map_or(staff_id, String::as_str);
        let row = sqlx::query(
            "select deputy_id from absences
             where staff_id = $1 and ended_at is null and from_at <= $2 and until_at > $2
             order by from_at limit 1",
        )
        .bind(last)
        .bind(now)
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else {
            return Ok(last.to_owned());
        };
        let deputy: String = row.get("deputy_id");
        if asked.contains(&deputy) {
            return Ok(staff_id.to_owned());
        }
        asked.push(deputy);
    }
}

fn read(row: &Record) -> Absence {
    Absence {
        id: row.get("id"),
        staff_id: row.get("staff_id"),
        name: row.get("name"),
        deputy_id: row.get("deputy_id"),
        deputy: row.get("deputy"),
        from_at: row.get("from_at"),
        until_at: row.get("until_at"),
    }
}
