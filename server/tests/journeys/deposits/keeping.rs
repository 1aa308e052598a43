//! Kept exactly once, in order, from when "send" was pressed; and nothing dropped.

use super::{
    Customer, House,
    device::{Device, enquiry, of_case, reserve, said},
};
use crate::house::HOUR;
use app::{
    kiosk::{
        deposit::{Matter, Outcome},
        seal::Header,
    },
    steps::fresh_key,
};
use serde_json::json;
use sqlx::Row;

const CHANNEL: &str = "select channel from cases where reference = $1";

#[tokio::test]
async fn what_is_deposited_is_a_case_under_the_reference_and_link_that_were_reserved() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let spot = kiosk.block.spots[0].clone();
    let typed = enquiry(&house, "Where is my parcel?");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let slip = kiosk.slip(&house, &deposit).await;
    assert_eq!(
        (slip.reference, slip.link.as_str()),
        (spot.reference, spot.link.as_str())
    );
    let promise = slip.promise.expect("what is received has a promise");
    assert!(promise.datetime.ends_with('Z') && !promise.sentence.is_empty());
    assert_eq!(of_case(&house, CHANNEL, slip.reference).await, "kiosk");
    // The customer goes home and opens the link on a phone.
    let mut phone = Customer::default();
    let secret = slip.link.rsplit('/').next().unwrap();
    let page = phone
        .post(&house, "/api/track/open", &[("secret", secret)])
        .await;
    assert!(page.holds("Where is my parcel?"), "{}", page.html);
    assert_eq!(
        house.count("visitors").await,
        1,
        "the phone's, and none of the kiosk's"
    );
    assert_eq!(house.count("drafts").await, 0);
}

#[tokio::test]
async fn a_deposit_whose_answer_was_lost_is_the_same_case_however_often_it_comes() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Once.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let first = kiosk.slip(&house, &deposit).await;
    for _ in 0..3 {
        let again = kiosk.slip(&house, &deposit).await;
        assert!(again.again && !first.again);
        assert_eq!(
            (again.reference, &again.link),
            (first.reference, &first.link)
        );
        assert_eq!(again.promise, first.promise);
    }
    assert_eq!(house.count("cases").await, 1);
    let house = house.restarted().await;
    assert!(kiosk.slip(&house, &deposit).await.again);
    assert_eq!(house.count("cases").await, 1);
}

#[tokio::test]
async fn a_queue_comes_in_its_order_and_two_customers_are_two_cases() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "The very same words.");
    let batch: Vec<_> = (0..4)
        .map(|_| kiosk.seal(&house, Matter::Enquiry, &typed))
        .collect();
    let outcomes = kiosk.send(&house, &batch).await;
    let told: Vec<_> = outcomes
        .iter()
        .map(|outcome| match outcome {
            Outcome::Case(slip) => slip.reference,
            other => panic!("{other:?}"),
        })
        .collect();
    let sent: Vec<_> = batch
        .iter()
        .filter_map(|one| one.header.reference)
        .collect();
    assert_eq!(told, sent);
    assert_eq!(house.count("cases").await, 4);
}

#[tokio::test]
async fn the_promise_counts_from_the_press_by_a_clock_that_was_wrong() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    kiosk.behind = 30 * 24 * HOUR;
    let typed = enquiry(&house, "Pressed at ten.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let pressed = (house.office.clock)();
    house.pass(5);
    let slip = kiosk.slip(&house, &deposit).await;
    let opened = "select cast(opened_at as text) from cases where reference = $1";
    assert_eq!(
        of_case(&house, opened, slip.reference).await,
        pressed.to_string()
    );
    let mut phone = Customer::default();
    let other = phone.case(&house, "Pressed at three.").await.0;
    let due = |text: String| text.parse::<i64>().unwrap();
    let sql = "select cast(min(p.due_at) as text) from promises p join cases c on c.id = p.case_id
               where c.reference = $1";
    let (theirs, others) = (
        due(of_case(&house, sql, slip.reference).await),
        due(house.text(sql, &other).await),
    );
    assert!(
        theirs < others,
        "it was pressed earlier and is promised earlier"
    );
    // What a department has to do counts from when it could know of it.
    let legs = "select cast(min(l.due_at) as text) from legs l join cases c on c.id = l.case_id
                where c.reference = $1";
    let leg = due(of_case(&house, legs, slip.reference).await);
    assert!(leg > pressed + 5 * HOUR);
}

