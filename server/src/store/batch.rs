//! Statements that wait for nothing of each other, run in one go. A connection has a thread of its
//! own, and the way there and back costs more than a small statement does.

use super::Connection;
use anyhow::ensure;
use sqlx::{
    Arguments, AssertSqlSafe, Encode, Type,
    any::{Any, AnyArguments},
    error::BoxDynError,
};

/// Statements in order, each with its values.
#[derive(Default)]
pub struct Batch {
    sql: String,
    values: AnyArguments,
    wrong: Option<BoxDynError>,
}

impl Batch {
    /// Adds a statement. Its places are plain question marks; each takes the next value.
    pub fn add(&mut self, sql: &'static str) -> &mut Self {
        self.sql.push_str(sql);
        self.sql.push(';');
        self
    }

    /// The value of the next place.
    pub fn bind<'v, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'v, Any> + Type<Any>,
    {
        if let Err(wrong) = Arguments::add(&mut self.values, value) {
            self.wrong.get_or_insert(wrong);
        }
        self
    }

    /// Runs them all. The few texts there are stay prepared, as single statements do.
    ///
    /// # Errors
    /// When one of them fails; what ran before it is the transaction's to undo.
    pub async fn run(self, tx: &mut Connection) -> anyhow::Result<()> {
        if let Some(wrong) = self.wrong {
            return Err(anyhow::anyhow!(wrong));
        }
        // A value too few would be taken for null.
        ensure!(
            self.sql.matches('?').count() == self.values.len(),
            "a batch has other values than places"
        );
        // Safe: it is put together from statements that are part of the program.
        sqlx::query_with(AssertSqlSafe(self.sql), self.values)
            .execute(tx)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlx::{Connection as _, Row};

    async fn store() -> Connection {
        sqlx::any::install_default_drivers();
        let mut store = Connection::connect("sqlite::memory:").await.unwrap();
        sqlx::query("create table said (who text not null, what text)")
            .execute(&mut store)
            .await
            .unwrap();
        store
    }

    #[tokio::test]
    async fn each_statement_takes_its_own_values() {
        let mut store = store().await;
        for _ in 0..2 {
            let mut batch = Batch::default();
            batch
                .add("insert into said values (?, ?)")
                .bind("a")
                .bind(Some("one"))
                .add("insert into said select ?, what from said where who = ? limit 1")
                .bind("b")
                .bind("a")
                .add("update said set what = ? where who = ?")
                .bind(None::<&str>)
                .bind("a");
            batch.run(&mut store).await.unwrap();
        }
        let rows = sqlx::query("select who, what from said order by rowid")
            .fetch_all(&mut store)
            .await
            .unwrap();
        let rows: Vec<(String, Option<String>)> =
            rows.iter().map(|row| (row.get(0), row.get(1))).collect();
        let (a, one) = (
            ("a".to_owned(), None),
            ("b".to_owned(), Some("one".to_owned())),
        );
        assert_eq!(rows[..2], [a.clone(), one]);
        assert_eq!(rows[2], a);
    }

    #[tokio::test]
    async fn a_statement_that_fails_fails_the_batch_and_so_does_a_missing_value() {
        let mut store = store().await;
        let mut failing = Batch::default();
        failing
            .add("insert into said values (?, ?)")
            .bind(None::<&str>)
            .bind("x")
            .add("insert into said values (?, ?)")
            .bind("y")
            .bind("y");
        assert!(failing.run(&mut store).await.is_err());
        let mut short = Batch::default();
        short.add("insert into said values (?, ?)").bind("z");
        assert!(short.run(&mut store).await.is_err());
        let rows = sqlx::query("select * from said").fetch_all(&mut store);
        assert!(rows.await.unwrap().is_empty());
    }
}
