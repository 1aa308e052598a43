//! One's own account: the password, the second step, where one is signed in.

use super::{
    coming_in::try_in,
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;
use data_encoding::BASE32_NOPAD;
use server::{
    office::Rules,
    second_step::{SECRET, code_at},
};

const GOOD: &str = "correct horse battery";

async fn house_of_anna() -> House {
    let house = House::open().await;
    employ(&house, "anna", "customer-service", Role::Front).await;
    house
}

async fn change(house: &House, browser: &mut Customer, old: &str, new: &str, again: &str) -> Page {
    let fields = [("old", old), ("new", new), ("again", again)];
    browser.post(house, "/api/account/password", &fields).await
}

/// The secret as the page says it for a phone's keys.
fn secret_on(page: &Page) -> [u8; SECRET] {
    let key = page.id("second-key").expect("a key to type");
    let key = BASE32_NOPAD.decode(key.replace(' ', "").as_bytes());
    key.unwrap().try_into().unwrap()
}

/// The recovery codes as the page lists them.
fn codes_on(page: &Page) -> Vec<String> {
    let list = page.html.split("class=\"recovery\"").nth(1).unwrap();
    let list = list.split("</ol>").next().unwrap();
    let items = list.split("<li translate=\"no\">").skip(1);
    items
        .map(|item| item.split('<').next().unwrap().to_owned())
        .collect()
}

/// Sets the second step up; the secret and the recovery codes.
pub async fn set_up(house: &House, browser: &mut Customer) -> ([u8; SECRET], Vec<String>) {
    let page = browser.post(house, "/api/account/second-begin", &[]).await;
    assert_eq!(page.at, "/desk/account/second", "{}", page.html);
    let (secret, codes) = (secret_on(&page), codes_on(&page));
    let code = code_at(secret, (house.office.clock)()).unwrap();
    let done = browser
        .post(house, "/api/account/second-confirm", &[("code", &code)])
        .await;
    assert_eq!(done.at, "/desk/account?did=account-second-on");
    (secret, codes)
}

async fn say(house: &House, browser: &mut Customer, code: &str) -> Page {
    browser
        .post(house, "/api/staff/code", &[("code", code)])
        .await
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session_and_this_one_goes_on_under_a_new_token() {
    let house = house_of_anna().await;
    let (mut here, _) = sign_in(&house, "anna", "right").await;
    let (mut there, _) = sign_in(&house, "anna", "right").await;
    let before = here.cookies["staff"].clone();
    let page = change(&house, &mut here, "right", GOOD, GOOD).await;
    assert_eq!(page.at, "/desk/account?did=account-password");
    assert_ne!(here.cookies["staff"], before);
    assert_eq!(here.get(&house, "/desk").await.at, "/desk");
    assert!(there.get(&house, "/desk").await.at.starts_with("/staff"));
    here.cookies.insert("staff".to_owned(), before);
    assert!(here.get(&house, "/desk").await.at.starts_with("/staff"));
    let (_, old) = sign_in(&house, "anna", "right").await;
    assert!(old.at.contains("?wrong"));
    let (_, new) = sign_in(&house, "anna", GOOD).await;
    assert_eq!(new.at, "/desk");
}

#[tokio::test]
async fn a_password_that_cannot_be_taken_leads_to_its_field_and_none_is_shown() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    for (old, new, again, field) in [
        ("right", "short", "short", "new"),
        ("right", "anna-anna1", "anna-anna1", "new"),
        ("right", GOOD, "something else", "again"),
        ("never right", GOOD, GOOD, "old"),
    ] {
        let page = change(&house, &mut anna, old, new, again).await;
        assert!(page.leads_to(field), "{old} {new}: {}", page.at);
        assert!(!page.holds(&format!("value=\"{new}\"")), "never shown");
    }
    let mut wrong = 0;
    for _ in 0..30 {
        let page = change(&house, &mut anna, "never right", GOOD, GOOD).await;
        wrong += u32::from(page.at.contains("fault=wrong"));
    }
    assert_eq!(wrong, 9, "a session left open is no place to guess");
}

#[tokio::test]
async fn signing_out_everywhere_ends_every_session_and_forgets_the_browsers() {
    let house = house_of_anna().await;
    let (mut here, _) = sign_in(&house, "anna", "right").await;
    let (mut there, _) = sign_in(&house, "anna", "right").await;
    let page = here.get(&house, "/desk/account").await;
    assert!(page.holds("In 2 browsers"), "{}", page.html);
    let page = here.post(&house, "/api/account/sign-out", &[]).await;
    assert_eq!(page.at, "/staff/sign-in?out");
    assert!(there.get(&house, "/desk").await.at.starts_with("/staff"));
    for _ in 0..5 {
        try_in(&house, &mut Customer::default(), "anna", "wrong").await;
    }
    let page = try_in(&house, &mut there, "anna", "right").await;
    assert!(page.at.contains("?wait"), "not known any more: {}", page.at);
}

#[tokio::test]
async fn with_the_second_step_a_password_alone_is_not_enough() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (secret, _) = set_up(&house, &mut anna).await;
    let (mut other, page) = sign_in(&house, "anna", "right").await;
    assert!(page.at.starts_with("/staff/sign-in/code"), "{}", page.at);
    assert!(!other.cookies.contains_key("staff"));
    assert!(other.get(&house, "/desk").await.at.starts_with("/staff"));
    let page = say(&house, &mut other, "000000").await;
    assert!(page.leads_to("code"), "{}", page.at);
    house.pass(1);
    let (mut other, _) = sign_in(&house, "anna", "right").await;
    let code = code_at(secret, (house.office.clock)()).unwrap();
    assert_eq!(say(&house, &mut other, &code).await.at, "/desk");
    assert!(!other.cookies.contains_key("half"));
}

