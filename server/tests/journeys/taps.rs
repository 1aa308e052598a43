//! The faces by the door: kept once, marked by the rule, counted for those who answer for the shop.

use super::{
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
    kiosks::{call, house_of_wei, paired, tend},
};
use app::{
    desk::Role,
    kiosk::tap::{MOST, Tap},
};

const SHOP: &str = "lancheng-donghu";
const SECOND: i64 = 1_000_000;

fn tap(house: &House, number: u32, face: u8, ago: i64) -> Tap {
    let digit = |number: u32| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let key = [digit(number / 26), digit(number)]
        .iter()
        .collect::<String>();
    Tap {
        key: format!("{key:k>26}"),
        question: "door".to_owned(),
        version: 1,
        face,
        faces: 5,
        pressed_at: (house.office.clock)() - ago * SECOND,
        reason: None,
    }
}

async fn send(house: &House, kiosk: &str, taps: Vec<Tap>) {
    house.office.keep_taps(kiosk, SHOP, taps).await.unwrap();
}

async fn manager(house: &House) -> Customer {
    employ(house, "mei", "customer-service", Role::Manager).await;
    sign_in(house, "mei", "right").await.0
}

/// The numbers of the row with this name: answers, each face, and what is not counted.
async fn row(house: &House, who: &mut Customer, path: &str, name: &str) -> Vec<u32> {
    let page = who.get(house, path).await.html;
    let mut rows = page.split("<tr>");
    let row = rows
        .find(|row| row.contains(name))
        .unwrap_or_else(|| panic!("no {name} in {page}"));
    let cells = row.split("in-figures\">").skip(1);
    cells
        .filter_map(|cell| cell.split('<').next().unwrap().parse().ok())
        .collect()
}

#[tokio::test]
async fn the_same_press_is_one_however_often_and_in_whatever_order_it_comes() {
    let house = House::open().await;
    let bare = tap(&house, 1, 2, 60);
    let reason = Some("waiting".to_owned());
    let with_reason = Tap {
        reason,
        ..bare.clone()
    };
    send(&house, "k1", vec![with_reason.clone(), bare.clone()]).await;
    send(&house, "k1", vec![bare.clone()]).await;
    send(&house, "k1", vec![with_reason]).await;
    let other = Tap {
        reason: Some("manner".to_owned()),
        ..bare.clone()
    };
    send(&house, "k1", vec![other.clone()]).await;
    send(&house, "k2", vec![other]).await;
    assert_eq!(house.count("taps").await, 1);
    let kept = house
        .text("select reason from taps where key = $1", &bare.key)
        .await;
    assert_eq!(kept, "waiting", "what was said first stands");
}

#[tokio::test]
async fn what_comes_late_marks_what_was_there_before() {
    let house = House::open().await;
    let mut mei = manager(&house).await;
    let child: Vec<_> = (0..5)
        .map(|one| tap(&house, one, 5, 100 + i64::from(one) * 2))
        .collect();
    let (late, early) = child.split_at(1);
    send(&house, "k1", early.to_vec()).await;
    let alone = tap(&house, 20, 1, 3_600);
    send(&house, "k1", vec![alone]).await;
    let path = "/desk/taps";
    assert_eq!(
        row(&house, &mut mei, path, SHOP).await,
        [5, 1, 0, 0, 0, 4, 0]
    );
    send(&house, "k1", late.to_vec()).await;
    assert_eq!(
        row(&house, &mut mei, path, SHOP).await,
        [1, 1, 0, 0, 0, 0, 5]
    );
    let neighbour = tap(&house, 21, 4, 104);
    send(&house, "k2", vec![neighbour]).await;
    let both = row(&house, &mut mei, path, SHOP).await;
    assert_eq!(
        both,
        [2, 1, 0, 0, 1, 0, 5],
        "another screen is another hand"
    );
}

#[tokio::test]
async fn a_day_is_the_shops_day_and_no_press_lies_ahead() {
    let house = House::open().await;
    let mut mei = manager(&house).await;
    // It is 10:00 in the shop; one device is an hour fast, and nobody presses in the future.
    send(&house, "k1", vec![tap(&house, 1, 5, 0)]).await;
    send(&house, "k2", vec![tap(&house, 2, 4, 11 * 3_600)]).await;
    send(&house, "k3", vec![tap(&house, 3, 1, -3_600)]).await;
    let of_shop = format!("/desk/taps?shop={SHOP}");
    assert_eq!(
        row(&house, &mut mei, &of_shop, "2026-11-23").await,
        [2, 1, 0, 0, 0, 1, 0]
    );
    assert_eq!(
        row(&house, &mut mei, &of_shop, "2026-11-22").await,
        [1, 0, 0, 0, 1, 0, 0]
    );
    let earlier = format!("{of_shop}&until=2026-10-26");
    assert!(!mei.get(&house, &earlier).await.holds("2026-11-2"));
}

#[tokio::test]
async fn what_is_no_tap_is_passed_over_and_holds_nothing_up() {
    let house = House::open().await;
    let broken = Tap {
        face: 9,
        ..tap(&house, 1, 1, 10)
    };
    let long_ago = Tap {
        pressed_at: i64::MIN,
        ..tap(&house, 2, 1, 0)
    };
    send(&house, "k1", vec![broken, long_ago, tap(&house, 3, 3, 30)]).await;
    assert_eq!(house.count("taps").await, 2);
}

#[tokio::test]
async fn only_whoever_answers_for_the_shop_sees_its_faces() {
    let house = House::open().await;
    send(&house, "k1", vec![tap(&house, 1, 5, 60)]).await;
    employ(&house, "fang", "customer-service", Role::Front).await;
    let mut fang = sign_in(&house, "fang", "right").await.0;
    let page = fang.get(&house, "/desk/taps").await;
    assert_eq!(page.status, 404);
    assert!(!fang.get(&house, "/desk").await.holds("/desk/taps"));
    let mut mei = manager(&house).await;
    assert!(mei.get(&house, "/desk").await.holds("/desk/taps"));
    assert_eq!(
        mei.get(&house, "/desk/taps?shop=elsewhere").await.status,
        404
    );
    let nobody = Customer::default().get(&house, "/desk/taps").await;
    assert!(nobody.at.starts_with("/staff/sign-in"));
}

#[tokio::test]
async fn a_paired_kiosk_sends_its_presses_and_each_is_one() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    let body = |taps: Vec<Tap>| serde_json::json!({ "taps": taps });
    let pressed = body(vec![tap(&house, 1, 4, 5)]).to_string();
    for _lost_answer in 0..2 {
        let (status, ..) = call(&house, &device, "tap", pressed.clone()).await;
        assert_eq!(status, 200);
    }
    assert_eq!(
        row(&house, &mut wei, "/desk/taps", SHOP).await,
        [1, 0, 0, 0, 1, 0, 0]
    );
    let (nobody, ..) = call(&house, &Customer::default(), "tap", pressed.clone()).await;
    assert_eq!(nobody, 401);
    let many = (0..=u32::try_from(MOST).unwrap()).map(|one| tap(&house, one, 1, 60));
    let (many, ..) = call(&house, &device, "tap", body(many.collect()).to_string()).await;
    assert_eq!(
        many, 429,
        "nothing is kept of what is too much for one call"
    );
    tend(&house, &mut wei, "revoke", &id, &[]).await;
    let (revoked, ..) = call(&house, &device, "tap", pressed).await;
    assert_eq!(revoked, 401);
    assert_eq!(house.count("taps").await, 1);
}
