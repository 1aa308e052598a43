//! Finding cases by what was said about them, by their contact and by their line. What a case is
//! found by is kept in the transaction in which it is said, and goes when the case is erased; so is
//! from where it can be seen (`seats`). The index only proposes (`proposed`): whoever shows what was
//! found looks whether it is really there.

use super::{Connection, Pool, Question};
use serde_json::Value;
use sqlx::Row;
use std::collections::{BTreeMap, BTreeSet};

mod proposed;
pub mod seats;
pub mod terms;

pub use proposed::{Proposals, Proposed, find};

/// Terms in one statement. Texts of only two lengths stay prepared.
const FEW: usize = 16;
const MANY: usize = 128;

/// What of an event's body is said: a text, what was sent with a case, what it is called elsewhere.
pub fn said(body: &Value) -> Vec<&str> {
    let texts = ["text", "called", "trouble", "task", "name"];
    let texts = texts.iter().filter_map(|name| body.get(name)?.as_str());
    let sent = body.get("sent").and_then(Value::as_array);
    let sent = sent.into_iter().flatten();
    texts
        .chain(sent.filter_map(|one| one.get("said")?.as_str()))
        .collect()
}

/// A case can be found from now on, by these texts and numbers.
///
/// # Errors
/// When the store fails.
pub async fn begin(
    tx: &mut Connection,
    case_id: &str,
    now: i64,
    found_by: &BTreeSet<String>,
) -> anyhow::Result<()> {
    // Another server may take the same number at the same moment; then the next one is ours.
    for _ in 0..5 {
        let row = sqlx::query(
            "insert into search_cases (number, case_id, terms)
             select case when m.last >= $1 then m.last + 1 else $1 end, $2, $3
             from (select coalesce(max(number), 0) as last from search_cases) m where 1 = 1
             on conflict (number) do nothing returning number",
        )
        .bind(now)
        .bind(case_id)
        .bind(joined(found_by))
        .fetch_optional(&mut *tx)
        .await?;
        if let Some(row) = row {
            insert(&mut *tx, row.get("number"), found_by.iter()).await?;
            return seats::keep(tx, case_id).await;
        }
    }
    anyhow::bail!("no number is free for a case to be found by")
}

/// Keeps what a case is found by, after something was said about it.
///
/// # Errors
/// When the store fails.
pub async fn keep(tx: &mut Connection, case_id: &str, now: i64) -> anyhow::Result<()> {
    let now_by: BTreeSet<String> = texts(&mut *tx, case_id)
        .await?
        .iter()
        .flat_map(Text::terms)
        .collect();
    let known = sqlx::query("select number, terms from search_cases where case_id = $1")
        .bind(case_id)
        .fetch_optional(&mut *tx)
        .await?;
    let Some(known) = known else {
        return begin(tx, case_id, now, &now_by).await;
    };
    let (number, before): (i64, BTreeSet<String>) =
        (known.get("number"), apart(known.get("terms")));
    if before == now_by {
        return Ok(());
    }
    sqlx::query("update search_cases set terms = $2 where case_id = $1")
        .bind(case_id)
        .bind(joined(&now_by))
        .execute(&mut *tx)
        .await?;
    for gone in before.difference(&now_by) {
        take_back(&mut *tx, number, gone).await?;
    }
    insert(tx, number, now_by.difference(&before)).await
}

/// A case is found no more.
///
/// # Errors
/// When the store fails.
pub async fn forget(tx: &mut Connection, case_id: &str) -> anyhow::Result<()> {
    let known = sqlx::query("delete from search_cases where case_id = $1 returning number, terms")
        .bind(case_id)
        .fetch_optional(&mut *tx)
        .await?;
    let Some(known) = known else { return Ok(()) };
    let number: i64 = known.get("number");
    for term in apart(known.get("terms")) {
        take_back(&mut *tx, number, &term).await?;
    }
    seats::forget(tx, number).await
}

async fn take_back(tx: &mut Connection, number: i64, term: &str) -> anyhow::Result<()> {
    sqlx::query("delete from search_terms where term = $1 and number = $2")
        .bind(term)
        .bind(number)
        .execute(tx)
        .await?;
    Ok(())
}

