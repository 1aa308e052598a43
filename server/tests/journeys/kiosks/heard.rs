//! Heartbeats: what is kept of them, what is answered, and how a copied credential is found out.

use super::*;
use app::kiosk::Printer;
use server::store::kiosks;

const SHOP: &str = "lancheng-donghu";

async fn kept(house: &House, id: &str) -> kiosks::Kiosk {
    let kept = kiosks::by_id(house.office.store.read(), id).await;
    kept.unwrap().unwrap()
}

#[tokio::test]
async fn what_a_kiosk_says_last_is_kept_and_nothing_of_it_grows() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    let mut running = Running::new(1);
    let now = (house.office.clock)();
    running.beat = Beat {
        queue: 3,
        oldest: Some(700),
        frame: Some(120),
        printer: Printer::Out,
        keys: vec![2, 1, 2],
        at: now + 90_000_000,
        ..running.beat
    };
    for round in 1..=5 {
        let (status, answer, _) = running.beat(&house, &device).await;
        assert_eq!(status, 200);
        let answer = answer.unwrap();
        assert_eq!((answer.count, answer.now), (round, now));
        assert_eq!(answer.setup, None, "it has what the program comes with");
    }
    let kiosk = kept(&house, &id).await;
    assert_eq!(
        (kiosk.queue, kiosk.oldest, kiosk.skew),
        (3, Some(700), 90_000)
    );
    assert_eq!(
        (kiosk.printer, kiosk.key_ids.as_str()),
        (Printer::Out, "1, 2")
    );
    assert_eq!(house.count("kiosks").await, 1);
    let page = wei.get(&house, "/desk/kiosks").await;
    for said in [
        "3 submissions, the oldest for 11 minutes",
        "Fast by 90 seconds",
        "No paper",
        "Working",
    ] {
        assert!(page.holds(said), "{said}: {}", page.html);
    }
}

#[tokio::test]
async fn what_is_no_heartbeat_has_an_answer_too() {
    let (house, mut wei) = house_of_wei().await;
    let (device, _) = paired(&house, &mut wei, SHOP).await;
    for body in [
        "",
        "{}",
        "[]",
        "{\"beat\": 1}",
        "{\"beat\": {\"queue\": -1}}",
        "beat=1",
    ] {
        let (status, ..) = call(&house, &device, "heartbeat", body.to_owned()).await;
        assert_eq!(status, 422, "{body}");
    }
    let nameless = serde_json::json!({ "beat": Beat::default() }).to_string();
    let (status, ..) = call(&house, &device, "heartbeat", nameless).await;
    assert_eq!(status, 401, "a page without a name is none of ours");
    let later = "{\"beat\": {\"page\": \"aaaaaaaaaaaaaaaaaaaaaaaaaa\", \"of a later build\": 1}}";
    let (status, ..) = call(&house, &device, "heartbeat", later.to_owned()).await;
    assert_eq!(status, 200);
}

#[tokio::test]
async fn a_copied_credential_is_worth_nothing_to_either_and_somebody_is_told() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    let copy = device.clone();
    let (mut one, mut two) = (Running::new(1), Running::new(2));
    let mut beats = 0;
    while one.beat(&house, &device).await.0 == 200 && two.beat(&house, &copy).await.0 == 200 {
        beats += 1;
        assert!(beats < 6, "it is found within five beats");
    }
    assert_eq!(one.beat(&house, &device).await.0, 401);
    assert_eq!(two.beat(&house, &copy).await.0, 401);
    for mut either in [device, copy] {
        let page = either.get(&house, "/kiosk").await;
        assert!(page.holds("Show a code") && page.holds("no longer a kiosk"));
    }
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(
        page.holds("Copied credential") && page.holds(">Ended<"),
        "it stays to be looked at"
    );
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    let alert = page.hidden("alert").unwrap();
    let page = tend(&house, &mut wei, "know", &id, &[("alert", &alert)]).await;
    assert!(page.holds("wei has seen to it"), "{}", page.html);
    assert!(page.hidden("alert").is_none());
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(!page.holds("Copied credential") && !page.holds("Kiosk No. 7"));
}

#[tokio::test]
async fn reloads_and_tabs_that_take_turns_are_one_device() {
    let (house, mut wei) = house_of_wei().await;
    let (device, _) = paired(&house, &mut wei, SHOP).await;
    for page in 0..40 {
        let mut running = Running::new(page);
        for _ in 0..=(page % 3) {
            assert_eq!(running.beat(&house, &device).await.0, 200, "{page}");
        }
    }
}

#[tokio::test]
async fn a_revoked_kiosk_is_back_at_pairing_and_cannot_come_back_by_its_credential() {
    let (house, mut wei) = house_of_wei().await;
    let (mut device, id) = paired(&house, &mut wei, SHOP).await;
    assert_eq!(Running::new(1).beat(&house, &device).await.0, 200);
    let page = tend(&house, &mut wei, "revoke", &id, &[]).await;
    assert!(
        page.at.ends_with("?did=fleet-revoke") && page.holds("Ended"),
        "{}",
        page.at
    );
    assert_eq!(Running::new(1).beat(&house, &device).await.0, 401);
    let page = device.get(&house, "/kiosk").await;
    assert!(page.holds("This device is no longer a kiosk") && page.holds("Show a code"));
    // And is paired anew.
    let page = device.post(&house, "/api/kiosk/code", &[]).await;
    let code = page.id("pairing-code").unwrap();
    claim(&house, &mut wei, &code, SHOP).await;
    device.post(&house, "/api/kiosk/pair", &[]).await;
    assert_eq!(Running::new(2).beat(&house, &device).await.0, 200);
}

#[tokio::test]
async fn who_was_claimed_and_then_revoked_gets_no_credential() {
    let (house, mut wei) = house_of_wei().await;
    let (mut device, code) = device_with_code(&house).await;
    claim(&house, &mut wei, &code, SHOP).await;
    let id = house
        .text("select id from kiosks where shop = $1", SHOP)
        .await;
    tend(&house, &mut wei, "revoke", &id, &[]).await;
    device.post(&house, "/api/kiosk/pair", &[]).await;
    assert!(!device.cookies.contains_key("kiosk"));
}
