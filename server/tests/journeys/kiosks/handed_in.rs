//! A kiosk that will never be online again: what was taken from it is handed in at the desk, and each
//! thing in it is kept once.

use super::*;
use crate::deposits::device::{Device, enquiry};
use app::kiosk::{
    deposit::{Deposit, Matter},
    tap::Tap,
};
use serde_json::json;

const TOLD: &str = "select reference from cases where reference = $1";

/// The file, as `onefront kiosk-empty` writes it.
fn file(deposits: &[&Deposit], taps: &[Tap]) -> Vec<u8> {
    let entry = |deposit: &&Deposit| json!({ "key": key(1), "body": deposit }).to_string();
    let queue: Vec<_> = deposits.iter().map(entry).collect();
    let taps: Vec<_> = taps.iter().map(|tap| json!(tap).to_string()).collect();
    json!({ "queue": queue, "taps": taps }).to_string().into()
}

async fn hand_in(house: &House, by: &mut Customer, id: &str, file: &[u8]) -> Page {
    by.get(house, &format!("/desk/kiosks/{id}")).await;
    let key = by.key.clone();
    let fields = [("key", key.as_str()), ("id", id)];
    let file = ("queue.json", "application/json", file);
    by.post_file(house, "/api/fleet/hand-in", &fields, file)
        .await
}

async fn kiosk_id(house: &House) -> String {
    let newest = "select id from kiosks where id <> $1 order by id desc";
    house.text(newest, "").await
}

#[tokio::test]
async fn each_deposit_is_kept_once_whether_it_is_carried_or_sent() {
    let (house, mut wei) = house_of_wei().await;
    let mut kiosk = Device::paired(&house).await;
    let id = kiosk_id(&house).await;
    let typed = enquiry(&house, "Nobody has heard of me yet.");
    let sent = kiosk.seal(&house, Matter::Enquiry, &typed);
    let waiting = kiosk.seal(&house, Matter::Enquiry, &typed);
    let mut spoilt = kiosk.seal(&house, Matter::Enquiry, &typed);
    spoilt.header.offset += 1;
    kiosk.slip(&house, &sent).await;
    let tap = Tap {
        key: key(7),
        question: "door".to_owned(),
        version: 1,
        face: 4,
        faces: 5,
        pressed_at: (house.office.clock)(),
        reason: None,
    };
    let file = file(&[&sent, &waiting, &spoilt], &[tap]);
    let page = hand_in(&house, &mut wei, &id, &file).await;
    assert!(page.at.contains("/handed-in/"), "{}", page.at);
    let told = waiting.header.reference.unwrap().to_string();
    for said in [
        "Was here already",
        "A case now",
        "Kept, not readable",
        "One press by the door",
        &format!("/desk/case/{told}"),
    ] {
        assert!(page.holds(said), "{said}: {}", page.html);
    }
    assert_eq!(house.count("cases").await, 2);
    assert_eq!(house.count("taps").await, 1);
    // It comes online after all.
    let slip = kiosk.slip(&house, &waiting).await;
    assert!(slip.again && slip.reference.to_string() == told);
    // And the file is handed in by a second colleague.
    let page = hand_in(&house, &mut wei, &id, &file).await;
    assert_eq!(page.html.matches("Was here already").count(), 2);
    assert_eq!(house.count("cases").await, 2);
    assert_eq!(house.count("taps").await, 1);
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    assert_eq!(page.html.matches("Queue handed in").count(), 2);
}

#[tokio::test]
async fn a_kiosk_that_was_ended_is_emptied_and_numbers_stay_whichever_page_it_was() {
    let (house, mut wei) = house_of_wei().await;
    let mut gone = Device::paired(&house).await;
    let id = kiosk_id(&house).await;
    let typed = enquiry(&house, "From a kiosk that is gone.");
    let ended = gone.seal(&house, Matter::Enquiry, &typed);
    tend(&house, &mut wei, "revoke", &id, &[]).await;
    let page = hand_in(&house, &mut wei, &id, &file(&[&ended], &[])).await;
    assert!(page.holds("A case now"), "{}", page.html);
    let mut other = Device::paired(&house).await;
    let theirs = other.seal(&house, Matter::Enquiry, &typed);
    let page = hand_in(&house, &mut wei, &id, &file(&[&theirs], &[])).await;
    assert!(page.holds("A case now"), "{}", page.html);
    for deposit in [ended, theirs] {
        let told = deposit.header.reference.unwrap().to_string();
        assert_eq!(house.text(TOLD, &told).await, told);
    }
}

#[tokio::test]
async fn what_is_no_such_file_is_said_so_and_what_is_no_deposit_is_told_apart() {
    let (house, mut wei) = house_of_wei().await;
    let mut kiosk = Device::paired(&house).await;
    let id = kiosk_id(&house).await;
    let page = hand_in(&house, &mut wei, &id, b"{ this is no queue").await;
    assert!(page.at.ends_with("file=broken"), "{}", page.at);
    assert!(page.holds("could not be read to its end"));
    let typed = enquiry(&house, "After nonsense.");
    let good = kiosk.seal(&house, Matter::Enquiry, &typed);
    let entry = json!({ "key": key(1), "body": good }).to_string();
    let mixed = json!({ "queue": ["nonsense", entry], "taps": ["nonsense"] }).to_string();
    let page = hand_in(&house, &mut wei, &id, mixed.as_bytes()).await;
    assert!(page.holds("Not from a kiosk") && page.holds("A case now"));
}

#[tokio::test]
async fn only_who_looks_after_the_kiosk_hands_in_its_queue_and_sees_what_became_of_it() {
    let (house, mut wei) = house_of_wei().await;
    let mut kiosk = Device::paired(&house).await;
    let id = kiosk_id(&house).await;
    let typed = enquiry(&house, "Whose is this?");
    let waiting = kiosk.seal(&house, Matter::Enquiry, &typed);
    employ(&house, "fay", "customer-service", Role::Front).await;
    let (mut fay, _) = sign_in(&house, "fay", "right").await;
    fay.key = key(3);
    let page = hand_in(&house, &mut fay, &id, &file(&[&waiting], &[])).await;
    assert_eq!(page.status, 404);
    assert_eq!(house.count("cases").await, 0);
    let page = hand_in(&house, &mut wei, &id, &file(&[&waiting], &[])).await;
    assert_eq!(fay.get(&house, &page.at).await.status, 404);
}
