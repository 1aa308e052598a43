//! Writing in bulk: many rows to a statement, many statements to a commit.

use crate::rows::{Index, Tables, Value};
use server::store::{Connection, Kind, Question, Store};
use sqlx::AssertSqlSafe;
use std::fmt::Write;

/// Rows in one statement.
const ROWS: usize = 1_000;
/// Places in an index in one transaction.
const PLACES: usize = 200_000;

/// Writes the rows of some cases.
pub async fn cases(store: &Store, tables: Tables) -> anyhow::Result<()> {
    let written = store.write(move |tx| {
        Box::pin(async move {
            with_room(&mut *tx).await?;
            for (into, rows) in tables.in_order() {
                insert(&mut *tx, into, rows).await?;
            }
            Ok(())
        })
    });
    written.await
}

/// In the order of each index, which so grows at its end only.
pub async fn index(store: &Store, index: Index) -> anyhow::Result<()> {
    let terms = "insert into search_terms (term, number) values";
    let seats = "insert into search_seats (seat, number) values";
    for (into, lists) in [(terms, index.terms), (seats, index.seats)] {
        let mut portion: Vec<Vec<Value>> = Vec::new();
        let mut all = lists.into_iter().peekable();
        while let Some((name, mut numbers)) = all.next() {
            numbers.sort_unstable();
            let rows = numbers.into_iter();
            portion.extend(rows.map(|number| vec![name.as_str().into(), number.into()]));
            if portion.len() > PLACES || all.peek().is_none() {
                let rows = std::mem::take(&mut portion);
                let written =
                    store.write(move |tx| Box::pin(async move { insert(tx, into, rows).await }));
                written.await?;
            }
        }
    }
    Ok(())
}

/// What a database does for itself after a while: PostgreSQL looks at what it has. SQLite is left
/// as a server leaves it, without statistics.
pub async fn settle(store: &Store) -> anyhow::Result<()> {
    let settled = store.write(|tx| {
        Box::pin(async move {
            if Kind::of(tx) == Kind::Postgres {
                Question::new("analyze").all(tx).await?;
            }
            Ok(())
        })
    });
    settled.await
}

/// Some keys come in no order; while a store is filled their index is kept in memory.
async fn with_room(tx: &mut Connection) -> anyhow::Result<()> {
    if Kind::of(tx) == Kind::Sqlite {
        Question::new("pragma cache_size = -400000").all(tx).await?;
    }
    Ok(())
}

/// With the values in the text: binding thirty million rows takes most of the time. They are ours.
async fn insert(
    tx: &mut Connection,
    into: &'static str,
    rows: Vec<Vec<Value>>,
) -> anyhow::Result<()> {
    for rows in rows.chunks(ROWS) {
        let mut text = into.to_owned();
        for (at, row) in rows.iter().enumerate() {
            text.push_str(if at == 0 { " (" } else { ", (" });
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                match value {
                    Value::Text(said) => write!(text, "'{}'", said.replace('\'', "''"))?,
                    Value::Number(number) => write!(text, "{number}")?,
                    Value::None => text.push_str("null"),
                }
            }
            text.push(')');
        }
        sqlx::raw_sql(AssertSqlSafe(text)).execute(&mut *tx).await?;
    }
    Ok(())
}
