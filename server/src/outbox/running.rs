//! Work in the background: the carrier's lanes, one for each connector, so that a slow one slows
//! no other. A lane sleeps until something new is written or something old is due again.

use super::Carrier;
use crate::store::outbox as rows;
use std::{sync::Arc, time::Duration};
use tokio::{sync::watch, task::JoinSet};

/// What time it is, in microseconds since 1970 UTC.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// However far the next row lies ahead, a lane looks again after this long: the clock of the
/// machine may have been set.
const LONGEST_SLEEP: Duration = Duration::from_secs(60);
/// How long a lane rests when the store failed it.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// Something that runs; dropping it stops it in mid-step, which loses nothing but may cost a
/// look-up.
#[derive(Debug)]
pub struct Running {
    stop: watch::Sender<bool>,
    lanes: JoinSet<()>,
}

impl Running {
    /// Runs nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            stop: watch::Sender::new(false),
            lanes: JoinSet::new(),
        }
    }

    /// Lets everything in hand be finished, and returns then.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.lanes.join_next().await.is_some() {}
    }

    /// Does something over and over as long as it gets anything done, else after a rest or when
    /// there is news.
    pub(crate) fn on_change<F>(
        &mut self,
        rest: Duration,
        mut news: watch::Receiver<()>,
        mut work: impl FnMut() -> F + Send + 'static,
    ) where
        F: Future<Output = anyhow::Result<usize>> + Send,
    {
        let mut stop = self.stop.subscribe();
        self.lanes.spawn(async move {
            while !*stop.borrow() {
                // Before looking, so that what is written meanwhile is not slept over.
                news.mark_unchanged();
                match work().await {
                    Ok(0) => {}
                    Ok(_) => continue,
                    Err(error) => tracing::error!(%error, "work in the background failed"),
                }
                tokio::select! {
                    _ = stop.changed() => return,
                    _ = news.changed() => {}
                    () = tokio::time::sleep(rest) => {}
                }
            }
        });
    }

    /// Does something over and over as long as it gets anything done, else after a rest.
    pub(crate) fn repeat<F>(&mut self, rest: Duration, mut work: impl FnMut() -> F + Send + 'static)
    where
        F: Future<Output = anyhow::Result<usize>> + Send,
    {
        let mut stop = self.stop.subscribe();
        self.lanes.spawn(async move {
            while !*stop.borrow() {
                match work().await {
                    Ok(0) => {}
                    Ok(_) => continue,
                    Err(error) => tracing::error!(%error, "work in the background failed"),
                }
                tokio::select! {
                    _ = stop.changed() => return,
                    () = tokio::time::sleep(rest) => {}
                }
            }
        });
    }
}

impl Carrier {
    /// Starts carrying in the background. Keep what is returned: it is what stops it.
    pub fn start(&self, clock: Clock) -> Running {
        let mut running = Running::new();
        for name in self.connectors.names() {
            let lane = self
                .clone()
                .lane(name.to_owned(), clock.clone(), running.stop.subscribe());
            running.lanes.spawn(lane);
        }
        let carrier = self.clone();
        running.repeat(LONGEST_SLEEP, move || carrier.clone().bury(clock.clone()));
        running
    }

    async fn lane(self, name: String, clock: Clock, mut stop: watch::Receiver<bool>) {
        let mut work = self.work.subscribe();
        while !*stop.borrow() {
            // Before looking, so that what is written meanwhile is not slept over.
            work.mark_unchanged();
            let rest = match self.carry_handful(&name, &clock).await {
                Ok(0) => self.rest(&name, clock()).await,
                Ok(_) => continue,
                Err(error) => {
                    tracing::error!(connector = name, %error, "cannot carry");
                    AFTER_FAILURE
                }
            };
            tokio::select! {
                _ = stop.changed() => return,
                _ = work.changed() => {}
                () = tokio::time::sleep(rest) => {}
            }
        }
    }

    /// How long a lane has nothing to do.
    async fn rest(&self, name: &str, now: i64) -> Duration {
        let Ok(due) = rows::next_due(self.store.read(), name).await else {
            return AFTER_FAILURE;
        };
        let probe = self
            .connectors
            .get(name)
            .and_then(|link| link.breaker(|breaker| breaker.open_until()));
        let Some(next) = due.map(|due| due.max(probe.unwrap_or(due))) else {
            return LONGEST_SLEEP;
        };
        Duration::from_micros(u64::try_from(next - now).unwrap_or(0)).min(LONGEST_SLEEP)
    }

    /// Shows a person what waits for a connector that is no longer configured; says how much.
    async fn bury(self, clock: Clock) -> anyhow::Result<usize> {
        let mut buried = 0;
        for name in rows::wanted_connectors(self.store.read()).await? {
            if self.connectors.get(&name).is_none() {
                buried += self.carry_handful(&name, &clock).await?;
            }
        }
        Ok(buried)
    }
}
