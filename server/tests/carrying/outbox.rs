//! The carrier against the memory twin: order, repeats, doubts, the breaker, and giving up.

use crate::{
    ground,
    house::{House, MINUTE, drain, ticket},
};
use serde_json::json;
use server::{
    connectors::{
        Connector, Connectors, Trouble,
        lifecycle::Status,
        memory::{Behave, Memory, Twin},
        ticket::StateChange,
    },
    outbox::{Carrier, Clock, Outcome},
    store::outbox::{self as rows, Changed, Item, Verb},
};
use std::{ops::Deref, sync::Arc};

const DAY: i64 = 1440 * MINUTE;

/// A house with a twin for a back office.
struct Twinned {
    house: House,
    twin: Arc<Twin>,
}

impl Deref for Twinned {
    type Target = House;

    fn deref(&self) -> &House {
        &self.house
    }
}

impl Twinned {
    async fn new(memory: Memory) -> Self {
        let twin = Arc::new(Twin::new(memory));
        Self {
            house: House::new(twin.clone()).await,
            twin,
        }
    }

    /// The same store and back office after a crash: what was in memory is gone.
    fn restarted(&self) -> Carrier {
        let there: Arc<dyn Connector> = self.twin.clone();
        Carrier::new(
            self.store.clone(),
            Connectors::new([("there".to_owned(), there)]),
        )
    }

    /// A server that begins to carry, and gets no further.
    async fn begin(&self, item: Item) {
        let claim = self.store.claimant().from(0);
        self.store
            .write(move |tx| Box::pin(async move { rows::begin(tx, &item, &claim, 0).await }))
            .await
            .unwrap()
            .expect("begun");
    }

    fn notes(&self) -> Vec<String> {
        self.twin
            .tickets()
            .iter()
            .flat_map(|ticket| &ticket.notes)
            .map(|note| note.text.clone())
            .collect()
    }

    fn references(&self) -> Vec<String> {
        self.twin
            .tickets()
            .into_iter()
            .map(|ticket| ticket.reference)
            .collect()
    }
}

fn away() -> Behave {
    Behave::Fail(Trouble::later("away"))
}

fn lost() -> Behave {
    Behave::ApplyThenFail(Trouble::Unknown("no answer".to_owned()))
}

#[tokio::test]
async fn a_case_for_the_desk_is_queued_there() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "desk").await;
    assert_eq!(house.drain(1).await, [Outcome::Carried]);
    assert_eq!(house.text("select state from legs").await, "queued");
    assert_eq!(house.text("select state from outbox").await, "carried");
    assert_eq!(
        house.text("select side || kind || actor from events").await,
        "belowleg-queuedconnector:desk"
    );
}

#[tokio::test]
async fn everything_of_a_case_is_carried_in_its_order() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.note("A", "first").await;
    house.note("A", "second").await;
    let change = StateChange {
        to: Status::Cancelled,
        reason: "no longer needed".to_owned(),
    };
    house.more("A", "there", Verb::State, json!(change)).await;
    // The opening fails twice; nothing of the case overtakes it.
    house.twin.plan([away(), away()]);
    assert_eq!(house.drain(0).await, [Outcome::Retried]);
    assert_eq!(house.drain(10 * MINUTE).await, [Outcome::Retried]);
    assert_eq!(house.drain(20 * MINUTE).await, [Outcome::Carried; 4]);
    assert_eq!(house.notes(), ["first", "second"]);
    assert_eq!(house.twin.tickets()[0].status, Status::Cancelled);
}

#[tokio::test]
async fn what_was_tried_waits_before_the_next_try() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.twin.plan([away()]);
    assert_eq!(house.drain(0).await, [Outcome::Retried]);
    assert_eq!(house.drain(MINUTE / 3).await, []);
    let due = rows::next_due(house.store.read(), "there")
        .await
        .unwrap()
        .unwrap();
    assert!((MINUTE * 2 / 5 - 1..MINUTE).contains(&due), "{due}");
    assert_eq!(house.drain(due).await, [Outcome::Carried]);
}

#[tokio::test]
async fn a_poisoned_case_stops_itself_and_no_other() {
    let house = Twinned::new(Memory::LooksUp).await;
    for reference in ["A", "B", "C"] {
        house.case(reference, "there").await;
        house.note(reference, reference).await;
    }
    house.twin.always("B", Behave::Panic);
    assert_eq!(house.drain(0).await.len(), 5);
    assert_eq!(house.references(), ["A", "C"]);
    assert_eq!(house.notes(), ["A", "C"]);
    let shown = house.shown().await;
    assert_eq!(shown.len(), 1);
    assert_eq!(
        (shown[0].reference.as_str(), shown[0].trouble()),
        ("B", rows::Trouble::Trying)
    );
}

