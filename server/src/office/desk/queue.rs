//! The queue of whoever asks.

use super::rights::{department_name, unit_name};
use crate::{office::Office, store::desk};
use anyhow::Context;
use app::{
    case::view::Kind,
    desk::{LegState, Queue, QueueRow, Show},
    hatch::Token,
};

/// Rows on a page.
const PAGE: u32 = 50;
/// What was done stays in the queue for so long; after that a case is found by its reference.
const LATELY: i64 = 30 * 86_400_000_000;

impl Office {
    pub(super) async fn read_queue(
        &self,
        staff: &Token,
        show: Show,
        page: u32,
    ) -> anyhow::Result<Queue> {
        let seat = self.seat(staff).await?;
        let (pool, now, house) = (self.store.read(), self.now(), self.house());
        let counts = desk::counts(pool, &seat.reach, now, now - LATELY).await?;
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let shown = count(match show {
            Show::Open => counts.open,
            Show::Done => counts.done,
        });
        let pages = shown.div_ceil(PAGE).max(1);
        let page = page.clamp(1, pages);
        let (most, skip) = (i64::from(PAGE), i64::from((page - 1) * PAGE));
        let rows = match show {
            Show::Open => desk::open(pool, &seat.reach, most, skip).await?,
            Show::Done => desk::done(pool, &seat.reach, now - LATELY, most, skip).await?,
        };
        let rows = rows.into_iter().map(|row| {
            anyhow::Ok(QueueRow {
                reference: row.reference.parse()?,
                kind: Kind::from_name(&row.kind).context("a case of an unknown kind")?,
                about: row.about,
                tier: row.tier,
                reopened: count(row.reopened),
                unit: unit_name(&house, &row.unit),
                department: department_name(&house, &row.department),
                state: LegState::from_name(&row.state).context("a leg in an unknown state")?,
                taken_by: row.taken_by,
                due_at: row.due_at,
                breaks_at: row.breaks_at,
            })
        });
        Ok(Queue {
            now,
            rows: rows.collect::<anyhow::Result<_>>()?,
            open: count(counts.open),
            late: count(counts.late),
            done: count(counts.done),
            page,
            pages,
        })
    }
}
