//! Statements that wait for nothing of each other, run in one go where there is a way to: SQLite's
//! connection has a thread of its own, and the way there and back costs more than a small statement
//! does. PostgreSQL takes them one after the other.

use super::{Connection, Kind};
use anyhow::ensure;
use sqlx::{Arguments, AssertSqlSafe, any::AnyArguments};
use std::fmt::Write;

/// Statements in order, each with its values.
#[derive(Default)]
pub struct Batch {
    statements: Vec<Statement>,
}

struct Statement {
    sql: &'static str,
    values: Vec<Value>,
}

/// What a place may take: both databases keep these in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, or none.
    Number(Option<i64>),
    /// A text, or none.
    Text(Option<String>),
}

impl Batch {
    /// Adds a statement. Its places are plain question marks; each takes the next value.
    pub fn add(&mut self, sql: &'static str) -> &mut Self {
        let values = Vec::with_capacity(sql.matches('?').count());
        self.statements.push(Statement { sql, values });
        self
    }

    /// The value of the next place.
    pub fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        if let Some(last) = self.statements.last_mut() {
            last.values.push(value.into());
        }
        self
    }

    /// Runs them all. The few texts there are stay prepared, as single statements do.
    ///
    /// # Errors
    /// When one of them fails; what ran before it is the transaction's to undo.
    pub async fn run(self, tx: &mut Connection) -> anyhow::Result<()> {
        // A value too few would be taken for null.
        ensure!(
            self.statements
                .iter()
                .all(|one| one.sql.matches('?').count() == one.values.len()),
            "a batch has other values than places"
        );
        match Kind::of(tx) {
            Kind::Sqlite => self.together(tx).await,
            Kind::Postgres => self.one_by_one(tx).await,
        }
    }

    async fn together(self, tx: &mut Connection) -> anyhow::Result<()> {
        let (mut sql, mut values) = (String::new(), AnyArguments::default());
        for one in self.statements {
            sql.push_str(one.sql);
            sql.push(';');
            one.values
                .into_iter()
                .try_for_each(|value| value.put(&mut values))?;
        }
        run(tx, sql, values).await
    }

    async fn one_by_one(self, tx: &mut Connection) -> anyhow::Result<()> {
        for one in self.statements {
            let mut values = AnyArguments::default();
            one.values
                .into_iter()
                .try_for_each(|value| value.put(&mut values))?;
            run(tx, numbered(one.sql), values).await?;
        }
        Ok(())
    }
}

/// Safe: all of it is put together from statements that are part of the program.
async fn run(tx: &mut Connection, sql: String, values: AnyArguments) -> anyhow::Result<()> {
    sqlx::query_with(AssertSqlSafe(sql), values)
        .execute(tx)
        .await?;
    Ok(())
}

/// The same statement with `$1`, `$2` and so on for its places.
fn numbered(sql: &str) -> String {
    let mut numbered = String::with_capacity(sql.len() + 16);
    for (place, part) in sql.split('?').enumerate() {
        if place > 0 {
            write!(numbered, "${place}").expect("a text takes whatever is written");
        }
        numbered.push_str(part);
    }
    numbered
}

impl Value {
    fn put(self, values: &mut AnyArguments) -> anyhow::Result<()> {
        let put = match self {
            Self::Number(number) => values.add(number),
            Self::Text(text) => values.add(text),
        };
        put.map_err(|wrong| anyhow::anyhow!(wrong))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<i64>> for Value {
    fn from(number: Option<i64>) -> Self {
        Self::Number(number)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(Some(text.clone()))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<&Option<String>> for Value {
    fn from(text: &Option<String>) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Ground;
    use sqlx::Row;

    async fn said(ground: &Ground) -> Connection {
        let mut store = ground.database().again().await.unwrap();
        sqlx::query("create table said (at integer, who text not null, what text)")
            .execute(&mut store)
            .await
            .unwrap();
        store
    }

    #[tokio::test]
    async fn each_statement_takes_its_own_values() {
        let ground = Ground::new().await;
        let mut store = said(&ground).await;
        for _ in 0..2 {
            let mut batch = Batch::default();
            batch
                .add("insert into said values (1, ?, ?)")
                .bind("a")
                .bind(Some("one"))
                .add("insert into said select 2, ?, what from said where who = ? and what is not null limit 1")
                .bind("b")
                .bind("a")
                .add("update said set what = ? where who = ?")
                .bind(None::<&str>)
                .bind("a");
            batch.run(&mut store).await.unwrap();
        }
        let rows = sqlx::query("select who, what from said order by at, who")
            .fetch_all(&mut store)
            .await
            .unwrap();
        let rows: Vec<(String, Option<String>)> =
            rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let (a, b) = (
            ("a".to_owned(), None),
            ("b".to_owned(), Some("one".to_owned())),
        );
        assert_eq!(rows, [a.clone(), a, b.clone(), b]);
    }

    #[tokio::test]
    async fn a_statement_that_fails_fails_the_batch_and_so_does_a_missing_value() {
        let ground = Ground::new().await;
        let mut store = said(&ground).await;
        let mut failing = Batch::default();
        failing
            .add("insert into said values (1, ?, ?)")
            .bind(None::<&str>)
            .bind("x")
            .add("insert into said values (1, ?, ?)")
            .bind("y")
            .bind("y");
        assert!(failing.run(&mut store).await.is_err());
        let mut short = Batch::default();
        short.add("insert into said values (1, ?, ?)").bind("z");
        assert!(short.run(&mut store).await.is_err());
        let rows = sqlx::query("select * from said").fetch_all(&mut store);
        assert!(rows.await.unwrap().is_empty());
    }
}
