//! Carries what has been accepted to the back offices: at least once, in order within a case, and
//! never in a request. It decides when to try, when to ask first, and when to give up; how a back
//! office is spoken to is the connectors' part, and what a row looks like the store's.
//!
//! Before anything goes out, the attempt is durable, and the row claimed, as several servers may
//! carry from one store. So after a crash, or when no answer came, a
//! row is known to be in doubt: the receiver is asked for our reference before any repeat. Where it
//! cannot be asked, the row is carried again and a person is told that it may be there twice.

use crate::{
    connectors::{Connectors, Found, Link, Reach, Trouble, breaker::Health, ticket::Ticket},
    store::{
        Store,
        claims::RENEWED_EVERY,
        outbox::{self as rows, Doubt, End, Item},
    },
};
use futures::{FutureExt, StreamExt, stream};
use parcel::Parcel;
use std::{
    panic::AssertUnwindSafe,
    pin::pin,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::sync::watch;

pub(crate) mod backoff;
mod parcel;
mod running;
pub use running::{Clock, Running};

/// A connector that takes longer than this has lost its way; its own timeouts are shorter.
const LONGEST_ATTEMPT: Duration = Duration::from_secs(180);
/// How many rows are fetched at a time.
const HANDFUL: i64 = 64;

/// What became of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A row was carried.
    Carried,
    /// A row could not be carried and will be tried again.
    Retried,
    /// A row needs a person.
    Died,
    /// Nothing is due that may go.
    Empty,
}

/// See the module. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Carrier {
    store: Store,
    connectors: Connectors,
    work: Arc<watch::Sender<()>>,
}

impl Carrier {
    /// A carrier that rests until it is started or asked for one step.
    pub fn new(store: Store, connectors: Connectors) -> Self {
        Self {
            store,
            connectors,
            work: Arc::new(watch::Sender::new(())),
        }
    }

    /// Says that there is something new to carry. Called after the commit.
    pub fn wake(&self) {
        self.work.send_replace(());
    }

    /// Told whenever there is something new, for whoever else looks then.
    pub fn news(&self) -> watch::Receiver<()> {
        self.work.subscribe()
    }

