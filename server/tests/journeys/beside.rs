//! Several people at work on one case, and one customer with several cases.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

async fn send(
    person: &mut Customer,
    house: &House,
    act: &str,
    page: &Page,
    reference: &str,
    text: &str,
) -> Page {
    let (key, seen) = (app::steps::fresh_key(), page.hidden("seen").unwrap());
    let fields = [
        ("key", key.as_str()),
        ("seen", &seen),
        ("reference", reference),
        ("text", text),
    ];
    person
        .post(house, &format!("/api/desk/{act}"), &fields)
        .await
}

#[tokio::test]
async fn who_writes_about_a_case_that_changed_meanwhile_is_told_what_and_loses_nothing() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It is broken.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    employ(&house, "ben", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (mut ben, _) = sign_in(&house, "ben", "right").await;
    let path = format!("/desk/case/{reference}");
    let (hers, his) = (anna.get(&house, &path).await, ben.get(&house, &path).await);
    let page = send(
        &mut ben,
        &house,
        "reply",
        &his,
        &reference,
        "Ben was first.",
    )
    .await;
    assert!(page.at.ends_with("did=reply"), "{}", page.at);

    let page = send(
        &mut anna,
        &house,
        "reply",
        &hers,
        &reference,
        "Anna was second.",
    )
    .await;
    assert!(page.at.contains("changed="), "{}", page.at);
    let (notice, _) = page.html.split_once("<h1").unwrap();
    assert!(notice.contains("Ben was first."), "she is told what is new");
    assert!(
        page.holds("Anna was second."),
        "and what she typed is there"
    );
    let seen = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(seen.holds("Ben was first.") && !seen.holds("Anna was second."));

    let page = send(
        &mut anna,
        &house,
        "reply",
        &page,
        &reference,
        "Anna was second.",
    )
    .await;
    assert!(page.at.ends_with("did=reply"), "now she knows: {}", page.at);
    let seen = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(seen.holds("Anna was second."));
}

#[tokio::test]
async fn what_the_customer_wrote_meanwhile_is_read_before_they_are_answered() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It is broken.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let page = anna.get(&house, &format!("/desk/case/{reference}")).await;
    customer.get(&house, &format!("/track/{reference}")).await;
    customer
        .say(&house, "write", &reference, "It works again!")
        .await;
    let page = send(
        &mut anna,
        &house,
        "reply",
        &page,
        &reference,
        "We are coming.",
    )
    .await;
    assert!(page.at.contains("changed="), "{}", page.at);
}

#[tokio::test]
async fn a_note_never_conflicts_and_nobody_is_stopped_by_what_they_did_themselves() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It is broken.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    employ(&house, "ben", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (mut ben, _) = sign_in(&house, "ben", "right").await;
    let path = format!("/desk/case/{reference}");
    let old = anna.get(&house, &path).await;
    let page = send(&mut anna, &house, "note", &old, &reference, "One.").await;
    assert!(page.at.ends_with("did=note"));
    let page = send(
        &mut anna,
        &house,
        "reply",
        &old,
        &reference,
        "From an old tab of mine.",
    )
    .await;
    assert!(page.at.ends_with("did=reply"), "{}", page.at);
    let page = send(&mut ben, &house, "note", &old, &reference, "Two.").await;
    assert!(page.at.ends_with("did=note"), "{}", page.at);
}

#[tokio::test]
async fn one_customer_is_one_view_of_what_one_may_see() {
    let house = House::open().await;
    let (one, _) = Customer::default().case(&house, "One.").await;
    let (two, _) = Customer::default().case(&house, "Two.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let page = anna.get(&house, &format!("/desk/case/{one}")).await;
    assert!(page.holds("id=\"others\"") && page.holds(&format!("/desk/case/{two}\"")));

    // The number was given up between the two: it is somebody else's now.
    let between = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("update contacts set valid_to = valid_from where id in (select contact_id from cases where reference = $1)")
                .bind(one)
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    between.await.unwrap();
    let page = anna.get(&house, &format!("/desk/case/{two}")).await;
    assert!(!page.holds("id=\"others\""));
}
