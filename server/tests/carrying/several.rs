//! Several servers on one store: what one of them does no other does too, and what it leaves behind
//! another takes up.

use crate::house::{House, MINUTE, drain};
use server::{
    connectors::{
        Connector, Connectors, Trouble,
        lifecycle::Status,
        memory::{Behave, Memory, Twin},
        polling::{OnTurn, Polled, Poller},
    },
    outbox::{Carrier, Outcome},
    store::{
        Store, claims, events,
        outbox::{self as rows, End, Item},
    },
};
use std::sync::Arc;

const SECOND: i64 = MINUTE / 60;

/// A house, and another server on its store.
struct Two {
    house: House,
    twin: Arc<Twin>,
    other: Store,
}

impl Two {
    async fn new() -> Self {
        let twin = Arc::new(Twin::new(Memory::LooksUp));
        let house = House::new(twin.clone()).await;
        let other = house.ground.store().await;
        Self { house, twin, other }
    }

    fn connectors(&self) -> Connectors {
        let there: Arc<dyn Connector> = self.twin.clone();
        Connectors::new([("there".to_owned(), there)])
    }

    fn other(&self) -> Carrier {
        Carrier::new(self.other.clone(), self.connectors())
    }

    fn poller(&self, store: &Store) -> Poller {
        let carrier = Carrier::new(store.clone(), self.connectors());
        let on_turn: OnTurn = Arc::new(|_, _| Box::pin(async { Ok(()) }));
        Poller::new(store.clone(), self.connectors(), carrier, on_turn)
    }

    async fn first(&self) -> Item {
        let due = rows::due(self.house.store.read(), "there", 0, 1).await;
        due.unwrap().remove(0)
    }

    fn there(&self) -> usize {
        self.twin.tickets().len()
    }
}

/// A file has one server; claims on it run out at once.
fn is_shared(two: &Two) -> bool {
    two.house.ground.database_url().is_some()
}

#[tokio::test]
async fn what_one_server_carries_another_leaves_alone_until_its_claim_has_run_out() {
    let two = Two::new().await;
    if !is_shared(&two) {
        return;
    }
    two.house.case("A", "there").await;
    let item = two.first().await;
    let claim = two.house.store.claimant().from(0);
    let (row, claiming) = (item.clone(), claim.clone());
    let begun = two
        .house
        .store
        .write(move |tx| Box::pin(async move { rows::begin(tx, &row, &claiming, 0).await }));
    let attempt = begun.await.unwrap().unwrap();
    two.twin
        .open(&crate::house::ticket("A"), "k")
        .await
        .unwrap();
    let other = two.other();
    assert_eq!(other.carry_one(29 * SECOND).await.unwrap(), Outcome::Empty);
    let next = rows::next_due(two.other.read(), "there").await.unwrap();
    assert_eq!(
        next,
        Some(30 * SECOND),
        "it comes back when the claim is over"
    );
    assert_eq!(
        other.carry_one(30 * SECOND).await.unwrap(),
        Outcome::Carried
    );
    assert_eq!(two.there(), 1, "it asked first");

    // The one that had stopped goes on after all, and changes nothing.
    let end = End::Later {
        next_at: 0,
        trouble: "no answer".to_owned(),
        doubt: rows::Doubt::Open,
    };
    let late = two.house.store.write(move |tx| {
        Box::pin(async move { rows::end(tx, &item, (attempt, &claim), &end, MINUTE).await })
    });
    assert!(!late.await.unwrap(), "it is told that it is late");
    let state = two.house.text("select state || in_doubt from outbox").await;
    assert_eq!(state, "carried0");
    let attempts = "select string_agg(outcome, ' ') from (select outcome from outbox_attempts order by attempt) a";
    assert_eq!(two.house.text(attempts).await, "late carried");
}

