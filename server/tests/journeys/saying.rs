//! What a customer says about their case: nothing is said twice, and nothing that is said or
//! typed is lost.

use super::{
    customer::{Customer, Page},
    house::House,
};

async fn sent(house: &House) -> (Customer, String, String) {
    let mut customer = Customer::default();
    let (reference, secret) = customer.case(house, "Please look.").await;
    house.carry().await;
    (customer, reference, secret)
}

async fn look(customer: &mut Customer, house: &House, reference: &str) -> Page {
    customer.get(house, &format!("/track/{reference}")).await
}

async fn state(house: &House, reference: &str) -> String {
    let sql = "select state from cases where reference = $1";
    house.text(sql, reference).await
}

#[tokio::test]
async fn a_message_that_cannot_be_taken_comes_back_with_its_text() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    look(&mut customer, &house, &reference).await;
    let long = "断".repeat(10_001);
    let page = customer.say(&house, "write", &reference, &long).await;
    assert!(
        page.leads_to("text") && page.holds(&long),
        "nothing typed is lost"
    );
    let page = customer.say(&house, "write", &reference, " \n ").await;
    assert!(page.leads_to("text"), "an empty message says nothing");
    assert_eq!(house.count("messages").await, 0);
    customer.say(&house, "write", &reference, "Shorter.").await;
    let page = look(&mut customer, &house, &reference).await;
    assert_eq!(
        page.html.matches("Shorter.").count(),
        1,
        "said, and not offered again"
    );
}

#[tokio::test]
async fn what_is_typed_goes_with_it_is_fixed_and_still_not_fixed() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    let page = look(&mut customer, &house, &reference).await;
    assert!(
        page.holds("form=\"step\" formaction=\"/api/track/confirm\""),
        "{}",
        page.html
    );
    let long = "x".repeat(10_001);
    let page = customer.say(&house, "reopen", &reference, &long).await;
    assert!(page.leads_to("text") && page.holds(&long));
    assert_eq!(state(&house, &reference).await, "done");
    let page = customer
        .say(&house, "reopen", &reference, "The light is still red.")
        .await;
    assert!(page.holds("The light is still red."));
    assert_eq!(state(&house, &reference).await, "working");
    house.finish(&reference).await;
    look(&mut customer, &house, &reference).await;
    customer
        .say(&house, "confirm", &reference, "Thanks to the engineer!")
        .await;
    let page = look(&mut customer, &house, &reference).await;
    assert!(page.holds("Thanks to the engineer!"));
    assert_eq!(state(&house, &reference).await, "closed");
}

#[tokio::test]
async fn a_language_switch_keeps_a_message_that_is_being_typed() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    let page = look(&mut customer, &house, &reference).await;
    assert!(
        page.holds("form=\"step\" name=\"act\" value=\"lang-en\""),
        "the switch belongs to the form"
    );
    let fields = [
        ("reference", reference.as_str()),
        ("act", "lang-zh-Hans"),
        ("text", "Half a sent"),
    ];
    let page = customer.post(&house, "/api/track/write", &fields).await;
    assert!(page.holds("lang=\"zh-Hans\"") && page.holds("Half a sent"));
    assert_eq!(house.count("messages").await, 0);
}

#[tokio::test]
async fn the_same_key_with_another_text_and_a_text_without_a_key_are_not_lost() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    look(&mut customer, &house, &reference).await;
    for text in ["First.", "First.", "Second thought."] {
        customer.say(&house, "write", &reference, text).await;
    }
    assert_eq!(house.count("messages").await, 2);
    for key in ["", "%", "_"] {
        customer.key = key.to_owned();
        customer
            .say(&house, "write", &reference, "Without a key.")
            .await;
    }
    assert_eq!(house.count("messages").await, 5);
}

