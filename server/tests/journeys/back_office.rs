//! What a back office hears of a case, and that a case and its way there are one thing.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    ground,
    house::House,
};
use app::desk::Role;
use serde_json::json;
use server::store::events::{self, NewEvent, Side};

/// A question that one department answers, and has.
async fn asked_for_an_invoice(house: &House) -> (Customer, String) {
    let mut customer = Customer::default();
    let receipt = ask_about(house, &mut customer, "invoice").await;
    house.carry().await;
    (customer, receipt.id("reference").unwrap())
}

/// A question that one department looks into and another answers.
async fn asked_for_a_refund(house: &House) -> (Customer, String) {
    let mut customer = Customer::default();
    let receipt = ask_for_a_refund(house, &mut customer).await;
    (customer, receipt.id("reference").unwrap())
}

async fn ask_for_a_refund(house: &House, customer: &mut Customer) -> Page {
    ask_about(house, customer, "refund").await
}

async fn ask_about(house: &House, customer: &mut Customer, topic: &str) -> Page {
    customer.get(house, "/enquiry").await;
    for (step, field, said) in [
        ("topic", "topic", topic),
        ("details", "details", "Paid twice in May."),
        ("contact", "contact", "none"),
    ] {
        customer
            .answer(house, "enquiry", step, &[(field, said)])
            .await;
    }
    customer.send(house, "enquiry").await
}

/// What is to be carried beside the openings: what, and for which leg.
async fn told(house: &House, reference: &str) -> String {
    let rows = "select coalesce(string_agg(verb || seq, ' '), '') from (
           select o.verb, l.seq from outbox o join legs l on l.id = o.leg_id
           join cases c on c.id = o.case_id
           where c.reference = $1 and o.verb <> 'open' order by o.seq) told";
    house.text(rows, reference).await
}

async fn run(house: &House, statement: &'static str) {
    let done = house.office.store.write(move |tx| {
        Box::pin(async move { Ok(sqlx::query(statement).execute(tx).await.map(drop)?) })
    });
    done.await.unwrap();
}

#[tokio::test]
async fn a_case_its_first_event_its_legs_and_its_way_there_are_written_together_or_not_at_all() {
    for refused in ["events", "legs", "promises", "outbox"] {
        let house = House::open().await;
        ground::refuse(&house.office.store, refused, "true").await;
        let mut customer = Customer::default();
        let page = ask_for_a_refund(&house, &mut customer).await;
        assert_eq!(page.id("reference"), None, "nothing is acknowledged");
        for what in ["cases", "events", "outbox"] {
            assert_eq!(house.count(what).await, 0, "{what}: {refused}");
        }
        // What was typed is still there to be sent.
        ground::allow(&house.office.store, refused).await;
        let receipt = customer.send(&house, "enquiry").await;
        assert!(receipt.id("reference").is_some(), "{}", receipt.html);
        for what in ["cases", "events", "outbox"] {
            assert_eq!(house.count(what).await, 1, "{what}");
        }
    }
}

#[tokio::test]
async fn a_message_written_before_the_case_has_arrived_follows_it_there() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_a_refund(&house).await;
    let message = [
        ("reference", reference.as_str()),
        ("key", "once"),
        ("text", "And once in June."),
    ];
    customer.post(&house, "/api/track/write", &message).await;
    assert_eq!(told(&house, &reference).await, "note1");
    assert_eq!(house.carry().await, 2, "the opening, and then the message");
}

#[tokio::test]
async fn still_not_fixed_reaches_whoever_is_to_go_on_and_nobody_else() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_a_refund(&house).await;
    house.finish(&reference).await;
    let not = [("reference", reference.as_str()), ("text", "No money yet.")];
    customer.post(&house, "/api/track/reopen", &not).await;
    assert_eq!(told(&house, &reference).await, "state2 note2");
}

#[tokio::test]
async fn a_case_that_is_closed_is_closed_wherever_it_was_worked() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_a_refund(&house).await;
    house.finish(&reference).await;
    let yes = [("reference", reference.as_str())];
    customer.post(&house, "/api/track/confirm", &yes).await;
    assert_eq!(told(&house, &reference).await, "state1 state2");

    let (_, silent) = asked_for_a_refund(&house).await;
    house.finish(&silent).await;
    let days = house.office.shelf.current().front.periods.close_after_days;
    for _ in 0..2 {
        house.pass(24 * i64::from(days));
        house.office.sweep().await.unwrap();
    }
    assert_eq!(told(&house, &silent).await, "state1 state2");
}

/// Somebody who may decide what becomes of rows in trouble.
async fn coordinator(house: &House) -> Customer {
    employ(house, "carla", "customer-service", Role::Coordinator).await;
    sign_in(house, "carla", "right").await.0
}

