//! Which cases have all of some words, the newest first: lists of numbers that are walked together.
//! The list that holds the fewest of the newest cases leads, be it a word's or that of the seats of
//! whoever looks, and each of its cases is looked up in the others. What a look costs is so bounded
//! by `LOOKED`, whatever there is.

use super::seats;
use crate::store::{
    Pool, Question, Record,
    cases::about,
    desk::{Reach, sees},
};
use anyhow::{Context, ensure};
use app::case::view::About;
use sqlx::Row;
use std::collections::BTreeSet;

/// So many cases of the shortest list are looked through for one page; the next page goes on with
/// older ones.
const LOOKED: i64 = 500;
/// More words than these make a question no more exact.
const WORDS: usize = 12;
/// So many seats are a list. Whoever has more sees so much that words find enough of it.
const SEATS: usize = 16;

/// What is shown of a case, and whether it may be.
const PROPOSED: &str =
    "select r.number, c.id, c.reference, c.kind, c.product, c.topic, c.symptom, c.place,
     c.state, c.opened_at, case when c.id is not null and";

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
    /// Where looking stopped before there were as many as were wanted.
    pub stopped: Option<Stopped>,
}

/// Where looking stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// After so many cases.
    pub after: i64,
    /// Below this number older ones were not looked through.
    pub below: i64,
}

/// A list of numbers of cases.
enum List<'a> {
    /// Those that have a word.
    Word(&'a str),
    /// Those that are seen from a seat.
    Seats(&'a [String]),
}

/// How far the newest cases of a list reach back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Back {
    /// As many as are looked through, or fewer if there are no more.
    many: i64,
    /// The oldest of them.
    oldest: i64,
}

/// The newest cases below a number that have all of these terms and that whoever asks may see.
///
/// # Errors
/// When the store fails.
pub async fn find(
    pool: &Pool,
    asked_for: &BTreeSet<String>,
    reach: &Reach,
    me: &str,
    below: i64,
    most: i64,
) -> anyhow::Result<Proposals> {
    ensure!(!asked_for.is_empty(), "nothing is looked for");
    let seats = seats::of(pool, reach, me).await?;
    let mut lists = Vec::new();
    for word in asked_for {
        let list = List::Word(word);
        lists.push((back(pool, &list, below).await?, list));
    }
    if let Some(seats) = seats.as_ref().filter(|seats| seats.len() <= SEATS) {
        let list = List::Seats(seats);
        lists.push((back(pool, &list, below).await?, list));
    }
    // The shortest first; of long ones the one that reaches back furthest.
    lists.sort_by_key(|(back, _)| *back);
    let Some(&(Back { many, oldest }, _)) = lists.first().filter(|(back, _)| back.many > 0) else {
        return Ok(Proposals::default());
    };
    let lists: Vec<_> = { lists.into_iter() }
        .map(|(_, list)| list)
        .take(WORDS)
        .collect();
    let (mut cases, mut below) = (Vec::new(), below);
    // Nearly all that is found may be seen, so there is hardly ever a second look.
    for portion in [most, LOOKED] {
        let mut asked = Question::new(PROPOSED);
        sees(&mut asked, reach, me);
        asked.sql("then 1 else 0 end as seen from (select r.number from");
        leading(&mut asked, &lists[0], oldest, below);
        asked.sql("r where 1 = 1");
        for list in &lists[1..] {
            is_in(&mut asked, list);
        }
        asked.sql("order by r.number desc limit").bind(portion);
        asked.sql(
            ") r left join search_cases n on n.number = r.number left join cases c on c.id = n.case_id
             order by r.number desc",
        );
        let rows = asked.all(pool).await?;
        let (found, last) = (rows.len() as i64, rows.last().map(|row| row.get("number")));
        let seen = rows
            .into_iter()
            .filter(|row| row.get::<i64, _>("seen") == 1);
        cases.extend(seen.map(read));
        below = last.unwrap_or(oldest);
        if found < portion || cases.len() as i64 >= most {
            break;
        }
    }
    cases.truncate(usize::try_from(most)?);
    let all = many < LOOKED || cases.len() as i64 >= most;
    Ok(Proposals {
        cases,
        stopped: (!all).then_some(Stopped {
            after: LOOKED,
            below: oldest,
        }),
    })
}

/// The numbers of a list from one on and below another, each once.
fn leading(asked: &mut Question, list: &List<'_>, from: i64, below: i64) {
    match list {
        List::Word(word) => asked
            .sql("(select number from search_terms where term =")
            .bind(*word),
        List::Seats(seats) => asked
            .sql("(select distinct number from search_seats where seat in")
            .list(seats),
    };
    asked.sql("and number >=").bind(from);
    asked.sql("and number <").bind(below).sql(")");
}

/// That a case is in a list as well. Said so that it is asked of each: of a plain condition SQLite
/// makes a join, and may begin it at this end.
fn is_in(asked: &mut Question, list: &List<'_>) {
    match list {
        List::Word(word) => asked
            .sql("and case when exists (select 1 from search_terms t where t.number = r.number and t.term =")
            .bind(*word),
        List::Seats(seats) => asked
            .sql("and case when exists (select 1 from search_seats t where t.number = r.number and t.seat in")
            .list(seats),
    };
    asked.sql(") then 1 else 0 end = 1");
}

/// How far the newest cases of a list below a number reach back. Of several seats each has an order
/// of its own, and a union in that order is merged from them as far as it is read.
async fn back(pool: &Pool, list: &List<'_>, below: i64) -> anyhow::Result<Back> {
    let mut asked =
        Question::new("select count(*) as many, coalesce(min(number), 0) as oldest from (");
    match list {
        List::Word(word) => {
            asked.sql("select number from search_terms where term =");
            asked.bind(*word).sql("and number <").bind(below);
        }
        List::Seats(seats) => {
            for (at, seat) in seats.iter().enumerate() {
                asked.sql(if at == 0 { "" } else { "union" });
                asked.sql("select number from search_seats where seat =");
                asked.bind(seat.as_str()).sql("and number <").bind(below);
            }
        }
    }
    asked.sql("order by number desc limit").bind(LOOKED);
    asked.sql(") newest");
    let row = asked.one(pool).await?;
    let row = row.context("a count has one row")?;
    Ok(Back {
        many: row.get("many"),
        oldest: row.get("oldest"),
    })
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