#[tokio::test]
async fn who_was_forgotten_while_writing_finds_the_text_behind_the_secret_link() {
    let house = House::open().await;
    let (mut customer, reference, secret) = sent(&house).await;
    look(&mut customer, &house, &reference).await;
    house.pass(24 * 4);
    let page = customer
        .say(&house, "write", &reference, "After days.")
        .await;
    assert_eq!(page.status, 404);
    assert!(page.holds("What you wrote is kept") && !page.holds("Please look."));
    let case = customer
        .post(&house, "/api/track/open", &[("secret", &secret)])
        .await;
    assert!(case.holds("After days."), "{}", case.html);
}

#[tokio::test]
async fn a_message_to_a_case_that_was_closed_meanwhile_goes_with_still_not_fixed() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    look(&mut customer, &house, &reference).await;
    let mut elsewhere = customer.clone();
    elsewhere.say(&house, "confirm", &reference, "").await;
    let page = customer
        .say(&house, "write", &reference, "It is back.")
        .await;
    assert!(page.leads_to("text") && page.holds("It is back."));
    assert_eq!(house.count("messages").await, 0, "nobody would read it");
    customer.key = page.hidden("key").unwrap();
    let page = customer
        .say(&house, "reopen", &reference, "It is back.")
        .await;
    assert!(page.holds("It is back.") && !page.is_refusal());
    assert_eq!(state(&house, &reference).await, "working");
}

#[tokio::test]
async fn who_writes_about_a_done_case_is_answered_and_not_closed_by_time() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    look(&mut customer, &house, &reference).await;
    customer
        .say(&house, "write", &reference, "One more thing.")
        .await;
    assert_eq!(state(&house, &reference).await, "working");
    let queued = "select l.state from legs l join cases c on c.id = l.case_id where c.reference = $1 order by l.seq desc";
    assert_eq!(
        house.text(queued, &reference).await,
        "queued",
        "a department has it"
    );
    house.pass(24 * 30);
    assert_eq!(house.office.sweep().await.unwrap().warned, 0);
    let reopened = "select cast(reopened as text) from cases where reference = $1";
    assert_eq!(
        house.text(reopened, &reference).await,
        "0",
        "nobody said it was not fixed"
    );
}

#[tokio::test]
async fn saying_it_twice_is_saying_it_once() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    look(&mut customer, &house, &reference).await;
    for word in ["reopen", "reopen"] {
        customer.say(&house, word, &reference, "Still red.").await;
    }
    let page = look(&mut customer, &house, &reference).await;
    assert_eq!(page.html.matches("Still red.").count(), 1);
    house.finish(&reference).await;
    look(&mut customer, &house, &reference).await;
    for word in ["confirm", "confirm"] {
        let page = customer.say(&house, word, &reference, "Works.").await;
        assert_eq!(page.at, format!("/feedback/about/{reference}"));
    }
}

#[tokio::test]
async fn what_is_taken_up_again_has_a_promise_that_lies_ahead() {
    let house = House::open().await;
    let (mut customer, reference, secret) = sent(&house).await;
    for word in ["reopen", "write"] {
        house.finish(&reference).await;
        house.pass(24 * 40);
        customer
            .post(&house, "/api/track/open", &[("secret", &secret)])
            .await;
        look(&mut customer, &house, &reference).await;
        let page = customer.say(&house, word, &reference, "Not yet.").await;
        assert!(page.holds("The promise was changed"), "{}", page.html);
        let now = (house.office.clock)();
        for sql in [
            "select cast(due_at as text) from promises p join cases c on c.id = p.case_id
             where c.reference = $1 order by p.seq desc",
            "select cast(l.due_at as text) from legs l join cases c on c.id = l.case_id
             where c.reference = $1 and l.state = 'queued'",
        ] {
            let due: i64 = house.text(sql, &reference).await.parse().unwrap();
            assert!(due > now, "{word}: {sql}");
        }
    }
    let page = look(&mut customer, &house, &reference).await;
    assert!(page.holds("told us it was not fixed") && page.holds("you wrote to us again"));
}
