//! The audit: whatever is changed, taken away or put elsewhere is found, and an erasure is not
//! taken for it.

use crate::ground::{Ground, run_either};
use data_encoding::HEXLOWER;
use serde_json::json;
use server::store::{
    Store,
    audit::{self, Exported},
    erasure,
    events::{self, NewEvent, Side},
};
use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Row};
use std::process::{Command, Output};

const DAY: i64 = 86_400_000_000;
/// 2026-11-23, a little after midnight in UTC.
const MONDAY: i64 = 1_795_392_060_000_000;

/// Three cases of four events each, gathered on Monday; and one more event of `A`, gathered on
/// Tuesday. A case's key is its reference.
struct House {
    ground: Ground,
    store: Store,
}

impl House {
    async fn gathered() -> Self {
        let ground = Ground::new().await;
        let store = ground.store().await;
        let house = Self { ground, store };
        for case in ["A", "B", "C"] {
            house.open(case).await;
            for number in 1..=4 {
                house.say(case, &format!("{case} says {number}")).await;
            }
        }
        assert!(house.close(MONDAY).await);
        house.say("A", "A says 5").await;
        assert!(house.close(MONDAY + DAY).await);
        // Whoever changes what is there can also take away what guards it.
        run_either(
            &house.store,
            "drop trigger events_are_never_changed; drop trigger events_are_never_deleted"
                .to_owned(),
            "alter table events disable trigger user".to_owned(),
        )
        .await;
        house
    }

    async fn open(&self, case: &'static str) {
        for statement in [
            "insert into customers (id, tier, created_at) values ($1, 'individual', 0)",
            "insert into cases (id, reference, key, content_hash, kind, channel, language, state, tier,
               customer_id, unit, owner_duty, catalogue, rule, consent_version, opened_at, closed_at)
             values ($1, $1, $1, '', 'fault', 'portal', 'en', 'closed', 'individual', $1, 'u', 'duty', 'v', 'r', 1, 0, 0)",
        ] {
            let done = self.store.write(move |tx| {
                Box::pin(async move {
                    sqlx::query(statement).bind(case).execute(tx).await?;
                    Ok(())
                })
            });
            done.await.unwrap();
        }
    }

    async fn say(&self, case: &'static str, text: &str) {
        let body = json!({ "text": text });
        let said = self.store.write(move |tx| {
            Box::pin(async move {
                let event = NewEvent {
                    at: MONDAY,
                    side: Side::Above,
                    kind: "message",
                    actor: "customer",
                    channel: "portal",
                    body,
                };
                events::append(tx, case, event).await
            })
        });
        said.await.unwrap();
    }

    async fn close(&self, now: i64) -> bool {
        audit::close_period(&self.store, now).await.unwrap()
    }

    /// Does what nobody should.
    async fn tamper(&self, statements: &str) {
        run_either(&self.store, statements.to_owned(), statements.to_owned()).await;
    }

    async fn faults(&self) -> Vec<String> {
        self.faults_against(None).await
    }

    async fn faults_against(&self, exported: Option<&Exported>) -> Vec<String> {
        let (_, faults) = audit::verify(self.store.read(), exported).await.unwrap();
        faults.iter().map(ToString::to_string).collect()
    }

    async fn head(&self) -> Exported {
        let newest = audit::newest(self.store.read()).await.unwrap();
        newest.unwrap().into()
    }

    async fn text(&self, question: String) -> String {
        let row = sqlx::query(AssertSqlSafe(question))
            .fetch_one(self.store.read())
            .await
            .unwrap();
        row.get(0)
    }

    fn onefront(&self, asked: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_onefront"))
            .args(asked)
            .env_clear()
            .env("ONEFRONT_DATA", self.ground.data())
            .envs(
                self.ground
                    .database_url()
                    .map(|url| ("ONEFRONT_DATABASE_URL", url)),
            )
            .output()
            .unwrap()
    }
}

#[tokio::test]
async fn what_nobody_touched_has_no_fault() {
    let house = House::gathered().await;
    let (walked, faults) = audit::verify(house.store.read(), None).await.unwrap();
    assert_eq!(faults, []);
    assert_eq!((walked.events, walked.periods), (13, 2));
}

