//! Parts passed on: offered, taken, declined, taken back.

use super::{Colleague, EVENTS, LEGS, OWNER, STATE, taken};
use crate::house::House;
use app::desk::Role;

#[tokio::test]
async fn a_part_that_is_passed_on_stays_with_its_giver_until_it_is_taken() {
    let house = House::open().await;
    let (mut customer, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    assert!(
        !bill.case(&house, &case).await.holds("My bill is wrong."),
        "not theirs yet"
    );
    let page = anna.pass_to_billing(&house, &case, "1").await;
    assert!(page.holds("Offered to"), "{}", page.html);
    let legs = house.text(LEGS, &case).await;
    assert!(legs.contains(":accepted 2:billing:queued"), "{legs}");
    let seen = bill.case(&house, &case).await;
    assert!(seen.holds("October, 40 too much") && seen.holds("The amount is wrong."));
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let legs = house.text(LEGS, &case).await;
    assert!(legs.contains(":done 2:billing:accepted"), "{legs}");
    assert_eq!(
        house.text(OWNER, &case).await,
        "anna",
        "who took the case first owns it still"
    );
    assert!(
        anna.case(&house, &case).await.holds("My bill is wrong."),
        "and sees each hop"
    );
    bill.act(
        &house,
        "finish",
        &case,
        &[("leg", "2"), ("text", "40 are given back.")],
    )
    .await;
    assert_eq!(
        house.text(STATE, &case).await,
        "working",
        "the owner has not looked yet"
    );
    let told = customer.get(&house, &format!("/track/{case}")).await;
    assert!(
        !told.holds("40 are given back."),
        "only the owner tells the customer"
    );
    assert!(anna.browser.get(&house, "/desk/mine").await.holds(&case));
    anna.act(&house, "reply", &case, &[("text", "We give 40 back.")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
    let told = customer.get(&house, &format!("/track/{case}")).await;
    assert!(told.holds("We give 40 back."));
    for inner in ["Billing", "October, 40", "The amount is wrong."] {
        assert!(!told.holds(inner), "the customer reads {inner}");
    }
}

#[tokio::test]
async fn what_the_receiver_needs_must_be_there_before_anything_is_offered() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let fields = [
        ("leg", "1"),
        ("to", "hq.billing"),
        ("needs", "2"),
        ("need-0", "138 0013 8000"),
        ("need-1", " "),
        ("text", "The amount is wrong."),
    ];
    let page = anna.act(&house, "pass", &case, &fields).await;
    assert!(page.is_refusal() && page.leads_to("need-1"), "{}", page.at);
    assert!(
        page.holds("138 0013 8000") && page.holds("The amount is wrong."),
        "nothing typed is lost"
    );
    // A form made before the receiver asked for more is answered with what it asks for now.
    let old = [
        ("leg", "1"),
        ("to", "hq.billing"),
        ("needs", "0"),
        ("text", "Please."),
    ];
    anna.act(&house, "pass", &case, &old).await;
    assert!(!house.text(LEGS, &case).await.contains("billing"));
    for nowhere in [
        "hq.nobody",
        "mars.billing",
        "lancheng.billing",
        "billing",
        "",
    ] {
        let fields = [
            ("leg", "1"),
            ("to", nowhere),
            ("needs", "0"),
            ("text", "Please."),
        ];
        anna.act(&house, "pass", &case, &fields).await;
    }
    assert!(
        house
            .maybe("select id from passings where case_id <> $1", "")
            .await
            .is_none()
    );
}

#[tokio::test]
async fn every_refusal_is_counted_and_the_third_is_a_coordinators_to_decide() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    let page = bill
        .act(&house, "decline", &case, &[("leg", "1"), ("text", "No.")])
        .await;
    assert!(
        !page.holds("My bill"),
        "what one may not see cannot be declined"
    );
    for leg in ["2", "3", "4"] {
        anna.pass_to_billing(&house, &case, "1").await;
        let empty = bill
            .act(&house, "decline", &case, &[("leg", leg), ("text", "")])
            .await;
        assert!(empty.is_refusal(), "a refusal says why");
        bill.act(
            &house,
            "decline",
            &case,
            &[("leg", leg), ("text", "Not a bill of ours.")],
        )
        .await;
    }
    let bounces = "select cast(bounces as text) from cases where reference = $1 and undecided_since is not null";
    assert_eq!(house.maybe(bounces, &case).await.as_deref(), Some("3"));
    let page = anna.case(&house, &case).await;
    assert!(page.holds("Not a bill of ours.") && page.holds("a coordinator must decide"));
    anna.pass_to_billing(&house, &case, "1").await;
    assert!(
        !house.text(LEGS, &case).await.contains("5:"),
        "not the giver's to offer any more"
    );
    let mut cora = Colleague::new(&house, "cora", "customer-service", Role::Coordinator).await;
    cora.pass_to_billing(&house, &case, "1").await;
    assert!(house.maybe(bounces, &case).await.is_none(), "decided");
    bill.act(
        &house,
        "decline",
        &case,
        &[("leg", "5"), ("text", "No, really.")],
    )
    .await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.contains("5:billing:queued"),
        "a decision cannot be declined: {legs}"
    );
    bill.act(&house, "accept", &case, &[("leg", "5")]).await;
    bill.act(&house, "finish", &case, &[("leg", "5"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "working");
    let half = [("act", "lang-en"), ("text", "The amount w")];
    let page = anna.act(&house, "check", &case, &half).await;
    assert!(page.at.ends_with("/check"), "{}", page.at);
    assert!(
        page.holds("The amount w</textarea>"),
        "another language keeps what is written: {}",
        page.html
    );
    assert_eq!(
        house.text(STATE, &case).await,
        "working",
        "and judges nothing"
    );
    let lacking = [("act", "lacking"), ("text", "The amount was not said.")];
    anna.act(&house, "check", &case, &lacking).await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.contains("5:billing:queued"),
        "what is lacking goes back to work: {legs}"
    );
    bill.act(&house, "accept", &case, &[("leg", "5")]).await;
    bill.act(&house, "finish", &case, &[("leg", "5"), ("text", "")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
}

#[tokio::test]
async fn an_offer_is_taken_back_by_its_giver_or_by_finishing_the_work() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    anna.act(&house, "withdraw", &case, &[("leg", "2")]).await;
    assert!(house.text(LEGS, &case).await.contains("2:billing:declined"));
    anna.pass_to_billing(&house, &case, "1").await;
    anna.act(
        &house,
        "finish",
        &case,
        &[("leg", "1"), ("text", "It was simple.")],
    )
    .await;
    assert_eq!(house.text(STATE, &case).await, "done");
    assert!(house.text(LEGS, &case).await.contains("3:billing:declined"));
    let bounces = "select cast(bounces as text) from cases where reference = $1";
    assert_eq!(
        house.text(bounces, &case).await,
        "0",
        "nobody declined anything"
    );
}

#[tokio::test]
async fn an_offer_that_nobody_answers_in_time_is_told_once() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    assert_eq!(house.office.sweep().await.unwrap().overdue, 0);
    house.pass(30);
    assert_eq!(house.office.sweep().await.unwrap().overdue, 1);
    assert_eq!(house.office.sweep().await.unwrap().overdue, 0);
    assert!(house.text(EVENTS, &case).await.contains("offer-overdue"));
    anna.back(&house).await;
    assert!(anna.case(&house, &case).await.holds("not answered in time"));
}

#[tokio::test]
async fn the_clock_of_a_passing_is_the_givers_until_it_is_taken() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    house.pass(1);
    anna.back(&house).await;
    anna.pass_to_billing(&house, &case, "1").await;
    house.pass(2);
    bill.back(&house).await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    house.pass(3);
    let spells = "select string_agg(one, ' ') from (
        select s.holder || ':' || cast((coalesce(s.ended_at, 0) - s.begun_at) / 3600000000 as text) as one
        from spells s join cases c on c.id = s.case_id where c.reference = $1 and s.ended_at is not null
        order by s.holder, s.begun_at) q";
    assert_eq!(house.text(spells, &case).await, "leg:3 offer:2");
}
