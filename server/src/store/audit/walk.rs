//! The walk along every chain: each case's log from its first event to its last, then the periods.
//! It reads page by page beside a running server, and says of each fault where it is.

use super::{Period, files, heads, read};
use crate::store::{Pool, Record, events};
use serde::{Deserialize, Serialize};
use sqlx::Row;
use std::fmt;

/// So many rows are read at a time.
const PAGE: i64 = 5000;
/// Where one thing was changed much may be wrong after it; nobody reads more than this.
const MOST: usize = 100;

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: Where,
    /// What is wrong there.
    pub what: &'static str,
}

/// Where a fault is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// An event of a case.
    Event {
        /// The case's reference, or its key where the case is gone.
        case: String,
        /// The event's number.
        seq: i64,
    },
    /// A case as a whole.
    Case(String),
    /// A period.
    Period(i64),
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Where::Event { case, seq } => write!(to, "case {case}, event {seq}: {}", self.what),
            Where::Case(case) => write!(to, "case {case}: {}", self.what),
            Where::Period(seq) => write!(to, "period {seq}: {}", self.what),
        }
    }
}

/// The newest period's head as it was exported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exported {
    /// The period's number.
    pub period: i64,
    /// Its day.
    pub day: String,
    /// Its hash.
    pub hash: String,
}

impl From<Period> for Exported {
    fn from(period: Period) -> Self {
        Self {
            period: period.seq,
            day: period.day,
            hash: period.hash,
        }
    }
}

/// How far the walk went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walked {
    /// Events.
    pub events: u64,
    /// Periods.
    pub periods: u64,
}

/// Walks along everything; against a head that was exported, too, if there is one. Says how far it
/// went and what is wrong.
///
/// # Errors
/// When the store fails.
pub async fn verify(
    pool: &Pool,
    exported: Option<&Exported>,
) -> anyhow::Result<(Walked, Vec<Fault>)> {
    let mut walk = Walk::default();
    walk.logs(pool).await?;
    walk.silent_cases(pool).await?;
    for fault in files::faults(pool).await? {
        walk.fault(fault.at, fault.what);
    }
    walk.periods(pool, exported).await?;
    Ok((walk.walked, walk.faults))
}

#[derive(Default)]
struct Walk {
    walked: Walked,
    faults: Vec<Fault>,
    /// Where the walk stands: the case, the number and hash of its last event.
    case_id: String,
    seq: i64,
    hash: String,
}

impl Walk {
    fn fault(&mut self, at: Where, what: &'static str) {
        if self.faults.len() < MOST {
            self.faults.push(Fault { at, what });
        }
    }

    async fn logs(&mut self, pool: &Pool) -> anyhow::Result<()> {
        let (mut case_id, mut seq) = (String::new(), 0);
        loop {
            let rows = sqlx::query(
                "select e.id, e.case_id, e.seq, e.at, e.side, e.kind, e.actor, e.channel, e.body_hash,
                     e.prev_hash, e.hash, b.salt, b.body, c.reference, c.erased_at
                 from events e left join event_bodies b on b.event_id = e.id left join cases c on c.id = e.case_id
                 where (e.case_id, e.seq) > ($1, $2) order by e.case_id, e.seq limit $3",
            )
            .bind(&case_id)
            .bind(seq)
            .bind(PAGE)
            .fetch_all(pool)
            .await?;
            let Some(last) = rows.last() else {
                return Ok(());
            };
            (case_id, seq) = (last.get("case_id"), last.get("seq"));
            for row in &rows {
                self.event(row);
            }
        }
    }

