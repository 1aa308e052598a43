//! Fills a store with cases as a few years leave them: most of them closed, one in twenty at work,
//! spread over the units and departments of the catalogue. Written in bulk, in the order of every
//! index, so that a million takes minutes.

use crate::{
    house::{House, NOW},
    text::{questions, said},
};
use anyhow::Context;
use app::{case::reference::Reference, desk::Role};
use rand::{Rng, SeedableRng, rngs::StdRng};
use server::store::{Connection, Question, search::Text};
use std::collections::BTreeMap;

/// Cases written in one transaction.
const PORTION: usize = 20_000;
/// Rows in one statement.
const ROWS: usize = 200;
const HOUR: i64 = 3_600_000_000;
/// So many are at work, and as many were done lately, where whoever is measured works.
const FULL: usize = 150;
/// Of the rest, one case in so many is at work.
const AT_WORK: usize = 20;

/// What was filled in.
pub struct Filled {
    /// Parts that are to be done.
    pub open: usize,
    /// What is looked for, each kind with its questions.
    pub questions: Vec<(&'static str, Vec<String>)>,
}

/// A value of a row.
#[derive(Clone)]
enum Value {
    Text(String),
    Number(i64),
    None,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

/// The rows of each table, in the order in which tables lean on each other.
#[derive(Default)]
struct Tables {
    customers: Vec<Vec<Value>>,
    contacts: Vec<Vec<Value>>,
    cases: Vec<Vec<Value>>,
    promises: Vec<Vec<Value>>,
    events: Vec<Vec<Value>>,
    bodies: Vec<Vec<Value>>,
    legs: Vec<Vec<Value>>,
    found: Vec<Vec<Value>>,
}

/// Makes a row of anything that can be a value.
macro_rules! row {
    ($($value:expr),* $(,)?) => { vec![$(Value::from($value)),*] };
}

/// Fills the house.
pub async fn fill(house: &House, cases: usize) -> anyhow::Result<Filled> {
    let catalogue = house.office.shelf.current();
    let units: Vec<_> = catalogue
        .organisation
        .units
        .iter()
        .map(|unit| unit.code.clone())
        .collect();
    let city = units.last().context("a catalogue with units")?.clone();
    let province = catalogue
        .organisation
        .units
        .iter()
        .find(|unit| unit.code == city)
        .and_then(|unit| catalogue.organisation.upwards(unit).nth(1))
        .context("a city lies in a province")?
        .code
        .clone();
    let root = catalogue.organisation.root().code.clone();
    let me = house
        .employ("specialist", &city, "customer-service", Role::Specialist)
        .await?;
    house
        .employ(
            "coordinator",
            &province,
            "customer-service",
            Role::Coordinator,
        )
        .await?;
    house
        .employ(
            "administrator",
            &root,
            "customer-service",
            Role::Administrator,
        )
        .await?;
    let topic = catalogue
        .front
        .topics
        .first()
        .context("a topic")?
        .code
        .clone();
    let departments = ["customer-service", "network-operation", "marketing"];
    let mut random = StdRng::seed_from_u64(20_261_126);
    let mut terms: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    let mut open = 0;
    let step = 2 * 365 * 24 * HOUR / cases as i64;
    for begin in (0..cases).step_by(PORTION) {
        let mut tables = Tables::default();
        for n in begin..(begin + PORTION).min(cases) {
            // Whoever is measured has full pages however few cases there are.
            let (theirs, lately) = (n < FULL, (FULL..2 * FULL).contains(&n));
            let at_work = theirs || (!lately && n % AT_WORK == 0);
            // What is at work came in within the last days; the rest, over two years.
            let opened = match (at_work, lately) {
                (true, _) => NOW - random.random_range(0..96) * HOUR - n as i64,
                (_, true) => NOW - random.random_range(48..480) * HOUR - n as i64,
                _ => NOW - 2 * 365 * 24 * HOUR + n as i64 * step,
            };
            let (unit, department) = match theirs || lately {
                true => (&city, departments[0]),
                false => (
                    &units[random.random_range(0..units.len())],
                    departments[random.random_range(0..departments.len())],
                ),
            };
            let state = match (at_work, random.random_range(0..10)) {
                (false, _) => "closed",
                (true, 0) => "waiting",
                (true, 1..=4) => "received",
                (true, _) => "working",
            };
            let mine = theirs && n % 6 == 0;
            let id = format!("{n:08}-case");
            let text = said(&mut random);
            let number = format!("+86139{:08}", random.random_range(0..100_000_000_u32));
            case(
                &mut tables,
                &id,
                opened,
                [unit, state, &topic],
                mine.then_some(me.as_str()),
                &text,
                &number,
            );
            for seq in 1..=2 {
                let done = !at_work || (seq == 1 && state == "working");
                let planned = !done && seq == 2 && state != "working";
                let leg_state = match (done, planned) {
                    (true, _) => "done",
                    (_, true) => "planned",
                    _ if mine => "accepted",
                    _ => "queued",
                };
                open += usize::from(!done && !planned);
                let due = opened + (24 * seq) * HOUR;
                tables.legs.push(vec![
                    format!("{n:08}-{seq}").into(),
                    id.clone().into(),
                    seq.into(),
                    unit.clone().into(),
                    department.into(),
                    "desk".into(),
                    leg_state.into(),
                    due.into(),
                    "elapsed".into(),
                    if mine && !done && !planned {
                        me.as_str().into()
                    } else {
                        Value::None
                    },
                    opened.into(),
                    if done {
                        (opened + 20 * HOUR).into()
                    } else {
                        Value::None
                    },
                    (due - HOUR).into(),
                    i64::from(state == "waiting").into(),
                ]);
            }
            let by: std::collections::BTreeSet<String> = [Text::Said(text), Text::Number(number)]
                .iter()
                .flat_map(Text::terms)
                .collect();
            let joined: Vec<_> = by.iter().map(String::as_str).collect();
            tables.found.push(row![n as i64, id, joined.join(" ")]);
            for term in by {
                terms.entry(term).or_default().push(n as i64);
            }
        }
        write(house, tables).await?;
    }
    write_terms(house, terms).await?;
    Ok(Filled {
        open,
        questions: questions(),
    })
}

fn case(
    tables: &mut Tables,
    id: &str,
    opened: i64,
    [unit, state, topic]: [&str; 3],
    owner: Option<&str>,
    text: &str,
    number: &str,
) {
    let closed = state == "closed";
    tables.customers.push(row![id, "individual", opened]);
    tables.contacts.push(row![id, id, "phone", number, opened]);
    let bits = id[..8]
        .parse::<u64>()
        .unwrap_or_default()
        .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let reference = Reference::draw(bits.to_be_bytes()).to_string();
    let mut row = row![
        id,
        reference,
        id,
        "",
        "enquiry",
        "portal",
        "zh-Hans",
        state,
        topic,
        "individual",
        id,
        id,
        unit,
        "counter",
        "bench",
        "bench",
        1,
        opened,
    ];
    row.push(owner.map_or(Value::None, Value::from));
    row.push(if closed {
        Value::Number(opened + 24 * HOUR)
    } else {
        Value::None
    });
    tables.cases.push(row);
    for (seq, kind) in [(1, "answer"), (2, "fix")] {
        let due = opened + 24 * seq * HOUR;
        tables
            .promises
            .push(row![id, seq, kind, due, "elapsed", "first", opened]);
    }
    let sent =
        serde_json::json!({ "sent": [{ "label": "sent-details", "said": text }] }).to_string();
    let said = [
        ("above", "received", "customer", sent),
        ("above", "accepted", "rule", "{}".to_owned()),
        (
            "below",
            "note",
            "rule",
            r#"{"text": "已经联系过客户"}"#.to_owned(),
        ),
        (
            "above",
            "reply",
            "rule",
            r#"{"text": "我们正在处理，谢谢您的耐心。"}"#.to_owned(),
        ),
    ];
    for (seq, (side, kind, actor, body)) in (1_i64..).zip(said) {
        let event = format!("{id}-{seq}");
        tables.events.push(row![
            event.as_str(),
            id,
            seq,
            opened + seq * HOUR,
            side,
            kind,
            actor,
            "desk",
            "",
            "",
            "",
        ]);
        tables.bodies.push(row![event, "", body]);
    }
}

async fn write(house: &House, tables: Tables) -> anyhow::Result<()> {
    let written = house.office.store.write(move |tx| {
        Box::pin(async move {
            let Tables { customers, contacts, cases, promises, events, bodies, legs, found } = tables;
            for (into, rows) in [
                ("insert into customers (id, tier, created_at) values", customers),
                ("insert into contacts (id, customer_id, kind, value, valid_from) values", contacts),
                (
                    "insert into cases (id, reference, key, content_hash, kind, channel, language, state, topic,
                         tier, customer_id, contact_id, unit, owner_duty, catalogue, rule, consent_version,
                         opened_at, owner_staff_id, closed_at) values",
                    cases,
                ),
                (
                    "insert into promises (case_id, seq, kind, due_at, calendar, reason, made_at) values",
                    promises,
                ),
                (
                    "insert into events (id, case_id, seq, at, side, kind, actor, channel, body_hash, prev_hash,
                         hash) values",
                    events,
                ),
                ("insert into event_bodies (event_id, salt, body) values", bodies),
                (
                    "insert into legs (id, case_id, seq, unit, department, connector, state, due_at, calendar,
                         staff_id, queued_at, done_at, breaks_at, held) values",
                    legs,
                ),
                ("insert into search_cases (number, case_id, terms) values", found),
            ] {
                insert(&mut *tx, into, rows).await?;
            }
            Ok(())
        })
    });
    written.await
}