#[tokio::test]
async fn a_change_of_any_field_of_any_event_is_found_and_named() {
    let house = House::gathered().await;
    let mut events = Vec::new();
    for case in ["A", "B", "C"] {
        events.extend((1..=4).map(|seq| (case, seq)));
    }
    for (case, seq) in events {
        let here = format!("case_id = '{case}' and seq = {seq}");
        for column in [
            "side",
            "kind",
            "actor",
            "channel",
            "body_hash",
            "prev_hash",
            "hash",
        ] {
            let was = house
                .text(format!("select {column} from events where {here}"))
                .await;
            let other = if column == "side" { "below" } else { "other" };
            house
                .tamper(&format!(
                    "update events set {column} = '{other}' where {here}"
                ))
                .await;
            let faults = house.faults().await;
            let named = format!("case {case}, event {seq}: ");
            assert!(
                faults.iter().any(|fault| fault.starts_with(&named)),
                "{column} of {named}{faults:?}"
            );
            house
                .tamper(&format!(
                    "update events set {column} = '{was}' where {here}"
                ))
                .await;
        }
    }
    assert_eq!(house.faults().await, [""; 0], "all is as it was again");
}

#[tokio::test]
async fn whatever_else_is_done_to_a_log_is_found() {
    const OF_A2: &str = "(select id from events where case_id = 'A' and seq = 2)";
    let body_gone = format!("delete from event_bodies where event_id in {OF_A2}");
    let body_changed = format!("update event_bodies set body = '{{}}' where event_id in {OF_A2}");
    let salt_changed = format!("update event_bodies set salt = 'x' where event_id in {OF_A2}");
    let gap = format!("{body_gone}; delete from events where case_id = 'A' and seq = 2");
    let all_of = |case: &str| {
        format!(
            "delete from event_bodies where event_id in (select id from events where case_id = '{case}');
             delete from events where case_id = '{case}'"
        )
    };
    let last = "delete from event_bodies where event_id in (select id from events where case_id = 'B' and seq = 4);
                delete from events where case_id = 'B' and seq = 4";
    let swapped = "update events set seq = 20 where case_id = 'A' and seq = 2;
                   update events set seq = 2 where case_id = 'A' and seq = 3;
                   update events set seq = 3 where case_id = 'A' and seq = 20";
    let case_gone = format!(
        "{}; delete from search_cases where case_id = 'C'; delete from cases where id = 'C'",
        all_of("C")
    );
    let all_trace = format!("{case_gone}; delete from audit_heads where case_id = 'C'");
    for (done, found) in [
        (
            body_changed.as_str(),
            "case A, event 2: what it says was changed",
        ),
        (
            salt_changed.as_str(),
            "case A, event 2: what it says was changed",
        ),
        (
            body_gone.as_str(),
            "case A, event 2: what it says is gone, and the case was not erased",
        ),
        (
            "update events set at = at + 1 where case_id = 'A' and seq = 2",
            "case A, event 2: its header was changed",
        ),
        (gap.as_str(), "case A, event 3: there is a gap before it"),
        (
            swapped,
            "case A, event 2: it does not follow the event before it",
        ),
        (
            "update events set seq = 9 where case_id = 'A' and seq = 5",
            "case A, event 9: there is a gap before it",
        ),
        (
            last,
            "case B, event 4: a period gathered it, and it is gone",
        ),
        (&all_of("B"), "case B: its first event is gone"),
        (
            &case_gone,
            "case C, event 4: a period gathered it, and it is gone",
        ),
        (&all_trace, "period 1: the heads it gathered were changed"),
        (
            "update audit_heads set hash = 'x' where case_id = 'B'",
            "period 1: the heads it gathered were changed",
        ),
        (
            "update audit_periods set heads = 2 where seq = 1",
            "period 1: it was changed",
        ),
        (
            "update audit_periods set day = '2026-11-20' where seq = 1",
            "period 1: it was changed",
        ),
        (
            "update audit_periods set closed_at = 1 where seq = 2",
            "period 2: it was changed",
        ),
        (
            "update audit_periods set prev_hash = 'x' where seq = 2",
            "period 2: it does not follow the period before it",
        ),
        (
            "delete from audit_periods where seq = 1",
            "period 2: there is a gap before it",
        ),
    ] {
        let house = House::gathered().await;
        house.tamper(done).await;
        let faults = house.faults().await;
        assert!(
            faults.iter().any(|fault| fault == found),
            "{done}: {faults:?}"
        );
    }
}

