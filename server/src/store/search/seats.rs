//! From where a case can be seen: a unit, a department of a unit, a person. Kept beside what it is
//! found by, in the same order, so that whoever looks among their own finds them without looking at
//! everybody else's. A case is never taken from a seat again, for whoever asks is asked in turn
//! whether they may see it (`desk::sees`): this list is only ever too long.

use crate::store::{
    Connection, Pool, Question,
    desk::{Reach, stands_for},
};
use sqlx::Row;

/// Where a case can be seen from is kept, after a part was added, somebody answers for it, or is
/// asked to. One that cannot be found yet is seen from nowhere.
///
/// # Errors
/// When the store fails.
pub async fn keep(tx: &mut Connection, case_id: &str) -> anyhow::Result<()> {
    sqlx::query(
        "insert into search_seats (seat, number)
         select s.seat, n.number from (
             select unit as seat from legs where case_id = $1
             union select unit || '/' || department from legs where case_id = $1
             union select owner_unit from cases where id = $1 and owner_unit is not null
             union select owner_unit || '/' || owner_department from cases
                 where id = $1 and owner_unit is not null and owner_department is not null
             union select owner_staff_id from cases where id = $1 and owner_staff_id is not null
             union select to_staff_id from handovers where case_id = $1 and state = 'offered'
         ) s join search_cases n on n.case_id = $1
         where 1 = 1 on conflict do nothing",
    )
    .bind(case_id)
    .execute(tx)
    .await?;
    Ok(())
}

/// A case is seen no more.
///
/// # Errors
/// When the store fails.
pub(super) async fn forget(tx: &mut Connection, number: i64) -> anyhow::Result<()> {
    sqlx::query("delete from search_seats where number = $1")
        .bind(number)
        .execute(tx)
        .await?;
    Ok(())
}

/// The seats of whoever looks: their own, of whomever they stand in for, and those of their reach.
/// Nothing where every seat is theirs.
///
/// # Errors
/// When the store fails.
pub(super) async fn of(
    pool: &Pool,
    reach: &Reach,
    me: &str,
) -> anyhow::Result<Option<Vec<String>>> {
    let Some(units) = &reach.units else {
        return Ok(None);
    };
    let mut asked = Question::new("select id from");
    stands_for(&mut asked, reach.at, me);
    asked.sql("people");
    let people = asked.all(pool).await?;
    let places = units.iter().map(|unit| match &reach.department {
        Some(department) => format!("{unit}/{department}"),
        None => unit.clone(),
    });
    let people = people.iter().map(|row| row.get("id"));
    Ok(Some(people.chain(places).collect()))
}
