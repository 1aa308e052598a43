//! Periods of the audit: the ends of cases' logs, gathered once a day and chained. A case's own
//! chain tells of every change within it, but not that its last events are gone, or all of it.
//! Walking the chains is `walk`; nothing here judges.

use super::{Connection, Pool, Record, Store};
use jiff::{Timestamp, ToSpan, tz::TimeZone};
use sqlx::Row;
use uuid::Uuid;

mod files;
mod heads;
mod walk;
pub use walk::{Exported, Fault, verify};

/// A period that was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its number, from one.
    pub seq: i64,
    /// What had happened by the end of this day (UTC) is in it or before it.
    pub day: String,
    /// The last event that was looked at.
    pub up_to: String,
    /// How many heads it holds.
    pub heads: i64,
    /// A fingerprint of these.
    pub heads_hash: String,
    /// The hash of the period before.
    pub prev_hash: String,
    /// The hash of all this.
    pub hash: String,
    /// When it was closed.
    pub closed_at: i64,
}

impl Period {
    /// What its hash should be.
    fn reckoned(&self) -> String {
        super::events::hash(&[
            &self.prev_hash,
            &self.seq.to_string(),
            &self.day,
            &self.up_to,
            &self.heads.to_string(),
            &self.heads_hash,
            &self.closed_at.to_string(),
        ])
    }
}

/// The newest period, if there is one.
///
/// # Errors
/// When the store fails.
pub async fn newest(pool: &Pool) -> anyhow::Result<Option<Period>> {
    let row = sqlx::query("select * from audit_periods order by seq desc limit 1")
        .fetch_optional(pool)
        .await?;
    Ok(row.map(|row| read(&row)))
}

/// Closes the period that ended with yesterday, if it is not closed; says whether it did. Several
/// servers may try at once: one of them does it.
///
/// # Errors
/// When the store fails. What was gathered until then is used the next time.
pub async fn close_period(store: &Store, now: i64) -> anyhow::Result<bool> {
    let day = yesterday(now)?;
    let last = newest(store.read()).await?;
    if last.as_ref().is_some_and(|last| last.day >= day) {
        return Ok(false);
    }
    let seq = last.as_ref().map_or(1, |last| last.seq + 1);
    let from = last
        .as_ref()
        .map_or_else(String::new, |last| earlier(&last.up_to));
    let up_to = heads::gather(store, seq, from).await?;
    store
        .write(move |tx| Box::pin(async move { close(tx, last, seq, day, up_to, now).await }))
        .await
}

async fn close(
    tx: &mut Connection,
    last: Option<Period>,
    seq: i64,
    day: String,
    up_to: String,
    now: i64,
) -> anyhow::Result<bool> {
    let (heads, heads_hash) = heads::sum(tx, seq).await?;
    let mut period = Period {
        seq,
        day,
        up_to,
        heads,
        heads_hash,
        prev_hash: last.map_or_else(String::new, |last| last.hash),
        hash: String::new(),
        closed_at: now,
    };
    period.hash = period.reckoned();
    let closed = sqlx::query(
        "insert into audit_periods (seq, day, up_to, heads, heads_hash, prev_hash, hash, closed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing",
    )
    .bind(period.seq)
    .bind(&period.day)
    .bind(&period.up_to)
    .bind(period.heads)
    .bind(&period.heads_hash)
    .bind(&period.prev_hash)
    .bind(&period.hash)
    .bind(period.closed_at)
    .execute(tx)
    .await?;
    Ok(closed.rows_affected() > 0)
}

fn yesterday(now: i64) -> anyhow::Result<String> {
    let today = Timestamp::from_microsecond(now)?
        .to_zoned(TimeZone::UTC)
        .date();
    Ok(today.checked_sub(1.day())?.to_string())
}

/// Where to look for new events from, when this was the last that was seen. Keys of events tell
/// when they were made; another server's clock may be behind, and its commit late.
fn earlier(up_to: &str) -> String {
    const HOUR: u64 = 3600;
    let made = Uuid::parse_str(up_to)
        .ok()
        .and_then(|id| id.get_timestamp());
    made.map_or_else(String::new, |made| {
        let (seconds, _) = made.to_unix();
        let from = uuid::Builder::from_unix_timestamp_millis(
            seconds.saturating_sub(HOUR) * 1000,
            &[0; 10],
        );
        from.into_uuid().to_string()
    })
}

fn read(row: &Record) -> Period {
    Period {
        seq: row.get("seq"),
        day: row.get("day"),
        up_to: row.get("up_to"),
        heads: row.get("heads"),
        heads_hash: row.get("heads_hash"),
        prev_hash: row.get("prev_hash"),
        hash: row.get("hash"),
        closed_at: row.get("closed_at"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_with_the_day_before_in_utc() {
        // 2026-11-24 00:30 in UTC, when it is 08:30 in Beijing.
        assert_eq!(yesterday(1_795_480_200_000_000).unwrap(), "2026-11-23");
        assert_eq!(yesterday(1_795_478_399_999_999).unwrap(), "2026-11-22");
    }

    #[test]
    fn new_events_are_looked_for_from_an_hour_before_the_last() {
        let last = Uuid::now_v7().to_string();
        let from = earlier(&last);
        assert!(from < last && !from.is_empty(), "{from}");
        assert_eq!(earlier("none"), "");
    }
}