async fn insert(
    tx: &mut Connection,
    number: i64,
    terms: impl Iterator<Item = &String>,
) -> anyhow::Result<()> {
    let mut terms: Vec<_> = terms.collect();
    while let Some(last) = terms.last().copied() {
        let size = if terms.len() > FEW { MANY } else { FEW };
        let mut asked = Question::new("insert into search_terms (term, number) values");
        for at in 0..size {
            asked.sql(if at == 0 { "(" } else { ", (" });
            // What is too few is filled up: the same twice is once.
            asked.bind(terms.pop().unwrap_or(last).as_str());
            asked.sql(",").bind(number).sql(")");
        }
        asked.sql("on conflict do nothing");
        asked.all(&mut *tx).await?;
    }
    Ok(())
}

fn joined(terms: &BTreeSet<String>) -> String {
    let terms: Vec<_> = terms.iter().map(String::as_str).collect();
    terms.join(" ")
}

fn apart(terms: String) -> BTreeSet<String> {
    terms.split_whitespace().map(str::to_owned).collect()
}

/// Something that a case is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// What somebody said.
    Said(String),
    /// A contact, or the number of a line.
    Number(String),
}

impl Text {
    /// As it was said.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Said(text) | Self::Number(text) => text,
        }
    }

    /// What it is found by.
    pub fn terms(&self) -> BTreeSet<String> {
        match self {
            Self::Said(text) => terms::of_text(text),
            Self::Number(number) => terms::of_number(number),
        }
    }
}

/// Everything that a case is found by, numbers first.
///
/// # Errors
/// When the store fails.
pub async fn texts(tx: &mut Connection, case_id: &str) -> anyhow::Result<Vec<Text>> {
    let mut found = texts_of(tx, &[case_id.to_owned()]).await?;
    Ok(found.remove(case_id).unwrap_or_default())
}

/// The same of several cases, by their keys; those of which nothing is left are not among them.
///
/// # Errors
/// When the store fails.
pub async fn texts_of(
    tx: &mut Connection,
    cases: &[String],
) -> anyhow::Result<BTreeMap<String, Vec<Text>>> {
    let mut found: BTreeMap<String, Vec<Text>> = BTreeMap::new();
    let mut numbers = Question::new(
        "select c.id, k.value, l.number, l.address from cases c
         left join contacts k on k.id = c.contact_id left join lines l on l.id = c.line_id
         where c.erased_at is null and c.id in",
    );
    numbers.list(cases);
    for row in numbers.all(&mut *tx).await? {
        let of = |name: &str| row.get::<Option<String>, _>(name);
        let texts = found.entry(row.get("id")).or_default();
        let numbers = [of("value"), of("number")].into_iter().flatten();
        texts.extend(numbers.map(Text::Number));
        texts.extend(of("address").map(Text::Said));
    }
    let mut bodies = Question::new(
        "select e.case_id, b.body from events e join event_bodies b on b.event_id = e.id
         where e.case_id in",
    );
    bodies.list(cases).sql("order by e.case_id, e.seq");
    for row in bodies.all(tx).await? {
        let body: Value = serde_json::from_str(row.get("body"))?;
        let texts = found.entry(row.get("case_id")).or_default();
        let said = said(&body).into_iter().map(str::to_owned);
        texts.extend(said.map(Text::Said));
    }
    Ok(found)
}

/// Some cases behind a key that still say something, by key; for making the index anew.
///
/// # Errors
/// When the store fails.
pub async fn cases_after(pool: &Pool, id: &str, most: i64) -> anyhow::Result<Vec<(String, i64)>> {
    let rows = sqlx::query(
        "select id, opened_at from cases where id > $1 and erased_at is null order by id limit $2",
    )
    .bind(id)
    .bind(most)
    .fetch_all(pool)
    .await?;
    Ok(rows
        .iter()
        .map(|row| (row.get("id"), row.get("opened_at")))
        .collect())
}
