//! Steps of a journey that has ended: sent, mended, joined, forgotten. The back button is pressed by
//! people who have something to say.

use super::{customer::Customer, house::House};

#[tokio::test]
async fn an_old_tab_tells_its_own_case_and_leaves_the_new_draft_alone() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (first, _) = customer.case(&house, "The first question.").await;
    let mut old_tab = customer.clone();
    customer.enquire(&house, "The second question.").await;
    old_tab.cookies = customer.cookies.clone();
    let again = old_tab.send(&house, "enquiry").await;
    assert_eq!(again.id("reference").as_deref(), Some(first.as_str()));
    let late = old_tab
        .answer(
            &house,
            "enquiry",
            "details",
            &[("details", "More on the first.")],
        )
        .await;
    assert_eq!(late.id("reference").as_deref(), Some(first.as_str()));
    assert!(late.holds("More on the first."), "nothing typed is lost");
    let check = customer.get(&house, "/enquiry/check").await;
    assert!(check.holds("The second question.") && !check.holds("More on the first."));
    assert_eq!(house.count("cases").await, 1);
}

#[tokio::test]
async fn what_was_changed_on_several_steps_after_sending_is_offered_in_words() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "Sent.").await;
    let catalogue = house.office.shelf.current().front.clone();
    let topic = &catalogue.topics[0];
    customer
        .answer(&house, "enquiry", "topic", &[("topic", &topic.code)])
        .await;
    let page = customer
        .answer(
            &house,
            "enquiry",
            "details",
            &[("details", "And another thing.")],
        )
        .await;
    assert!(page.holds(&topic.name.en) && page.holds("And another thing."));
    assert!(!page.holds(&topic.code), "names, never codes");
    customer.key = page.hidden("key").unwrap();
    customer
        .say(&house, "write", &reference, "And another thing.")
        .await;
    let receipt = customer
        .get(&house, &format!("/receipt/{reference}?changed"))
        .await;
    assert!(
        !receipt.holds("And another thing."),
        "said, and not offered again"
    );
}

#[tokio::test]
async fn who_was_forgotten_and_goes_back_can_send_again() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (first, _) = customer.case(&house, "Then forgotten.").await;
    let key = customer.key.clone();
    customer.post(&house, "/api/face/forget", &[]).await;
    customer.key = key;
    let catalogue = house.office.shelf.current().front.clone();
    let mut topics = catalogue.topics.iter();
    let topic = topics
        .find(|it| it.questions.is_empty() && !it.open)
        .unwrap();
    // The page the browser still shows carries the key of the case that was sent.
    for (step, fields) in [
        ("topic", [("topic", topic.code.as_str())]),
        ("details", [("details", "A new question.")]),
        ("contact", [("contact", "none")]),
    ] {
        customer.answer(&house, "enquiry", step, &fields).await;
    }
    let receipt = customer.send(&house, "enquiry").await;
    let second = receipt.id("reference").expect("a receipt");
    assert_ne!(second, first);
    assert_eq!(house.count("cases").await, 2);
}