    /// Carries one row that is due, whoever it is for.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn carry_one(&self, now: i64) -> anyhow::Result<Outcome> {
        for name in rows::wanted_connectors(self.store.read()).await? {
            for item in rows::due(self.store.read(), &name, now, HANDFUL).await? {
                let outcome = self.carry(&name, item, now).await?;
                if outcome != Outcome::Empty {
                    return Ok(outcome);
                }
            }
        }
        Ok(Outcome::Empty)
    }

    /// Carries a handful of what is due for one connector, several at once, and says how many.
    ///
    /// # Errors
    /// When the store failed one of them; the others were carried all the same.
    pub async fn carry_handful(&self, name: &str, clock: &Clock) -> anyhow::Result<usize> {
        let at_once = self
            .connectors
            .get(name)
            .map_or(1, |link| link.connector.at_once().max(1));
        let due = rows::due(self.store.read(), name, clock(), HANDFUL).await?;
        let carrying = due.into_iter().map(|item| self.carry(name, item, clock()));
        let mut carrying = stream::iter(carrying).buffer_unordered(at_once);
        let (mut moved, mut failed) = (0, None);
        while let Some(outcome) = carrying.next().await {
            match outcome {
                Ok(outcome) => moved += usize::from(outcome != Outcome::Empty),
                Err(error) => failed = Some(error),
            }
        }
        failed.map_or(Ok(moved), Err)
    }

    async fn carry(&self, name: &str, item: Item, now: i64) -> anyhow::Result<Outcome> {
        let Some(link) = self.connectors.get(name) else {
            // It was taken out of the settings while something waited for it.
            let dead = End::Dead {
                trouble: "there is no such connector".to_owned(),
                doubt: Doubt::Settled,
            };
            return self.at_once(item, dead, now).await;
        };
        let parcel = match Parcel::read(&item) {
            Ok(parcel) => parcel,
            Err(trouble) => {
                return self
                    .at_once(
                        item,
                        End::Dead {
                            trouble,
                            doubt: Doubt::Settled,
                        },
                        now,
                    )
                    .await;
            }
        };
        if link.connector.reach() == Reach::Inside {
            return self.at_once(item, parcel.carried(None), now).await;
        }
        if !link.breaker(|breaker| breaker.admits(now)) {
            return Ok(Outcome::Empty);
        }
        let began = Instant::now();
        let claim = self.store.claimant().from(now);
        let (row, claiming) = (item.clone(), claim.clone());
        let begun = self
            .store
            .write(move |tx| Box::pin(async move { rows::begin(tx, &row, &claiming, now).await }))
            .await?;
        let Some(attempt) = begun else {
            return Ok(Outcome::Empty);
        };
        let delivering = self.deliver(link, &item, &parcel, now);
        let went = self.holding(&item.id, now, delivering).await?;
        let now = now + i64::try_from(began.elapsed().as_micros()).unwrap_or(0);
        link.breaker(|breaker| {
            breaker.record(
                went.as_ref()
                    .map_or_else(Trouble::health, |_| Health::Answered),
                now,
            )
        });
        let end = match went {
            Err(Trouble::Over) => self.anew(&item, &parcel, now).await?,
            went => judge(&item, &parcel, went, now),
        };
        let outcome = told(name, &item, &end);
        let id = item.id.clone();
        let held = self
            .store
            .write(move |tx| {
                Box::pin(async move { rows::end(tx, &item, (attempt, &claim), &end, now).await })
            })
            .await?;
        if !held {
            tracing::warn!(connector = name, outbox = id, "another server took it over");
        }
        Ok(outcome)
    }

    /// Renews the claim on a row as long as something is done with it.
    async fn holding<T>(&self, id: &str, now: i64, work: impl Future<Output = T>) -> T {
        let mut work = pin!(work);
        let began = Instant::now();
        loop {
            if let Ok(done) = tokio::time::timeout(RENEWED_EVERY, &mut work).await {
                return done;
            }
            let passed = i64::try_from(began.elapsed().as_micros()).unwrap_or(0);
            let (id, claim) = (id.to_owned(), self.store.claimant().from(now + passed));
            let held = self
                .store
                .write(move |tx| Box::pin(async move { rows::hold(tx, &id, &claim).await }));
            if let Err(error) = held.await {
                tracing::error!(%error, "a claim could not be renewed");
            }
        }
    }

    /// Begins and ends in one transaction what takes effect nowhere else.
    async fn at_once(&self, item: Item, end: End, now: i64) -> anyhow::Result<Outcome> {
        let outcome = outcome_of(&end);
        let claim = self.store.claimant().from(now);
        self.store
            .write(move |tx| {
                Box::pin(async move {
                    let Some(attempt) = rows::begin(tx, &item, &claim, now).await? else {
                        return Ok(Outcome::Empty);
                    };
                    rows::end(tx, &item, (attempt, &claim), &end, now).await?;
                    Ok(outcome)
                })
            })
            .await
    }

    /// Brings it there, asking first where it may be there already. The inner error is the back
    /// office's, the outer one ours.
    async fn deliver(
        &self,
        link: &Link,
        item: &Item,
        parcel: &Parcel,
        now: i64,
    ) -> anyhow::Result<Result<Option<String>, Trouble>> {
        let connector = link.connector.as_ref();
        if item.in_doubt.0 {
            match guarded(parcel.look_up(connector, item)).await {
                Ok(Found::At(foreign_id)) => return Ok(Ok(parcel.is_open().then_some(foreign_id))),
                Ok(Found::Nowhere) => {}
                Ok(Found::CannotTell) | Err(Trouble::Refused(_)) => self.doubled(item, now).await?,
                // Without an answer nothing is sent, and the doubt remains.
                Err(trouble) => return Ok(Err(Trouble::Unknown(trouble.why().to_owned()))),
            }
        }
        Ok(guarded(parcel.bring(connector, item)).await)
    }

    /// Where a ticket is over and work shall go on, the leg is opened there once more, in the place
    /// of the row that asked for it.
    async fn anew(&self, item: &Item, parcel: &Parcel, now: i64) -> anyhow::Result<End> {
        let opening = match parcel {
            Parcel::State(_) => rows::last_opening(self.store.read(), &item.leg_id).await?,
            Parcel::Open(_) | Parcel::Note(_) => None,
        };
        let Some(opening) = opening else {
            return Ok(judge(item, parcel, Err(Trouble::Over), now));
        };
        let ticket: Ticket = serde_json::from_str(&opening)?;
        Ok(End::Anew {
            payload: serde_json::to_string(&ticket.anew(item.foreign_id.clone()))?,
        })
    }

    /// Durable before the repeat goes out: a person must learn of it whatever happens next.
    async fn doubled(&self, item: &Item, now: i64) -> anyhow::Result<()> {
        tracing::warn!(
            outbox = item.id,
            "carried again without knowing whether it was there"
        );
        let item = item.clone();
        self.store
            .write(move |tx| {
                Box::pin(async move { rows::mark_maybe_doubled(tx, &item, now).await })
            })
            .await
    }
}

