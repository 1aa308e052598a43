//! Renaming and moving a kiosk without pairing it anew.

use super::*;
use crate::deposits::device::{Device, enquiry, of_case, reserve};
use app::kiosk::{deposit::Matter, tap::Tap};

const HERE: &str = "lancheng-donghu";
const THERE: &str = "wangjin-binhe";
const OWNER: &str = "select owner_unit from cases where reference = $1";

async fn place(house: &House, by: &mut Customer, id: &str, shop: &str) -> Page {
    let fields = [("shop", shop), ("name", "By the window")];
    tend(house, by, "place", id, &fields).await
}

async fn tap(house: &House, device: &Customer, number: u32, pressed_at: i64) {
    let tap = Tap {
        key: key(number),
        question: "door".to_owned(),
        version: 1,
        face: 5,
        faces: 5,
        pressed_at,
        reason: None,
    };
    let body = serde_json::json!({ "taps": [tap] }).to_string();
    assert_eq!(call(house, device, "tap", body).await.0, 200);
}

#[tokio::test]
async fn a_kiosk_goes_to_another_shop_with_its_credential_and_what_was_pressed_stays() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, HERE).await;
    let mut kiosk = Device {
        block: reserve(&house, &mut device.clone(), 2).await,
        browser: device.clone(),
        behind: 0,
    };
    let typed = enquiry(&house, "Sent before the move.");
    let before = kiosk.seal(&house, Matter::Enquiry, &typed);
    let pressed = (house.office.clock)();
    house.pass_seconds(300);
    let page = place(&house, &mut wei, &id, THERE).await;
    assert!(page.at.ends_with("?did=fleet-place"), "{}", page.at);
    assert!(page.holds("By the window") && page.holds("Binhe shop"));
    assert_eq!(Running::new(1).beat(&house, &device).await.0, 200);
    house.pass_seconds(300);
    let after = kiosk.seal(&house, Matter::Enquiry, &typed);
    for (deposit, unit) in [(before, "lancheng"), (after, "wangjin")] {
        let slip = kiosk.slip(&house, &deposit).await;
        assert_eq!(of_case(&house, OWNER, slip.reference).await, unit);
    }
    tap(&house, &device, 1, pressed).await;
    tap(&house, &device, 2, (house.office.clock)()).await;
    for (number, shop) in [(1, HERE), (2, THERE)] {
        let pressed_in = "select shop from taps where key = $1";
        assert_eq!(house.text(pressed_in, &key(number)).await, shop);
    }
}

#[tokio::test]
async fn who_moved_it_from_where_is_kept_and_nothing_is_noted_of_what_was_so() {
    let (house, mut wei) = house_of_wei().await;
    let (_, id) = paired(&house, &mut wei, HERE).await;
    place(&house, &mut wei, &id, THERE).await;
    let page = place(&house, &mut wei, &id, THERE).await;
    let log = page.html.split("id=\"log\"").nth(1).unwrap();
    let moved = format!("Kiosk No. 7 ({HERE}) → By the window ({THERE})");
    assert!(log.contains(&moved), "{log}");
    assert_eq!(log.matches("Renamed or moved").count(), 1, "{log}");
}

#[tokio::test]
async fn a_name_or_shop_that_cannot_be_is_there_again_with_what_is_wrong() {
    let (house, mut wei) = house_of_wei().await;
    let (_, id) = paired(&house, &mut wei, HERE).await;
    let fields = [("shop", HERE), ("name", " ")];
    let page = tend(&house, &mut wei, "place", &id, &fields).await;
    assert!(
        page.leads_to("name") && !page.leads_to("shop"),
        "{}",
        page.html
    );
    let long = "x".repeat(61);
    let fields = [("shop", "elsewhere"), ("name", &long)];
    let page = tend(&house, &mut wei, "place", &id, &fields).await;
    assert!(page.leads_to("name") && page.leads_to("shop"));
    assert!(page.holds(&format!("value=\"{long}\"")));
}

#[tokio::test]
async fn nobody_moves_a_kiosk_out_of_their_reach() {
    let (house, mut wei) = house_of_wei().await;
    let (_, id) = paired(&house, &mut wei, HERE).await;
    employ_in(&house, "lan", "lancheng").await;
    let (mut lan, _) = sign_in(&house, "lan", "right").await;
    let page = place(&house, &mut lan, &id, THERE).await;
    assert!(page.leads_to("shop"), "{}", page.at);
    let page = place(&house, &mut lan, &id, "lancheng-gulou").await;
    assert!(page.at.ends_with("?did=fleet-place"), "{}", page.at);
    employ_in(&house, "yun", "yunlu").await;
    let (mut yun, _) = sign_in(&house, "yun", "right").await;
    assert_eq!(
        place(&house, &mut yun, &id, "yunlu-chaling").await.status,
        404
    );
}
