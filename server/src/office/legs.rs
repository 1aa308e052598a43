//! Where a case goes when a leg is done: to the legs that waited for it, or to the customer.

use crate::store::Connection;
use crate::{
    connectors::{
        polling::{Ended, LegEnd},
        ticket::Ticket,
    },
    store::{
        cases::{self, StateChange},
        events::{self, NewEvent, Side},
        legs,
        outbox::{self, NewItem, Verb},
    },
};
use anyhow::Context;
use app::case::view::Happening;
use serde_json::json;
use sqlx::Row;

/// Marks a leg done. Legs that waited for it start; after the last one the case is done and the
/// customer is asked. True when the case is done now.
///
/// # Errors
/// When the store fails.
pub async fn finish(
    tx: &mut Connection,
    case_id: &str,
    leg_id: &str,
    actor: &str,
    now: i64,
) -> anyhow::Result<bool> {
    if !legs::mark_done(&mut *tx, leg_id, now).await? {
        return Ok(false);
    }
    let legs = legs::of_case(&mut *tx, case_id).await?;
    let done = |seq: &i64| {
        legs.iter()
            .any(|leg| leg.seq == *seq && leg.state == "done")
    };
    let just_done = legs.iter().find(|leg| leg.id == leg_id).map(|leg| leg.seq);
    for leg in &legs {
        let waited = just_done.is_some_and(|seq| leg.waits_for.contains(&seq));
        if waited && leg.state == "planned" && leg.waits_for.iter().all(done) {
            start(&mut *tx, case_id, leg, now).await?;
        }
    }
    if !legs.iter().all(|leg| leg.state == "done") {
        return Ok(false);
    }
    let finished = cases::change_state(&mut *tx, case_id, StateChange::Finish, now).await?;
    if finished {
        let done = NewEvent {
            at: now,
            side: Side::Above,
            kind: Happening::Done.name(),
            actor,
            channel: "desk",
            body: json!({}),
        };
        events::append(tx, case_id, done).await?;
    }
    Ok(finished)
}

/// Does what follows when a back office says that a leg has ended. One that was declined waits for
/// the owner of the case, who finds another way.
///
/// # Errors
/// When the store fails.
pub async fn ended(tx: &mut Connection, end: LegEnd) -> anyhow::Result<()> {
    match end.how {
        Ended::Done => finish(tx, &end.case_id, &end.leg_id, &end.actor, end.at)
            .await
            .map(|_| ()),
        Ended::Declined => legs::mark_declined(tx, &end.leg_id, end.at).await,
    }
}

/// Hands a leg that waited to its back office, with what the first one was told.
async fn start(
    tx: &mut Connection,
    case_id: &str,
    leg: &legs::Place,
    now: i64,
) -> anyhow::Result<()> {
    let first = sqlx::query(
        "select payload from outbox where case_id = $1 and verb = 'open' order by seq limit 1",
    )
    .bind(case_id)
    .fetch_optional(&mut *tx)
    .await?
    .context("a case without a first ticket")?;
    let ticket: Ticket = serde_json::from_str(first.get("payload"))?;
    let item = NewItem {
        case_id: case_id.to_owned(),
        leg_id: leg.id.clone(),
        connector: leg.connector.clone(),
        verb: Verb::Open,
        payload: serde_json::to_value(Ticket {
            part: leg.seq,
            ..ticket
        })?,
    };
    outbox::put(tx, &item, now).await
}
