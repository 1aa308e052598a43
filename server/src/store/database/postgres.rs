//! What is so only with PostgreSQL: a server that may go away and come back, and that several of
//! our processes share.

use super::{Connection, Use};
use anyhow::ensure;
use sqlx::{Row, any::AnyPoolOptions};
use std::time::Duration;
use url::Url;

/// One writer at a time, over all processes, exactly as SQLite has it: every number in a log and
/// every link of a chain is reckoned from the last one that is there. Without the lock two servers
/// would reckon the same, and one of them fail. It is the transaction's, so that no death leaves
/// it behind; and as each statement sees what was committed before it, whoever gets the lock sees
/// everything of the one before.
pub(super) const BEGIN: &str =
    "begin isolation level read committed; select pg_advisory_xact_lock(1330529862)";

/// Nothing that a customer waits for may take long, not even the wait for another server's commit.
/// A transaction in which nothing happens belongs to a process that is gone.
pub(super) const IN_A_HURRY: &str = "set statement_timeout = '10s'; set lock_timeout = '5s'; \
     set idle_in_transaction_session_timeout = '15s'";

/// What is set on every connection from its beginning. The server finds out within half a minute
/// that a machine of ours is gone, lock and all.
pub(super) fn settings(using: Use) -> Vec<(&'static str, &'static str)> {
    let mut settings = vec![
        ("application_name", "onefront"),
        ("options[tcp_keepalives_idle]", "10"),
        ("options[tcp_keepalives_interval]", "5"),
        ("options[tcp_keepalives_count]", "3"),
    ];
    if using == Use::Reading {
        settings.extend([
            ("options[default_transaction_read_only]", "on"),
            ("options[statement_timeout]", "10s"),
        ]);
    }
    settings
}

/// A connection is asked whether it is still there before it is used: the server may have been
/// started anew.
pub(super) fn readers() -> AnyPoolOptions {
    AnyPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(5))
        .test_before_acquire(true)
}

/// Whether this can be the address of a PostgreSQL database.
pub fn is_address(text: &str) -> bool {
    url(text).is_some()
}

pub(super) fn url(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let named = url.path().trim_start_matches('/').is_empty();
    (["postgres", "postgresql"].contains(&url.scheme()) && !named).then_some(url)
}

/// Refuses a database in which an answer would be given before it is kept, or Chinese be lost.
pub(super) async fn look_at(writing: &mut Connection) -> anyhow::Result<()> {
    let row = sqlx::query(
        "select current_setting('server_encoding') as encoding,
           current_setting('synchronous_commit') as kept, current_setting('fsync') as synced",
    )
    .fetch_one(writing)
    .await?;
    let (encoding, kept): (String, String) = (row.get("encoding"), row.get("kept"));
    ensure!(
        encoding == "UTF8",
        "the database is encoded in {encoding}; it must be UTF8"
    );
    ensure!(
        kept != "off",
        "synchronous_commit is off: PostgreSQL would answer before the disk has it"
    );
    if row.get::<String, _>("synced") == "off" {
        tracing::warn!("fsync is off: a power cut will cost what PostgreSQL has answered for");
    }
    Ok(())
}