#[tokio::test]
async fn a_row_that_the_store_refuses_takes_no_other_along() {
    let house = Twinned::new(Memory::LooksUp).await;
    for reference in ["A", "B", "C"] {
        house.case(reference, "there").await;
    }
    let of_a = "new.outbox_id = (select id from outbox where case_id = 'A')";
    ground::refuse(&house.store, "outbox_attempts", of_a).await;
    let clock: Clock = Arc::new(|| 0);
    assert!(house.carrier.carry_handful("there", &clock).await.is_err());
    assert_eq!(house.references().len(), 2);
    ground::allow(&house.store, "outbox_attempts").await;
    assert_eq!(house.drain(0).await, [Outcome::Carried]);
}

#[tokio::test]
async fn a_payload_that_cannot_be_read_dies_at_once() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house
        .more("A", "there", Verb::Note, json!({ "text": 3 }))
        .await;
    assert_eq!(house.drain(0).await, [Outcome::Carried, Outcome::Died]);
    assert_eq!(house.twin.asked(), 1);
}

#[tokio::test]
async fn a_refused_row_waits_for_a_person_and_blocks_its_case_until_then() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.note("A", "refused").await;
    house.note("A", "after it").await;
    assert_eq!(house.carrier.carry_one(0).await.unwrap(), Outcome::Carried);
    house
        .twin
        .plan([Behave::Fail(Trouble::Refused("400".to_owned()))]);
    assert_eq!(house.drain(0).await, [Outcome::Died]);
    assert_eq!(house.drain(30 * DAY).await, []);
    let shown = house.shown().await;
    assert_eq!(
        (shown[0].trouble(), shown[0].last_trouble.as_deref()),
        (rows::Trouble::Dead, Some("400"))
    );
    let depth = rows::depth(house.store.read()).await.unwrap();
    assert_eq!(
        (depth.waiting, depth.dead, depth.oldest_at),
        (1, 1, Some(0))
    );

    let id = shown[0].id.clone();
    let again = id.clone();
    let aside = house
        .store
        .write(move |tx| Box::pin(async move { rows::set_aside(tx, &id).await }))
        .await
        .unwrap();
    assert_eq!(aside, Changed::Done);
    let replay = house
        .store
        .write(move |tx| Box::pin(async move { rows::replay(tx, &again, 0).await }))
        .await
        .unwrap();
    assert_eq!(replay, Changed::TooLate);
    assert_eq!(house.drain(30 * DAY).await, [Outcome::Carried]);
    assert_eq!(house.notes(), ["after it"]);
}

#[tokio::test]
async fn a_dead_row_that_is_replayed_goes_first() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.note("A", "after it").await;
    house
        .twin
        .plan([Behave::Fail(Trouble::Refused("422".to_owned()))]);
    assert_eq!(house.drain(0).await, [Outcome::Died]);
    let id = house.shown().await[0].id.clone();
    house
        .store
        .write(move |tx| Box::pin(async move { rows::replay(tx, &id, DAY).await }))
        .await
        .unwrap();
    assert_eq!(house.drain(DAY).await, [Outcome::Carried; 2]);
    assert_eq!(house.notes(), ["after it"]);
    let attempts = house
        .text("select string_agg(attempt || outcome, ',') from outbox_attempts where attempt < 3")
        .await;
    assert_eq!(attempts, "1dead,2carried,1carried");
}

#[tokio::test]
async fn an_answer_that_was_lost_makes_no_second_ticket() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.note("A", "hello").await;
    house.twin.plan([lost()]);
    assert_eq!(house.drain(0).await, [Outcome::Retried]);
    house.twin.plan([lost()]);
    assert_eq!(
        house.drain(MINUTE).await,
        [Outcome::Carried, Outcome::Retried]
    );
    assert_eq!(house.drain(2 * MINUTE).await, [Outcome::Carried]);
    assert_eq!(house.references(), ["A"]);
    assert_eq!(house.notes(), ["hello"]);
    assert_eq!(house.text("select foreign_id from counterparts").await, "0");
    assert!(house.shown().await.is_empty());
}

#[tokio::test]
async fn a_crash_between_sending_and_noting_makes_no_second_ticket() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    let item = rows::due(house.store.read(), "there", 0, 1)
        .await
        .unwrap()
        .remove(0);
    house.begin(item.clone()).await;
    house
        .twin
        .open(&ticket("A"), &item.idempotency)
        .await
        .unwrap();
    assert_eq!(drain(&house.restarted(), MINUTE).await, [Outcome::Carried]);
    assert_eq!(house.references(), ["A"]);
}

