//! After sending: the secret link, messages, "it is fixed", "still not fixed", and time alone.

use super::{customer::Customer, house::House};

async fn sent(house: &House) -> (Customer, String, String) {
    let mut customer = Customer::default();
    customer.enquire(house, "Please look.").await;
    let receipt = customer.send(house, "enquiry").await;
    let link = receipt.id("secret-link").unwrap();
    let secret = link.rsplit('/').next().unwrap().to_owned();
    (customer, receipt.id("reference").unwrap(), secret)
}

#[tokio::test]
async fn a_secret_link_opens_its_case_by_a_button_and_never_by_a_look() {
    let house = House::open().await;
    let (_, reference, secret) = sent(&house).await;
    let mut scanner = Customer::default();
    let door = scanner.get(&house, &format!("/c/{secret}")).await;
    assert!(!door.holds("Please look."));
    assert_eq!(
        scanner
            .get(&house, &format!("/track/{reference}"))
            .await
            .status,
        404
    );
    let mut customer = Customer::default();
    let case = customer
        .post(&house, "/api/track/open", &[("secret", &secret)])
        .await;
    assert_eq!(case.at, format!("/track/{reference}"));
    assert!(case.holds("Please look."));
}

#[tokio::test]
async fn a_changed_secret_opens_nothing() {
    let house = House::open().await;
    let (_, _, secret) = sent(&house).await;
    let last = if secret.ends_with('a') { 'b' } else { 'a' };
    let forged = format!("{}{last}", &secret[..secret.len() - 1]);
    let page = Customer::default()
        .post(&house, "/api/track/open", &[("secret", &forged)])
        .await;
    assert!(!page.holds("Please look."));
    assert!(page.at.starts_with("/sorry/"), "{}", page.at);
}

#[tokio::test]
async fn reference_and_contact_show_state_and_promise_only() {
    let house = House::open().await;
    let (_, reference, _) = sent(&house).await;
    let mut customer = Customer::default();
    let look = [
        ("reference", reference.as_str()),
        ("contact", "+86 138 0013 8000"),
    ];
    let page = customer.post(&house, "/api/track/find", &look).await;
    assert_eq!(page.at, format!("/track/{reference}"));
    assert!(page.id("promise").is_some());
    assert!(!page.holds("Please look.") && page.id("secret-link").is_none());
    let written = [
        ("reference", reference.as_str()),
        ("key", "k"),
        ("text", "hello"),
    ];
    customer.post(&house, "/api/track/write", &written).await;
    assert_eq!(
        house.count("messages").await,
        0,
        "who only looks cannot write"
    );
}

#[tokio::test]
async fn an_unknown_reference_and_a_wrong_contact_answer_alike() {
    let house = House::open().await;
    let (_, reference, _) = sent(&house).await;
    let mut bodies = Vec::new();
    for (reference, contact) in [
        (reference.as_str(), "13900139000"),
        ("00000-00000-0", "13800138000"),
    ] {
        let look = [("reference", reference), ("contact", contact)];
        let page = Customer::default()
            .post(&house, "/api/track/find", &look)
            .await;
        bodies.push((page.status, page.at, without_nonce(&page.html)));
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn looking_is_limited_and_a_restart_forgives_nothing() {
    let mut house = House::open().await;
    let (_, reference, _) = sent(&house).await;
    let look = [
        ("reference", reference.as_str()),
        ("contact", "13900139000"),
    ];
    for _ in 0..10 {
        Customer::default()
            .post(&house, "/api/track/find", &look)
            .await;
    }
    house = house.restarted().await;
    let right = [
        ("reference", reference.as_str()),
        ("contact", "13800138000"),
    ];
    let page = Customer::default()
        .post(&house, "/api/track/find", &right)
        .await;
    assert_eq!(page.at, "/sorry/too-many");
    house.pass(3);
    let page = Customer::default()
        .post(&house, "/api/track/find", &right)
        .await;
    assert_eq!(page.at, format!("/track/{reference}"));
}

#[tokio::test]
async fn a_message_is_text_once_and_reaches_the_timeline() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.carry().await;
    let text = "</textarea><script>alert(1)</script> שלום";
    let message = [
        ("reference", reference.as_str()),
        ("key", "once"),
        ("text", text),
    ];
    customer.post(&house, "/api/track/write", &message).await;
    let page = customer.post(&house, "/api/track/write", &message).await;
    assert_eq!(house.count("messages").await, 1);
    assert!(
        page.holds("&lt;script&gt;alert(1)") || page.holds("&lt;script>alert(1)"),
        "{}",
        page.html
    );
    assert!(!page.holds("<script>alert"));
}

#[tokio::test]
async fn fixed_closes_and_asks_and_still_not_fixed_reopens_and_is_counted() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    let case = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(case.holds("/api/track/confirm"), "the customer is asked");
    let not = customer
        .post(&house, "/api/track/reopen", &[("reference", &reference)])
        .await;
    assert!(not.at.starts_with("/track/"));
    let reopened = "select cast(reopened as text) || state from cases where reference = $1";
    assert_eq!(house.text(reopened, &reference).await, "1working");
    house.finish(&reference).await;
    let survey = customer
        .post(&house, "/api/track/confirm", &[("reference", &reference)])
        .await;
    assert_eq!(survey.at, "/feedback");
    customer.key = survey.hidden("key").unwrap();
    customer
        .answer(&house, "survey", "rating", &[("rating", "5")])
        .await;
    customer
        .answer(&house, "survey", "words", &[("words", "")])
        .await;
    let about = "select c.reference from answer_sheets s join cases c on c.id = s.case_id where c.reference = $1";
    assert_eq!(house.text(about, &reference).await, reference);
}

#[tokio::test]
async fn a_done_case_nobody_objects_to_closes_with_a_message_before() {
    let house = House::open().await;
    let (_, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    let periods = house.office.shelf.current().front.periods.clone();
    let (days, before) = (
        i64::from(periods.close_after_days),
        i64::from(periods.warn_before_days),
    );
    house.pass(24 * (days - before) - 1);
    assert_eq!(house.office.sweep().await.unwrap().warned, 0);
    house.pass(2);
    assert_eq!(house.office.sweep().await.unwrap().warned, 1);
    assert_eq!(
        house.office.sweep().await.unwrap().closed,
        0,
        "not without the time to object"
    );
    house.pass(24 * before);
    assert_eq!(house.office.sweep().await.unwrap().closed, 1);
    assert_eq!(
        house
            .text("select state from cases where reference = $1", &reference)
            .await,
        "closed"
    );
    assert_eq!(house.office.sweep().await.unwrap().closed, 0);
}

fn without_nonce(html: &str) -> String {
    html.split("nonce=\"")
        .map(|piece| piece.split_once('"').map_or(piece, |(_, rest)| rest))
        .collect()
}

#[tokio::test]
async fn the_demo_world_shows_cases_in_every_state_and_an_open_incident() {
    let house = House::open().await;
    server::demo::settle(&house.office).await.unwrap();
    for state in ["received", "working", "done", "closed"] {
        let some = house
            .maybe("select reference from cases where state = $1", state)
            .await;
        assert!(some.is_some(), "{state}");
    }
    assert!(house.count("cases").await >= 24, "a few dozen");
    assert!(
        Customer::default()
            .get(&house, "/status")
            .await
            .holds("Being fixed")
    );
}
