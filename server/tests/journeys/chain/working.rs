//! The work on the parts: side by side, rated by who goes on with it, looked at by the owner.

use super::{Colleague, EVENTS, LEGS, STATE, taken};
use crate::house::House;
use app::desk::Role;

#[tokio::test]
async fn the_receiver_rates_what_it_was_handed_in_one_tap_and_says_why_when_it_was_poor() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    anna.pass_to_billing(&house, &case, "1").await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let tap = |score| [("leg", "1"), ("by", "2"), ("act", score)];
    let page = bill.act(&house, "rate", &case, &tap("poor")).await;
    assert!(
        page.is_refusal() && page.leads_to("rate-1"),
        "a poor one needs a reason"
    );
    let fields = [
        ("leg", "1"),
        ("by", "2"),
        ("act", "poor"),
        ("text", "The month was missing."),
    ];
    bill.act(&house, "rate", &case, &fields).await;
    bill.act(&house, "rate", &case, &tap("good")).await;
    let rated = "select cast(score as text) || reason from ratings where rated_leg_id <> $1";
    assert_eq!(
        house.text(rated, "").await,
        "1The month was missing.",
        "once and for good"
    );
    let page = anna.act(&house, "rate", &case, &tap("good")).await;
    assert!(!page.at.contains("did="), "nobody rates their own work");
    assert!(
        anna.case(&house, &case)
            .await
            .holds("The month was missing.")
    );
}

#[tokio::test]
async fn parts_side_by_side_are_all_done_before_the_customer_is_asked() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    let beside = [("to", "hq.billing"), ("text", "Check October too.")];
    bill.act(&house, "add", &case, &beside).await;
    anna.act(&house, "add", &case, &beside).await;
    let after = [
        ("to", "hq.marketing"),
        ("after", "2"),
        ("text", "Offer another plan."),
    ];
    anna.act(&house, "add", &case, &after).await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.ends_with("2:billing:queued 3:marketing:planned"),
        "{legs}"
    );
    anna.act(&house, "finish", &case, &[("leg", "1"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "working");
    assert!(bill.case(&house, &case).await.holds("Check October too."));
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    bill.act(&house, "finish", &case, &[("leg", "2"), ("text", "")])
        .await;
    let legs = house.text(LEGS, &case).await;
    assert!(
        legs.ends_with("3:marketing:queued"),
        "its turn has come: {legs}"
    );
    let mut mara = Colleague::new(&house, "mara", "marketing", Role::Specialist).await;
    mara.act(&house, "accept", &case, &[("leg", "3")]).await;
    mara.act(&house, "finish", &case, &[("leg", "3"), ("text", "")])
        .await;
    anna.act(&house, "check", &case, &[("act", "good"), ("text", "")])
        .await;
    assert_eq!(house.text(STATE, &case).await, "done");
}

#[tokio::test]
async fn the_owner_looks_at_the_work_and_nobody_else_does() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut bill = Colleague::new(&house, "bill", "billing", Role::Specialist).await;
    anna.pass_to_billing(&house, &case, "1").await;
    bill.act(&house, "accept", &case, &[("leg", "2")]).await;
    let good = [("act", "good"), ("text", "")];
    anna.act(&house, "check", &case, &good).await;
    bill.act(&house, "finish", &case, &[("leg", "2"), ("text", "")])
        .await;
    bill.act(&house, "check", &case, &good).await;
    bill.act(&house, "reply", &case, &[("text", "It is done.")])
        .await;
    let events = house.text(EVENTS, &case).await;
    assert_eq!(
        events.matches("checked").count(),
        0,
        "too early, and not theirs: {events}"
    );
    let lacking = [("act", "lacking"), ("text", "")];
    let page = anna.act(&house, "check", &case, &lacking).await;
    assert!(page.is_refusal(), "what is lacking must be said");
    anna.act(&house, "check", &case, &good).await;
    assert_eq!(house.text(STATE, &case).await, "done");
    let replies = "select count(*) || '' from events e join cases c on c.id = e.case_id
        where c.reference = $1 and e.kind = 'reply'";
    assert_eq!(
        house.text(replies, &case).await,
        "0",
        "whoever does not own it does not answer"
    );
}
