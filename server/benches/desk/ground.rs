//! What a store of the measurement stands on: a temporary folder with SQLite in it, a folder that is
//! kept for the next time, or a database of a PostgreSQL that somebody has started.

use crate::write;
use anyhow::Context;
use server::{
    config::Durability,
    store::{Database, Store},
};
use sqlx::{AssertSqlSafe, Connection, postgres::PgConnection};
use std::path::{Path, PathBuf};
use url::Url;

/// A folder whose stores are filled once and used again.
const KEEP: &str = "ONEFRONT_BENCH_KEEP";
/// Where a PostgreSQL is, as for the tests.
const POSTGRES: &str = "ONEFRONT_TEST_DATABASE";

/// See the module.
pub struct Ground {
    /// For whatever else a house keeps.
    folder: tempfile::TempDir,
    /// Says, by being there, that the store in its folder is whole.
    filled: Option<PathBuf>,
    store: Store,
}

impl Ground {
    /// For so many cases.
    pub async fn of(cases: usize) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let (database, filled) = match (std::env::var(POSTGRES), std::env::var(KEEP)) {
            (Ok(server), _) => (in_postgres(&Url::parse(&server)?, cases).await?, None),
            (_, Ok(keep)) => {
                let kept = Path::new(&keep).join(cases.to_string());
                let filled = kept.join("filled");
                // What was broken off half-way, or filled by another program, is of no use.
                if !is_whole(&filled) && kept.exists() {
                    std::fs::remove_dir_all(&kept)?;
                }
                (in_folder(&kept)?, Some(filled))
            }
            _ => (in_folder(&folder.path().join("data"))?, None),
        };
        Ok(Self {
            store: Store::open_on(database).await?,
            folder,
            filled,
        })
    }

    /// For whatever else a house keeps.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The store.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether it was filled before.
    pub fn is_filled(&self) -> bool {
        self.filled.as_deref().is_some_and(is_whole)
    }

    /// From now on it is.
    pub async fn now_filled(&self) -> anyhow::Result<()> {
        write::settle(&self.store).await?;
        if let Some(filled) = &self.filled {
            std::fs::write(filled, made_by()).context("cannot keep the store")?;
        }
        Ok(())
    }
}

fn in_folder(folder: &Path) -> anyhow::Result<Database> {
    Database::in_folder(folder, Durability::Normal)
}

async fn in_postgres(server: &Url, cases: usize) -> anyhow::Result<Database> {
    let name = format!("desk_{cases}");
    let mut asking = PgConnection::connect(server.as_str()).await?;
    for statement in [
        format!("drop database if exists {name}"),
        format!("create database {name}"),
    ] {
        // Safe: it is a number's name.
        sqlx::raw_sql(AssertSqlSafe(statement))
            .execute(&mut asking)
            .await?;
    }
    asking.close().await?;
    let mut url = server.clone();
    url.set_path(&name);
    Database::at(url.as_str())
}

fn is_whole(filled: &Path) -> bool {
    std::fs::read_to_string(filled).is_ok_and(|by| by == made_by())
}

/// What a store is filled with changes with these files. Migrations do not count: an older store
/// learns them on opening, and that is what is to be measured.
fn made_by() -> String {
    use sha2::{Digest, Sha256};
    let mut digest = Sha256::new();
    for file in [
        include_str!("fill.rs"),
        include_str!("rows.rs"),
        include_str!("text.rs"),
    ] {
        digest.update(file);
    }
    data_encoding::HEXLOWER.encode(&digest.finalize())
}
