//! The store: cases, events, drafts, surveys, outbox. One set of verbs, one file a noun.
//! Nothing here decides anything about a case; it keeps what `office` and `outbox` decided.
//!
//! All writing goes through one writer (see `writer`), all reading through a pool beside it.

use crate::config::Durability;
use anyhow::Context;
use database::Database;
use incidents::Incident;
use recent::Recent;
use sqlx::Row;
use std::{fs::File, path::Path, sync::Arc};

pub mod backup;
pub mod cases;
pub mod counterparts;
pub mod desk;
pub mod erasure;
pub mod events;
pub mod handovers;
pub mod incidents;
pub mod legs;
pub mod limits;
pub mod links;
pub mod outbox;
pub mod passings;
pub mod promises;
pub mod ratings;
pub mod sessions;
pub mod sheets;
pub mod spells;
pub mod staff;
pub mod unsent;
pub mod visitors;

mod batch;
mod database;
mod recent;
mod writer;
pub use batch::Batch;
pub use database::{Connection, Executor, Flag, Pool, Record};
pub use writer::{Write, Writer};

/// The schema, in order. A migration that fails stops the start.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// The name of the store's file in the data folder.
const FILE: &str = "onefront.db";

/// Where everything that must last is kept.
#[derive(Clone, Debug)]
pub struct Store {
    writer: Writer,
    readers: Pool,
    incidents: Recent<Vec<Incident>>,
}

impl Store {
    /// Opens (or makes) the store in a folder, and brings its schema up to date.
    ///
    /// # Errors
    /// When the folder cannot be written, the file is not ours, or a migration fails.
    pub async fn open(folder: &Path) -> anyhow::Result<Self> {
        Self::open_with(folder, Durability::Full).await
    }

    /// The same with another care for the disk. Only for experiments that show what it costs.
    ///
    /// # Errors
    /// As `open`.
    pub async fn open_with(folder: &Path, sync: Durability) -> anyhow::Result<Self> {
        make(folder)
            .with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        let database = Database::file(&folder.join(FILE), sync)?;
        let mut writing = database.write().await?;
        MIGRATIONS
            .run(&mut writing)
            .await
            .context("a migration failed")?;
        let readers = database.read().await?;
        Ok(Self {
            writer: Writer::start(writing),
            readers,
            incidents: Recent::default(),
        })
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
                     on conflict (key, window_start) do update set count = count % 1000 + 1",
                )
                .execute(tx)
                .await?;
                Ok(())
            })
        })
        .await
        .context("the store cannot be written")?;
        let done: i64 = sqlx::query("select count(*) from _sqlx_migrations where success = 1")
            .fetch_one(self.read())
            .await?
            .get(0);
        anyhow::ensure!(
            usize::try_from(done)? == MIGRATIONS.iter().count(),
            "migrations are not done"
        );
        Ok(())
    }

    /// Waits for what is being written, and closes the files.
    pub async fn close(self) {
        self.readers.close().await;
        self.writer.stop().await;
    }
}

/// Makes a folder that is still there after a power cut. A folder's name is kept by the folder
/// above it; SQLite syncs ours, and nobody would sync those.
fn make(folder: &Path) -> std::io::Result<()> {
    let folder = std::path::absolute(folder)?;
    let missing = folder.ancestors().take_while(|it| !it.exists()).count();
    std::fs::create_dir_all(&folder)?;
    for (at, above) in folder.ancestors().skip(1).take(missing.max(1)).enumerate() {
        let synced = File::open(above).and_then(|above| above.sync_all());
        // A start that died half-way may have made ours; if an operator did, the folder above may
        // be closed to us.
        if at < missing {
            synced?;
        }
    }
    Ok(())
}
