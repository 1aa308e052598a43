//! Copies of the store, and going back to one. A copy is made beside a running server without
//! stopping it; going back needs the server to be stopped. Only for a store in a file: PostgreSQL
//! brings its own tools.

use super::{FILE, Store};
use anyhow::{Context, ensure};
use sqlx::{
    ConnectOptions, Connection, Row,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use std::path::Path;

/// Writes a whole copy of the store in `folder` to the file `to`, which must not be there yet.
///
/// # Errors
/// When there is no store, the file is there, or it cannot be written.
pub async fn backup(folder: &Path, to: &Path) -> anyhow::Result<()> {
    let from = folder.join(FILE);
    ensure!(from.is_file(), "{}: no store there", from.display());
    ensure!(
        !to.exists(),
        "{}: there already; a copy never overwrites",
        to.display()
    );
    let mut store = open(&from).await?;
    let target = to.to_str().context("the name of the copy is not Unicode")?;
    // One consistent moment, whatever is written meanwhile.
    sqlx::query("vacuum into $1")
        .bind(target)
        .execute(&mut store)
        .await
        .context("cannot write the copy")?;
    store.close().await?;
    // A copy that only the system's cache holds is none.
    std::fs::File::open(to)?.sync_all()?;
    whole(to).await
}

/// Puts the copy `from` in the place of the store in `folder`. What was there is kept beside it
/// under another name.
///
/// # Errors
/// When the copy is damaged, or a server has the store open.
pub async fn restore(from: &Path, folder: &Path) -> anyhow::Result<()> {
    whole(from).await?;
    std::fs::create_dir_all(folder)?;
    let store = folder.join(FILE);
    if store.exists() {
        unused(&store).await?;
        let aside = folder.join(format!("{}.before-restore", FILE));
        ensure!(
            !aside.exists(),
            "{}: take this older store away first",
            aside.display()
        );
        std::fs::rename(&store, aside)?;
        for left in ["-wal", "-shm"] {
            let left = folder.join(format!("{}{left}", FILE));
            if left.exists() {
                std::fs::remove_file(left)?;
            }
        }
    }
    let arriving = folder.join(format!("{}.arriving", FILE));
    std::fs::copy(from, &arriving)?;
    std::fs::File::open(&arriving)?.sync_all()?;
    std::fs::rename(&arriving, &store)?;
    std::fs::File::open(folder)?.sync_all()?;
    Store::open(folder).await?.close().await;
    Ok(())
}

/// Checks a copy as the database itself does.
async fn whole(file: &Path) -> anyhow::Result<()> {
    ensure!(file.is_file(), "{}: no copy there", file.display());
    let mut copy = open(file).await?;
    let said: String = sqlx::query("pragma integrity_check")
        .fetch_one(&mut copy)
        .await
        .with_context(|| format!("{}: not a store", file.display()))?
        .get(0);
    copy.close().await?;
    ensure!(said == "ok", "{}: damaged: {said}", file.display());
    Ok(())
}

/// Refuses while a server holds the store: its writer would go on in the file that is moved away.
/// Only the last user of a store can leave WAL mode.
async fn unused(store: &Path) -> anyhow::Result<()> {
    let mut store = open(store).await?;
    let left = sqlx::query("pragma journal_mode = delete")
        .fetch_one(&mut store)
        .await;
    let alone = left.is_ok_and(|row| row.get::<String, _>(0) == "delete");
    store.close().await?;
    ensure!(alone, "the store is in use; stop the server first");
    Ok(())
}

async fn open(file: &Path) -> anyhow::Result<SqliteConnection> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .busy_timeout(std::time::Duration::from_secs(2));
    options
        .connect()
        .await
        .with_context(|| format!("cannot open {}", file.display()))
}
