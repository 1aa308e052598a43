//! Where a case goes when a leg is done: to the legs that waited for it, or to the customer.

use super::passing::Part;
use crate::store::Connection;
use crate::{
    connectors::{
        self,
        lifecycle::Status,
        polling::{LegTurn, Turned},
        ticket::{StateChange as TicketChange, Ticket},
    },
    store::{
        cases::{self, StateChange},
        events::{self, NewEvent, Side},
        legs,
        outbox::{self, NewItem, Verb},
        passings,
    },
};
use anyhow::Context;
use app::case::view::Happening;
use serde_json::json;
use sqlx::Row;

/// Who does what no person does.
const BY_RULE: &str = "rule";

/// A leg that can begin.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start<'a> {
    /// Its key.
    pub id: &'a str,
    /// Its number within the case.
    pub seq: i64,
    /// How it gets to its department.
    pub connector: &'a str,
}

/// Marks a leg done. Legs that waited for it start; after the last one whoever answers for the case
/// looks at it and the customer is asked: at once when it was theirs or nobody answers for the case
/// yet. True when the customer is asked now.
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
    // Work that somebody else was asked to go on with is done after all.
    for passing in passings::of_case(&mut *tx, case_id).await? {
        if passing.giver == leg_id && passing.state == "offered" {
            let part = Part {
                leg_id: &passing.receiver,
                case_id,
                actor,
                now,
            };
            part.withdrawn(&mut *tx).await?;
        }
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
            let leg = Start {
                id: &leg.id,
                seq: leg.seq,
                connector: &leg.connector,
            };
            start(&mut *tx, case_id, &leg, now).await?;
        }
    }
    if !legs
        .iter()
        .all(|leg| leg.state == "done" || leg.replaced_by.is_some())
    {
        return Ok(false);
    }
    // Whoever answers for the case looks at the work of others before the customer is asked.
    let owner = cases::owner(&mut *tx, case_id).await?;
    if owner.is_some_and(|owner| actor != BY_RULE && actor != format!("staff:{owner}")) {
        let done = NewEvent {
            at: now,
            side: Side::Below,
            kind: "to-check",
            actor,
            channel: "desk",
            body: json!({}),
        };
        events::append(tx, case_id, done).await?;
        return Ok(false);
    }
    ask_customer(tx, case_id, actor, now).await
}

/// Says that a case is done, and asks the customer; false when it was said.
///
/// # Errors
/// When the store fails.
pub(super) async fn ask_customer(
    tx: &mut Connection,
    case_id: &str,
    actor: &str,
    now: i64,
) -> anyhow::Result<bool> {
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

/// Ends every part of a case at once: its cause is gone. What nobody has begun need not begin, and
/// other back offices hear that theirs is over.
///
/// # Errors
/// When the store fails.
pub async fn finish_all(
    tx: &mut Connection,
    case_id: &str,
    actor: &str,
    now: i64,
) -> anyhow::Result<()> {
    let out = |leg: &legs::Place| leg.state == "done" || leg.replaced_by.is_some();
    for leg in legs::of_case(&mut *tx, case_id).await? {
        if leg.state == "planned" && !out(&leg) {
            legs::mark_done(&mut *tx, &leg.id, now).await?;
        }
    }
    // One that ends can take others with it, so what is open is asked anew each time.
    loop {
        let legs = legs::of_case(&mut *tx, case_id).await?;
        let Some(leg) = legs.into_iter().find(|leg| !out(leg)) else {
            ask_customer(tx, case_id, actor, now).await?;
            return Ok(());
        };
        let done = NewEvent {
            at: now,
            side: Side::Below,
            kind: "leg-done",
            actor,
            channel: "desk",
            body: json!({ "leg": leg.seq }),
        };
        events::append(&mut *tx, case_id, done).await?;
        if leg.handed_over && leg.connector != connectors::desk::NAME && leg.state != "declined" {
            let change = TicketChange {
                to: Status::Resolved,
                reason: "its cause is gone".to_owned(),
            };
            let item = NewItem {
                case_id: case_id.to_owned(),
                leg_id: leg.id.clone(),
                connector: leg.connector.clone(),
                verb: Verb::State,
                payload: serde_json::to_value(change)?,
            };
            outbox::put(&mut *tx, &item, now).await?;
        }
        finish(&mut *tx, case_id, &leg.id, actor, now).await?;
    }
}

/// Does what follows when a back office says that it has taken a leg, or how it ended.
///
/// # Errors
/// When the store fails.
pub async fn turned(tx: &mut Connection, turn: LegTurn) -> anyhow::Result<()> {
    let part = Part {
        case_id: &turn.case_id,
        leg_id: &turn.leg_id,
        actor: &turn.actor,
        now: turn.at,
    };
    match turn.how {
        Turned::Begun => part.taken(tx).await,
        Turned::Done => finish(tx, part.case_id, part.leg_id, part.actor, part.now)
            .await
            .map(drop),
        Turned::Declined => part.declined(tx, "").await,
    }
}

/// Hands a leg to its back office, with what the first one was told.
///
/// # Errors
/// When the store fails.
pub(super) async fn start(
    tx: &mut Connection,
    case_id: &str,
    leg: &Start<'_>,
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
        leg_id: leg.id.to_owned(),
        connector: leg.connector.to_owned(),
        verb: Verb::Open,
        payload: serde_json::to_value(Ticket {
            part: leg.seq,
            ..ticket
        })?,
    };
    outbox::put(tx, &item, now).await
}
