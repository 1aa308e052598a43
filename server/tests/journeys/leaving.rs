//! Somebody leaves: what they took goes back, what they answered for falls to its duty and needs a
//! person, and no case is without somebody.

use super::{
    absence::owned_by,
    colleagues::{command, id_of, press},
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

async fn house() -> (House, Customer, Customer) {
    let house = House::open().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    employ(&house, "anna", "customer-service", Role::Coordinator).await;
    let (wei, _) = sign_in(&house, "wei", "right").await;
    let (anna, _) = sign_in(&house, "anna", "right").await;
    (house, wei, anna)
}

const GIVEN_BACK: &str = "select e.side from events e join cases c on c.id = e.case_id where c.reference = $1 and e.kind = 'leg-given-back'";
const NEEDS_PERSON: &str = "select e.side from events e join cases c on c.id = e.case_id where c.reference = $1 and e.kind = 'needs-person'";
const STATE: &str = "select l.state || '/' || coalesce(l.staff_id, 'nobody') from legs l join cases c on c.id = l.case_id where c.reference = $1 order by l.seq";

#[tokio::test]
async fn the_cases_of_somebody_who_leaves_fall_to_their_duty_and_need_a_person() {
    let (house, mut wei, mut anna) = house().await;
    let (mut customer, reference) = owned_by(&house, &mut anna).await;
    let page = press(&house, &mut wei, "leave", "anna", &[]).await;
    assert!(page.at.contains("?did=staff-leave"), "{}", page.at);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    assert_eq!(house.text(STATE, &reference).await, "queued/nobody");
    for kind in [GIVEN_BACK, NEEDS_PERSON] {
        assert_eq!(house.text(kind, &reference).await, "below", "{kind}");
    }

    // Who holds the duty has it on top, who does not has nothing of it.
    employ(&house, "nina", "customer-service", Role::Front).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut otto, queue) = sign_in(&house, "otto", "right").await;
    assert!(!queue.holds(&reference));
    let path = format!("/desk/case/{reference}");
    assert_eq!(otto.get(&house, &path).await.status, 404);
    let (mut nina, queue) = sign_in(&house, "nina", "right").await;
    assert!(queue.holds("Needs a person") && queue.holds(&reference));
    let case = nina.get(&house, &path).await;
    assert!(case.holds("Needs a person") && case.holds("/api/desk/own"));

    let key = "t".repeat(26);
    let fields = [("reference", reference.as_str()), ("key", key.as_str())];
    let page = otto.post(&house, "/api/desk/own", &fields).await;
    assert_eq!(page.at, "/sorry/not-found");
    let page = nina.post(&house, "/api/desk/own", &fields).await;
    assert_eq!(page.at, format!("{path}?did=own"));
    nina.post(&house, "/api/desk/own", &fields).await;
    let owner = "select owner_staff_id from cases where reference = $1 and needs_person_at is null";
    assert_eq!(
        house.text(owner, &reference).await,
        id_of(&house, "nina").await
    );
    let queue = nina.get(&house, "/desk").await;
    assert!(!queue.holds("Needs a person"));

    // Somebody was quicker.
    let key = "u".repeat(26);
    let fields = [("reference", reference.as_str()), ("key", key.as_str())];
    let late = wei.post(&house, "/api/desk/own", &fields).await;
    assert_eq!(late.at, format!("{path}?late"));

    let tracked = customer.get(&house, &format!("/track/{reference}")).await;
    for inner in ["anna", "nina", "Needs a person", "left"] {
        assert!(
            !tracked.holds(inner),
            "{inner} is no business of a customer's"
        );
    }
}

#[tokio::test]
async fn taking_a_part_of_a_case_that_needs_a_person_takes_the_case() {
    let (house, mut wei, mut anna) = house().await;
    let (_, reference) = owned_by(&house, &mut anna).await;
    press(&house, &mut wei, "leave", "anna", &[]).await;
    let key = "p".repeat(26);
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("leg", "1"),
    ];
    wei.post(&house, "/api/desk/accept", &fields).await;
    let owner = "select owner_staff_id from cases where reference = $1 and needs_person_at is null";
    assert_eq!(
        house.text(owner, &reference).await,
        id_of(&house, "wei").await
    );
}

#[tokio::test]
async fn a_case_that_is_opened_again_after_its_owner_left_needs_a_person_too() {
    let (house, _, mut anna) = house().await;
    let (mut customer, reference) = owned_by(&house, &mut anna).await;
    let case = "select id from cases where reference = $1";
    let case = house.text(case, &reference).await;
    let now = (house.office.clock)();
    let id = house
        .text("select id from legs where case_id = $1", &case)
        .await;
    let done = house.office.store.write(move |tx| {
        Box::pin(async move { server::office::legs::finish(tx, &case, &id, "rule", now).await })
    });
    done.await.unwrap();
    let path = format!("/track/{reference}");
    customer.get(&house, &path).await;
    let page = customer.say(&house, "confirm", &reference, "").await;
    assert!(page.status < 400, "{}", page.at);
    assert_eq!(
        command(&house, &["leave", "anna"], "").await.unwrap(),
        "anna: done"
    );
    customer.get(&house, &path).await;
    let page = customer
        .say(&house, "reopen", &reference, "Still not there.")
        .await;
    assert!(page.status < 400, "{}", page.at);
    let marked = "select owner_duty from cases where reference = $1 and needs_person_at is not null and owner_staff_id is null";
    assert!(house.maybe(marked, &reference).await.is_some());
}

#[tokio::test]
async fn where_the_deputy_leaves_the_owner_answers_again() {
    let (house, mut wei, mut anna) = house().await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let otto = id_of(&house, "otto").await;
    let fields = [("until", "2026-11-24T10:00"), ("deputy", otto.as_str())];
    press(&house, &mut anna, "away", "anna", &fields).await;
    press(&house, &mut wei, "leave", "otto", &[]).await;
    let annas = id_of(&house, "anna").await;
    let now = (house.office.clock)();
    let answers = house.office.answering_for(&annas, now).await.unwrap();
    assert_eq!(answers, annas);
}

#[tokio::test]
async fn an_owner_finds_at_their_cases_that_their_deputy_has_left() {
    let (house, mut wei, mut anna) = house().await;
    let (_, reference) = owned_by(&house, &mut anna).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let deputy = id_of(&house, "otto").await;
    let away = [("until", "2026-11-24T10:00"), ("deputy", deputy.as_str())];
    press(&house, &mut wei, "away", "anna", &away).await;
    let path = format!("/desk/case/{reference}");
    const TOLD: &str = "The deputy has left";
    assert!(!anna.get(&house, &path).await.holds(TOLD));
    press(&house, &mut wei, "leave", "otto", &[]).await;
    let page = anna.get(&house, &path).await;
    assert!(page.holds(TOLD) && page.holds("otto"), "{}", page.html);
    let side = "select e.side from events e join cases c on c.id = e.case_id where c.reference = $1 and e.kind = 'deputy-left'";
    assert_eq!(house.text(side, &reference).await, "below");
}
