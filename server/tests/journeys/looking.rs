//! Looking a case up by reference and contact: what it shows, what it tells nobody, and how often.

use super::{customer::Customer, house::House};

async fn sent(house: &House) -> (String, String) {
    Customer::default().case(house, "Please look.").await
}

async fn look(
    customer: &mut Customer,
    house: &House,
    reference: &str,
    contact: &str,
) -> super::customer::Page {
    let fields = [("reference", reference), ("contact", contact)];
    customer.post(house, "/api/track/find", &fields).await
}

fn at(address: &str) -> Customer {
    Customer {
        from: address.to_owned(),
        ..Customer::default()
    }
}

#[tokio::test]
async fn reference_and_contact_show_state_and_promise_only() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
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
    let (reference, _) = sent(&house).await;
    let mut bodies = Vec::new();
    for (reference, contact) in [
        (reference.as_str(), "13900139000"),
        ("00000-00000-0", "13800138000"),
    ] {
        let look = [("reference", reference), ("contact", contact)];
        let page = Customer::default()
            .post(&house, "/api/track/find", &look)
            .await;
        // What was typed is shown again; the answer is the rest.
        let html = page.html.replace(reference, "…").replace(contact, "…");
        bodies.push((page.status, page.at, without_nonce(&html)));
    }
    assert_eq!(bodies[0], bodies[1]);
}

#[tokio::test]
async fn what_was_typed_is_there_again_after_every_refusal() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
    let mut customer = Customer::default();
    let page = look(&mut customer, &house, "7KM3P", "somebody@example.com").await;
    assert!(page.leads_to("reference") && !page.leads_to("contact"));
    assert!(page.holds("value=\"7KM3P\"") && page.holds("value=\"somebody@example.com\""));
    let page = look(&mut customer, &house, &reference, " ").await;
    assert!(page.leads_to("contact") && !page.leads_to("reference"));
    let page = look(&mut customer, &house, &reference, "139 0013 9000").await;
    assert!(page.leads_to("reference"), "{}", page.html);
    assert!(page.holds(&reference) && page.holds("value=\"139 0013 9000\""));
    assert!(!page.at.contains("139"), "never in an address");
    let speak = [
        ("act", "lang-zh-Hant"),
        ("reference", "half a ref"),
        ("contact", "138"),
    ];
    let page = customer.post(&house, "/api/track/find", &speak).await;
    assert!(page.holds("lang=\"zh-Hant\"") && page.holds("value=\"half a ref\""));
    look(&mut customer, &house, &reference, "138 0013 8000").await;
    let again = customer.get(&house, "/track").await;
    assert!(
        !again.holds(&reference),
        "what led to the case is not kept any longer"
    );
}

#[tokio::test]
async fn a_stranger_who_knows_a_reference_locks_nobody_else_out() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
    let mut refused = 0;
    for _ in 0..60 {
        let page = look(&mut at("203.0.113.9"), &house, &reference, "13900139000").await;
        refused += u32::from(page.at == "/track?wait");
    }
    assert_eq!(
        refused, 52,
        "eight tries an hour at one case from one address"
    );
    let page = look(&mut at("198.51.100.7"), &house, &reference, "13800138000").await;
    assert_eq!(page.at, format!("/track/{reference}"));
}

#[tokio::test]
async fn many_strangers_are_held_up_and_whoever_saw_the_case_before_is_not() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
    let mut customer = at("198.51.100.7");
    look(&mut customer, &house, &reference, "13800138000").await;
    for n in 0..60 {
        let mut stranger = at(&format!("203.0.113.{n}"));
        look(&mut stranger, &house, &reference, "13900139000").await;
    }
    let page = look(&mut at("203.0.113.200"), &house, &reference, "13800138000").await;
    assert_eq!(page.at, "/track?wait");
    assert!(
        page.leads_to("reference") && page.holds(&reference),
        "nothing typed is lost"
    );
    let page = look(&mut customer, &house, &reference, "13800138000").await;
    assert_eq!(page.at, format!("/track/{reference}"));
}

#[tokio::test]
async fn looking_is_limited_and_a_restart_forgives_nothing() {
    let mut house = House::open().await;
    let (reference, _) = sent(&house).await;
    for _ in 0..8 {
        look(&mut Customer::default(), &house, &reference, "13900139000").await;
    }
    house = house.restarted().await;
    let page = look(&mut Customer::default(), &house, &reference, "13800138000").await;
    assert_eq!(page.at, "/track?wait");
    house.pass(3);
    let page = look(&mut Customer::default(), &house, &reference, "13800138000").await;
    assert_eq!(page.at, format!("/track/{reference}"));
}

#[tokio::test]
async fn who_is_right_uses_up_no_tries() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
    for _ in 0..40 {
        let page = look(&mut Customer::default(), &house, &reference, "13800138000").await;
        assert_eq!(page.at, format!("/track/{reference}"));
    }
}

#[tokio::test]
async fn many_customers_behind_one_address_open_their_links() {
    let house = House::open().await;
    let (reference, secret) = sent(&house).await;
    let open = async |secret: &str| {
        let fields = [("secret", secret)];
        let mut customer = Customer::default();
        let page = customer.post(&house, "/api/track/open", &fields).await;
        page.at
    };
    for _ in 0..70 {
        assert_eq!(open(&secret).await, format!("/track/{reference}"));
    }
    for _ in 0..60 {
        assert_eq!(open("nonsense").await, "/sorry/not-found");
    }
    assert_eq!(open("nonsense").await, "/sorry/too-many");
}

#[tokio::test]
async fn a_number_that_was_given_up_opens_nothing_for_its_next_holder() {
    let house = House::open().await;
    let (reference, _) = sent(&house).await;
    let now = (house.office.clock)();
    let given_up = house.office.store.write(move |tx| {
        Box::pin(async move {
            sqlx::query("update contacts set valid_to = $1")
                .bind(now + super::house::HOUR)
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    given_up.await.unwrap();
    let before = look(&mut Customer::default(), &house, &reference, "13800138000").await;
    assert_eq!(before.at, format!("/track/{reference}"));
    house.pass(2);
    let after = look(&mut Customer::default(), &house, &reference, "13800138000").await;
    assert_eq!(after.at, "/track?unknown");
}

pub fn without_nonce(html: &str) -> String {
    html.split("nonce=\"")
        .map(|piece| piece.split_once('"').map_or(piece, |(_, rest)| rest))
        .collect()
}
