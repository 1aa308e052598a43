//! Attempts as rows: begun before anything goes out, ended with what became of it. What the owner
//! of a case must know of it goes into the case's log in the same transaction.

use super::{Doubt, End, Item, Verb};
use crate::store::{
    Batch, Connection,
    claims::Claim,
    events::{self, NewEvent, Side},
};
use serde_json::json;

/// Notes that an attempt begins and claims the row for it, before anything goes out; returns its
/// number, or nothing if the row is not as it was read any more: a person or another server may
/// have been quicker, and what is known of a doubt must be known before anything goes out.
///
/// # Errors
/// When the store fails.
pub async fn begin(
    tx: &mut Connection,
    item: &Item,
    claim: &Claim,
    now: i64,
) -> anyhow::Result<Option<i64>> {
    let begun = sqlx::query(
        "update outbox set attempts = attempts + 1, in_doubt = 1, claimed_by = $5, claimed_until = $6
         where id = $1 and state = 'waiting' and attempts = $2 and idempotency = $3 and in_doubt = $4
           and (claimed_until is null or claimed_until <= $7)",
    )
    .bind(&item.id)
    .bind(item.attempts)
    .bind(&item.idempotency)
    .bind(i64::from(item.in_doubt.0))
    .bind(claim.server.as_ref())
    .bind(claim.until)
    .bind(now)
    .execute(&mut *tx)
    .await?;
    if begun.rows_affected() == 0 {
        return Ok(None);
    }
    let (attempt,): (i64,) = sqlx::query_as(
        "insert into outbox_attempts (outbox_id, attempt, begun_at)
         select $1, coalesce(max(attempt), 0) + 1, $2 from outbox_attempts where outbox_id = $1
         returning attempt",
    )
    .bind(&item.id)
    .bind(now)
    .fetch_one(tx)
    .await?;
    Ok(Some(attempt))
}

/// Renews the claim of an attempt that takes long.
///
/// # Errors
/// When the store fails.
pub async fn hold(tx: &mut Connection, id: &str, claim: &Claim) -> anyhow::Result<()> {
    sqlx::query("update outbox set claimed_until = $3 where id = $1 and claimed_by = $2")
        .bind(id)
        .bind(claim.server.as_ref())
        .bind(claim.until)
        .execute(tx)
        .await?;
    Ok(())
}

/// Whether a row is still in the hands of whoever began to carry it.
async fn is_held(tx: &mut Connection, id: &str, claim: &Claim) -> anyhow::Result<bool> {
    let held =
        sqlx::query("select 1 from outbox where id = $1 and claimed_by = $2 and state = 'waiting'")
            .bind(id)
            .bind(claim.server.as_ref())
            .fetch_optional(tx)
            .await?;
    Ok(held.is_some())
}

/// Notes that a repeat goes out although the first may have arrived. It is told once, however
/// many repeats there are.
///
/// # Errors
/// When the store fails.
pub async fn mark_maybe_doubled(tx: &mut Connection, item: &Item, now: i64) -> anyhow::Result<()> {
    let noted =
        sqlx::query("update outbox set maybe_doubled = 1 where id = $1 and maybe_doubled = 0")
            .bind(&item.id)
            .execute(&mut *tx)
            .await?;
    if noted.rows_affected() == 0 {
        return Ok(());
    }
    tell(tx, item, "maybe-doubled", None, now).await
}

/// Tells the owner of the case, below the line.
async fn tell(
    tx: &mut Connection,
    item: &Item,
    kind: &str,
    trouble: Option<&str>,
    now: i64,
) -> anyhow::Result<()> {
    let end = events::end(&mut *tx, &item.case_id).await?;
    let mut batch = Batch::default();
    told(&mut batch, &end, item, kind, trouble, now);
    batch.run(tx).await
}

fn told(
    batch: &mut Batch,
    end: &events::End,
    item: &Item,
    kind: &str,
    trouble: Option<&str>,
    now: i64,
) {
    let actor = format!("connector:{}", item.connector);
    let body = json!({ "leg": item.leg_id, "verb": item.verb.name(), "trouble": trouble });
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind,
        actor: &actor,
        channel: "api",
        body,
    };
    events::add(batch, end, &item.case_id, event);
}

