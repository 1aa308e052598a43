//! The store: cases, events, drafts, surveys, outbox. One set of verbs, one file a noun.
//! Nothing here decides anything about a case; it keeps what `office` and `outbox` decided.
//!
//! All writing goes through one writer (see `writer`), all reading through a pool beside it.

use anyhow::Context;
use sqlx::{
    Row,
    sqlite::{
        SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
        SqliteSynchronous,
    },
};
use std::{path::Path, time::Duration};

pub mod backup;
pub mod cases;
pub mod counterparts;
pub mod desk;
pub mod events;
pub mod incidents;
pub mod legs;
pub mod limits;
pub mod outbox;
pub mod promises;
pub mod sessions;
pub mod sheets;
pub mod staff;
pub mod unsent;
pub mod visitors;

mod writer;
pub use writer::{Write, Writer};

/// The schema, in order. A migration that fails stops the start.
static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("./migrations");

/// The name of the store's file in the data folder.
const FILE: &str = "onefront.db";

/// Where everything that must last is kept.
#[derive(Clone, Debug)]
pub struct Store {
    writer: Writer,
    readers: SqlitePool,
}

impl Store {
    /// Opens (or makes) the store in a folder, and brings its schema up to date.
    ///
    /// # Errors
    /// When the folder cannot be written, the file is not ours, or a migration fails.
    pub async fn open(folder: &Path) -> anyhow::Result<Self> {
        // A commit that was answered must survive a power cut: in WAL mode only FULL syncs it.
        Self::open_with(folder, SqliteSynchronous::Full).await
    }

    /// The same with another care for the disk. Only for the test that shows what it costs: no
    /// setting leads here.
    #[doc(hidden)]
    pub async fn open_with(folder: &Path, care: SqliteSynchronous) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        let file = folder.join(FILE);
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(care)
            .busy_timeout(Duration::from_secs(5))
            .foreign_keys(true);
        let mut writing = SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options.clone())
            .await
            .with_context(|| format!("cannot open the store {}", file.display()))?
            .acquire()
            .await?
            .detach();
        MIGRATIONS
            .run(&mut writing)
            .await
            .context("a migration failed")?;
        let readers = SqlitePoolOptions::new()
            .max_connections(4)
            .connect_with(options.read_only(true))
            .await?;
        Ok(Self {
            writer: Writer::start(writing),
            readers,
        })
    }

    /// Does something in the writer's next transaction and answers once it is durable.
    ///
    /// # Errors
    /// When the work failed (nothing of it is kept) or the commit did.
    pub async fn write<T, W>(&self, work: W) -> anyhow::Result<T>
    where
        T: Send + 'static,
        W: for<'c> FnOnce(&'c mut SqliteConnection) -> Write<'c, T> + Send + 'static,
    {
        self.writer.write(work).await
    }

    /// For reading. What was written before is seen.
    pub fn read(&self) -> &SqlitePool {
        &self.readers
    }

    /// Whether a write can be made durable now, and the schema is the one this program knows.
    ///
    /// # Errors
    /// Says which of the two is not so.
    pub async fn ready(&self) -> anyhow::Result<()> {
        self.write(|tx| Box::pin(async move {
            sqlx::query("insert into limits (key, window_start, count) values ('ready', 0, 1) on conflict (key, window_start) do update set count = 1")
                .execute(tx)
                .await?;
            Ok(())
        }))
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
