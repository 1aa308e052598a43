//! The schema, in order. Every file in `migrations/` is written for both databases, but for the
//! triggers of the first one: each database has a language of its own for those.

use super::{Connection, Executor, Kind};
use anyhow::{Context, ensure};
use sqlx::{
    AssertSqlSafe, Row, SqlSafeStr,
    migrate::{Migration, Migrator},
};
use std::sync::LazyLock;

/// As SQLite has always had it.
static SQLITE: Migrator = sqlx::migrate!("./migrations");

/// The same, with PostgreSQL's triggers.
static POSTGRES: LazyLock<Migrator> =
    LazyLock::new(|| Migrator::with_migrations(SQLITE.iter().map(for_postgres).collect()));

const TRIGGERS: &str = include_str!("../../../migrations/postgres/triggers.sql");

fn for_postgres(migration: &Migration) -> Migration {
    let sql = migration.sql.as_str();
    let (Some(from), Some(to)) = (sql.find("create trigger"), sql.rfind("\nend;")) else {
        return migration.clone();
    };
    let to = to + "\nend;".len();
    Migration::new(
        migration.version,
        migration.description.clone(),
        migration.migration_type,
        AssertSqlSafe(format!("{}{TRIGGERS}{}", &sql[..from], &sql[to..])).into_sql_str(),
        migration.no_tx,
    )
}

fn of(kind: Kind) -> &'static Migrator {
    match kind {
        Kind::Sqlite => &SQLITE,
        Kind::Postgres => &POSTGRES,
    }
}

/// Does what is not done yet. Servers that start at once on one database wait for each other.
pub(super) async fn bring_up_to_date(writing: &mut Connection, kind: Kind) -> anyhow::Result<()> {
    of(kind).run(writing).await.context("a migration failed")
}

/// Fails when the schema is not the one that this program knows.
pub(in crate::store) async fn is_ours(store: impl Executor<'_>) -> anyhow::Result<()> {
    let done: i64 = sqlx::query("select count(*) from _sqlx_migrations where success")
        .fetch_one(store)
        .await?
        .get(0);
    ensure!(
        usize::try_from(done)? == SQLITE.iter().count(),
        "migrations are not done"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_triggers_of_the_first_migration_differ() {
        for (ours, theirs) in SQLITE.iter().zip(POSTGRES.iter()) {
            let same = ours.sql.as_str() == theirs.sql.as_str();
            assert_eq!(same, ours.version != 1, "{}", ours.version);
            assert!(!theirs.sql.as_str().contains("raise(abort"));
        }
    }
}
