//! What orders the desk's queue, kept beside each part: what breaks first, its own target or the
//! customer's promise, and whether the case waits for its customer. Kept here and nowhere else, in
//! the transaction that changes one of them; what is late and who is told is not decided here.

use super::{Batch, Connection};

/// The promise that counts for a part's place in the queue: an answer until somebody works on what
/// is no fault, and then the end.
macro_rules! promised {
    ($case:literal, $due:literal) => {
        concat!(
            "coalesce((select case when p.due_at < ", $due, " then p.due_at else ", $due, " end
               from promises p join cases c on c.id = p.case_id
               where p.case_id = ", $case, "
                 and p.kind = case when c.state = 'received' and c.kind <> 'fault' then 'answer' else 'fix' end
               order by p.seq desc limit 1), ", $due, ")"
        )
    };
}
pub(super) use promised;

/// The parts of a case in their places.
macro_rules! keep {
    ($which:literal) => {
        concat!(
            "update legs set breaks_at = ",
            promised!("legs.case_id", "legs.due_at"),
            ", held = case when (select c.state from cases c where c.id = legs.case_id) = 'waiting'
                 then 1 else 0 end where ",
            $which
        )
    };
}

/// Puts the parts of a case into their places, after its state or something it was told changed.
///
/// # Errors
/// When the store fails.
pub async fn keep(tx: &mut Connection, case_id: &str) -> anyhow::Result<()> {
    sqlx::query(keep!("case_id = $1"))
        .bind(case_id)
        .execute(tx)
        .await?;
    Ok(())
}

/// The same, together with whatever else is written.
pub fn add(batch: &mut Batch, case_id: &str) {
    batch.add(keep!("case_id = ?")).bind(case_id);
}

/// Puts one part into its place, after its target changed.
///
/// # Errors
/// When the store fails.
pub async fn keep_leg(tx: &mut Connection, leg_id: &str) -> anyhow::Result<()> {
    sqlx::query(keep!("id = $1"))
        .bind(leg_id)
        .execute(tx)
        .await?;
    Ok(())
}