#[tokio::test]
async fn a_crash_before_sending_still_brings_it_there() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    let item = rows::due(house.store.read(), "there", 0, 1)
        .await
        .unwrap()
        .remove(0);
    house.begin(item).await;
    assert_eq!(drain(&house.restarted(), MINUTE).await, [Outcome::Carried]);
    assert_eq!(house.references(), ["A"]);
    assert!(house.shown().await.is_empty());
}

#[tokio::test]
async fn a_receiver_that_cannot_be_asked_gets_it_again_and_a_person_is_told() {
    let house = Twinned::new(Memory::CannotTell).await;
    house.case("A", "there").await;
    house.twin.plan([lost(), lost()]);
    assert_eq!(house.drain(0).await, [Outcome::Retried]);
    assert_eq!(house.drain(MINUTE).await, [Outcome::Retried]);
    assert_eq!(house.drain(3 * MINUTE).await, [Outcome::Carried]);
    assert_eq!(house.references(), ["A", "A", "A"]);
    let told = "select cast(count(*) as text) from events where kind = 'maybe-doubled'";
    assert_eq!(house.text(told).await, "1");
    let shown = house.shown().await;
    assert_eq!(shown[0].trouble(), rows::Trouble::MaybeDoubled);
    assert_eq!(
        house
            .text("select side || kind from events where seq = 1")
            .await,
        "belowmaybe-doubled"
    );
    let id = shown[0].id.clone();
    house
        .store
        .write(move |tx| Box::pin(async move { rows::settle_doubled(tx, &id).await }))
        .await
        .unwrap();
    assert!(house.shown().await.is_empty());
}

#[tokio::test]
async fn trouble_for_certain_leaves_no_doubt() {
    let house = Twinned::new(Memory::CannotTell).await;
    house.case("A", "there").await;
    house.twin.plan([away()]);
    assert_eq!(house.drain(0).await, [Outcome::Retried]);
    assert_eq!(house.drain(MINUTE).await, [Outcome::Carried]);
    assert!(house.shown().await.is_empty());
}

#[tokio::test]
async fn a_back_office_that_stays_away_is_tried_for_days_and_then_a_person_is_asked() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "there").await;
    house.twin.always("A", away());
    let mut now = 0;
    loop {
        // The breaker is new each time: this is about the row.
        match house.restarted().carry_one(now).await.unwrap() {
            Outcome::Retried => {
                now = rows::next_due(house.store.read(), "there")
                    .await
                    .unwrap()
                    .unwrap()
            }
            outcome => {
                assert_eq!(outcome, Outcome::Died);
                break;
            }
        }
    }
    assert!(
        (9 * DAY / 2..11 * DAY / 2).contains(&now),
        "{} days",
        now / DAY
    );
}

#[tokio::test]
async fn the_breaker_spares_a_back_office_that_is_down_and_the_rows_their_tries() {
    let house = Twinned::new(Memory::LooksUp).await;
    for case in 0..20 {
        house.case(&format!("case {case:02}"), "there").await;
    }
    house.twin.plan((0..6).map(|_| away()));
    assert_eq!(house.drain(0).await, [Outcome::Retried; 5]);
    // One probe, which fails; then one that goes well opens the way for all.
    assert_eq!(house.drain(MINUTE).await, [Outcome::Retried]);
    assert_eq!(house.drain(MINUTE + 1).await, []);
    assert_eq!(house.drain(10 * MINUTE).await, [Outcome::Carried; 20]);
    assert_eq!(
        house
            .text("select cast(sum(attempts) as text) from outbox")
            .await,
        "26"
    );
}

#[tokio::test]
async fn a_breaker_that_is_open_holds_up_no_other_connector() {
    let house = Twinned::new(Memory::LooksUp).await;
    for case in 0..6 {
        house.case(&format!("case {case}"), "there").await;
    }
    house.twin.plan((0..6).map(|_| away()));
    house.drain(0).await;
    house.case("A", "desk").await;
    assert_eq!(house.drain(0).await, [Outcome::Carried]);
}

#[tokio::test]
async fn a_row_for_a_connector_that_is_gone_is_shown_to_a_person() {
    let house = Twinned::new(Memory::LooksUp).await;
    house.case("A", "nowhere").await;
    assert_eq!(house.drain(0).await, [Outcome::Died]);
    assert_eq!(
        house.shown().await[0].last_trouble.as_deref(),
        Some("there is no such connector")
    );
}

#[tokio::test]
async fn what_is_written_while_it_runs_is_carried_on_waking() {
    let house = Twinned::new(Memory::LooksUp).await;
    let running = house.carrier.start(Arc::new(|| MINUTE));
    house.case("A", "there").await;
    house.carrier.wake();
    while house.text("select state from outbox").await != "carried" {
        tokio::task::yield_now().await;
    }
    running.stop().await;
    assert_eq!(house.references(), ["A"]);
}
