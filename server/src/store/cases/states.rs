//! The states of a case: which leads where, and what follows from it for its clock and its place in
//! the queue.

use crate::store::{Connection, counterparts, order, spells};

/// Brings a case to another state, and its clock with it; nothing happens when it is in none of the
/// states that lead there.
///
/// # Errors
/// When the store fails.
pub async fn change_state(
    tx: &mut Connection,
    id: &str,
    change: StateChange,
    now: i64,
) -> anyhow::Result<bool> {
    if change == StateChange::Reopen {
        spells::was_closed(&mut *tx, id, now).await?;
    }
    let done = match change {
        StateChange::Work => {
            sqlx::query("update cases set state = 'working' where id = $1 and state in ('received', 'waiting')")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Wait => {
            sqlx::query("update cases set state = 'waiting' where id = $1 and state in ('received', 'working')")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Answered => {
            sqlx::query("update cases set state = 'working' where id = $1 and state = 'waiting'")
                .bind(id)
                .execute(&mut *tx)
                .await?
        }
        StateChange::Finish => {
            sqlx::query(
                "update cases set state = 'done', done_at = $2, warned_at = null
                 where id = $1 and state in ('received', 'working', 'waiting')",
            )
            .bind(id)
            .bind(now)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Close => {
            sqlx::query("update cases set state = 'closed', closed_at = $2 where id = $1 and state <> 'closed'")
                .bind(id)
                .bind(now)
                .execute(&mut *tx)
                .await?
        }
        StateChange::CloseByRule => {
            sqlx::query(
                "update cases set state = 'closed', closed_at = $2
                 where id = $1 and state = 'done' and warned_at is not null",
            )
            .bind(id)
            .bind(now)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Resume => {
            sqlx::query(
                "update cases set state = 'working', done_at = null, warned_at = null
                 where id = $1 and state = 'done'",
            )
            .bind(id)
            .execute(&mut *tx)
            .await?
        }
        StateChange::Reopen => {
            sqlx::query(
                "update cases set state = 'working', done_at = null, closed_at = null, warned_at = null,
                     reopened = reopened + 1
                 where id = $1 and state in ('done', 'closed') and merged_into is null",
            )
            .bind(id)
            .execute(&mut *tx)
            .await?
        }
    };
    let changed = done.rows_affected() > 0;
    if changed {
        spells::follow_case(&mut *tx, id, change, now).await?;
        look_again(&mut *tx, id).await?;
        if [
            StateChange::Close,
            StateChange::CloseByRule,
            StateChange::Reopen,
        ]
        .contains(&change)
        {
            counterparts::follow_case(&mut *tx, id).await?;
        }
        // Which promise counts, and whether the case waits, stands beside its parts.
        order::keep(tx, id).await?;
    }
    Ok(changed)
}

/// Has the clock of a case looked at before long: something about it has changed.
///
/// # Errors
/// When the store fails.
pub async fn look_again(tx: &mut Connection, id: &str) -> anyhow::Result<()> {
    sqlx::query("update cases set look_at = 0 where id = $1 and look_at <> 0")
        .bind(id)
        .execute(tx)
        .await?;
    Ok(())
}

/// Where a case can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateChange {
    /// Somebody works on it.
    Work,
    /// The customer was asked something.
    Wait,
    /// The customer answered.
    Answered,
    /// We think it is done.
    Finish,
    /// The customer ends it.
    Close,
    /// The rule ends it: only what is done, and whose customer was told before.
    CloseByRule,
    /// The customer has something to say about what we thought done.
    Resume,
    /// The customer says it is not fixed.
    Reopen,
}
