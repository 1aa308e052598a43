//! What is so only with SQLite: a file in the data folder, and one process that serves from it.

use super::Use;
use crate::config::Durability;
use anyhow::Context;
use sqlx::{Executor, any::AnyPoolOptions};
use std::{fs::File, path::Path};
use url::Url;

/// The name of the store's file in the data folder.
pub const FILE: &str = "onefront.db";

/// Immediate: a deferred transaction that reads before it writes can be refused at once.
pub(super) const BEGIN: &str = "begin immediate";

/// A commit that was answered must survive a power cut: in WAL mode only FULL syncs it.
pub(super) const fn keep(sync: Durability) -> &'static str {
    match sync {
        Durability::Full => "pragma journal_mode = wal; pragma synchronous = full",
        Durability::Normal => "pragma journal_mode = wal; pragma synchronous = normal",
    }
}

/// What a piece of work may have to take back is kept in memory. More than 64 KB of it would go into
/// a file, which is made and deleted each time, and most pieces of work touch more. Only once the
/// schema is there: making an index of millions needs more room than that.
pub(super) const IN_A_HURRY: &str = "pragma temp_store = memory";

/// Who writes makes the file if there is none; who reads does nothing else.
pub(super) fn settings(using: Use) -> Vec<(&'static str, &'static str)> {
    match using {
        Use::Writing => vec![("mode", "rwc")],
        Use::Reading => vec![("mode", "ro")],
    }
}

/// What a connection keeps of the file, in KiB, as far as it has read so much. SQLite's own two
/// thousand are less than one page of a search touches among a million cases.
const CACHE: &str = "pragma cache_size = -12000";

/// A file does not go away as a server does; asking costs as much as reading.
pub(super) fn readers() -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(4)
        .test_before_acquire(false)
        .after_connect(|connection, _| {
            Box::pin(async move { connection.execute(CACHE).await.map(drop) })
        })
}

/// A file's address, whatever it is called.
pub(super) fn url(file: &Path) -> anyhow::Result<Url> {
    let file = std::path::absolute(file)?;
    let url = Url::from_file_path(&file)
        .ok()
        .context("the data folder has no name of its own")?;
    Ok(Url::parse(&url.as_str().replacen("file:", "sqlite:", 1))?)
}

/// Makes a folder that is still there after a power cut. A folder's name is kept by the folder
/// above it; SQLite syncs ours, and nobody would sync those.
pub(super) fn make(folder: &Path) -> std::io::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::{super::Database, *};
    use sqlx::Row;

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

    #[tokio::test]
    async fn what_is_taken_back_is_kept_in_memory_once_the_schema_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::file(&folder.path().join(FILE), Durability::Full).unwrap();
        let mut writing = database.open().await.unwrap();
        let kept: i64 = sqlx::query("pragma temp_store")
            .fetch_one(&mut writing)
            .await
            .unwrap()
            .get(0);
        assert_eq!(kept, 2, "2 is memory");
    }
}
