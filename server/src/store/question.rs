//! A statement that is put together for its reader: a list of units is as long as somebody's reach.
//! Its pieces are words of the program and its places count themselves, so nothing that was typed
//! can become part of it.

use super::{Executor, Record};
use sqlx::{
    Arguments, AssertSqlSafe, Encode, Type,
    any::{Any, AnyArguments},
    error::BoxDynError,
};

/// A statement and its values, as far as they have been said.
#[derive(Default)]
pub struct Question {
    text: String,
    values: AnyArguments,
    wrong: Option<BoxDynError>,
}

impl Question {
    /// Begins with a piece.
    pub fn new(piece: &'static str) -> Self {
        let mut question = Self::default();
        question.sql(piece);
        question
    }

    /// The next piece.
    pub fn sql(&mut self, piece: &'static str) -> &mut Self {
        self.text.push_str(piece);
        self.text.push(' ');
        self
    }

    /// A place with its value.
    pub fn bind<'v, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'v, Any> + Type<Any>,
    {
        if let Err(wrong) = Arguments::add(&mut self.values, value) {
            self.wrong.get_or_insert(wrong);
        }
        self.text.push_str(&format!("${} ", self.values.len()));
        self
    }

    /// Values in brackets; of none, a list that holds nothing.
    pub fn list(&mut self, values: &[String]) -> &mut Self {
        if values.is_empty() {
            return self.sql("(select '' where 1 = 0)");
        }
        self.sql("(");
        for (at, value) in values.iter().enumerate() {
            if at > 0 {
                self.sql(",");
            }
            self.bind(value.as_str());
        }
        self.sql(")")
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn one(self, store: impl Executor<'_>) -> anyhow::Result<Option<Record>> {
        Ok(self.all(store).await?.into_iter().next())
    }

    /// Every row.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn all(self, store: impl Executor<'_>) -> anyhow::Result<Vec<Record>> {
        if let Some(wrong) = self.wrong {
            return Err(anyhow::anyhow!(wrong));
        }
        // Safe: every piece is a word of the program; whatever else there is stands in a place.
        let rows = sqlx::query_with(AssertSqlSafe(self.text), self.values)
            .fetch_all(store)
            .await?;
        Ok(rows)
    }

    /// How SQLite would go about it, step by step.
    #[cfg(test)]
    pub(in crate::store) async fn way(mut self, store: impl Executor<'_>) -> Vec<String> {
        use sqlx::Row;
        self.text.insert_str(0, "explain query plan ");
        let steps = self
            .all(store)
            .await
            .expect("a statement that can be asked");
        steps.iter().map(|step| step.get("detail")).collect()
    }
}
