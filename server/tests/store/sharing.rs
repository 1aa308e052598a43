//! One database and several who use it: they write one after the other, and a server that goes
//! away costs those who wait no more than a try. What only a server can do is tried where the tests
//! run on PostgreSQL; a file neither goes away nor is set otherwise by somebody else.

use crate::ground::Ground;
use futures::future::join_all;
use serde_json::json;
use server::store::{
    Database, Store, audit,
    events::{self, NewEvent, Side},
};
use sqlx::{AssertSqlSafe, Connection, Row, postgres::PgConnection};

const CASE: &str = "A";

async fn open(store: &Store) {
    let opened = store.write(|tx| {
        Box::pin(async move {
            for statement in [
                "insert into customers (id, tier, created_at) values ($1, 'individual', 0)",
                "insert into cases (id, reference, key, content_hash, kind, channel, language, state, tier,
                   customer_id, unit, owner_duty, catalogue, rule, consent_version, opened_at)
                 values ($1, $1, $1, '', 'fault', 'portal', 'en', 'received', 'individual', $1, 'u', 'duty', 'v', 'r', 1, 0)",
            ] {
                sqlx::query(statement).bind(CASE).execute(&mut *tx).await?;
            }
            Ok(())
        })
    });
    opened.await.unwrap();
}

async fn say(store: &Store) -> anyhow::Result<i64> {
    let event = NewEvent {
        at: 0,
        side: Side::Above,
        kind: "message",
        actor: "customer",
        channel: "portal",
        body: json!({}),
    };
    let said = store
        .write(move |tx| Box::pin(async move { Ok(events::append(tx, CASE, event).await?.seq) }));
    said.await
}

async fn count(store: &Store) -> i64 {
    let rows = sqlx::query("select count(*) from events")
        .fetch_one(store.read())
        .await;
    rows.unwrap().get(0)
}

/// Ends every connection to a database but the one that asks for it.
async fn cut(url: &str) {
    let mut asking = PgConnection::connect(url).await.unwrap();
    let ended = sqlx::query(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()",
    )
    .fetch_all(&mut asking)
    .await
    .unwrap();
    assert!(!ended.is_empty(), "there was something to cut");
    asking.close().await.unwrap();
}

#[tokio::test]
async fn two_who_write_to_one_log_at_once_number_it_without_a_gap() {
    let ground = Ground::new().await;
    let stores = [ground.store().await, ground.store().await];
    open(&stores[0]).await;
    let saying = (0..60).map(|number| say(&stores[number % 2]));
    let mut numbers: Vec<i64> = join_all(saying)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=60).collect::<Vec<_>>());
    let (_, faults) = audit::verify(stores[0].read(), None).await.unwrap();
    assert_eq!(faults, []);
    for store in stores {
        store.close().await;
    }
}

#[tokio::test]
async fn a_connection_that_broke_while_nobody_wrote_costs_nobody_anything() {
    let ground = Ground::new().await;
    let Some(url) = ground.database_url() else {
        return;
    };
    let store = ground.store().await;
    open(&store).await;
    assert_eq!(count(&store).await, 0);
    cut(&url).await;
    assert_eq!(say(&store).await.unwrap(), 1);
    assert_eq!(count(&store).await, 1, "who reads finds the way again, too");
}

#[tokio::test]
async fn what_was_in_a_transaction_that_broke_is_told_to_have_failed_and_the_next_goes_on() {
    let ground = Ground::new().await;
    let Some(url) = ground.database_url() else {
        return;
    };
    let store = ground.store().await;
    open(&store).await;
    let broken = store.write(move |tx| {
        Box::pin(async move {
            sqlx::query(
                "insert into customers (id, tier, created_at) values ('lost', 'family', 0)",
            )
            .execute(tx)
            .await?;
            cut(&url).await;
            Ok(())
        })
    });
    let (broken, neighbour) = tokio::join!(broken, say(&store));
    assert!(broken.is_err(), "nobody can tell that it was kept");
    // Who came while it was going on shares its fate, or has a transaction of their own.
    let said = i64::from(neighbour.is_ok());
    assert_eq!(count(&store).await, said);
    assert_eq!(say(&store).await.unwrap(), said + 1);
    let kept = sqlx::query("select 1 from customers where id = 'lost'")
        .fetch_optional(store.read())
        .await;
    assert!(kept.unwrap().is_none());
}

#[tokio::test]
async fn work_that_goes_on_after_a_refusal_is_undone_and_takes_no_other_along() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    open(&store).await;
    let careless = store.write(|tx| {
        Box::pin(async move {
            let twice = "insert into customers (id, tier, created_at) values ('A', 'family', 0)";
            let _refused = sqlx::query(twice).execute(&mut *tx).await;
            Ok(())
        })
    });
    let (careless, neighbour) = tokio::join!(careless, say(&store));
    // SQLite forgives a refused statement, PostgreSQL does not; neither lets the neighbour pay.
    assert_eq!(careless.is_err(), ground.database_url().is_some());
    assert_eq!(neighbour.unwrap(), 1);
    assert_eq!(count(&store).await, 1);
}

#[tokio::test]
async fn servers_that_start_at_once_on_a_new_database_make_its_schema_once() {
    let ground = Ground::empty().await;
    if ground.database_url().is_none() {
        return;
    }
    let opening = (0..3).map(|_| Store::open_on(ground.database()));
    for store in join_all(opening).await {
        let store = store.unwrap();
        store.ready().await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn a_database_that_answers_before_the_disk_has_it_is_refused() {
    let ground = Ground::new().await;
    let Some(url) = ground.database_url() else {
        return;
    };
    let mut asking = PgConnection::connect(&url).await.unwrap();
    let name = url::Url::parse(&url)
        .unwrap()
        .path()
        .trim_start_matches('/')
        .to_owned();
    sqlx::raw_sql(AssertSqlSafe(format!(
        "alter database {name} set synchronous_commit = off"
    )))
    .execute(&mut asking)
    .await
    .unwrap();
    let refused = Store::open_on(Database::at(&url).unwrap()).await;
    let why = format!("{:#}", refused.unwrap_err());
    assert!(why.contains("before the disk has it"), "{why}");
}

#[tokio::test]
async fn a_server_that_cannot_be_reached_is_told_of_without_its_password() {
    let at = Database::at("postgres://me:s3cret@127.0.0.1:1/onefront").unwrap();
    assert!(!format!("{at:?}").contains("s3cret"));
    let why = format!("{:#}", Store::open_on(at).await.unwrap_err());
    assert!(
        why.contains("PostgreSQL") && !why.contains("s3cret"),
        "{why}"
    );
}
