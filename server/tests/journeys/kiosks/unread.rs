//! What nobody could read: shown with its age and what helps, read once its key is back, and thrown
//! away only by an administrator who says why.

use super::*;
use crate::deposits::device::{Device, enquiry, of_case};
use app::kiosk::deposit::{Deposit, Matter, Outcome};
use server::keys::Keys;

const ONE: &str = "1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
const TWO: &str = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";

async fn set_aside(house: &House, kiosk: &mut Device, deposit: &Deposit) {
    let outcomes = kiosk.send(house, std::slice::from_ref(deposit)).await;
    assert_eq!(outcomes, [Outcome::SetAside]);
}

async fn kiosk_id(house: &House) -> String {
    house.text("select id from kiosks where id <> $1", "").await
}

/// A house with a kiosk, of which something was changed on the way; and its page at the desk.
async fn spoilt() -> (House, Customer, Device, String) {
    let (house, wei) = house_of_wei().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Nobody reads this.");
    let mut deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    deposit.header.offset += 1;
    set_aside(&house, &mut kiosk, &deposit).await;
    let page = format!("/desk/kiosks/{}", kiosk_id(&house).await);
    (house, wei, kiosk, page)
}

#[tokio::test]
async fn what_lacked_its_key_is_read_by_itself_once_the_key_is_back() {
    let house = House::open_with_keys(TWO).await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (mut wei, _) = sign_in(&house, "wei", "right").await;
    let mut kiosk = Device::paired(&house).await;
    kiosk.block.key = Keys::read(ONE).unwrap().seal_key();
    let typed = enquiry(&house, "Sealed to a key that is gone.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let told = deposit.header.reference.unwrap();
    set_aside(&house, &mut kiosk, &deposit).await;
    house.pass_seconds(900);
    assert_eq!(house.office.sweep().await.unwrap().read, 0);
    let fleet = wei.get(&house, "/desk/kiosks").await;
    assert!(
        fleet.holds("One unreadable, the oldest for 15 minutes"),
        "{}",
        fleet.html
    );
    let path = format!("/desk/kiosks/{}", kiosk_id(&house).await);
    let page = wei.get(&house, &path).await;
    for said in ["Its key is missing", "sealed to key 1", &told.to_string()] {
        assert!(page.holds(said), "{said}: {}", page.html);
    }

    let house = house
        .restarted_with_keys(Some(&format!("{TWO},{ONE}")))
        .await;
    assert_eq!(house.office.sweep().await.unwrap().read, 1);
    assert_eq!(house.office.sweep().await.unwrap().read, 0);
    let channel = "select channel from cases where reference = $1";
    assert_eq!(of_case(&house, channel, told).await, "kiosk");
    assert!(kiosk.slip(&house, &deposit).await.again);
    assert_eq!(house.count("cases").await, 1);
    let page = wei.get(&house, &path).await;
    assert!(!page.holds("Its key is missing") && page.holds("Over since"));
    assert!(
        !wei.get(&house, "/desk/kiosks")
            .await
            .holds("One unreadable")
    );
}

#[tokio::test]
async fn what_a_key_does_not_open_is_not_tried_for_ever() {
    let house = House::open_with_keys(TWO).await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Not sealed to that key.");
    let mut deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    deposit.header.key_id = 1;
    set_aside(&house, &mut kiosk, &deposit).await;
    let house = house
        .restarted_with_keys(Some(&format!("{TWO},{ONE}")))
        .await;
    for _ in 0..2 {
        assert_eq!(house.office.sweep().await.unwrap().read, 0);
    }
    let why = "select why from unread_deposits where seal <> $1";
    assert_eq!(house.text(why, "").await, "seal");
}

#[tokio::test]
async fn it_is_thrown_away_only_with_a_reason_and_that_is_kept() {
    let (house, mut wei, _, path) = spoilt().await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    let page = wei.get(&house, &path).await;
    assert!(page.holds("It does not open"), "{}", page.html);
    let seal = page.hidden("seal").unwrap();
    let page = tend(&house, &mut wei, "drop", &id, &[("seal", &seal)]).await;
    assert!(page.leads_to("reason"), "{}", page.at);
    let reason = [
        ("seal", seal.as_str()),
        ("reason", "Called; it was sent again."),
    ];
    let page = tend(&house, &mut wei, "drop", &id, &reason).await;
    assert!(page.at.ends_with("?did=fleet-drop"), "{}", page.at);
    assert!(!page.holds("It does not open") && page.holds("Over since"));
    let log = page.html.split("id=\"log\"").nth(1).unwrap();
    for said in [
        "Unreadable submission thrown away",
        "Called; it was sent again.",
        "wei",
    ] {
        assert!(log.contains(said), "{said}: {log}");
    }
    let left = "select seal from unread_deposits where seal = $1";
    assert_eq!(house.maybe(left, &seal).await, None);
}

#[tokio::test]
async fn only_an_administrator_throws_away_and_trying_again_loses_nothing() {
    let (house, mut wei, _, path) = spoilt().await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    employ(&house, "mei", "customer-service", Role::Manager).await;
    let (mut mei, _) = sign_in(&house, "mei", "right").await;
    let page = mei.get(&house, &path).await;
    assert!(page.holds("Try again") && !page.holds("/api/fleet/drop"));
    let seal = page.hidden("seal").unwrap();
    let fields = [("seal", seal.as_str()), ("reason", "I do not like it.")];
    let page = tend(&house, &mut mei, "drop", &id, &fields).await;
    assert_eq!(page.status, 404);
    tend(&house, &mut mei, "read", &id, &fields).await;
    let page = wei.get(&house, &path).await;
    assert_eq!(page.hidden("seal"), Some(seal), "it is still there");
    assert!(
        !page.holds(">Read again<"),
        "and nothing is said to be done"
    );
}
