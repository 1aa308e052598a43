//! Telling customers what happens: by mail or by message, at least once, never in a request. What
//! happened stands in the log; here it becomes notices, and these go out when the contact's owner,
//! the night and the day's budget allow it. A notice holds a reference and the secret link, nothing
//! that anybody wrote.
//!
//! Every step returns what it did, so that a test drains them without waiting.

use crate::{office::Office, outbox::Running, store::notices as rows};
use kind::Kind;
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;
use ways::{Channel, Ways};

mod deciding;
pub mod hours;
pub mod kind;
pub mod letter;
mod sending;
pub mod settings;
pub mod ways;

/// So many notes and notices are fetched at a time.
const HANDFUL: i64 = 64;
/// How long a lane rests when nobody wakes it: what waits for the morning must not be slept over.
const REST: Duration = Duration::from_secs(5);

/// What became of one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something that happened became a notice, or was found not to need one.
    Decided,
    /// A notice went out.
    Sent,
    /// A notice could not go out and will be tried again.
    Retried,
    /// A notice will not go out; whoever answers for the case was told.
    Failed,
    /// A notice waits for the morning, or for a day on which its contact has had less.
    Held,
    /// A notice is not wanted, or has nowhere to go.
    Suppressed,
    /// Nothing is due that may go.
    Empty,
}

/// See the module. Cheap to clone.
#[derive(Clone)]
pub struct Teller {
    office: Office,
    ways: Ways,
}

impl Teller {
    /// A teller that rests until it is started or asked for one step.
    pub fn new(office: Office, ways: Ways) -> Self {
        Self { office, ways }
    }

    /// One step: what happened becomes notices first, then one notice goes out.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn step(&self) -> anyhow::Result<Outcome> {
        let now = self.office.now();
        let spread = self.office.spread_news().await?;
        if spread + self.decide(now).await? + self.sum_up(now).await? > 0 {
            return Ok(Outcome::Decided);
        }
        for channel in Channel::ALL {
            let due = rows::due(self.office.store.read(), channel.name(), now, HANDFUL).await?;
            for item in due {
                let outcome = self.send(channel, item).await?;
                if outcome != Outcome::Empty {
                    return Ok(outcome);
                }
            }
        }
        Ok(Outcome::Empty)
    }

    /// Starts telling in the background. Keep what is returned: it is what stops it.
    pub fn start(&self) -> Running {
        let mut running = Running::new();
        let teller = Arc::new(self.clone());
        let deciding = teller.clone();
        running.on_change(REST, self.news(), move || {
            let teller = deciding.clone();
            async move {
                let spread = teller.office.spread_news().await?;
                let now = teller.office.now();
                Ok(spread + teller.decide(now).await? + teller.sum_up(now).await?)
            }
        });
        for channel in Channel::ALL {
            let teller = teller.clone();
            running.on_change(REST, self.news(), move || {
                let teller = teller.clone();
                async move { teller.send_handful(channel).await }
            });
        }
        running
    }

    /// Told whenever something may have happened to a case.
    fn news(&self) -> watch::Receiver<()> {
        self.office.carrier.news()
    }
}