#[tokio::test]
async fn what_could_not_be_carried_is_seen_by_staff_and_carried_when_they_say_so() {
    let house = House::open().await;
    let (_, reference) = asked_for_a_refund(&house).await;
    run(&house, "update outbox set payload = 'x' || payload").await;
    assert_eq!(house.carry().await, 1);
    employ(&house, "sam", "billing", Role::Specialist).await;
    let (mut sam, _) = sign_in(&house, "sam", "right").await;
    let mut carla = coordinator(&house).await;
    for person in [&mut sam, &mut carla] {
        assert!(person.get(&house, "/desk/outbox").await.holds(&reference));
    }

    run(&house, "update outbox set payload = substr(payload, 2)").await;
    let row = "select o.id from outbox o join cases c on c.id = o.case_id where c.reference = $1";
    let id = house.text(row, &reference).await;
    let replay = [("id", id.as_str()), ("act", "replay")];
    sam.post(&house, "/api/desk/decide", &replay).await;
    assert_eq!(
        house.carry().await,
        0,
        "a specialist sees and does not decide"
    );
    carla.post(&house, "/api/desk/decide", &replay).await;
    assert_eq!(house.carry().await, 1);
    assert!(!carla.get(&house, "/desk/outbox").await.holds(&reference));
}

#[tokio::test]
async fn what_may_be_there_twice_is_seen_until_somebody_has_looked() {
    let house = House::open().await;
    let (_, reference) = asked_for_a_refund(&house).await;
    house.carry().await;
    run(&house, "update outbox set maybe_doubled = 1").await;
    let mut carla = coordinator(&house).await;
    assert!(carla.get(&house, "/desk/outbox").await.holds(&reference));
    let row = "select o.id from outbox o join cases c on c.id = o.case_id where c.reference = $1";
    let id = house.text(row, &reference).await;
    let settled = [("id", id.as_str()), ("act", "settled")];
    carla.post(&house, "/api/desk/decide", &settled).await;
    assert!(!carla.get(&house, "/desk/outbox").await.holds(&reference));
}

#[tokio::test]
async fn what_a_back_office_writes_is_told_once_the_owner_says_so_and_in_their_words() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_a_refund(&house).await;
    house.carry().await;
    let case = house
        .text("select id from cases where reference = $1", &reference)
        .await;
    let (of, now) = (case.clone(), (house.office.clock)());
    let written = house.office.store.write(move |tx| {
        let note = NewEvent {
            at: now,
            side: Side::Below,
            kind: "back-office-note",
            actor: "connector:desk",
            channel: "api",
            body: json!({ "text": "Paid back on the 3rd, ref 77." }),
        };
        Box::pin(async move { events::append(tx, &of, note).await.map(drop) })
    });
    written.await.unwrap();
    let track = format!("/track/{reference}");
    assert!(!customer.get(&house, &track).await.holds("on the 3rd"));

    let mut carla = coordinator(&house).await;
    let desk = carla.get(&house, &format!("/desk/case/{reference}")).await;
    assert!(desk.holds("Paid back on the 3rd, ref 77."));
    let key = desk.hidden("key").unwrap();
    let event = desk.hidden("event").unwrap();
    let publish = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("event", event.as_str()),
        ("text", "You have your money back."),
    ];
    carla.post(&house, "/api/desk/publish", &publish).await;
    let page = customer.get(&house, &track).await;
    assert!(page.holds("You have your money back."));
    assert!(!page.holds("ref 77"));
}

#[tokio::test]
async fn a_part_that_is_marked_done_at_the_desk_asks_the_customer() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_an_invoice(&house).await;
    employ(&house, "anna", "customer-service", Role::Specialist).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    for (act, key) in [("accept", "a"), ("finish", "b")] {
        let key = key.repeat(26);
        let fields = [
            ("reference", reference.as_str()),
            ("key", key.as_str()),
            ("leg", "1"),
            ("text", "Your invoices are on their way."),
        ];
        anna.post(&house, &format!("/api/desk/{act}"), &fields)
            .await;
    }
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("Your invoices are on their way."));
    assert!(page.holds("/api/track/confirm"), "is it fixed?");
}

#[tokio::test]
async fn what_a_back_office_declined_can_be_done_another_way() {
    let house = House::open().await;
    let (mut customer, reference) = asked_for_an_invoice(&house).await;
    run(
        &house,
        "update legs set connector = 'elsewhere', state = 'declined'",
    )
    .await;
    employ(&house, "anna", "customer-service", Role::Specialist).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let key = "a".repeat(26);
    let done = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("leg", "1"),
        ("text", ""),
    ];
    anna.post(&house, "/api/desk/finish", &done).await;
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("/api/track/confirm"), "is it fixed?");
    assert_eq!(told(&house, &reference).await, "", "it is over there");
}
