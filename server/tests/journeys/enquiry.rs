//! Asking: from the first page to the receipt, and everything that happens twice.

use super::{customer::Customer, house::House};

#[tokio::test]
async fn a_question_becomes_a_case_with_reference_promise_and_secret_link() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let check = customer.enquire(&house, "What does it cost?").await;
    assert_eq!(check.at, "/enquiry/check");
    let receipt = customer.send(&house, "enquiry").await;
    assert_eq!(receipt.status, 200);
    assert!(receipt.at.starts_with("/receipt/"), "{}", receipt.at);
    let reference = receipt.id("reference").unwrap();
    assert!(receipt.id("promise").unwrap().contains("2026"));
    assert!(receipt.id("secret-link").unwrap().contains("/c/"));
    assert!(receipt.holds("class=\"qr\""), "a code to point a phone at");
    let kind = house
        .text("select kind from cases where reference = $1", &reference)
        .await;
    assert_eq!((kind.as_str(), house.count("outbox").await), ("enquiry", 1));
}

#[tokio::test]
async fn a_double_send_is_one_case_with_one_receipt() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Once.").await;
    let mut impatient = customer.clone();
    let (one, two) = tokio::join!(
        customer.send(&house, "enquiry"),
        impatient.send(&house, "enquiry")
    );
    assert_eq!(one.id("reference"), two.id("reference"));
    assert_eq!(
        (house.count("cases").await, house.count("outbox").await),
        (1, 1)
    );
}

#[tokio::test]
async fn what_is_typed_after_sending_is_offered_as_a_message() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "First thought.").await;
    let receipt = customer.send(&house, "enquiry").await;
    let late = customer
        .answer(
            &house,
            "enquiry",
            "details",
            &[("details", "Second thought.")],
        )
        .await;
    assert_eq!(late.id("reference"), receipt.id("reference"));
    assert!(late.holds("Second thought."), "nothing typed is lost");
    assert_eq!(house.count("cases").await, 1);
}

#[tokio::test]
async fn a_draft_survives_a_restart_and_is_resumed() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Before the restart.").await;
    let house = house.restarted().await;
    let start = customer.get(&house, "/enquiry").await;
    assert!(
        start.holds("href=\"/enquiry/check\""),
        "goes on where it stood"
    );
    let check = customer.get(&house, "/enquiry/check").await;
    assert!(check.holds("Before the restart."));
}

#[tokio::test]
async fn two_tabs_share_one_draft_and_make_one_case() {
    let house = House::open().await;
    let mut first = Customer::default();
    first.enquire(&house, "From the first tab.").await;
    let mut second = first.clone();
    second.key = "aaaaaaaaaaaaaaaaaaaaaaaaaa".to_owned();
    let there = second
        .answer(
            &house,
            "enquiry",
            "details",
            &[("details", "From the second tab.")],
        )
        .await;
    assert_eq!(there.at, "/enquiry/check");
    let receipt = first.send(&house, "enquiry").await;
    assert!(receipt.holds("From the second tab."));
    assert_eq!(house.count("cases").await, 1);
}

#[tokio::test]
async fn an_expired_draft_keeps_what_is_typed_now() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Three days ago.").await;
    house.pass(24 * 4);
    let page = customer
        .answer(
            &house,
            "enquiry",
            "contact",
            &[("contact", "phone"), ("phone", "13800138001")],
        )
        .await;
    assert_eq!(
        page.at, "/enquiry/topic",
        "the earlier answers are gone, so they are asked for again"
    );
    let catalogue = house.office.shelf.current().front.clone();
    let topic = catalogue
        .topics
        .iter()
        .find(|topic| topic.questions.is_empty() && !topic.open)
        .unwrap();
    customer
        .answer(&house, "enquiry", "topic", &[("topic", &topic.code)])
        .await;
    let check = customer
        .answer(&house, "enquiry", "details", &[("details", "Again.")])
        .await;
    assert_eq!(check.at, "/enquiry/check");
    assert!(check.holds("13800138001"));
}

#[tokio::test]
async fn another_visitor_with_the_same_key_gets_neither_draft_nor_case() {
    let house = House::open().await;
    let mut owner = Customer::default();
    owner.enquire(&house, "Mine alone.").await;
    let mut stranger = Customer {
        key: owner.key.clone(),
        ..Customer::default()
    };
    let page = stranger
        .answer(&house, "enquiry", "contact", &[("contact", "none")])
        .await;
    assert!(!page.holds("Mine alone."));
    let receipt = owner.send(&house, "enquiry").await;
    stranger.enquire(&house, "Somebody else's.").await;
    stranger.key = owner.key.clone();
    stranger
        .answer(&house, "enquiry", "contact", &[("contact", "none")])
        .await;
    let refused = stranger.send(&house, "enquiry").await;
    assert!(!refused.holds(&receipt.id("reference").unwrap()));
    let looked = stranger.get(&house, &receipt.at).await;
    assert_eq!(looked.status, 404);
    assert!(!looked.holds("Mine alone."));
}

#[tokio::test]
async fn forget_me_here_leaves_no_draft_and_no_visitor() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Forget this.").await;
    let page = customer
        .answer(
            &house,
            "enquiry",
            "details",
            &[("act", "forget"), ("details", "x")],
        )
        .await;
    assert_eq!(page.at, "/forgotten");
    assert_eq!(
        (house.count("visitors").await, house.count("drafts").await),
        (0, 0)
    );
    assert!(!customer.get(&house, "/enquiry").await.holds("Forget this."));
}

#[tokio::test]
async fn a_look_at_every_page_writes_no_row() {
    let house = House::open().await;
    let mut customer = Customer::default();
    for path in [
        "/",
        "/enquiry",
        "/fault",
        "/feedback",
        "/track",
        "/status",
        "/c/abc",
        "/m",
        "/m/abc",
        "/help",
        "/track/ABC",
    ] {
        customer.get(&house, path).await;
    }
    assert_eq!(
        (house.count("visitors").await, house.count("drafts").await),
        (0, 0)
    );
}

#[tokio::test]
async fn going_back_and_switching_the_language_keep_what_is_typed() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Kept.").await;
    let back = customer
        .answer(
            &house,
            "enquiry",
            "details",
            &[("act", "back"), ("details", "Half a sen")],
        )
        .await;
    assert_eq!(back.at, "/enquiry/topic");
    let chinese = customer
        .answer(
            &house,
            "enquiry",
            "details",
            &[("act", "lang-zh-Hant"), ("details", "Half a sent")],
        )
        .await;
    assert_eq!(chinese.at, "/enquiry/details");
    assert!(chinese.holds("lang=\"zh-Hant\"") && chinese.holds("Half a sent"));
}

#[tokio::test]
async fn sending_what_is_not_complete_says_what_is_missing() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.get(&house, "/enquiry").await;
    let page = customer.send(&house, "enquiry").await;
    assert_eq!(page.at, "/enquiry/topic?mend");
    assert!(page.leads_to("topic"), "{}", page.html);
    assert_eq!(house.count("cases").await, 0);
}

#[tokio::test]
async fn when_nothing_can_be_kept_the_page_says_where_the_words_still_are() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Before the disk was full.").await;
    house.office.store.clone().close().await;
    let page = customer
        .answer(&house, "enquiry", "details", &[("details", "And then.")])
        .await;
    assert_eq!((page.status, page.at.as_str()), (503, "/sorry/unavailable"));
    assert!(page.holds("still in your browser"), "{}", page.html);
}