/// Notes how an attempt ended. An open that was carried makes its leg `queued`. False when it took
/// so long that another server took the row over: that one asks the back office what became of it.
///
/// # Errors
/// When the store fails.
pub async fn end(
    tx: &mut Connection,
    item: &Item,
    (attempt, claim): (i64, &Claim),
    end: &End,
    now: i64,
) -> anyhow::Result<bool> {
    if !is_held(&mut *tx, &item.id, claim).await? {
        let mut batch = Batch::default();
        ended(&mut batch, item, attempt, "late", now);
        batch.run(tx).await?;
        return Ok(false);
    }
    let log = events::end(&mut *tx, &item.case_id).await?;
    let mut batch = Batch::default();
    let outcome = match end {
        End::Carried {
            foreign_id,
            foreign_state,
        } => {
            carried(&mut batch, item, foreign_id.as_deref(), now);
            if let Some(state) = foreign_state {
                batch
                    .add("update counterparts set foreign_state = ? where leg_id = ?")
                    .bind(state)
                    .bind(&item.leg_id);
            }
            if item.verb == Verb::Open {
                told(&mut batch, &log, item, "leg-queued", None, now);
            }
            "carried"
        }
        End::Later {
            next_at,
            trouble,
            doubt,
        } => {
            failed(&mut batch, &item.id, "waiting", *next_at, trouble, *doubt);
            if *doubt == Doubt::Open {
                "unknown"
            } else {
                "later"
            }
        }
        End::Anew { payload } => {
            opens_anew(&mut batch, &item.id, payload);
            "anew"
        }
        End::Dead { trouble, doubt } => {
            failed(&mut batch, &item.id, "dead", now, trouble, *doubt);
            told(&mut batch, &log, item, "not-carried", Some(trouble), now);
            "dead"
        }
    };
    ended(&mut batch, item, attempt, outcome, now);
    batch
        .add("update outbox set claimed_by = null, claimed_until = null where id = ?")
        .bind(&item.id);
    batch.run(tx).await?;
    Ok(true)
}

fn ended(batch: &mut Batch, item: &Item, attempt: i64, outcome: &str, now: i64) {
    batch
        .add("update outbox_attempts set ended_at = ?, outcome = ? where outbox_id = ? and attempt = ?")
        .bind(now)
        .bind(outcome)
        .bind(&item.id)
        .bind(attempt);
}

/// Its tries begin again, and its key is a new one: it is another request. It is due as it was.
fn opens_anew(batch: &mut Batch, id: &str, payload: &str) {
    batch
        .add(
            "update outbox set verb = 'open', payload = ?, idempotency = ?, attempts = 0, in_doubt = 0
             where id = ?",
        )
        .bind(payload)
        .bind(uuid::Uuid::new_v4().to_string())
        .bind(id);
}

fn carried(batch: &mut Batch, item: &Item, foreign_id: Option<&str>, now: i64) {
    batch
        .add(
            "update outbox set state = 'carried', in_doubt = 0, last_trouble = null, carried_at = ? where id = ?",
        )
        .bind(now)
        .bind(&item.id);
    if item.verb != Verb::Open {
        return;
    }
    if let Some(foreign_id) = foreign_id {
        batch
            .add(
                "insert into counterparts (leg_id, connector, foreign_id)
                 select leg_id, connector, ? from outbox where id = ?
                 on conflict (leg_id) do update set connector = excluded.connector, foreign_id = excluded.foreign_id, seen = '[]'",
            )
            .bind(foreign_id)
            .bind(&item.id);
    }
    batch
        .add("update legs set state = 'queued', queued_at = ? where id = ? and state = 'planned'")
        .bind(now)
        .bind(&item.leg_id);
}

fn failed(batch: &mut Batch, id: &str, state: &str, next_at: i64, trouble: &str, doubt: Doubt) {
    batch
        .add(
            "update outbox set state = ?, next_at = ?, last_trouble = ?, in_doubt = ? where id = ?",
        )
        .bind(state)
        .bind(next_at)
        .bind(trouble)
        .bind(i64::from(doubt == Doubt::Open))
        .bind(id);
}
