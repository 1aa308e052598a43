//! The database behind the store, and the names under which the rest of the program knows it. All
//! of `store` speaks through `sqlx`'s `Any` driver: one set of statements, with `$1` for a place.
//! What differs between the two databases is in a file for each; nothing here knows a table.

use crate::{
    config::{Config, Durability},
    connectors::settings::Secret,
};
use anyhow::Context;
use sqlx::{
    AssertSqlSafe, ConnectOptions,
    any::{Any, AnyConnectOptions, install_default_drivers},
};
use std::path::Path;
use url::Url;

mod postgres;
mod schema;
mod sqlite;
pub use postgres::is_address;
pub use sqlite::FILE;

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

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file beside the program; one process at a time serves from it.
    Sqlite,
    /// A server, which several of ours may share.
    Postgres,
}

impl Kind {
    /// The kind behind a connection.
    pub fn of(connection: &Connection) -> Self {
        if connection.backend_name() == "PostgreSQL" {
            Self::Postgres
        } else {
            Self::Sqlite
        }
    }
}

/// Where the store is.
#[derive(Clone, Debug)]
pub struct Database {
    kind: Kind,
    /// It may hold a password.
    url: Secret,
    sync: Durability,
}

impl Database {
    /// Where the settings say.
    ///
    /// # Errors
    /// As the two below.
    pub fn of(config: &Config) -> anyhow::Result<Self> {
        match &config.database {
            Some(address) => Self::at(address.reveal()),
            None => Self::in_folder(&config.data, config.sync),
        }
    }

    /// SQLite, in a data folder that is made if it is not there.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn in_folder(folder: &Path, sync: Durability) -> anyhow::Result<Self> {
        sqlite::make(folder)
            .with_context(|| format!("cannot make the data folder {}", folder.display()))?;
        Self::file(&folder.join(FILE), sync)
    }

    /// A file of SQLite.
    fn file(file: &Path, sync: Durability) -> anyhow::Result<Self> {
        let url = sqlite::url(file)?;
        Ok(Self::new(Kind::Sqlite, &url, sync))
    }

    /// PostgreSQL, at an address such as `postgres://user:password@host/database`.
    ///
    /// # Errors
    /// When it is no such address; what it is, is not said, as it may hold a password.
    pub fn at(url: &str) -> anyhow::Result<Self> {
        let url = postgres::url(url).context("not an address of a PostgreSQL database")?;
        Ok(Self::new(Kind::Postgres, &url, Durability::Full))
    }

    fn new(kind: Kind, url: &Url, sync: Durability) -> Self {
        install_default_drivers();
        let url = Secret::new(url.as_str());
        Self { kind, url, sync }
    }

    /// Which database it is.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The connection that writes, on a schema that is up to date.
    pub(super) async fn open(&self) -> anyhow::Result<Connection> {
        let mut writing = self.write().await?;
        self.prepare(&mut writing).await?;
        schema::bring_up_to_date(&mut writing, self.kind).await?;
        // From here on nothing may take long: whoever waits for it is a customer.
        run(&mut writing, self.in_a_hurry()).await?;
        Ok(writing)
    }

    /// Another connection that writes, in place of one that was lost.
    pub(super) async fn again(&self) -> anyhow::Result<Connection> {
        let mut writing = self.write().await?;
        self.prepare(&mut writing).await?;
        run(&mut writing, self.in_a_hurry()).await?;
        Ok(writing)
    }

    async fn write(&self) -> anyhow::Result<Connection> {
        let connecting = self.options(&self.settings(Use::Writing))?;
        connecting
            .connect()
            .await
            .with_context(|| self.cannot_open())
    }

    async fn prepare(&self, writing: &mut Connection) -> anyhow::Result<()> {
        match self.kind {
            Kind::Sqlite => run(writing, sqlite::keep(self.sync)).await,
            Kind::Postgres => postgres::look_at(writing).await,
        }
    }

    /// The connections that read.
    pub(super) async fn read(&self) -> anyhow::Result<Pool> {
        let options = match self.kind {
            Kind::Sqlite => sqlite::readers(),
            Kind::Postgres => postgres::readers(),
        };
        let pool = options
            .connect_with(self.options(&self.settings(Use::Reading))?)
            .await
            .with_context(|| self.cannot_open())?;
        Ok(pool)
    }

    /// What begins the writer's transaction.
    pub(super) const fn begin(&self) -> &'static str {
        match self.kind {
            Kind::Sqlite => sqlite::BEGIN,
            Kind::Postgres => postgres::BEGIN,
        }
    }

    const fn in_a_hurry(&self) -> &'static str {
        match self.kind {
            Kind::Sqlite => sqlite::IN_A_HURRY,
            Kind::Postgres => postgres::IN_A_HURRY,
        }
    }

    fn settings(&self, using: Use) -> Vec<(&'static str, &'static str)> {
        match self.kind {
            Kind::Sqlite => sqlite::settings(using),
            Kind::Postgres => postgres::settings(using),
        }
    }

    fn options(&self, settings: &[(&str, &str)]) -> anyhow::Result<AnyConnectOptions> {
        let mut url = Url::parse(self.url.reveal()).context("no address")?;
        url.query_pairs_mut().extend_pairs(settings);
        Ok(AnyConnectOptions::from_url(&url)?)
    }

    /// Names the file, or no more than that it is a server: its address may hold a password.
    fn cannot_open(&self) -> String {
        match (self.kind, Url::parse(self.url.reveal())) {
            (Kind::Sqlite, Ok(url)) => format!("cannot open the store {}", url.path()),
            _ => "cannot open the store in PostgreSQL".to_owned(),
        }
    }
}

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Writing,
    Reading,
}

/// Runs statements that are words of the program.
async fn run(connection: &mut Connection, statements: &'static str) -> anyhow::Result<()> {
    sqlx::raw_sql(AssertSqlSafe(statements))
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) use schema::is_ours;
