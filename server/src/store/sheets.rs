//! Answer sheets of surveys.

use super::Connection;
use app::survey::AnswerSheet;
use uuid::Uuid;

/// Keeps a set of answers; the same key twice is one.
///
/// # Errors
/// When the store fails.
pub async fn add(
    tx: &mut Connection,
    key: &str,
    case_id: Option<&str>,
    language: &str,
    channel: &str,
    sheet: &AnswerSheet,
    now: i64,
) -> anyhow::Result<()> {
    sqlx::query(
        "insert into answer_sheets (id, key, survey, version, case_id, rating, reason, words, language, channel, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (key) do nothing",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(key)
    .bind(&sheet.survey)
    .bind(i64::from(sheet.version))
    .bind(case_id)
    .bind(i64::from(sheet.rating))
    .bind(&sheet.reason)
    .bind(&sheet.words)
    .bind(language)
    .bind(channel)
    .bind(now)
    .execute(tx)
    .await?;
    Ok(())
}
