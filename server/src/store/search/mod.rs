//! Finding cases by what was said about them, by their contact and by their line. What a case is
//! found by is kept in the transaction in which it is said, and goes when the case is erased. The
//! index only proposes: whoever shows what was found looks whether it is really there.

use super::{Connection, Pool, Question, Record, cases::about, desk::Reach, desk::sees};
use anyhow::ensure;
use app::case::view::About;
use serde_json::Value;
use sqlx::Row;
use std::collections::BTreeSet;

pub mod terms;

/// Of the cases with the rarest word, the newest are looked through for the other words and for what
/// one may see: few, and more only where a page is not full. Older ones are not looked through for a
/// word that is as common as that; another word finds them.
const LOOKED: [i64; 2] = [300, 4_000];
/// A word that more cases have than this is as common as any.
const COMMON: i64 = 1_000;
/// More words than these make a question no more exact.
const WORDS: usize = 12;
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
            return insert(tx, row.get("number"), found_by.iter()).await;
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
    Ok(())
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
    let mut found = Vec::new();
    let numbers = sqlx::query(
        "select k.value, l.number, l.address from cases c
         left join contacts k on k.id = c.contact_id left join lines l on l.id = c.line_id
         where c.id = $1 and c.erased_at is null",
    )
    .bind(case_id)
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(row) = numbers {
        let of = |name: &str| row.get::<Option<String>, _>(name);
        found.extend(
            [of("value"), of("number")]
                .into_iter()
                .flatten()
                .map(Text::Number),
        );
        found.extend(of("address").map(Text::Said));
    }
    let bodies = sqlx::query(
        "select b.body from events e join event_bodies b on b.event_id = e.id
         where e.case_id = $1 order by e.seq",
    )
    .bind(case_id)
    .fetch_all(tx)
    .await?;
    for row in bodies {
        let body: Value = serde_json::from_str(row.get("body"))?;
        found.extend(
            said(&body)
                .into_iter()
                .map(|text| Text::Said(text.to_owned())),
        );
    }
    Ok(found)
}

/// A case that the index proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// Its place among all: later cases have larger ones.
    pub number: i64,
    /// Its key.
    pub id: String,
    /// Its public number.
    pub reference: String,
    /// What is wanted.
    pub kind: String,
    /// What it is about.
    pub about: About,
    /// Where it stands.
    pub state: String,
    /// When it was opened.
    pub opened_at: i64,
}

/// What the index proposes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// The newest first.
    pub cases: Vec<Proposed>,
    /// How many cases were looked through, if there are older ones that were not.
    pub stopped_after: Option<i64>,
}

const PROPOSED: &str =
    "select q.number, c.id, c.reference, c.kind, c.product, c.topic, c.symptom, c.place,
     c.state, c.opened_at from (";

/// The newest cases that have all of these terms and that whoever asks may see, from behind a
/// number on.
///
/// # Errors
/// When the store fails.
pub async fn find(
    pool: &Pool,
    asked_for: &BTreeSet<String>,
    reach: &Reach,
    me: &str,
    before: i64,
    most: i64,
) -> anyhow::Result<Proposals> {
    ensure!(!asked_for.is_empty(), "nothing is looked for");
    let Some(rarest_first) = by_rarity(pool, asked_for).await? else {
        return Ok(Proposals::default());
    };
    let (mut found, mut before) = (Vec::new(), before);
    for looked in LOOKED {
        let wanted = most - found.len() as i64;
        let Some(from) = back(pool, &rarest_first[0], before, looked).await? else {
            return Ok(Proposals {
                cases: found,
                stopped_after: None,
            });
        };
        let mut asked = Question::new(PROPOSED);
        between(&mut asked, &rarest_first, from, before);
        asked.sql(
            ") q join search_cases n on n.number = q.number join cases c on c.id = n.case_id
             where",
        );
        sees(&mut asked, reach, me);
        asked.sql("order by q.number desc limit").bind(wanted);
        found.extend(asked.all(pool).await?.into_iter().map(read));
        if found.len() as i64 >= most {
            return Ok(Proposals {
                cases: found,
                stopped_after: None,
            });
        }
        before = from;
    }
    let older = back(pool, &rarest_first[0], before, 1).await?;
    Ok(Proposals {
        cases: found,
        stopped_after: older.map(|_| LOOKED.iter().sum()),
    })
}

/// The numbers from one on and below another that have all of these words. That they have the others
/// is said so that it is asked before anything else: as a plain condition SQLite would rather look
/// first whether each of the many cases with the first word may be seen.
fn between(asked: &mut Question, words: &[String], from: i64, below: i64) {
    for (at, word) in words.iter().enumerate() {
        match at {
            0 => asked.sql("select r.number from search_terms r where r.term ="),
            _ => asked.sql(
                "and case when exists (select 1 from search_terms t where t.number = r.number and t.term =",
            ),
        };
        asked.bind(word.as_str());
        match at {
            0 => asked
                .sql("and r.number >=")
                .bind(from)
                .sql("and r.number <")
                .bind(below),
            _ => asked.sql(") then 1 else 0 end = 1"),
        };
    }
}

/// So many cases with a word back from a number: where that is, if there is any.
async fn back(pool: &Pool, word: &str, before: i64, looked: i64) -> anyhow::Result<Option<i64>> {
    let row = sqlx::query(
        "select min(number) as first from (select number from search_terms
         where term = $1 and number < $2 order by number desc limit $3) newest",
    )
    .bind(word)
    .bind(before)
    .bind(looked)
    .fetch_one(pool)
    .await?;
    Ok(row.get("first"))
}

/// The words, the one that the fewest cases have first; nothing where no case has one of them.
async fn by_rarity(pool: &Pool, words: &BTreeSet<String>) -> anyhow::Result<Option<Vec<String>>> {
    let mut counted = Vec::new();
    for word in words {
        let row = sqlx::query(
            "select count(*) as many from (select 1 as one from search_terms where term = $1 limit $2) c",
        )
        .bind(word)
        .bind(COMMON)
        .fetch_one(pool)
        .await?;
        match row.get::<i64, _>("many") {
            0 => return Ok(None),
            many => counted.push((many, word.clone())),
        }
    }
    counted.sort();
    Ok(Some(
        counted
            .into_iter()
            .take(WORDS)
            .map(|(_, word)| word)
            .collect(),
    ))
}

fn read(row: Record) -> Proposed {
    Proposed {
        number: row.get("number"),
        id: row.get("id"),
        reference: row.get("reference"),
        kind: row.get("kind"),
        about: about(&row),
        state: row.get("state"),
        opened_at: row.get("opened_at"),
    }
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
