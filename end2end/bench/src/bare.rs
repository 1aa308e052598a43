//! The limit of submissions: the very rows that the program wrote for its cases, inserted again into
//! an empty store of the same schema on the same disk, with as many cases to a commit, and nothing
//! read, decided or answered in between. The rows of a case go to the connection's thread in one
//! go, because that is faster than one by one, and a limit must not be slower than what it limits.

use crate::load::{Figures, share};
use anyhow::{Context, ensure};
use sqlx::{
    AssertSqlSafe, Connection, Row, SqliteConnection, TypeInfo, ValueRef,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous},
};
use std::{path::Path, time::Instant};

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

/// Who sent it; they were there before.
const VISITOR: &str =
    "select v.* from visitors v join grants g on g.visitor_id = v.id where g.case_id = $1";

/// Rows that are inserted together: the statements, and what is in their places.
#[derive(Default)]
struct Written {
    insert: String,
    rows: usize,
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
    cases: Vec<Written>,
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
            let (mut case, mut visitor) = (Written::default(), Written::default());
            for (table, select) in WRITTEN {
                let rows = sqlx::query(select).bind(&id).fetch_all(&mut store).await?;
                case.add(table, &rows)?;
            }
            cases.push(case);
            let rows = sqlx::query(VISITOR).bind(&id).fetch_all(&mut store).await?;
            visitor.add("visitors", &rows)?;
            visitors.push(visitor);
        }
        Ok(Self {
            schema,
            visitors,
            cases,
        })
    }

    /// How many rows a case is, on average.
    pub fn rows_each(&self) -> f64 {
        let rows = self.cases.iter().map(|case| case.rows).sum();
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
        for visitor in &self.visitors {
            visitor.insert(&mut store).await?;
        }
        sqlx::query("commit").execute(&mut store).await?;
        let (begun, mut times) = (Instant::now(), Vec::with_capacity(self.cases.len()));
        for cases in self.cases.chunks(group.max(1)) {
            let together = Instant::now();
            sqlx::query("begin immediate").execute(&mut store).await?;
            for case in cases {
                case.insert(&mut store).await?;
            }
            sqlx::query("commit").execute(&mut store).await?;
            times.extend(cases.iter().map(|_| together.elapsed()));
        }
        let figures = Figures::new(times, begun.elapsed());
        store.close().await?;
        Ok(figures)
    }
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
    fn add(&mut self, table: &str, rows: &[SqliteRow]) -> anyhow::Result<()> {
        for row in rows {
            let places = vec!["?"; row.len()].join(", ");
            self.insert += &format!("insert into {table} values ({places});");
            self.rows += 1;
            for at in 0..row.len() {
                self.cells.push(cell(row, at)?);
            }
        }
        Ok(())
    }

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
