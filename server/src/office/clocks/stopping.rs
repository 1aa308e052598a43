//! What standing still does to what was promised and to the legs' targets. Called whenever something
//! may have ended a stop: it reckons in what has not been reckoned in yet, however often it is asked.
//!
//! A promise stands still while we wait for the customer and in a pause whose reason says so; a leg
//! in any pause of its own, and while we wait for the customer. What was broken before it stood
//! still stays broken.

use crate::{
    catalogue::House,
    clock::{self, Stop},
    store::{
        Connection,
        events::{self, NewEvent, Side},
        promises,
        spells::{self, Holder, Spell},
        targets,
    },
};
use app::case::view::{Happening, PromiseKind};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sqlx::Row;

/// The customer is not told anew for less.
const LEAST: SignedDuration = SignedDuration::from_mins(1);

/// Reckons in what stood still and goes on now.
pub(in crate::office) async fn reckon(
    tx: &mut Connection,
    house: &House,
    case_id: &str,
    now: i64,
) -> anyhow::Result<()> {
    let spells = spells::of_case(&mut *tx, case_id).await?;
    move_promise(&mut *tx, house, case_id, &spells, now).await?;
    for target in targets::open(&mut *tx, case_id).await? {
        let stopping = stopping_leg(&spells, &target.leg_id, target.due_at);
        let Some(stops) = over(stopping, target.counted_to) else {
            continue;
        };
        let calendar = house.calendar(&target.calendar, &target.unit);
        let due = moved(target.due_at, &stops, &calendar)?;
        if due > target.due_at {
            targets::moved(&mut *tx, &target.leg_id, due, now).await?;
        }
    }
    Ok(())
}

async fn move_promise(
    tx: &mut Connection,
    house: &House,
    case_id: &str,
    spells: &[Spell],
    now: i64,
) -> anyhow::Result<()> {
    let Some(promise) = promises::clocked(&mut *tx, case_id, PromiseKind::Fix).await? else {
        return Ok(());
    };
    let open = sqlx::query(
        "select unit from cases where id = $1 and state in ('received', 'working', 'waiting')",
    )
    .bind(case_id)
    .fetch_optional(&mut *tx)
    .await?;
    let Some(unit) = open.map(|row| row.get::<String, _>("unit")) else {
        return Ok(());
    };
    let stopping = || {
        let before_it_broke = |spell: &&Spell| spell.begun_at < promise.due_at;
        { spells.iter() }
            .filter(|spell| spell.stops)
            .filter(before_it_broke)
    };
    let Some(stops) = over(stopping(), promise.made_at) else {
        return Ok(());
    };
    let calendar = house.calendar(&promise.calendar, &unit);
    if clock::lost(&stops, &calendar) < LEAST {
        return Ok(());
    }
    let due = moved(promise.due_at, &stops, &calendar)?;
    let since = |spell: &Spell| spell.ended_at.is_none_or(|end| end > promise.made_at);
    let only_asked = stopping()
        .filter(|spell| since(spell))
        .all(|spell| spell.holder == Holder::Customer);
    let reason = if only_asked { "waited" } else { "stood-still" };
    promises::moved(&mut *tx, case_id, &promise, due, reason, now).await?;
    let event = NewEvent {
        at: now,
        side: Side::Above,
        kind: Happening::PromiseChanged.name(),
        actor: "rule",
        channel: "desk",
        body: json!({ "reason": reason, "due_at": due }),
    };
    events::append(tx, case_id, event).await.map(drop)
}

/// The spells in which a leg's own clock stood still, or does; what was late by then stays late.
pub(super) fn stopping_leg<'a>(
    spells: &'a [Spell],
    leg_id: &'a str,
    due_at: i64,
) -> impl Iterator<Item = &'a Spell> {
    spells.iter().filter(move |spell| {
        let stops = match spell.holder {
            Holder::Customer => spell.stops,
            Holder::Pause => spell.leg_id.as_deref() == Some(leg_id),
            Holder::Leg | Holder::Offer => false,
        };
        stops && spell.begun_at < due_at
    })
}

/// What stood still since a moment and goes on again; nothing while one of it still does.
fn over<'a>(spells: impl Iterator<Item = &'a Spell>, since: i64) -> Option<Vec<Stop>> {
    let mut stops = Vec::new();
    for spell in spells {
        let end = spell.ended_at?;
        if end > since {
            stops.push((at(spell.begun_at.max(since)), at(end)));
        }
    }
    Some(stops)
}

fn moved(due_at: i64, stops: &[Stop], calendar: &clock::Calendar) -> anyhow::Result<i64> {
    let due = Timestamp::from_microsecond(due_at)?;
    Ok(clock::later(due, clock::lost(stops, calendar), calendar).as_microsecond())
}

pub(super) fn at(moment: i64) -> Timestamp {
    Timestamp::from_microsecond(moment).unwrap_or(Timestamp::MAX)
}
