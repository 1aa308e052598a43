//! The queue of whoever asks.

use super::rights::{department_name, unit_name};
use crate::{
    catalogue::House,
    office::Office,
    store::desk::{self, Cursor, Part},
};
use anyhow::Context;
use app::{
    case::view::{Kind, State},
    desk::{LegState, Many, Queue, QueueRow, Show},
    hatch::Token,
};

/// Rows on a page.
const PAGE: usize = 50;
/// One's own cases above the department's queue.
const NEXT: usize = 8;
/// One's own cases, where nothing else is shown. Nobody can answer for more at once.
const MINE: i64 = 200;
/// What was done stays in the queue for so long; after that a case is found by searching.
const LATELY: i64 = 30 * 86_400_000_000;

impl Office {
    pub(super) async fn read_queue(
        &self,
        staff: &Token,
        show: Show,
        after: Option<&str>,
    ) -> anyhow::Result<Queue> {
        let seat = self.seat(staff).await?;
        let (pool, now, house) = (self.store.read(), self.now(), self.house());
        let (reach, me) = (&seat.reach, seat.person.id.as_str());
        let mine = desk::mine(pool, reach, me, MINE).await?;
        let mut counts = vec![(Show::Mine, many(mine.len() as i64))];
        for counted in Show::ALL {
            if let Some(part) = part(counted, now) {
                let most = i64::from(Many::MOST) + 1;
                let number = desk::count(pool, reach, part, most).await?;
                counts.push((counted, many(number)));
            }
        }
        let shown = match show {
            Show::Next => Some(Part::Open),
            other => part(other, now),
        };
        let mut rows = match shown {
            Some(part) => {
                let after = after.and_then(cursor);
                desk::page(pool, reach, part, me, after.as_ref(), PAGE as i64 + 1).await?
            }
            None => Vec::new(),
        };
        let more = rows.len() > PAGE;
        rows.truncate(PAGE);
        let next = rows.last().filter(|_| more);
        let next = next.map(|row| format!("{}.{}", row.breaks_at, row.leg));
        // Whoever turns a page of the department's queue has seen their own.
        let begins = match show {
            Show::Next if after.is_none() => NEXT,
            Show::Mine => mine.len(),
            _ => 0,
        };
        let shown_as = |rows: Vec<desk::QueueRow>| -> anyhow::Result<Vec<QueueRow>> {
            rows.into_iter().map(|row| shown_row(&house, row)).collect()
        };
        Ok(Queue {
            now,
            mine: shown_as(mine.into_iter().take(begins).collect())?,
            rows: shown_as(rows)?,
            counts,
            next,
        })
    }
}

/// What of the department's parts is meant; one's own are no part of them.
fn part(show: Show, now: i64) -> Option<Part> {
    match show {
        Show::Next | Show::Mine => None,
        Show::Open => Some(Part::Open),
        Show::Unassigned => Some(Part::Unassigned),
        Show::Waiting => Some(Part::Waiting),
        Show::Late => Some(Part::Late(now)),
        Show::Done => Some(Part::Done(now - LATELY)),
    }
}

/// Where a page begins, as its address says; anything else is the beginning.
fn cursor(said: &str) -> Option<Cursor> {
    let (at, leg) = said.split_once('.')?;
    Some(Cursor {
        at: at.parse().ok()?,
        leg: leg.to_owned(),
    })
}

fn many(number: i64) -> Many {
    Many(u32::try_from(number).unwrap_or(u32::MAX))
}

fn shown_row(house: &House, row: desk::QueueRow) -> anyhow::Result<QueueRow> {
    Ok(QueueRow {
        reference: row.reference.parse()?,
        seq: row.seq,
        kind: Kind::from_name(&row.kind).context("a case of an unknown kind")?,
        about: row.about,
        stands: State::from_name(&row.case_state).context("a case in an unknown state")?,
        tier: row.tier,
        reopened: u32::try_from(row.reopened)?,
        unit: unit_name(house, &row.unit),
        department: department_name(house, &row.department),
        state: LegState::from_name(&row.state).context("a leg in an unknown state")?,
        taken_by: row.taken_by,
        owned: row.owned,
        due_at: row.due_at,
        breaks_at: row.breaks_at,
    })
}
