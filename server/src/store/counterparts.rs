//! Counterparts: what a back office calls a leg of ours, what was last seen of it, and which of
//! its notes were taken over already.

use super::{Connection, Pool, spells};

/// A leg that is open at a back office.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Watched {
    /// The leg.
    pub leg_id: String,
    /// Its case.
    pub case_id: String,
    /// What the back office calls it.
    pub foreign_id: String,
    /// Its state there when it was last seen or set.
    pub foreign_state: Option<String>,
    /// Where the leg stands with us.
    pub leg_state: String,
    /// Fingerprints of the notes taken over, as a JSON list.
    pub seen: String,
    /// When it was last looked at, if ever.
    pub polled_at: i64,
}

/// The legs at one back office that were not looked at since a time, the longest first. A leg is
/// watched until its case is closed: a note that comes after the work may say what was wrong.
///
/// # Errors
/// When the store fails.
pub async fn due(
    pool: &Pool,
    connector: &str,
    since: i64,
    most: i64,
) -> anyhow::Result<Vec<Watched>> {
    let watched = sqlx::query_as(
        "select p.leg_id, l.case_id, p.foreign_id, p.foreign_state, l.state as leg_state, p.seen,
           coalesce(p.polled_at, 0) as polled_at
         from counterparts p join legs l on l.id = p.leg_id join cases c on c.id = l.case_id
         where p.connector = $1 and p.watched = 1 and coalesce(p.polled_at, 0) <= $2
           and c.state <> 'closed'
         order by coalesce(p.polled_at, 0), p.leg_id limit $3",
    )
    .bind(connector)
    .bind(since)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(watched)
}

/// A case was closed or opened again: its legs are watched no more, or once more.
///
/// # Errors
/// When the store fails.
pub async fn follow_case(tx: &mut Connection, case_id: &str) -> anyhow::Result<()> {
    sqlx::query(
        "update counterparts set watched =
           (select case when state = 'closed' then 0 else 1 end from cases where id = $1)
         where leg_id in (select id from legs where case_id = $1)",
    )
    .bind(case_id)
    .execute(tx)
    .await?;
    Ok(())
}

/// What we sent to a leg's ticket since it was opened, so that it is not taken for the back office's own.
///
/// # Errors
/// When the store fails.
pub async fn notes_sent(pool: &Pool, leg_id: &str) -> anyhow::Result<Vec<String>> {
    let payloads: Vec<(String,)> = sqlx::query_as(
        "select payload from outbox where leg_id = $1 and verb = 'note'
           and seq > (select max(seq) from outbox where leg_id = $1 and verb = 'open') order by seq",
    )
    .bind(leg_id)
    .fetch_all(pool)
    .await?;
    Ok(payloads.into_iter().map(|(payload,)| payload).collect())
}

/// Notes that a leg was looked at, whatever came of it; false when somebody has looked at it since
/// it was read: what they found is in the log already.
///
/// # Errors
/// When the store fails.
pub async fn looked_at(tx: &mut Connection, watched: &Watched, now: i64) -> anyhow::Result<bool> {
    let noted = sqlx::query(
        "update counterparts set polled_at = $3 where leg_id = $1 and coalesce(polled_at, 0) = $2",
    )
    .bind(&watched.leg_id)
    .bind(watched.polled_at)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(noted.rows_affected() > 0)
}

/// Notes what was taken over.
///
/// # Errors
/// When the store fails.
pub async fn took(
    tx: &mut Connection,
    leg_id: &str,
    foreign_state: Option<&str>,
    seen: &str,
) -> anyhow::Result<()> {
    sqlx::query("update counterparts set foreign_state = $2, seen = $3 where leg_id = $1")
        .bind(leg_id)
        .bind(foreign_state)
        .bind(seen)
        .execute(tx)
        .await?;
    Ok(())
}

/// Brings a leg to the state its back office has it in, unless that ends it: who ends a leg says
/// what comes after it, so that is only told here. A leg that is done or declined stays so, as
/// only its owner opens it again.
///
/// # Errors
/// When the store fails.
pub async fn follow(
    tx: &mut Connection,
    leg_id: &str,
    state: &str,
    now: i64,
) -> anyhow::Result<Step> {
    let (here,): (String,) = sqlx::query_as("select state from legs where id = $1")
        .bind(leg_id)
        .fetch_one(&mut *tx)
        .await?;
    if here == state || ["done", "declined"].contains(&here.as_str()) {
        return Ok(Step::None);
    }
    if ["done", "declined"].contains(&state) {
        return Ok(Step::Last);
    }
    sqlx::query(
        "update legs set state = $2,
           accepted_at = case when $2 in ('working', 'paused') then coalesce(accepted_at, $3) else accepted_at end
         where id = $1",
    )
    .bind(leg_id)
    .bind(state)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    spells::follow_leg(tx, leg_id, now).await?;
    Ok(Step::Between)
}

/// What a state of a back office means for our leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    None,
    /// It moved.
    Between,
    /// It shall end.
    Last,
}
