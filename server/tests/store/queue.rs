//! The queue, page after page, for whoever sees one unit, a few, or many: everything that is theirs,
//! once, in one order, as if it were chosen from a list of everything.

use super::ground::Ground;
use server::store::{
    Question, Store,
    desk::{self, Cursor, Part, Reach},
};

/// More units than have a list of their own each.
const UNITS: i64 = 19;
const DEPARTMENTS: [&str; 3] = ["billing", "marketing", "network"];
const NOW: i64 = 500;

/// A part as it was put in.
#[derive(Clone, Debug)]
struct Put {
    id: String,
    unit: String,
    department: &'static str,
    state: &'static str,
    taken: bool,
    held: bool,
    at: i64,
}

/// Parts of every kind, many at the same moment.
fn parts() -> Vec<Put> {
    let states = [
        "queued", "accepted", "working", "paused", "planned", "declined", "done", "done",
    ];
    (0..600_i64)
        .map(|n| Put {
            id: format!("{:04}", n * 7919 % 10_000),
            unit: format!("unit-{}", n % UNITS),
            department: DEPARTMENTS[(n / 5 % 3) as usize],
            state: states[(n / 3 % 8) as usize],
            taken: n % 4 == 0,
            held: n % 7 == 0,
            at: n * 37 % 40 * 25,
        })
        .collect()
}

async fn fill(store: &Store, parts: &[Put]) {
    let parts = parts.to_vec();
    let filled = store.write(move |tx| {
        Box::pin(async move {
            for statement in [
                "insert into customers (id, tier, created_at) values ('c', 'family', 0)",
                "insert into staff (id, login, name, unit, department, role, password, created_at)
                 values ('s', 's', 's', 'unit-1', 'billing', 'specialist', '', 0)",
                "insert into cases (id, reference, key, content_hash, kind, channel, language, state, tier, customer_id,
                     unit, owner_duty, catalogue, rule, consent_version, opened_at)
                 values ('c', 'r', 'k', '', 'enquiry', 'portal', 'en', 'working', 'family', 'c', 'u', 'd', '', '', 1, 0)",
            ] {
                Question::new(statement).all(&mut *tx).await?;
            }
            for (seq, part) in (1_i64..).zip(parts) {
                let mut asked = Question::new(
                    "insert into legs (id, case_id, seq, unit, department, connector, state, due_at, calendar,
                         staff_id, done_at, breaks_at, held) values (",
                );
                asked.bind(part.id).sql(", 'c',").bind(seq).sql(",").bind(part.unit);
                asked.sql(",").bind(part.department).sql(", 'desk',").bind(part.state);
                asked.sql(",").bind(part.at).sql(", 'elapsed',");
                asked.sql(if part.taken { "'s'," } else { "null," });
                asked.bind(part.at).sql(",").bind(part.at).sql(",");
                asked.bind(i64::from(part.held)).sql(")");
                asked.all(&mut *tx).await?;
            }
            Ok(())
        })
    });
    filled.await.unwrap();
}

/// Chosen from a list of everything.
fn reckoned(parts: &[Put], reach: &Reach, which: Part) -> Vec<String> {
    let is_in = |part: &&Put| {
        let open = ["queued", "accepted", "working", "paused"].contains(&part.state);
        reach.covers(&part.unit, part.department)
            && match which {
                Part::Open => open,
                Part::Unassigned => open && !part.taken,
                Part::Waiting => open && (part.held || part.state == "paused"),
                Part::Late(now) => open && part.at < now,
                Part::Done(since) => part.state == "done" && part.at > since,
            }
    };
    let mut chosen: Vec<_> = parts
        .iter()
        .filter(is_in)
        .map(|part| (part.at, part.id.clone()))
        .collect();
    chosen.sort();
    if matches!(which, Part::Done(_)) {
        chosen.reverse();
    }
    chosen.into_iter().map(|(_, id)| id).collect()
}

async fn page_by_page(store: &Store, reach: &Reach, which: Part) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    let mut after = None;
    loop {
        let page = desk::page(store.read(), reach, which, "s", after.as_ref(), 9)
            .await
            .unwrap();
        let Some(last) = page.last() else {
            return shown;
        };
        after = Some(Cursor {
            at: last.breaks_at,
            leg: last.leg.clone(),
        });
        shown.extend(page.into_iter().map(|row| row.leg));
    }
}

#[tokio::test]
async fn whoever_sees_one_unit_a_few_or_many_is_shown_all_of_theirs_once_in_one_order() {
    let ground = Ground::new().await;
    let store = ground.store().await;
    let parts = parts();
    fill(&store, &parts).await;
    for units in [None, Some(0), Some(1), Some(3), Some(UNITS)] {
        for department in [None, Some("marketing")] {
            let reach = Reach {
                units: units.map(|many| (0..many).map(|n| format!("unit-{n}")).collect()),
                department: department.map(str::to_owned),
                at: 0,
            };
            for which in [
                Part::Open,
                Part::Unassigned,
                Part::Waiting,
                Part::Late(NOW),
                Part::Done(NOW),
            ] {
                let said = format!("{units:?} {department:?} {which:?}");
                let theirs = reckoned(&parts, &reach, which);
                assert_eq!(theirs.is_empty(), units == Some(0), "{said}");
                assert_eq!(page_by_page(&store, &reach, which).await, theirs, "{said}");
                for most in [5, 1_000] {
                    let counted = desk::count(store.read(), &reach, which, most)
                        .await
                        .unwrap();
                    assert_eq!(counted, most.min(theirs.len() as i64), "{said}");
                }
            }
        }
    }
}