#[tokio::test]
async fn a_code_is_taken_once_and_a_recovery_code_too() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (secret, codes) = set_up(&house, &mut anna).await;
    assert_eq!(codes.len(), 10);
    let (mut again, _) = sign_in(&house, "anna", "right").await;
    let code = code_at(secret, (house.office.clock)()).unwrap();
    let page = say(&house, &mut again, &code).await;
    assert!(page.at.contains("?wrong"), "the one that turned it on");
    house.pass(1);
    let code = code_at(secret, (house.office.clock)()).unwrap();
    for at in ["/desk", "/staff/sign-in/code?wrong&then=/desk"] {
        let (mut browser, _) = sign_in(&house, "anna", "right").await;
        assert_eq!(say(&house, &mut browser, &code).await.at, at);
    }
    for at in ["/desk", "/staff/sign-in/code?wrong&then=/desk"] {
        let (mut browser, _) = sign_in(&house, "anna", "right").await;
        let typed = codes[3].to_lowercase().replace('-', " ");
        assert_eq!(say(&house, &mut browser, &typed).await.at, at);
    }
    let (mut browser, _) = sign_in(&house, "anna", "right").await;
    assert_eq!(say(&house, &mut browser, &codes[4]).await.at, "/desk");
    let page = browser.get(&house, "/desk/account").await;
    assert!(page.holds("8 recovery codes are left"));
}

#[tokio::test]
async fn whoever_knows_the_password_has_few_tries_and_few_minutes_for_the_code() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (secret, _) = set_up(&house, &mut anna).await;
    house.pass(1);
    let code = || code_at(secret, (house.office.clock)()).unwrap();
    let (mut thief, _) = sign_in(&house, "anna", "right").await;
    for _ in 0..5 {
        say(&house, &mut thief, "000000").await;
    }
    let page = say(&house, &mut thief, &code()).await;
    assert!(page.at.starts_with("/staff/sign-in?again"), "{}", page.at);
    // And not many times five.
    for _ in 0..20 {
        let (mut thief, _) = sign_in(&house, "anna", "right").await;
        say(&house, &mut thief, "000000").await;
    }
    let (mut thief, _) = sign_in(&house, "anna", "right").await;
    let page = say(&house, &mut thief, &code()).await;
    assert!(page.at.contains("?wait"), "{}", page.at);
    // Anna herself, in the browser that is known, is not held up by that.
    let page = try_in(&house, &mut anna, "anna", "right").await;
    assert!(page.at.contains("/code"), "{}", page.at);
    assert_eq!(say(&house, &mut anna, &code()).await.at, "/desk");
    try_in(&house, &mut anna, "anna", "right").await;
    house.pass(1);
    let late = say(&house, &mut anna, &code()).await;
    assert!(late.at.starts_with("/staff/sign-in?again"), "{}", late.at);
}

#[tokio::test]
async fn the_secret_is_shown_until_it_counts_and_lies_sealed_in_the_store() {
    let house = house_of_anna().await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let (secret, codes) = set_up(&house, &mut anna).await;
    let page = anna.get(&house, "/desk/account/second").await;
    assert_eq!(page.at, "/desk/account");
    let stored = house
        .text("select secret from staff_totp where staff_id <> $1", "")
        .await;
    let digest = "select digest from staff_recovery where staff_id <> $1 order by digest";
    let stored = stored + &house.text(digest, "").await;
    let key = BASE32_NOPAD.encode(&secret);
    assert!(!stored.contains(&key) && !stored.contains(&codes[0]));
    let again = anna.post(&house, "/api/account/second-begin", &[]).await;
    assert_eq!(again.at, "/desk/account", "one that counts is not replaced");
    for (password, at) in [
        ("wrong", "/desk/account?off"),
        ("right", "/desk/account?did=account-second-off"),
    ] {
        let fields = [("password", password)];
        let page = anna.post(&house, "/api/account/second-end", &fields).await;
        assert_eq!(page.at, at);
    }
    let (_, page) = sign_in(&house, "anna", "right").await;
    assert_eq!(page.at, "/desk");
}

#[tokio::test]
async fn of_whom_the_second_step_is_demanded_the_desk_is_theirs_once_they_have_it() {
    let rules = Rules {
        second_for: vec![Role::Administrator],
        ..Rules::default()
    };
    let house = house_of_anna().await.ruled(rules);
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (_, page) = sign_in(&house, "anna", "right").await;
    assert_eq!(page.at, "/desk");
    let (mut wei, page) = sign_in(&house, "wei", "right").await;
    assert_eq!(page.at, "/desk/account");
    assert!(page.holds("Set up the second step"));
    for path in ["/desk", "/desk/staff", "/desk/outbox", "/desk/staff/new"] {
        assert_eq!(wei.get(&house, path).await.at, "/desk/account", "{path}");
    }
    set_up(&house, &mut wei).await;
    assert_eq!(wei.get(&house, "/desk/staff").await.at, "/desk/staff");
}