    fn event(&mut self, row: &Record) {
        let text = |name: &str| row.get::<String, _>(name);
        let (case_id, seq) = (text("case_id"), row.get::<i64, _>("seq"));
        if case_id != self.case_id {
            (self.case_id, self.seq, self.hash) = (case_id, 0, String::new());
        }
        self.walked.events += 1;
        let reference: Option<String> = row.get("reference");
        let case = reference.clone().unwrap_or_else(|| self.case_id.clone());
        let here = || Where::Event {
            case: case.clone(),
            seq,
        };
        if reference.is_none() {
            self.fault(here(), "its case is gone");
        }
        if seq != self.seq + 1 {
            self.fault(here(), "there is a gap before it");
        } else if text("prev_hash") != self.hash {
            self.fault(here(), "it does not follow the event before it");
        }
        let header = events::link(
            &text("prev_hash"),
            [
                &text("id"),
                &self.case_id,
                &seq.to_string(),
                &row.get::<i64, _>("at").to_string(),
                &text("side"),
                &text("kind"),
                &text("actor"),
                &text("channel"),
            ],
            &text("body_hash"),
        );
        if text("hash") != header {
            self.fault(here(), "its header was changed");
        }
        match row.get::<Option<String>, _>("body") {
            Some(body) if events::hash(&[&text("salt"), &body]) != text("body_hash") => {
                self.fault(here(), "what it says was changed");
            }
            None if row.get::<Option<i64>, _>("erased_at").is_none() => {
                self.fault(here(), "what it says is gone, and the case was not erased");
            }
            Some(_) | None => {}
        }
        (self.seq, self.hash) = (seq, text("hash"));
    }

    /// A case is there with its first event, or not at all.
    async fn silent_cases(&mut self, pool: &Pool) -> anyhow::Result<()> {
        let rows = sqlx::query(
            "select c.reference from cases c
             where not exists (select 1 from events e where e.case_id = c.id and e.seq = 1)
             order by c.reference limit $1",
        )
        .bind(i64::try_from(MOST)?)
        .fetch_all(pool)
        .await?;
        for row in rows {
            self.fault(Where::Case(row.get("reference")), "its first event is gone");
        }
        Ok(())
    }

    async fn periods(&mut self, pool: &Pool, exported: Option<&Exported>) -> anyhow::Result<()> {
        let rows = sqlx::query("select * from audit_periods order by seq")
            .fetch_all(pool)
            .await?;
        let (mut seq, mut hash) = (0, String::new());
        let mut seen = None;
        for period in rows.iter().map(read) {
            self.walked.periods += 1;
            let here = || Where::Period(period.seq);
            if period.seq != seq + 1 {
                self.fault(here(), "there is a gap before it");
            } else if period.prev_hash != hash {
                self.fault(here(), "it does not follow the period before it");
            }
            if period.hash != period.reckoned() {
                self.fault(here(), "it was changed");
            }
            let mut connection = pool.acquire().await?;
            let sum = heads::sum(&mut connection, period.seq).await?;
            drop(connection);
            if sum != (period.heads, period.heads_hash.clone()) {
                self.fault(here(), "the heads it gathered were changed");
            }
            if exported.is_some_and(|exported| exported.period == period.seq) {
                seen = Some(period.hash.clone());
            }
            (seq, hash) = (period.seq, period.hash);
        }
        self.heads(pool).await?;
        if let Some(exported) = exported
            && seen.as_ref() != Some(&exported.hash)
        {
            let what = match seen {
                Some(_) => "it is not the one that was exported",
                None => "it was exported, and is gone",
            };
            self.fault(Where::Period(exported.period), what);
        }
        Ok(())
    }

    /// Every head must still be an event of its case.
    async fn heads(&mut self, pool: &Pool) -> anyhow::Result<()> {
        let rows = sqlx::query(
            "select h.case_id, h.seq, c.reference, case when e.id is null then 1 else 0 end as gone
             from audit_heads h left join events e on e.case_id = h.case_id and e.seq = h.seq
               left join cases c on c.id = h.case_id
             where e.id is null or e.hash <> h.hash
             order by h.case_id, h.seq limit $1",
        )
        .bind(i64::try_from(MOST)?)
        .fetch_all(pool)
        .await?;
        for row in rows {
            let case: String = row
                .get::<Option<String>, _>("reference")
                .unwrap_or_else(|| row.get("case_id"));
            let seq = row.get("seq");
            let what = match row.get::<i64, _>("gone") {
                0 => "it is not the one that a period gathered",
                _ => "a period gathered it, and it is gone",
            };
            self.fault(Where::Event { case, seq }, what);
        }
        Ok(())
    }
}