/// A connector that panics or never ends is trouble with one row, not the end of all carrying.
pub(crate) async fn guarded<T>(
    work: impl Future<Output = Result<T, Trouble>>,
) -> Result<T, Trouble> {
    match tokio::time::timeout(LONGEST_ATTEMPT, AssertUnwindSafe(work).catch_unwind()).await {
        Ok(Ok(went)) => went,
        Ok(Err(_panic)) => Err(Trouble::Unknown("the connector broke down".to_owned())),
        Err(_elapsed) => Err(Trouble::Unknown(
            "the connector did not come back".to_owned(),
        )),
    }
}

fn judge(item: &Item, parcel: &Parcel, went: Result<Option<String>, Trouble>, now: i64) -> End {
    let attempts = item.attempts + 1;
    let (trouble, doubt, after) = match went {
        Ok(foreign_id) => return parcel.carried(foreign_id),
        Err(Trouble::Refused(trouble)) => {
            return End::Dead {
                trouble,
                doubt: Doubt::Settled,
            };
        }
        Err(Trouble::Later { why, after }) => (why, Doubt::Settled, after),
        Err(Trouble::Unknown(why)) => (why, Doubt::Open, None),
        Err(over @ Trouble::Over) => {
            return End::Dead {
                trouble: over.why().to_owned(),
                doubt: Doubt::Settled,
            };
        }
    };
    if backoff::is_over(attempts) {
        return End::Dead { trouble, doubt };
    }
    End::Later {
        next_at: backoff::next_at(now, attempts, &item.idempotency, after),
        trouble,
        doubt,
    }
}

fn outcome_of(end: &End) -> Outcome {
    match end {
        End::Carried { .. } => Outcome::Carried,
        End::Later { .. } | End::Anew { .. } => Outcome::Retried,
        End::Dead { .. } => Outcome::Died,
    }
}

/// Logs and counts an attempt; what the trouble was stays in the store, where staff may read it.
fn told(connector: &str, item: &Item, end: &End) -> Outcome {
    let outcome = outcome_of(end);
    let name = match outcome {
        Outcome::Carried => "carried",
        Outcome::Retried => "retried",
        Outcome::Died => "died",
        Outcome::Empty => "empty",
    };
    metrics::counter!(crate::meters::OUTBOX_ATTEMPTS, "connector" => connector.to_owned(), "outcome" => name)
        .increment(1);
    match outcome {
        Outcome::Died => tracing::error!(connector, outbox = item.id, "needs a person"),
        Outcome::Retried => tracing::warn!(
            connector,
            outbox = item.id,
            attempts = item.attempts + 1,
            "not carried"
        ),
        Outcome::Carried | Outcome::Empty => {
            tracing::debug!(connector, outbox = item.id, "carried")
        }
    }
    outcome
}
