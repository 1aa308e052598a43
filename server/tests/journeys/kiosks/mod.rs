//! Kiosks: how a device becomes one, what it may ask for, what it says of itself, and how staff look
//! after it.

mod confined;
mod fleet;
mod handed_in;
mod heard;
mod look;
mod pairing;
mod placed;
mod unread;

use super::{
    customer::{Customer, Page},
    desk::{employ, move_to, sign_in},
    house::House,
};
use app::{
    desk::Role,
    kiosk::{Beat, BeatAnswer},
};
use axum::{
    body::{Body, to_bytes},
    http::{Request, header},
};
use tower::ServiceExt;

/// A key as a page of ours makes one.
pub fn key(number: u32) -> String {
    let tail: String = number
        .to_string()
        .bytes()
        .map(|digit| char::from(digit - b'0' + b'a'))
        .collect();
    format!("{tail:k>26}")
}

/// A house, and an administrator in it.
pub async fn house_of_wei() -> (House, Customer) {
    let house = House::open().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (wei, _) = sign_in(&house, "wei", "right").await;
    (house, wei)
}

/// A device that shows a code, and the code.
pub async fn device_with_code(house: &House) -> (Customer, String) {
    let mut device = Customer::default();
    let page = device.post(house, "/api/kiosk/code", &[]).await;
    let code = page.id("pairing-code").expect("a code is shown");
    (device, code)
}

/// Claims a code for a shop.
pub async fn claim(house: &House, by: &mut Customer, code: &str, shop: &str) -> Page {
    by.get(house, "/desk/kiosks").await;
    let key = by.key.clone();
    let fields = [
        ("key", key.as_str()),
        ("code", code),
        ("shop", shop),
        ("name", "Kiosk No. 7"),
    ];
    by.post(house, "/api/fleet/claim", &fields).await
}

/// A device that was paired for a shop, and its key.
pub async fn paired(house: &House, by: &mut Customer, shop: &str) -> (Customer, String) {
    let (mut device, code) = device_with_code(house).await;
    let claimed = claim(house, by, &code, shop).await;
    assert!(claimed.at.ends_with("?did=fleet-claim"), "{}", claimed.at);
    device.post(house, "/api/kiosk/pair", &[]).await;
    let id = house
        .text(
            "select id from kiosks where shop = $1 order by id desc",
            shop,
        )
        .await;
    (device, id)
}

/// Somebody who decides in a unit.
pub async fn employ_in(house: &House, login: &str, unit: &str) {
    employ(house, login, "customer-service", Role::Coordinator).await;
    move_to(house, login, unit).await;
}

/// Presses the button of a form about a kiosk.
pub async fn tend(
    house: &House,
    by: &mut Customer,
    act: &str,
    id: &str,
    fields: &[(&str, &str)],
) -> Page {
    by.get(house, &format!("/desk/kiosks/{id}")).await;
    let key = by.key.clone();
    let mut all = vec![("key", key.as_str()), ("id", id)];
    all.extend_from_slice(fields);
    by.post(house, &format!("/api/fleet/{act}"), &all).await
}

/// One page of a device.
pub struct Running {
    pub beat: Beat,
}

impl Running {
    pub fn new(number: u32) -> Self {
        Self {
            beat: Beat {
                page: key(number),
                build: "0.1.0".to_owned(),
                ..Beat::default()
            },
        }
    }

    /// Beats once: the status, and the answer if there is one.
    pub async fn beat(
        &mut self,
        house: &House,
        device: &Customer,
    ) -> (u16, Option<BeatAnswer>, Vec<String>) {
        let body = serde_json::json!({ "beat": self.beat }).to_string();
        let (status, text, cookies) = call(house, device, "heartbeat", body).await;
        let answer: Option<BeatAnswer> = serde_json::from_str(&text).ok();
        if let Some(answer) = &answer {
            self.beat.heard = Some(answer.count);
        }
        (status, answer, cookies)
    }
}

/// Calls an endpoint as a kiosk's page does; the status, the body and the cookies that were set.
pub async fn call(
    house: &House,
    device: &Customer,
    verb: &str,
    body: String,
) -> (u16, String, Vec<String>) {
    let cookies: Vec<_> = device
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = Request::post(format!("/api/kiosk/{verb}"))
        .header(header::HOST, "127.0.0.1:3000")
        .header(header::ACCEPT, "application/json")
        .header(header::CONTENT_TYPE, "application/json")
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookies.join("; "))
        .header(header::CONTENT_LENGTH, body.len())
        .body(Body::from(body))
        .unwrap();
    let answer = house.router.clone().oneshot(request).await.unwrap();
    let set = answer.headers().get_all(header::SET_COOKIE).iter();
    let set = set.map(|line| line.to_str().unwrap().to_owned()).collect();
    let status = answer.status().as_u16();
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, String::from_utf8(body.to_vec()).unwrap(), set)
}
