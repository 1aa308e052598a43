//! The carrier at work in the background: one lane for each connector, so that a slow one slows
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

/// A carrier that runs; dropping it stops it in mid-step, which loses nothing but may cost a
/// look-up.
#[derive(Debug)]
pub struct Running {
    stop: watch::Sender<bool>,
    lanes: JoinSet<()>,
}

impl Running {
    /// Lets every lane finish what it has in hand, and returns then.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.lanes.join_next().await.is_some() {}
    }
}

impl Carrier {
    /// Starts carrying in the background. Keep what is returned: it is what stops it.
    pub fn start(&self, clock: Clock) -> Running {
        let stop = watch::Sender::new(false);
        let mut lanes = JoinSet::new();
        for name in self.connectors.names() {
            lanes.spawn(
                self.clone()
                    .lane(name.to_owned(), clock.clone(), stop.subscribe()),
            );
        }
        lanes.spawn(self.clone().bury_strays(clock, stop.subscribe()));
        Running { stop, lanes }
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

    /// Shows a person what waits for a connector that is no longer configured.
    async fn bury_strays(self, clock: Clock, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            if let Err(error) = self.bury(&clock).await {
                tracing::error!(%error, "cannot look for rows without a connector");
            }
            tokio::select! {
                _ = stop.changed() => return,
                () = tokio::time::sleep(LONGEST_SLEEP) => {}
            }
        }
    }

    async fn bury(&self, clock: &Clock) -> anyhow::Result<()> {
        for name in rows::wanted_connectors(self.store.read()).await? {
            while self.connectors.get(&name).is_none()
                && self.carry_handful(&name, clock).await? > 0
            {}
        }
        Ok(())
    }
}