#[tokio::test]
async fn no_clock_puts_a_press_before_its_reference_or_into_the_future() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let reserved = (house.office.clock)();
    house.pass(1);
    let now = (house.office.clock)();
    let opened = "select cast(opened_at as text) from cases where reference = $1";
    for (pressed_at, offset, expected) in [
        (0, 0, reserved),
        (i64::MIN, i64::MIN, reserved),
        (now, 9 * HOUR, now),
        (i64::MAX, i64::MAX, now),
    ] {
        let said = said(&fresh_key(), Matter::Enquiry, &enquiry(&house, "When?"));
        let header = Header {
            key_id: kiosk.block.key.id,
            reference: Some(kiosk.block.spots.remove(0).reference),
            pressed_at,
            offset,
        };
        let deposit = kiosk.seal_under(header, &said);
        let slip = kiosk.slip(&house, &deposit).await;
        assert_eq!(
            of_case(&house, opened, slip.reference).await,
            expected.to_string()
        );
    }
}

#[tokio::test]
async fn what_cannot_be_opened_is_kept_as_it_is_and_somebody_is_told() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Nobody reads this.");
    let mut deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    deposit.header.offset += 1;
    let mut unknown = kiosk.seal(&house, Matter::Enquiry, &typed);
    unknown.header.key_id = 9;
    let batch = [deposit.clone(), unknown, deposit.clone()];
    let outcomes = kiosk.send(&house, &batch).await;
    assert_eq!(
        outcomes,
        [Outcome::SetAside, Outcome::SetAside, Outcome::SetAside]
    );
    assert_eq!(house.count("cases").await, 0);
    let rows = sqlx::query("select why, sealed from unread_deposits order by why")
        .fetch_all(house.office.store.read())
        .await
        .unwrap();
    let kept: Vec<(String, String)> = rows.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert_eq!(kept.len(), 2, "the same twice is kept once");
    assert_eq!(kept[0].0, "key");
    assert_eq!(kept[1], ("seal".to_owned(), deposit.sealed));
    let alert = "select kind from kiosk_alerts where kind = $1";
    assert_eq!(house.text(alert, "unreadable").await, "unreadable");
}

#[tokio::test]
async fn another_text_under_a_key_that_was_used_is_kept_beside_it() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let said = |key: &str, details: &str| said(key, Matter::Enquiry, &enquiry(&house, details));
    let key = fresh_key();
    let first = kiosk.seal_said(&house, &said(&key, "One."));
    let other = kiosk.seal_said(&house, &said(&key, "Other."));
    let outcomes = kiosk.send(&house, &[first, other]).await;
    assert!(
        matches!(outcomes[..], [Outcome::Case(_), Outcome::SetAside]),
        "{outcomes:?}"
    );
    assert_eq!(house.count("cases").await, 1);
    // A key that made a case on a phone is no better.
    let mut phone = Customer::default();
    phone.case(&house, "On a phone.").await;
    let theirs = kiosk.seal_said(&house, &said(&phone.key, "Mine?"));
    assert_eq!(kiosk.send(&house, &[theirs]).await, [Outcome::SetAside]);
    assert_eq!(house.count("cases").await, 2);
}

#[tokio::test]
async fn what_lay_in_the_queue_while_the_keys_were_changed_is_read() {
    const ONE: &str = "1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    const TWO: &str = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    let house = House::open_with_keys(ONE).await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Sealed to the old one.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let spot_link = deposit.header.reference;
    let house = house
        .restarted_with_keys(Some(&format!("{TWO},{ONE}")))
        .await;
    let slip = kiosk.slip(&house, &deposit).await;
    assert_eq!(Some(slip.reference), spot_link);
    let fresh = reserve(&house, &mut kiosk.browser, 1).await;
    assert_eq!(fresh.key.id, 2);
}

#[tokio::test]
async fn who_holds_no_credential_gets_nothing() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "From a stranger.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let stranger = Customer::default();
    for (verb, body) in [
        ("reserve", json!({ "wanted": 5 })),
        ("deposit", json!({ "batch": [deposit] })),
        (
            "known",
            json!({ "lang": "en", "product": "x", "place": "y" }),
        ),
    ] {
        let (status, text, _) =
            crate::kiosks::call(&house, &stranger, verb, body.to_string()).await;
        assert_eq!((status, text.as_str()), (401, "\"not-paired\""), "{verb}");
    }
    assert_eq!(house.count("cases").await, 0);
}
