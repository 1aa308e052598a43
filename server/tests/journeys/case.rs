//! After sending: the secret link, messages, "it is fixed", "still not fixed", and time alone.

use super::{customer::Customer, house::House};

async fn sent(house: &House) -> (Customer, String, String) {
    let mut customer = Customer::default();
    let (reference, secret) = customer.case(house, "Please look.").await;
    (customer, reference, secret)
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
async fn a_new_key_ends_no_visit_and_no_link_and_taking_the_old_one_away_does() {
    let [old, new] = ["1:", "2:"].map(|id| id.to_owned() + &id[..1].repeat(64));
    let house = House::open_with_keys(&old).await;
    let (mut customer, reference, secret) = sent(&house).await;
    customer.get(&house, "/fault").await;
    let product = house.office.shelf.current().front.products[0].code.clone();
    customer
        .answer(&house, "fault", "product", &[("product", &product)])
        .await;
    let path = format!("/track/{reference}");
    let house = house
        .restarted_with_keys(Some(&format!("{new},{old}")))
        .await;
    let case = customer.get(&house, &path).await;
    assert!(case.holds("Please look."), "the visit goes on");
    assert!(
        !case.holds(&secret),
        "the link is shown as the new key makes it"
    );
    let begun = customer.get(&house, "/fault").await;
    assert!(
        begun.holds("Carry on where you left off?"),
        "so does the draft"
    );
    let open = [("secret", secret.as_str())];
    let page = Customer::default()
        .post(&house, "/api/track/open", &open)
        .await;
    assert!(page.holds("Please look."), "the old link still opens it");
    let house = house.restarted_with_keys(Some(&new)).await;
    assert_eq!(customer.get(&house, &path).await.status, 404);
    let page = Customer::default()
        .post(&house, "/api/track/open", &open)
        .await;
    assert!(!page.holds("Please look."));
}

#[tokio::test]
async fn raising_the_version_revokes_a_link_and_every_look_it_gave() {
    let house = House::open().await;
    let (mut customer, reference, secret) = sent(&house).await;
    let raised = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query("update cases set link_version = link_version + 1")
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    raised.await.unwrap();
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert_eq!(page.status, 404);
    let open = [("secret", secret.as_str())];
    let page = Customer::default()
        .post(&house, "/api/track/open", &open)
        .await;
    assert!(!page.holds("Please look."));
}

#[tokio::test]
async fn a_message_is_text_once_and_reaches_the_timeline() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.carry().await;
    let text = "</textarea><script>alert(1)</script> שלום";
    let message = [
        ("reference", reference.as_str()),
        ("key", "oncxoncxoncxoncxoncxoncxon"),
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
    assert_eq!(survey.at, format!("/feedback/about/{reference}"));
    customer.key = survey.hidden("key").unwrap();
    let rating = [("reference", reference.as_str()), ("rating", "5")];
    customer.answer(&house, "survey", "rating", &rating).await;
    let words = [("reference", reference.as_str()), ("words", "")];
    customer.answer(&house, "survey", "words", &words).await;
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

#[tokio::test]
async fn after_a_standstill_the_customer_is_told_first_and_everything_happens_once() {
    let house = House::open().await;
    let (mut customer, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    house.pass(24 * 60);
    let swept = house.office.sweep().await.unwrap();
    assert_eq!((swept.warned, swept.closed), (1, 0), "nobody is surprised");
    let before = i64::from(house.office.shelf.current().front.periods.warn_before_days);
    let house = house.restarted().await;
    house.pass(24 * before);
    for _ in 0..3 {
        house.office.sweep().await.unwrap();
    }
    let _ = customer.get(&house, &format!("/track/{reference}")).await;
    for kind in ["closing-soon", "closed-by-rule"] {
        let sql = "select count(*) || '' from events where kind = $1";
        assert_eq!(house.text(sql, kind).await, "1", "{kind}");
    }
    let told = "select count(*) || '' from outbox where verb = 'state' and payload like $1";
    assert_ne!(
        house.text(told, "%nothing more%").await,
        "0",
        "back offices hear of it"
    );
}

#[tokio::test]
async fn no_number_of_cases_that_wait_for_their_end_holds_up_the_others() {
    let house = House::open().await;
    let (_, reference, _) = sent(&house).await;
    house.finish(&reference).await;
    // Six hundred that were done before it, and whose customers were told only now.
    let copied = house.office.store.write(|tx| {
        Box::pin(async move {
            sqlx::query(
                "with recursive n (at) as (select 1 union all select at + 1 from n where at < 600)
                 insert into cases (id, reference, key, content_hash, kind, channel, language, state, tier,
                     customer_id, unit, owner_duty, catalogue, rule, consent_version, opened_at, done_at, warned_at)
                 select 'copy-' || at, 'copy-' || at, 'copy-' || at, '', kind, channel, language, state, tier,
                     customer_id, unit, owner_duty, catalogue, rule, consent_version, opened_at, done_at - 1,
                     done_at + 604800000000
                 from cases, n",
            )
            .execute(tx)
            .await?;
            Ok(())
        })
    });
    copied.await.unwrap();
    house.pass(24 * 7);
    assert_eq!(house.office.sweep().await.unwrap().warned, 1);
    house.pass(24 * 7);
    assert_eq!(house.office.sweep().await.unwrap().closed, 601);
}

#[tokio::test]
async fn the_rule_does_not_close_what_the_customer_has_just_opened_again() {
    use server::store::cases::{StateChange, change_state};
    let house = House::open().await;
    let (mut customer, reference, secret) = sent(&house).await;
    house.finish(&reference).await;
    house.pass(24 * 10);
    assert_eq!(house.office.sweep().await.unwrap().warned, 1);
    let id = house
        .text("select id from cases where reference = $1", &reference)
        .await;
    customer
        .post(&house, "/api/track/open", &[("secret", &secret)])
        .await;
    customer.say(&house, "reopen", &reference, "").await;
    let closed = house.office.store.write(move |tx| {
        Box::pin(async move { change_state(tx, &id, StateChange::CloseByRule, 0).await })
    });
    assert!(!closed.await.unwrap());
    house.pass(24 * 10);
    let swept = house.office.sweep().await.unwrap();
    assert_eq!((swept.warned, swept.closed), (0, 0));
}

#[tokio::test]
async fn the_demo_world_shows_cases_in_every_state_and_an_open_incident() {
    let house = House::open().await;
    server::demo::settle(&house.office).await.unwrap();
    for state in ["received", "working", "waiting", "done", "closed"] {
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
