//! What time alone brings about: done cases nobody objected to are closed, with a message before;
//! what closed cases say is erased when it has been kept as long as customers were told; visitors
//! whose hours are over are forgotten; silent kiosks are told of; the ends of logs are gathered day by day. One step returns what it did, so that a test needs no waiting.

use super::{Office, tracking::close_at_back_offices};
use crate::store::{
    audit,
    cases::{self, StateChange},
    erasure,
    events::{self, NewEvent, Side},
    incidents, limits, movings,
    passings::{self, Overdue},
    visitors,
};
use app::case::view::Happening;
use serde_json::json;

/// So many cases are looked up at a time, so that no number of them fills the memory.
const BATCH: i64 = 500;
const DAY: i64 = 86_400_000_000;

/// What a sweep did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Customers who were told that their case closes soon.
    pub warned: u32,
    /// Cases that were closed.
    pub closed: u32,
    /// Cases whose words were erased.
    pub erased: u32,
    /// Offers of which it is known now that nobody answered them in time.
    pub overdue: u32,
    /// Announced work whose time was over.
    pub ended: u32,
    /// Visitors who were forgotten.
    pub forgotten: u64,
    /// Kiosks that are not heard any more.
    pub silent: u32,
    /// Deposits of kiosks that could be read at last.
    pub read: u32,
    /// Days whose ends of logs were gathered for the audit.
    pub days: u32,
}

impl Office {
    /// Does what is due.
    ///
    /// # Errors
    /// When the store fails; what was done before that stays done.
    pub async fn sweep(&self) -> anyhow::Result<Swept> {
        let mut swept = Swept {
            ended: self.end_by_plan().await?,
            ..Swept::default()
        };
        let periods = self.house().front.periods.clone();
        let now = self.now();
        let warn_after = i64::from(
            periods
                .close_after_days
                .saturating_sub(periods.warn_before_days),
        ) * DAY;
        let warned_for = i64::from(periods.warn_before_days) * DAY;
        let kept_for = i64::from(periods.keep_days) * DAY;
        let pool = self.store.read();
        loop {
            let cases = cases::to_warn(pool, now - warn_after, BATCH).await?;
            if cases.is_empty() {
                break;
            }
            for case in cases {
                swept.warned += u32::from(self.warn(case).await?);
            }
        }
        // Closing counts from the message, so that after a standstill nobody is surprised.
        loop {
            let cases = cases::to_close(pool, now - warned_for, BATCH).await?;
            if cases.is_empty() {
                break;
            }
            for case in cases {
                swept.closed += u32::from(self.close(case).await?);
            }
        }
        loop {
            let cases = erasure::due(pool, now - kept_for, BATCH).await?;
            if cases.is_empty() {
                break;
            }
            for case in cases {
                let erasing = self
                    .store
                    .write(move |tx| Box::pin(async move { erasure::erase(tx, &case, now).await }));
                swept.erased += u32::from(erasing.await?);
            }
        }
        loop {
            let offers = passings::overdue(pool, now, BATCH).await?;
            if offers.is_empty() {
                break;
            }
            for offer in offers {
                swept.overdue += u32::from(self.overdue(offer).await?);
            }
        }
        self.keep_uses().await?;
        swept.forgotten = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    limits::forget_before(&mut *tx, now - 2 * DAY).await?;
                    incidents::erase_followers(&mut *tx, now - kept_for, now).await?;
                    movings::remove_expired(&mut *tx, now).await?;
                    visitors::remove_expired(tx, now).await
                })
            })
            .await?;
        swept.silent = self.tell_silent_kiosks().await?;
        swept.read = self.read_kept_deposits().await?;
        swept.days = u32::from(audit::close_period(&self.store, now).await?);
        Ok(swept)
    }

    /// The owner and the giver see it on the case, which is all that is to be done about it here.
    async fn overdue(&self, offer: Overdue) -> anyhow::Result<bool> {
        let now = self.now();
        let work = self.store.write(move |tx| {
            Box::pin(async move {
                let first = passings::mark_overdue(&mut *tx, &offer.id, now).await?;
                if first {
                    let late = NewEvent {
                        side: Side::Below,
                        kind: "offer-overdue",
                        channel: "desk",
                        body: json!({ "to_leg": offer.seq }),
                        ..by_rule(Happening::Received, now)
                    };
                    events::append(tx, &offer.case_id, late).await?;
                }
                Ok(first)
            })
        });
        work.await
    }

    async fn warn(&self, case: String) -> anyhow::Result<bool> {
        let now = self.now();
        let work = self.store.write(move |tx| {
            Box::pin(async move {
                let first = cases::warn(&mut *tx, &case, now).await?;
                if first {
                    events::append(tx, &case, by_rule(Happening::ClosingSoon, now)).await?;
                }
                Ok(first)
            })
        });
        work.await
    }

    async fn close(&self, case: String) -> anyhow::Result<bool> {
        let now = self.now();
        let work = self.store.write(move |tx| {
            Box::pin(async move {
                // The customer may have spoken since the case was looked up.
                let first =
                    cases::change_state(&mut *tx, &case, StateChange::CloseByRule, now).await?;
                if first {
                    events::append(&mut *tx, &case, by_rule(Happening::ClosedByRule, now)).await?;
                    close_at_back_offices(
                        tx,
                        &case,
                        "closed, as the customer said nothing more",
                        now,
                    )
                    .await?;
                }
                Ok(first)
            })
        });
        let first = work.await?;
        self.carrier.wake();
        Ok(first)
    }
}

fn by_rule(what: Happening, now: i64) -> NewEvent<'static> {
    NewEvent {
        at: now,
        side: Side::Above,
        kind: what.name(),
        actor: "rule",
        channel: "portal",
        body: json!({}),
    }
}
