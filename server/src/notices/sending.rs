//! One notice on its way: may it go now, does it, and what if not. An attempt is durable before
//! anything leaves, so that after a crash it is tried again, under the same key.

use super::{HANDFUL, Kind, Outcome, Teller, hours, letter, ways::Channel};
use crate::{
    connectors::{
        Trouble,
        breaker::{Breaker, Health},
    },
    outbox::{backoff, guarded},
    store::{
        Connection,
        events::{self, NewEvent, Side},
        notices::{self as rows, End, Item},
    },
};
use futures::{StreamExt, stream};
use serde_json::json;
use std::time::Instant;

/// Longer than any attempt takes: who has not come back by then never will.
const LEASE: i64 = 300_000_000;
/// So many tries and no more: about a day. News that old is none.
const TRIES: i64 = 30;
/// So many letters of a channel are under way at once.
const AT_ONCE: usize = 4;

/// Whether a notice may go.
enum May {
    Go { attempt: i64 },
    Not(Outcome),
}

impl Teller {
    /// Sends a handful of what is due by one channel and says how many moved.
    pub(super) async fn send_handful(&self, channel: Channel) -> anyhow::Result<usize> {
        let now = self.office.now();
        let due = rows::due(self.office.store.read(), channel.name(), now, HANDFUL).await?;
        let sending = due.into_iter().map(|item| self.send(channel, item));
        let mut sending = stream::iter(sending).buffer_unordered(AT_ONCE);
        let mut moved = 0;
        while let Some(outcome) = sending.next().await {
            moved += usize::from(outcome? != Outcome::Empty);
        }
        Ok(moved)
    }

    /// Sends one notice, if it may go now.
    pub(super) async fn send(&self, channel: Channel, item: Item) -> anyhow::Result<Outcome> {
        let now = self.office.now();
        let Some(kind) = Kind::from_name(&item.kind) else {
            return self.drop(item, "unknown").await;
        };
        if let Some(why) = item.barred {
            return self.drop(item, why).await;
        }
        let Some(way) = self.ways.of(channel) else {
            return self.drop(item, "off").await;
        };
        let Some(letter) = letter::write(&self.office, &item, kind, channel).await? else {
            return self.drop(item, "gone").await;
        };
        if !way.breaker(|breaker| breaker.admits(now)) {
            return Ok(Outcome::Empty);
        }
        let attempt = match self.begin(&item, kind).await? {
            May::Go { attempt } => attempt,
            May::Not(outcome) => return Ok(outcome),
        };
        let began = Instant::now();
        let went = guarded(way.way.send(&letter)).await;
        let now = now + i64::try_from(began.elapsed().as_micros()).unwrap_or(0);
        way.breaker(|breaker: &mut Breaker| {
            let health = went
                .as_ref()
                .map_or_else(Trouble::health, |()| Health::Answered);
            breaker.record(health, now);
        });
        let end = judge(&item, went, now);
        let outcome = match &end {
            End::Sent => Outcome::Sent,
            End::Later { .. } => Outcome::Retried,
            End::Failed { .. } => Outcome::Failed,
        };
        told(channel, kind, outcome);
        self.end(item, kind, attempt, end, now).await?;
        Ok(outcome)
    }

    async fn begin(&self, item: &Item, kind: Kind) -> anyhow::Result<May> {
        let (house, now, item) = (self.office.house(), self.office.now(), item.clone());
        let night = hours::night_until(&house, now).filter(|_| !kind.at_night());
        let (day, tomorrow) = (hours::day(&house, now), hours::tomorrow(&house, now));
        let most = i64::from(house.notices.budget_per_day);
        let may = self.office.store.write(move |tx| {
            Box::pin(async move {
                if let Some(morning) = night {
                    rows::postpone(tx, &item.id, morning).await?;
                    return Ok(May::Not(Outcome::Held));
                }
                let had = rows::count_of_day(&mut *tx, &item.to, &day, &item.id).await?;
                if had >= most {
                    if rows::hold(&mut *tx, &item.id, tomorrow).await? {
                        below(tx, &item, "notice-held", kind, None, now).await?;
                    }
                    return Ok(May::Not(Outcome::Held));
                }
                let begun = rows::begin(tx, &item.id, &day, now, now + LEASE).await?;
                Ok(begun.map_or(May::Not(Outcome::Empty), |attempt| May::Go { attempt }))
            })
        });
        may.await
    }

