//! Coming in: whose tries count against whom, how long one stays in, and what a browser that is
//! known is good for.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::{HOUR, House},
};
use app::desk::Role;
use server::office::Rules;

/// Tries to sign in with what a browser holds.
pub async fn try_in(house: &House, browser: &mut Customer, login: &str, password: &str) -> Page {
    let fields = [("login", login), ("password", password)];
    browser.post(house, "/api/staff/sign-in", &fields).await
}

fn at(address: &str) -> Customer {
    Customer {
        from: address.to_owned(),
        ..Customer::default()
    }
}

async fn house_of_anna() -> House {
    let house = House::open().await;
    employ(&house, "anna", "customer-service", Role::Front).await;
    employ(&house, "otto", "customer-service", Role::Front).await;
    house
}

#[tokio::test]
async fn whoever_hammers_a_login_does_not_lock_a_colleague_out_who_came_in_here_before() {
    let house = house_of_anna().await;
    let mut anna = at("203.0.113.1");
    assert_eq!(try_in(&house, &mut anna, "anna", "right").await.at, "/desk");
    // From her own address and from everywhere, until nobody unknown may try any more.
    for n in 0..200 {
        let from = format!("203.0.113.{}", n % 100);
        try_in(&house, &mut at(&from), "anna", "wrong").await;
    }
    let new = try_in(&house, &mut at("198.51.100.7"), "anna", "right").await;
    assert!(new.at.contains("?wait"), "guessing is over: {}", new.at);
    anna.post(&house, "/api/staff/sign-out", &[]).await;
    let known = try_in(&house, &mut anna, "anna", "right").await;
    assert_eq!(known.at, "/desk", "the browser she came in with before");
}

#[tokio::test]
async fn guessing_stays_slow_from_however_many_places_it_is_done() {
    let house = house_of_anna().await;
    let mut looked_at = 0;
    for n in 0..300 {
        let from = format!("10.0.{}.{}", n / 250, n % 250);
        let page = try_in(&house, &mut at(&from), "anna", "wrong").await;
        looked_at += u32::from(page.at.contains("?wrong"));
    }
    assert_eq!(looked_at, 60, "so many in an hour, and no more");
    let other = try_in(&house, &mut at("10.0.9.9"), "otto", "right").await;
    assert_eq!(other.at, "/desk", "a colleague is none of it");
}

#[tokio::test]
async fn a_known_browser_has_tries_of_its_own_and_only_for_whoever_came_in_with_it() {
    let house = house_of_anna().await;
    let mut ottos = at("203.0.113.2");
    try_in(&house, &mut ottos, "otto", "right").await;
    assert!(ottos.cookies.contains_key("device"));
    for _ in 0..5 {
        try_in(&house, &mut at("203.0.113.2"), "anna", "wrong").await;
    }
    // Otto's browser is nothing to Anna's login: it shares what is left at that address.
    let page = try_in(&house, &mut ottos, "anna", "right").await;
    assert!(page.at.contains("?wait"), "{}", page.at);
    let mut guessed = 0;
    for _ in 0..30 {
        let page = try_in(&house, &mut ottos, "otto", "wrong").await;
        guessed += u32::from(page.at.contains("?wrong"));
    }
    assert_eq!(guessed, 10, "a stolen browser guesses no faster");
}

#[tokio::test]
async fn the_token_of_a_browser_opens_nothing() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let device = anna.cookies["device"].clone();
    anna.cookies.remove("staff");
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    anna.cookies.insert("staff".to_owned(), device);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
}

#[tokio::test]
async fn every_sign_in_has_a_token_of_its_own_and_ends_the_session_before() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let before = anna.cookies["staff"].clone();
    try_in(&house, &mut anna, "anna", "right").await;
    let after = anna.cookies["staff"].clone();
    assert_ne!(before, after);
    anna.cookies.insert("staff".to_owned(), before);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    anna.cookies.insert("staff".to_owned(), after);
    assert_eq!(anna.get(&house, "/desk").await.at, "/desk");
}

#[tokio::test]
async fn a_session_ends_when_nobody_uses_it_and_at_the_latest_after_so_long() {
    let rules = Rules {
        idle: 3 * HOUR,
        longest: 8 * HOUR,
        ..Rules::default()
    };
    let house = house_of_anna().await.ruled(rules);
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    for _ in 0..3 {
        house.pass(2);
        assert_eq!(anna.get(&house, "/desk").await.at, "/desk");
    }
    house.pass(2);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    house.pass(3);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
}

#[tokio::test]
async fn that_a_session_is_in_use_is_known_to_another_server() {
    let rules = || Rules {
        idle: 3 * HOUR,
        ..Rules::default()
    };
    let house = house_of_anna().await.ruled(rules());
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    house.pass(2);
    assert_eq!(anna.get(&house, "/desk").await.at, "/desk");
    house.office.sweep().await.unwrap();
    let other = house.restarted().await.ruled(rules());
    other.pass(2);
    assert_eq!(anna.get(&other, "/desk").await.at, "/desk");
    other.pass(3);
    assert!(anna.get(&other, "/desk").await.at.starts_with("/staff"));
}

#[tokio::test]
async fn there_is_no_way_through_a_provider_where_none_is_set() {
    let house = house_of_anna().await;
    let page = Customer::default().get(&house, "/staff/sign-in").await;
    assert!(!page.holds("/staff/provider"));
    for path in [
        "/staff/provider",
        "/staff/provider/back",
        "/staff/provider/back?code=a&state=b",
    ] {
        let page = Customer::default().get(&house, path).await;
        assert_eq!(page.at, "/staff/sign-in?refused", "{path}");
    }
    let back = [("code", "a"), ("state", "b")];
    let page = Customer::default()
        .post(&house, "/api/staff/provider", &back)
        .await;
    assert_eq!(page.at, "/staff/sign-in?refused");
}
