//! The demo world: what `make run` shows. Everything in it comes in through the same door as a
//! customer's own case, on a clock that is set back, so that nothing is shown that could not be.

use crate::{
    office::Office,
    outbox::Clock,
    store::{claims, notices},
};
use anyhow::Context;
use sqlx::Row;
use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

mod cases;
mod incident;
mod staff;
mod taps;
pub use staff::accounts;

/// Fills an empty store; a store that has anything in it is left as it is.
///
/// # Errors
/// When the store fails, or the catalogue has nothing to show.
pub async fn settle(office: &Office) -> anyhow::Result<()> {
    let known: i64 =
        sqlx::query("select (select count(*) from cases) + (select count(*) from incidents)")
            .fetch_one(office.store.read())
            .await?
            .get(0);
    if known > 0 {
        return Ok(());
    }
    // Servers that start at once on one new store: one of them fills it.
    let (now, mut claim) = (office.now(), office.store.claimant().from(office.now()));
    claim.until = now + HOUR;
    let first = office.store.write(move |tx| {
        Box::pin(async move { claims::take(tx, "filling the store", &claim, now).await })
    });
    if !first.await? {
        return Ok(());
    }
    let world = World::before(office);
    staff::settle(&world).await.context("staff")?;
    cases::settle(&world).await.context("cases")?;
    incident::settle(&world).await.context("incident")?;
    taps::settle(&world).await.context("taps")?;
    // Its past is made up, and nobody in it has a number that is theirs.
    let forgotten = office
        .store
        .write(|tx| Box::pin(async move { notices::forget_all(tx).await }));
    forgotten.await.context("notices")
}

/// The office on a clock that this world sets.
struct World {
    office: Office,
    now: Arc<AtomicI64>,
    real: i64,
}

const HOUR: i64 = 3_600_000_000;

impl World {
    fn before(office: &Office) -> Self {
        let real = office.now();
        let now = Arc::new(AtomicI64::new(real));
        let hands = now.clone();
        let clock: Clock = Arc::new(move || hands.load(Ordering::Relaxed));
        Self {
            office: Office {
                clock,
                ..office.clone()
            },
            now,
            real,
        }
    }

    /// Sets the clock to so many hours before the real now.
    fn hours_ago(&self, hours: i64) {
        self.now.store(self.real - hours * HOUR, Ordering::Relaxed);
    }
}
