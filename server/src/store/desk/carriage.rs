//! What of the departments' work is still to be carried. The rows themselves are `store::outbox`.

use super::Reach;
use crate::store::{Connection, Pool, Question};
use sqlx::Row;

/// How much waits to be carried for the parts within reach.
///
/// # Errors
/// When the store fails.
pub async fn waiting(pool: &Pool, reach: &Reach) -> anyhow::Result<i64> {
    let mut asked = Question::new(
        "select count(*) as waiting from outbox o join legs l on l.id = o.leg_id
         where o.state = 'waiting'",
    );
    reach.limits(&mut asked, "l.unit", "l.department");
    let row = asked.one(pool).await?;
    Ok(row.map_or(0, |row| row.get("waiting")))
}

/// The unit and department of the part that a row belongs to.
///
/// # Errors
/// When the store fails.
pub async fn leg_of(
    tx: &mut Connection,
    outbox_id: &str,
) -> anyhow::Result<Option<(String, String)>> {
    let row = sqlx::query(
        "select l.unit, l.department from outbox o join legs l on l.id = o.leg_id where o.id = $1",
    )
    .bind(outbox_id)
    .fetch_optional(tx)
    .await?;
    Ok(row.map(|row| (row.get("unit"), row.get("department"))))
}