#[tokio::test]
async fn a_claim_that_is_renewed_does_not_run_out() {
    let two = Two::new().await;
    if !is_shared(&two) {
        return;
    }
    two.house.case("A", "there").await;
    let item = two.first().await;
    for now in [0, 20 * SECOND] {
        let (row, claim) = (item.clone(), two.house.store.claimant().from(now));
        let held = two.house.store.write(move |tx| {
            Box::pin(async move {
                if now == 0 {
                    rows::begin(tx, &row, &claim, 0).await?;
                    return Ok(());
                }
                rows::hold(tx, &row.id, &claim).await
            })
        });
        held.await.unwrap();
    }
    let other = two.other();
    assert_eq!(other.carry_one(49 * SECOND).await.unwrap(), Outcome::Empty);
    assert_eq!(
        other.carry_one(50 * SECOND).await.unwrap(),
        Outcome::Carried
    );
}

#[tokio::test]
async fn what_is_known_of_a_row_must_be_known_by_who_begins_to_carry_it() {
    let two = Two::new().await;
    two.house.case("A", "there").await;
    let read_before = two.first().await;
    two.twin.plan([Behave::ApplyThenFail(Trouble::Unknown(
        "no answer".to_owned(),
    ))]);
    assert_eq!(two.house.drain(0).await, [Outcome::Retried]);
    // Another server that had read it before knows of no doubt, and would send it blindly.
    let claim = two.other.claimant().from(MINUTE);
    let begun = two.other.write(move |tx| {
        Box::pin(async move { rows::begin(tx, &read_before, &claim, MINUTE).await })
    });
    assert_eq!(begun.await.unwrap(), None);
    assert_eq!(drain(&two.other(), MINUTE).await, [Outcome::Carried]);
    assert_eq!(two.there(), 1);
}

#[tokio::test]
async fn two_servers_that_carry_at_once_bring_everything_there_once() {
    let two = Two::new().await;
    if !is_shared(&two) {
        return;
    }
    let references: Vec<String> = (0..20).map(|number| format!("R{number:02}")).collect();
    for reference in &references {
        two.house.case(reference, "there").await;
    }
    let clock: server::outbox::Clock = Arc::new(|| 0);
    let other = two.other();
    let (ours, theirs) = tokio::join!(
        two.house.carrier.carry_handful("there", &clock),
        other.carry_handful("there", &clock),
    );
    assert_eq!(ours.unwrap() + theirs.unwrap(), references.len());
    let mut there: Vec<String> = two
        .twin
        .tickets()
        .into_iter()
        .map(|ticket| ticket.reference)
        .collect();
    there.sort();
    assert_eq!(there, references);
}

#[tokio::test]
async fn news_that_two_servers_find_at_once_are_in_the_log_once() {
    let two = Two::new().await;
    two.house.case("A", "there").await;
    assert_eq!(two.house.drain(0).await, [Outcome::Carried]);
    two.twin
        .work("0", |ticket| ticket.status = Status::InProgress);
    let (ours, theirs) = (two.poller(&two.house.store), two.poller(&two.other));
    let (ours, theirs) = tokio::join!(ours.poll_one(2 * MINUTE), theirs.poll_one(2 * MINUTE));
    assert!([ours.unwrap(), theirs.unwrap()].contains(&Polled::News));
    let log = events::read(two.house.store.read(), "A", false)
        .await
        .unwrap();
    let news = log.iter().filter(|event| event.kind == "back-office-state");
    assert_eq!(news.count(), 1, "{log:?}");
}

#[tokio::test]
async fn a_piece_of_work_is_claimed_by_one_and_taken_over_when_it_is_left() {
    let two = Two::new().await;
    if !is_shared(&two) {
        return;
    }
    let claims = |store: &Store, now: i64| {
        let (claim, store) = (store.claimant().from(now), store.clone());
        async move {
            let taken = store.write(move |tx| {
                Box::pin(async move { claims::take(tx, "work", &claim, now).await })
            });
            taken.await.unwrap()
        }
    };
    let (one, other) = (&two.house.store, &two.other);
    assert!(claims(one, 0).await);
    assert!(!claims(other, 29 * SECOND).await);
    assert!(claims(one, 29 * SECOND).await, "it goes on");
    assert!(!claims(other, 58 * SECOND).await);
    assert!(claims(other, 59 * SECOND).await);
    assert!(!claims(one, MINUTE).await);
}