/// In the order of the index, which so grows at its end only.
async fn write_terms(house: &House, terms: BTreeMap<String, Vec<i64>>) -> anyhow::Result<()> {
    let mut portion = Vec::new();
    let mut all = terms.into_iter().peekable();
    while let Some((term, numbers)) = all.next() {
        let rows = numbers
            .into_iter()
            .map(|number| row![term.as_str(), number]);
        portion.extend(rows);
        if portion.len() > 10 * PORTION || all.peek().is_none() {
            let rows = std::mem::take(&mut portion);
            let into = "insert into search_terms (term, number) values";
            let written = house
                .office
                .store
                .write(move |tx| Box::pin(async move { insert(tx, into, rows).await }));
            written.await?;
        }
    }
    Ok(())
}

async fn insert(
    tx: &mut Connection,
    into: &'static str,
    rows: Vec<Vec<Value>>,
) -> anyhow::Result<()> {
    for rows in rows.chunks(ROWS) {
        let mut asked = Question::new(into);
        for (at, row) in rows.iter().enumerate() {
            asked.sql(if at == 0 { "(" } else { ", (" });
            for (at, value) in row.iter().enumerate() {
                if at > 0 {
                    asked.sql(",");
                }
                match value {
                    Value::Text(text) => asked.bind(text.as_str()),
                    Value::Number(number) => asked.bind(*number),
                    Value::None => asked.sql("null"),
                };
            }
            asked.sql(")");
        }
        asked.all(&mut *tx).await?;
    }
    Ok(())
}
