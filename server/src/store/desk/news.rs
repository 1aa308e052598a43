//! Which cases changed since somebody looked last, of those they may see.

use super::{Reach, sees};
use crate::store::{Pool, Question};
use sqlx::Row;

/// More at once are told of at the next look.
const MOST: i64 = 500;

/// The key of the newest event of all; nothing before the first.
///
/// # Errors
/// When the store fails.
pub async fn newest(pool: &Pool) -> anyhow::Result<Option<String>> {
    let row = sqlx::query("select max(id) as newest from events")
        .fetch_one(pool)
        .await?;
    Ok(row.get("newest"))
}

/// Events behind a key, each with its case, by key.
///
/// # Errors
/// When the store fails.
pub async fn news_after(
    pool: &Pool,
    key: &str,
    reach: &Reach,
    me: &str,
) -> anyhow::Result<Vec<(String, String)>> {
    let mut asked = Question::new(
        "select e.id, c.reference from events e join cases c on c.id = e.case_id where e.id >",
    );
    asked.bind(key).sql("and");
    sees(&mut asked, reach, me);
    asked.sql("order by e.id limit").bind(MOST);
    let rows = asked.all(pool).await?;
    Ok(rows
        .iter()
        .map(|row| (row.get("id"), row.get("reference")))
        .collect())
}