/// As `store::events` does it.
fn hash(parts: &[&str]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_be_bytes());
        sha.update(part);
    }
    HEXLOWER.encode(&sha.finalize())
}

#[tokio::test]
async fn a_log_written_anew_with_all_its_hashes_is_found_by_the_day_it_was_gathered() {
    let house = House::gathered().await;
    let here = "from events where case_id = 'B' and seq = 4";
    let mut parts = Vec::new();
    for column in [
        "prev_hash",
        "id",
        "case_id",
        "seq",
        "at",
        "side",
        "kind",
        "actor",
        "channel",
        "body_hash",
    ] {
        let value = house
            .text(format!("select cast({column} as text) {here}"))
            .await;
        parts.push(if column == "actor" {
            "rule".to_owned()
        } else {
            value
        });
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let anew = hash(&parts);
    house
        .tamper(&format!(
            "update events set actor = 'rule', hash = '{anew}' where case_id = 'B' and seq = 4"
        ))
        .await;
    assert_eq!(
        house.faults().await,
        ["case B, event 4: it is not the one that a period gathered"]
    );
}

#[tokio::test]
async fn an_exported_head_tells_that_the_newest_day_is_gone_or_another() {
    let house = House::gathered().await;
    let head = house.head().await;
    assert_eq!((head.period, head.day.as_str()), (2, "2026-11-23"));
    house.close(MONDAY + 2 * DAY).await;
    assert_eq!(
        house.faults_against(Some(&head)).await,
        [""; 0],
        "later days do not matter"
    );
    house
        .tamper("delete from audit_periods where seq > 1; delete from audit_heads where period > 1")
        .await;
    assert_eq!(house.faults().await, [""; 0], "nothing here tells of it");
    assert_eq!(
        house.faults_against(Some(&head)).await,
        ["period 2: it was exported, and is gone"]
    );
    // And made anew, it is another one.
    house.close(MONDAY + 2 * DAY).await;
    assert_eq!(
        house.faults_against(Some(&head)).await,
        ["period 2: it is not the one that was exported"]
    );
}

#[tokio::test]
async fn an_erasure_is_no_fault_and_nothing_after_it_is_hidden_by_it() {
    let house = House::gathered().await;
    let erased = house
        .store
        .write(|tx| Box::pin(async move { erasure::erase(tx, "B", MONDAY).await }));
    assert!(erased.await.unwrap());
    assert_eq!(house.faults().await, [""; 0]);
    house
        .tamper("update events set actor = 'rule' where case_id = 'B' and seq = 2")
        .await;
    assert_eq!(
        house.faults().await,
        ["case B, event 2: its header was changed"]
    );
}

#[tokio::test]
async fn a_day_is_gathered_once_whichever_server_comes_first() {
    let house = House::gathered().await;
    assert!(!house.close(MONDAY + DAY).await, "it is closed already");
    house.say("C", "C says 5").await;
    let other = house.ground.store().await;
    let (one, two) = tokio::join!(
        audit::close_period(&house.store, MONDAY + 2 * DAY),
        audit::close_period(&other, MONDAY + 2 * DAY),
    );
    assert_ne!(one.unwrap(), two.unwrap(), "one of them did it");
    let (walked, faults) = audit::verify(house.store.read(), None).await.unwrap();
    assert_eq!((walked.periods, faults), (3, vec![]));
    other.close().await;
}

#[tokio::test]
async fn the_command_fails_where_there_is_a_fault_and_names_it() {
    let house = House::gathered().await;
    let head = house.onefront(&["audit", "head"]);
    assert!(head.status.success(), "{head:?}");
    let file = house.ground.folder().join("head");
    std::fs::write(&file, &head.stdout).unwrap();
    let file = file.to_str().unwrap();
    let whole = house.onefront(&["audit", "verify", "--head", file]);
    assert!(whole.status.success(), "{whole:?}");
    house
        .tamper("update events set kind = 'reply' where case_id = 'A' and seq = 3")
        .await;
    let found = house.onefront(&["audit", "verify"]);
    assert!(!found.status.success());
    let said = String::from_utf8(found.stdout).unwrap();
    assert!(
        said.contains("case A, event 3: its header was changed"),
        "{said}"
    );
    std::fs::write(file, "no head").unwrap();
    let refused = house.onefront(&["audit", "verify", "--head", file]);
    assert!(!refused.status.success());
}
