//! The store: cases, events, drafts, surveys, outbox. One set of verbs, one file a noun.
//! Nothing here decides anything about a case; it keeps what `office` and `outbox` decided.
//!
//! All writing goes through one writer (see `writer`), all reading through a pool beside it.

use crate::config::Durability;
use anyhow::Context;
use claims::Claimant;
use incidents::Incident;
use recent::Recent;
use std::{path::Path, sync::Arc};

pub mod absences;
pub mod attachments;
pub mod audit;
pub mod backup;
pub mod cases;
pub mod claims;
pub mod counterparts;
pub mod deeds;
pub mod deposits;
pub mod desk;
pub mod devices;
pub mod erasure;
pub mod escalations;
pub mod events;
pub mod handovers;
pub mod incidents;
pub mod kiosks;
pub mod leaving;
pub mod legs;
pub mod levels;
pub mod limits;
pub mod links;
pub mod movings;
pub mod notices;
pub mod open_work;
pub mod order;
pub mod orders;
pub mod other_numbers;
pub mod outbox;
pub mod passings;
pub mod promises;
pub mod ratings;
pub mod requests;
pub mod reservations;
pub mod search;
pub mod second;
pub mod sessions;
pub mod sheets;
pub mod spells;
pub mod staff;
pub mod taps;
pub mod targets;
pub mod unread_deposits;
pub mod unsent;
pub mod visitors;

mod batch;
mod database;
mod question;
mod recent;
mod writer;
pub use batch::Batch;
use database::FILE;
pub use database::{Connection, Database, Executor, Flag, Kind, Pool, Record, is_address};
pub use question::Question;
pub use writer::{Write, Writer};

/// Where everything that must last is kept.
#[derive(Clone, Debug)]
pub struct Store {
    writer: Writer,
    readers: Pool,
    claimant: Claimant,
    incidents: Recent<Vec<Incident>>,
}

impl Store {
    /// Opens (or makes) the store in a folder, and brings its schema up to date.
    ///
    /// # Errors
    /// When the folder cannot be written, the file is not ours, or a migration fails.
    pub async fn open(folder: &Path) -> anyhow::Result<Self> {
        Self::open_on(Database::in_folder(folder, Durability::Full)?).await
    }

    /// The same on a database that was chosen.
    ///
    /// # Errors
    /// As `open`; also when the database would answer before the disk has it.
    pub async fn open_on(database: Database) -> anyhow::Result<Self> {
        let writing = database.open().await?;
        let readers = database.read().await?;
        Ok(Self {
            claimant: Claimant::new(database.kind()),
            writer: Writer::start(database, writing),
            readers,
            incidents: Recent::default(),
        })
    }

    /// Only for looking, beside a server that may go on.
    ///
    /// # Errors
    /// When there is no store, or its schema is not the one this program knows.
    pub async fn look(database: &Database) -> anyhow::Result<Pool> {
        let readers = database.read().await?;
        database::is_ours(&readers).await?;
        Ok(readers)
    }

    /// Does something in the writer's next transaction and answers once it is durable.
    ///
    /// # Errors
    /// When the work failed (nothing of it is kept) or the commit did.
    pub async fn write<T, W>(&self, work: W) -> anyhow::Result<T>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut Connection) -> Write<'c, T> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// For reading. What was written before is seen.
    pub fn read(&self) -> &Pool {
        &self.readers
    }

    /// Who this server is among those that share the store.
    pub fn claimant(&self) -> &Claimant {
        &self.claimant
    }

    /// How many commits there have been since the store was opened.
    pub fn commits(&self) -> u64 {
        self.writer.commits()
    }

    /// The incidents that are open. Many pages ask for them and few hours change them, so they are
    /// read again only after something was written.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn open_incidents(&self) -> anyhow::Result<Arc<Vec<Incident>>> {
        self.incidents
            .at(self.commits(), || incidents::since(self.read(), i64::MAX))
            .await
    }

    /// Whether a write can be made durable now, and the schema is the one this program knows.
    ///
    /// # Errors
    /// Says which of the two is not so.
    pub async fn ready(&self) -> anyhow::Result<()> {
        self.write(|tx| {
            Box::pin(async move {
                // Another number each time: SQLite writes no page for a row that stays as it is, and
                // a full disk would go unnoticed.
                sqlx::query(
                    "insert into limits (key, window_start, count) values ('ready', 0, 1)
                     on conflict (key, window_start) do update set count = limits.count % 1000 + 1",
                )
                .execute(tx)
                .await?;
                Ok(())
            })
        })
        .await
        .context("the store cannot be written")?;
        database::is_ours(self.read()).await
    }

    /// Waits for what is being written, and closes the connections.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.stop().await;
    }
}
