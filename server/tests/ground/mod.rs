//! The ground a test of the store stands on: a folder of its own with SQLite in it, or, where
//! `ONEFRONT_TEST_DATABASE` names a PostgreSQL, a database of its own there. `make test` runs all
//! tests on both. Ground goes away with the test, whatever became of it.

#![allow(dead_code, reason = "each kind of test uses what it needs of it")]

use server::{
    config::Durability,
    store::{Database, Kind, Store},
};
use sqlx::{AssertSqlSafe, Connection, postgres::PgConnection};
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;
use url::Url;

/// See the module.
pub struct Ground {
    folder: tempfile::TempDir,
    server: Option<(Url, String)>,
}

/// A database with the schema and nothing else in it, of which every test gets a copy: that is ten
/// times as quick as making the schema.
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

impl Ground {
    /// With the schema, and nothing else.
    pub async fn new() -> Self {
        let Some(server) = server() else {
            return Self::of(None);
        };
        let template = TEMPLATE.get_or_init(|| template(&server)).await;
        let name = create(&server, template).await;
        Self::of(Some((server, name)))
    }

    /// With nothing at all.
    pub async fn empty() -> Self {
        let Some(server) = server() else {
            return Self::of(None);
        };
        let name = create(&server, "template0").await;
        Self::of(Some((server, name)))
    }

    fn of(server: Option<(Url, String)>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder, server }
    }

    /// A folder for whatever else the test keeps.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where SQLite keeps the store.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn database(&self) -> Database {
        match &self.server {
            Some((server, name)) => Database::at(at(server, name).as_str()).unwrap(),
            None => Database::in_folder(&self.data(), Durability::Full).unwrap(),
        }
    }

    /// The setting of a program that is to use it, if it needs one.
    pub fn database_url(&self) -> Option<String> {
        let (server, name) = self.server.as_ref()?;
        Some(at(server, name).into())
    }

    /// Opens the store; again, if it was closed.
    pub async fn store(&self) -> Store {
        Store::open_on(self.database()).await.unwrap()
    }
}

/// From now on nothing is written to a table where `new` is so.
pub async fn refuse(store: &Store, table: &str, so: &str) {
    let (of_sqlite, of_postgres) = (
        format!(
            "create trigger refuse before insert on {table} when {so}
             begin select raise(abort, 'as the test wants it'); end"
        ),
        format!(
            "create or replace function refuse() returns trigger language plpgsql as $$
             begin
                 if {so} then raise exception 'as the test wants it'; end if;
                 return new;
             end $$;
             create trigger refuse before insert on {table} for each row execute function refuse()"
        ),
    );
    run_either(store, of_sqlite, of_postgres).await;
}

/// And now again.
pub async fn allow(store: &Store, table: &str) {
    let of_sqlite = "drop trigger refuse".to_owned();
    run_either(store, of_sqlite, format!("drop trigger refuse on {table}")).await;
}

/// Does what only a test does, and what the two databases say differently.
pub async fn run_either(store: &Store, of_sqlite: String, of_postgres: String) {
    let done = store.write(move |tx| {
        Box::pin(async move {
            let statements = match Kind::of(tx) {
                Kind::Sqlite => of_sqlite,
                Kind::Postgres => of_postgres,
            };
            let done = sqlx::raw_sql(AssertSqlSafe(statements)).execute(tx).await;
            Ok(done.map(drop)?)
        })
    });
    done.await.unwrap();
}

impl Drop for Ground {
    fn drop(&mut self) {
        let Some((server, name)) = self.server.take() else {
            return;
        };
        let dropping = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(ask(&server, format!("drop database {name} with (force)")));
        });
        // A test that failed has more to say than this.
        let _dropped = dropping.join();
    }
}

fn server() -> Option<Url> {
    let server = std::env::var("ONEFRONT_TEST_DATABASE").ok()?;
    Some(Url::parse(&server).unwrap())
}

async fn create(server: &Url, template: &str) -> String {
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    let creating = format!("create database {name} template {template}");
    ask(server, creating).await;
    name
}

async fn template(server: &Url) -> String {
    let name = create(server, "template0").await;
    let database = Database::at(at(server, &name).as_str()).unwrap();
    Store::open_on(database).await.unwrap().close().await;
    name
}

fn at(server: &Url, name: &str) -> Url {
    let mut url = server.clone();
    url.set_path(name);
    url
}

async fn ask(server: &Url, statement: String) {
    let mut asking = PgConnection::connect(server.as_str()).await.unwrap();
    sqlx::raw_sql(AssertSqlSafe(statement))
        .execute(&mut asking)
        .await
        .unwrap();
    asking.close().await.unwrap();
}
