//! The database behind the store, and the names under which the rest of the program knows it. All
//! of `store` speaks through `sqlx`'s `Any` driver: one set of statements, with `$1` for a place.
//! Nothing here knows a table.

use crate::config::Durability;
use anyhow::Context;
use sqlx::{
    AssertSqlSafe, ConnectOptions,
    any::{Any, AnyConnectOptions, AnyPoolOptions, install_default_drivers},
};
use std::{path::Path, str::FromStr};
use url::Url;

/// A connection, of whichever database.
pub type Connection = sqlx::AnyConnection;
/// The connections that read.
pub type Pool = sqlx::AnyPool;
/// A row that was read.
pub type Record = sqlx::any::AnyRow;

/// What can run a statement: a connection, or the pool that reads.
pub trait Executor<'c>: sqlx::Executor<'c, Database = Any> {}
impl<'c, E: sqlx::Executor<'c, Database = Any>> Executor<'c> for E {}

/// Yes or no, which every database keeps as 1 or 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag(pub bool);

impl From<i64> for Flag {
    fn from(number: i64) -> Self {
        Self(number != 0)
    }
}

/// Where the store is.
#[derive(Clone, Debug)]
pub(super) struct Database {
    url: Url,
    sync: Durability,
}

impl Database {
    /// A file of SQLite.
    pub(super) fn file(file: &Path, sync: Durability) -> anyhow::Result<Self> {
        install_default_drivers();
        let file = std::path::absolute(file)?;
        let url = Url::from_file_path(&file)
            .ok()
            .context("the data folder has no name of its own")?;
        let url = Url::from_str(&url.as_str().replacen("file:", "sqlite:", 1))?;
        Ok(Self { url, sync })
    }

    /// The connection that writes. SQLite makes the file if there is none.
    pub(super) async fn write(&self) -> anyhow::Result<Connection> {
        let mut writing = self
            .options("rwc")?
            .connect()
            .await
            .with_context(|| format!("cannot open the store {}", self.url.path()))?;
        // A commit that was answered must survive a power cut: in WAL mode only FULL syncs it.
        let sync = match self.sync {
            Durability::Full => "full",
            Durability::Normal => "normal",
        };
        for pragma in ["journal_mode = wal", &format!("synchronous = {sync}")] {
            // Safe: both are words of the program.
            sqlx::raw_sql(AssertSqlSafe(format!("pragma {pragma}")))
                .execute(&mut writing)
                .await?;
        }
        Ok(writing)
    }

    /// The connections that read.
    pub(super) async fn read(&self) -> anyhow::Result<Pool> {
        let pool = AnyPoolOptions::new()
            .max_connections(4)
            // A file does not go away as a server does; asking costs as much as reading.
            .test_before_acquire(false)
            .connect_with(self.options("ro")?)
            .await?;
        Ok(pool)
    }

    fn options(&self, mode: &str) -> anyhow::Result<AnyConnectOptions> {
        let mut url = self.url.clone();
        url.query_pairs_mut().append_pair("mode", mode);
        Ok(AnyConnectOptions::from_url(&url)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_folder_may_be_called_anything() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a b%20?c#d 数据.db");
        let database = Database::file(&file, Durability::Full).unwrap();
        let mut writing = database.write().await.unwrap();
        sqlx::query("create table said (what text)")
            .execute(&mut writing)
            .await
            .unwrap();
        assert!(file.is_file());
        let pool = database.read().await.unwrap();
        let reading = sqlx::query("select * from said").fetch_all(&pool).await;
        assert!(reading.unwrap().is_empty());
        let writing = sqlx::query("delete from said").execute(&pool).await;
        assert!(writing.is_err(), "who reads does not write");
    }
}
