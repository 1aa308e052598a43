//! The limit of submissions: the very rows that the program wrote for its cases, inserted again into
//! an empty store of the same schema on the same disk, with as many cases to a commit, and nothing
//! read, decided or answered in between.

use crate::load::{Figures, share};
use anyhow::{Context, ensure};
use sqlx::{
    AssertSqlSafe, Connection, Row, SqliteConnection, TypeInfo, ValueRef,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous},
};
use std::{path::Path, sync::Arc, time::Instant};

/// What one case is, table by table, in an order that its references allow; of the log only what
/// is written when the case is received.
const WRITTEN: [(&str, &str); 10] = [
    (
        "customers",
        "select t.* from customers t join cases c on c.customer_id = t.id where c.id = $1",
    ),
    (
        "contacts",
        "select t.* from contacts t join cases c on c.contact_id = t.id where c.id = $1",
    ),
    (
        "lines",
        "select t.* from lines t join cases c on c.line_id = t.id where c.id = $1",
    ),
    ("cases", "select * from cases where id = $1"),
    (
        "events",
        "select * from events where case_id = $1 and kind = 'received'",
    ),
    (
        "event_bodies",
        "select t.* from event_bodies t join events e on e.id = t.event_id
         where e.case_id = $1 and e.kind = 'received'",
    ),
    ("promises", "select * from promises where case_id = $1"),
    ("legs", "select * from legs where case_id = $1"),
    (
        "outbox",
        "select * from outbox where case_id = $1 and verb = 'open'",
    ),
    ("grants", "select * from grants where case_id = $1"),
];

/// A case's row: its table, and what is in it.
struct Written {
    insert: Arc<str>,
    cells: Vec<Cell>,
}

#[derive(Clone)]
enum Cell {
    Nothing,
    Number(i64),
    Text(String),
}

/// The rows of the newest cases, to be inserted again.
pub struct Cases {
    schema: Vec<String>,
    visitors: Vec<Written>,
    cases: Vec<Vec<Written>>,
}

impl Cases {
    /// Reads the newest cases of a store that nobody writes to.
    ///
    /// # Errors
    /// When it holds fewer.
    pub async fn read(store: &Path, many: usize) -> anyhow::Result<Self> {
        let options = SqliteConnectOptions::new().filename(store).read_only(true);
        let mut store = SqliteConnection::connect_with(&options).await?;
        let schema = sqlx::query_scalar(
            "select sql from sqlite_master where sql is not null and name not like '\\_sqlx%' escape '\\' order by rowid",
        )
        .fetch_all(&mut store)
        .await?;
        let ids: Vec<String> = sqlx::query_scalar("select id from cases order by id desc limit $1")
            .bind(i64::try_from(many)?)
            .fetch_all(&mut store)
            .await?;
        ensure!(ids.len() == many, "only {} cases were written", ids.len());
        let (mut cases, mut visitors) = (Vec::new(), Vec::new());
        for id in ids {
            let mut case = Vec::new();
            for (table, select) in WRITTEN {
                let rows = sqlx::query(select).bind(&id).fetch_all(&mut store).await?;
                case.extend(written(table, &rows)?);
            }
            cases.push(case);
            let of = "select v.* from visitors v join grants g on g.visitor_id = v.id where g.case_id = $1";
            let rows = sqlx::query(of).bind(&id).fetch_all(&mut store).await?;
            visitors.extend(written("visitors", &rows)?);
        }
        Ok(Self {
            schema,
            visitors,
            cases,
        })
    }

    /// How many rows a case is, on average.
    pub fn rows_each(&self) -> f64 {
        let rows = self.cases.iter().map(Vec::len).sum();
        share(rows, self.cases.len())
    }

    /// Inserts all of them, so many to a commit. What is timed is a commit's work from its begin to
    /// its durability.
    ///
    /// # Errors
    /// When the disk fails.
    pub async fn insert(&self, folder: &Path, group: usize) -> anyhow::Result<Figures> {
        let options = SqliteConnectOptions::new()
            .filename(folder.join("bare.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true);
        let mut store = SqliteConnection::connect_with(&options).await?;
        for sql in &self.schema {
            sqlx::query(AssertSqlSafe(sql.clone()))
                .execute(&mut store)
                .await?;
        }
        // A visitor was there before they sent.
        sqlx::query("begin immediate").execute(&mut store).await?;
        for row in &self.visitors {
            row.insert(&mut store).await?;
        }
        sqlx::query("commit").execute(&mut store).await?;
        let (begun, mut times) = (Instant::now(), Vec::with_capacity(self.cases.len()));
        for cases in self.cases.chunks(group.max(1)) {
            let together = Instant::now();
            sqlx::query("begin immediate").execute(&mut store).await?;
            for row in cases.iter().flatten() {
                row.insert(&mut store).await?;
            }
            sqlx::query("commit").execute(&mut store).await?;
            times.extend(cases.iter().map(|_| together.elapsed()));
        }
        let figures = Figures::new(times, begun.elapsed());
        store.close().await?;
        Ok(figures)
    }
}

fn written(table: &str, rows: &[SqliteRow]) -> anyhow::Result<Vec<Written>> {
    rows.iter()
        .map(|row| {
            let places: Vec<_> = (1..=row.len()).map(|at| format!("${at}")).collect();
            Ok(Written {
                insert: format!("insert into {table} values ({})", places.join(", ")).into(),
                cells: (0..row.len())
                    .map(|at| cell(row, at))
                    .collect::<Result<_, _>>()?,
            })
        })
        .collect()
}

fn cell(row: &SqliteRow, at: usize) -> anyhow::Result<Cell> {
    let value = row.try_get_raw(at)?;
    Ok(if value.is_null() {
        Cell::Nothing
    } else if value.type_info().name() == "INTEGER" {
        Cell::Number(row.try_get(at).context("a number")?)
    } else {
        Cell::Text(row.try_get(at).context("a text")?)
    })
}

impl Written {
    async fn insert(&self, store: &mut SqliteConnection) -> anyhow::Result<()> {
        let mut query = sqlx::query(AssertSqlSafe(self.insert.clone()));
        for cell in &self.cells {
            query = match cell {
                Cell::Nothing => query.bind(None::<String>),
                Cell::Number(number) => query.bind(*number),
                Cell::Text(text) => query.bind(text.clone()),
            };
        }
        query.execute(store).await?;
        Ok(())
    }
}