    /// Whoever answers for the case learns of what did not arrive; an address that is refused for
    /// good is not used again.
    async fn end(
        &self,
        item: Item,
        kind: Kind,
        attempt: i64,
        end: End,
        now: i64,
    ) -> anyhow::Result<()> {
        let ended = self.office.store.write(move |tx| {
            Box::pin(async move {
                rows::end(&mut *tx, &item.id, attempt, &end, now).await?;
                let End::Failed { reason, trouble } = &end else {
                    return Ok(());
                };
                below(&mut *tx, &item, "notice-failed", kind, Some(trouble), now).await?;
                if *reason == UNREACHABLE
                    && rows::unreachable(&mut *tx, &item.contact_id, now).await?
                {
                    below(tx, &item, "contact-unreachable", kind, None, now).await?;
                }
                Ok(())
            })
        });
        ended.await
    }

    async fn drop(&self, item: Item, why: &'static str) -> anyhow::Result<Outcome> {
        let now = self.office.now();
        let dropped = self
            .office
            .store
            .write(move |tx| Box::pin(async move { rows::suppress(tx, &item.id, why, now).await }));
        Ok(match dropped.await? {
            true => Outcome::Suppressed,
            false => Outcome::Empty,
        })
    }
}

/// The word for a contact that leads nowhere.
const UNREACHABLE: &str = "unreachable";

fn judge(item: &Item, went: Result<(), Trouble>, now: i64) -> End {
    let attempts = item.attempts + 1;
    let (trouble, after) = match went {
        Ok(()) => return End::Sent,
        Err(Trouble::Refused(trouble)) => {
            let reason = UNREACHABLE;
            return End::Failed { reason, trouble };
        }
        Err(Trouble::Later { why, after }) => (why, after),
        // It may have arrived; the key it goes out under again is the same.
        Err(other) => (other.why().to_owned(), None),
    };
    if attempts >= TRIES {
        let reason = "tries";
        return End::Failed { reason, trouble };
    }
    End::Later {
        next_at: backoff::next_at(now, attempts, &item.id, after),
        trouble,
    }
}

/// Tells whoever answers for the case, below the line.
async fn below(
    tx: &mut Connection,
    item: &Item,
    what: &str,
    kind: Kind,
    trouble: Option<&str>,
    now: i64,
) -> anyhow::Result<()> {
    let Some(case) = &item.case else {
        return Ok(());
    };
    let event = NewEvent {
        at: now,
        side: Side::Below,
        kind: what,
        actor: "rule",
        channel: "portal",
        body: match trouble {
            Some(trouble) => json!({ "notice": kind.name(), "trouble": trouble }),
            None => json!({ "notice": kind.name() }),
        },
    };
    events::append(tx, &case.id, event).await?;
    Ok(())
}

/// Logs and counts; never whom it was for.
fn told(channel: Channel, kind: Kind, outcome: Outcome) {
    let name = match outcome {
        Outcome::Sent => "sent",
        Outcome::Retried => "retried",
        _ => "failed",
    };
    metrics::counter!(crate::meters::NOTICES, "channel" => channel.name(), "outcome" => name)
        .increment(1);
    match outcome {
        Outcome::Failed => tracing::error!(
            channel = channel.name(),
            kind = kind.name(),
            "a notice failed"
        ),
        Outcome::Retried => tracing::warn!(
            channel = channel.name(),
            kind = kind.name(),
            "a notice was not taken"
        ),
        _ => tracing::debug!(channel = channel.name(), kind = kind.name(), "told"),
    }
}
