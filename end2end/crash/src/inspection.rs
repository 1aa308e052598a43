//! What must be true of the store and of the back office once the outbox is empty, whatever
//! happened before. It reads the database itself: nothing of the server is believed.

use crate::{house::House, tally::Told};
use serde_json::Value;
use sqlx::{AnyConnection, Connection, Row, any::install_default_drivers};
use std::collections::{BTreeMap, BTreeSet};

/// Something that should not be so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A customer has a receipt, and there is no such case.
    Lost(String),
    /// Anything else, in words.
    Wrong(String),
}

/// Questions about cases that must have no answer; each answers with references.
const NEVER: &[(&str, &str)] = &[
    (
        "not received once",
        "select reference from cases c where (select count(*) from events e
           where e.case_id = c.id and e.kind = 'received' and e.seq = 1) <> 1",
    ),
    (
        "an event without a body",
        "select c.reference from events e join cases c on c.id = e.case_id
         where not exists (select 1 from event_bodies b where b.event_id = e.id)",
    ),
    (
        "a gap in the log",
        "select c.reference from events e join cases c on c.id = e.case_id
         group by c.id having max(e.seq) <> count(*)",
    ),
    (
        "a broken chain",
        "select c.reference from events e join cases c on c.id = e.case_id
           left join events b on b.case_id = e.case_id and b.seq = e.seq - 1
         where e.prev_hash <> coalesce(b.hash, '')",
    ),
    (
        "not exactly the two promises",
        "select reference from cases c where (select string_agg(kind, ' ') from
           (select kind from promises where case_id = c.id order by kind) p) is distinct from 'answer fix'",
    ),
    (
        "no owner",
        "select reference from cases where owner_duty = '' and owner_staff_id is null",
    ),
    (
        "no leg, or one without a department",
        "select reference from cases c where not exists (select 1 from legs l where l.case_id = c.id)
           or exists (select 1 from legs l where l.case_id = c.id and l.department = '')",
    ),
    (
        "a first leg that is not carried once",
        "select c.reference from legs l join cases c on c.id = l.case_id
         where l.waits_for = '[]' and ((select count(*) from outbox o
           where o.leg_id = l.id and o.verb = 'open') <> 1 or l.state <> 'queued')",
    ),
    (
        "a leg that was carried before its turn",
        "select c.reference from legs l join cases c on c.id = l.case_id
         where l.waits_for <> '[]' and exists (select 1 from outbox o where o.leg_id = l.id)",
    ),
    (
        "still in the outbox, or maybe doubled",
        "select c.reference from outbox o join cases c on c.id = o.case_id
         where o.state <> 'carried' or o.maybe_doubled <> 0",
    ),
    (
        "carried without a counterpart",
        "select c.reference from outbox o join cases c on c.id = o.case_id
         where not exists (select 1 from counterparts p where p.leg_id = o.leg_id)",
    ),
    (
        "carried without an attempt",
        "select c.reference from outbox o join cases c on c.id = o.case_id
         where not exists (select 1 from outbox_attempts a
           where a.outbox_id = o.id and a.outcome = 'carried')",
    ),
    (
        "not to be seen by who sent it",
        "select reference from cases c
         where (select count(*) from grants g where g.case_id = c.id) <> 1",
    ),
    (
        "a draft that does not know it was sent",
        "select c.reference from cases c join grants g on g.case_id = c.id
           left join drafts d on d.visitor_id = g.visitor_id and d.key = c.key
         where d.sent is distinct from '/receipt/' || c.reference",
    ),
    (
        "two references for one key",
        "select min(reference) from cases group by key having count(*) > 1",
    ),
];

/// Whether nothing is left to be carried. Asked of a store in use.
pub async fn is_drained(store: &str) -> anyhow::Result<bool> {
    let mut store = open(store).await?;
    let waiting = sqlx::query("select count(*) from outbox where state = 'waiting'");
    let waiting: i64 = waiting.fetch_one(&mut store).await?.get(0);
    store.close().await?;
    Ok(waiting == 0)
}

/// How many cases there are.
pub async fn cases(store: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let mut store = open(store).await?;
    let rows = sqlx::query("select key, reference from cases")
        .fetch_all(&mut store)
        .await?;
    store.close().await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.get(0), row.get(1)))
        .collect())
}

/// Looks at everything.
pub async fn findings(house: &House, told: &Told) -> anyhow::Result<Vec<Finding>> {
    let mut findings: Vec<_> = told.strange.iter().cloned().map(Finding::Wrong).collect();
    let cases = cases(&house.address()).await?;
    for (key, references) in &told.keys {
        if references.len() > 1 {
            findings.push(Finding::Wrong(format!(
                "one key, several receipts: {references:?}"
            )));
        }
        let case = cases.get(key);
        for reference in references {
            match case {
                Some(there) if there == reference => {}
                Some(_) => findings.push(Finding::Wrong(format!(
                    "{reference}: its key made another case"
                ))),
                None => findings.push(Finding::Lost(reference.clone())),
            }
        }
    }
    for (key, reference) in &cases {
        if !told.keys.contains_key(key) {
            findings.push(Finding::Wrong(format!("{reference}: nobody sent it")));
        }
    }
    let mut store = open(&house.address()).await?;
    for (what, question) in NEVER {
        let rows = sqlx::query(*question).fetch_all(&mut store).await?;
        findings.extend(
            rows.iter()
                .map(|row| Finding::Wrong(format!("{}: {what}", row.get::<String, _>(0)))),
        );
    }
    let checks: &[&str] = match house.is_file() {
        true => &["pragma integrity_check", "pragma foreign_key_check"],
        false => &[],
    };
    for check in checks {
        let rows = sqlx::query(*check).fetch_all(&mut store).await?;
        let rows = rows.iter().map(|row| row.get::<String, _>(0));
        findings.extend(
            rows.filter(|said| said != "ok")
                .map(|said| Finding::Wrong(format!("{check}: {said}"))),
        );
    }
    store.close().await?;
    findings.extend(at_the_back_office(&house.receiver.tickets(), &cases));
    Ok(findings)
}

/// Each case is there once, and nothing else is.
fn at_the_back_office(tickets: &[Value], cases: &BTreeMap<String, String>) -> Vec<Finding> {
    let mut there: BTreeMap<&str, usize> = BTreeMap::new();
    for ticket in tickets {
        *there
            .entry(ticket["externalId"].as_str().unwrap_or_default())
            .or_default() += 1;
    }
    let wanted: BTreeSet<&str> = cases.values().map(String::as_str).collect();
    let missing = wanted
        .iter()
        .filter(|reference| !there.contains_key(**reference));
    let missing = missing.map(|reference| format!("{reference}: not at the back office"));
    let twice = there.iter().filter(|(_, count)| **count > 1);
    let twice =
        twice.map(|(reference, count)| format!("{reference}: {count} times at the back office"));
    let unknown = there
        .keys()
        .filter(|reference| !wanted.contains(**reference));
    let unknown = unknown.map(|reference| format!("{reference}: only at the back office"));
    missing
        .chain(twice)
        .chain(unknown)
        .map(Finding::Wrong)
        .collect()
}

async fn open(store: &str) -> anyhow::Result<AnyConnection> {
    install_default_drivers();
    Ok(AnyConnection::connect(store).await?)
}
