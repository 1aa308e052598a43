//! Managing staff: who may do it, what is refused, and the same from the command line.

use super::{
    account::set_up,
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;
use clap::Parser;
use server::office::StaffAsked;

pub const ONCE: &str = "4k7m-9qxt-2rhp";

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    asked: StaffAsked,
}

/// What `onefront staff …` says, with this on its standard input.
pub async fn command(house: &House, line: &[&str], input: &str) -> Result<String, String> {
    let words = ["staff"].into_iter().chain(line.iter().copied());
    let asked = Line::try_parse_from(words).map_err(|error| error.to_string())?;
    let input = input.to_owned();
    let answer = asked.asked.answer_with(&house.office, || Ok(input)).await;
    answer.map_err(|error| format!("{error:#}"))
}

pub async fn id_of(house: &House, login: &str) -> String {
    house
        .text("select id from staff where login = $1", login)
        .await
}

/// Presses the button of a form about somebody.
pub async fn press(
    house: &House,
    by: &mut Customer,
    act: &str,
    login: &str,
    fields: &[(&str, &str)],
) -> Page {
    let id = match login {
        "" => String::new(),
        login => id_of(house, login).await,
    };
    // A key as a page of ours makes one, another each time.
    let serial = house.count("acts").await;
    let key = format!("{:k>26}", serial.to_string().replace(|_| true, "k"));
    let key = format!("{}{}", &key[..20], letters(serial));
    let mut all = vec![("id", id.as_str()), ("key", key.as_str())];
    all.extend_from_slice(fields);
    by.post(house, &format!("/api/staff/{act}"), &all).await
}

fn letters(mut number: i64) -> String {
    let mut text = String::new();
    for _ in 0..6 {
        text.push(char::from(b'a' + u8::try_from(number % 26).unwrap()));
        number /= 26;
    }
    text
}

async fn house_of_wei() -> (House, Customer) {
    let house = House::open().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (wei, _) = sign_in(&house, "wei", "right").await;
    (house, wei)
}

const NINA: [(&str, &str); 6] = [
    ("login", "Nina.Zhou"),
    ("name", "周宁"),
    ("unit", "lancheng"),
    ("department", "customer-service"),
    ("role", "front"),
    ("once", ONCE),
];

#[tokio::test]
async fn somebody_new_comes_in_with_a_one_time_password_and_chooses_their_own_first() {
    let (house, mut wei) = house_of_wei().await;
    let page = press(&house, &mut wei, "add", "", &NINA).await;
    assert!(page.at.contains("?did=staff-add"), "{}", page.at);
    assert!(page.holds("周宁") && !page.holds(ONCE));
    let (mut nina, page) = sign_in(&house, "nina.zhou", ONCE).await;
    assert_eq!(page.at, "/desk/account");
    assert!(page.holds("Choose a password of your own"));
    assert_eq!(nina.get(&house, "/desk").await.at, "/desk/account");
    let begun = nina.post(&house, "/api/account/second-begin", &[]).await;
    assert_eq!(begun.at, "/desk/account", "the password comes first");
    let fields = [
        ("old", ONCE),
        ("new", "a password of mine"),
        ("again", "a password of mine"),
    ];
    nina.post(&house, "/api/account/password", &fields).await;
    assert_eq!(nina.get(&house, "/desk").await.at, "/desk");
}

#[tokio::test]
async fn a_one_time_password_is_over_after_a_week() {
    let (house, mut wei) = house_of_wei().await;
    press(&house, &mut wei, "add", "", &NINA).await;
    house.pass(24 * 7);
    let (_, page) = sign_in(&house, "nina.zhou", ONCE).await;
    assert!(page.at.contains("?wrong"), "{}", page.at);
}

#[tokio::test]
async fn what_the_catalogue_does_not_know_and_what_cannot_be_is_refused_field_by_field() {
    let (house, mut wei) = house_of_wei().await;
    let with = |field: &str, value: &'static str| {
        NINA.map(|(name, typed)| {
            if name == field {
                (name, value)
            } else {
                (name, typed)
            }
        })
    };
    for (field, value) in [
        ("unit", "atlantis"),
        ("department", "alchemy"),
        // A city has no billing department.
        ("department", "billing"),
        ("role", "emperor"),
        ("login", "wei"),
        ("login", "two words"),
        ("login", ""),
        ("name", " "),
        ("once", "short"),
    ] {
        let page = press(&house, &mut wei, "add", "", &with(field, value)).await;
        assert!(page.leads_to(field), "{field}={value}: {}", page.at);
        assert!(
            field == "name" || page.holds("周宁"),
            "nothing typed is lost"
        );
        assert!(!page.holds("\"short\""), "but the password is");
    }
    let page = press(&house, &mut wei, "add", "", &NINA).await;
    assert!(page.at.contains("?did"), "{}", page.at);
}

#[tokio::test]
async fn rights_follow_the_tree() {
    let (house, mut wei) = house_of_wei().await;
    press(&house, &mut wei, "add", "", &NINA).await;
    let elsewhere = NINA.map(|(name, typed)| match name {
        "login" => (name, "yu"),
        "unit" => (name, "yunlu"),
        "name" => (name, "余远"),
        _ => (name, typed),
    });
    press(&house, &mut wei, "add", "", &elsewhere).await;
    employ(&house, "mia", "customer-service", Role::Manager).await;
    let moved = [
        ("name", "mia"),
        ("unit", "jianglan"),
        ("department", "customer-service"),
        ("role", "manager"),
    ];
    press(&house, &mut wei, "move", "mia", &moved).await;
    let (mut mia, _) = sign_in(&house, "mia", "right").await;
    let page = mia.get(&house, "/desk/staff").await;
    assert!(
        page.holds("周宁") && !page.holds("余远"),
        "her province only"
    );
    let theirs = format!("/desk/staff/{}", id_of(&house, "nina.zhou").await);
    let page = mia.get(&house, &theirs).await;
    assert!(page.holds("周宁") && !page.holds("/api/staff/move"));
    let yu = format!("/desk/staff/{}", id_of(&house, "yu").await);
    assert_eq!(mia.get(&house, &yu).await.status, 404);
    assert_eq!(mia.get(&house, "/desk/staff/new").await.status, 404);
    for act in ["move", "password", "reset-second", "leave"] {
        let page = press(&house, &mut mia, act, "nina.zhou", &NINA).await;
        assert_eq!(page.at, "/sorry/not-found", "{act}");
    }
    employ(&house, "anna", "customer-service", Role::Front).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    assert_eq!(anna.get(&house, "/desk/staff").await.status, 404);
    assert!(
        !anna
            .get(&house, "/desk")
            .await
            .holds("href=\"/desk/staff\"")
    );
}

#[tokio::test]
async fn people_are_found_by_name_login_and_unit_and_what_is_looked_for_is_in_no_address() {
    let (house, mut wei) = house_of_wei().await;
    press(&house, &mut wei, "add", "", &NINA).await;
    for sought in ["周", "NINA", "Lancheng", "瀾城"] {
        let fields = [("search", sought)];
        let page = wei.post(&house, "/api/staff/search", &fields).await;
        assert_eq!(page.at, "/desk/staff?found", "{sought}");
        assert!(page.holds("周宁") && page.holds("One person"), "{sought}");
    }
    let page = wei.get(&house, "/desk/staff").await;
    assert!(page.holds("2 people"));
}

#[tokio::test]
async fn nobody_takes_the_last_administrator_away() {
    let (house, mut wei) = house_of_wei().await;
    let demoted = [
        ("name", "wei"),
        ("unit", "hq"),
        ("department", "general-affairs"),
        ("role", "manager"),
    ];
    let page = press(&house, &mut wei, "move", "wei", &demoted).await;
    assert!(page.leads_to("role"), "{}", page.at);
    assert!(command(&house, &["leave", "wei"], "").await.is_err());
    employ(&house, "ada", "general-affairs", Role::Administrator).await;
    let page = press(&house, &mut wei, "leave", "wei", &[]).await;
    assert_eq!(page.at, "/sorry/not-found", "nobody leaves by themselves");
    let page = press(&house, &mut wei, "leave", "ada", &[]).await;
    assert!(page.at.contains("?did=staff-leave"), "{}", page.at);
    let (_, page) = sign_in(&house, "ada", "right").await;
    assert!(page.at.contains("?wrong"));
    let refused = command(&house, &["move", "wei", "--role", "front"], "").await;
    assert!(refused.unwrap_err().contains("last administrator"));
}

#[tokio::test]
async fn a_reset_ends_what_was_and_lets_its_owner_begin_anew() {
    let (house, mut wei) = house_of_wei().await;
    employ(&house, "anna", "customer-service", Role::Front).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    set_up(&house, &mut anna).await;
    let page = press(&house, &mut wei, "reset-second", "anna", &[]).await;
    assert!(page.at.contains("?did=staff-reset-second"), "{}", page.at);
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    let (mut anna, page) = sign_in(&house, "anna", "right").await;
    assert_eq!(page.at, "/desk");
    let page = press(&house, &mut wei, "password", "anna", &[("once", "short")]).await;
    assert!(page.leads_to("once"), "{}", page.at);
    press(&house, &mut wei, "password", "anna", &[("once", ONCE)]).await;
    assert!(anna.get(&house, "/desk").await.at.starts_with("/staff"));
    let (_, page) = sign_in(&house, "anna", ONCE).await;
    assert_eq!(page.at, "/desk/account");
}

#[tokio::test]
async fn pressing_twice_adds_nobody_twice() {
    let (house, mut wei) = house_of_wei().await;
    let key = "k".repeat(26);
    let mut fields = NINA.to_vec();
    fields.push(("key", &key));
    let first = wei.post(&house, "/api/staff/add", &fields).await;
    let second = wei.post(&house, "/api/staff/add", &fields).await;
    assert!(first.at.contains("?did=staff-add"));
    assert_eq!(house.count("staff").await, 2);
    assert!(second.status < 400);
}

#[tokio::test]
async fn the_command_line_does_the_same_and_no_password_is_an_argument() {
    let house = House::open().await;
    let add = [
        "add",
        "root",
        "--name",
        "Wei Song",
        "--unit",
        "hq",
        "--department",
        "general-affairs",
        "--role",
        "administrator",
    ];
    assert_eq!(command(&house, &add, ONCE).await.unwrap(), "root: added");
    assert!(
        command(&house, &add, ONCE)
            .await
            .unwrap_err()
            .starts_with("login: ")
    );
    let weak = command(&house, &["set-password", "root"], "short").await;
    assert!(weak.unwrap_err().starts_with("password: "));
    let (_, page) = sign_in(&house, "root", ONCE).await;
    assert_eq!(page.at, "/desk/account");
    let unknown = [
        "add",
        "x",
        "--name",
        "x",
        "--unit",
        "y",
        "--department",
        "z",
        "--role",
        "front",
    ];
    let unknown = command(&house, &unknown, ONCE).await.unwrap_err();
    assert!(
        unknown.contains("unit: ") && unknown.contains("department: "),
        "{unknown}"
    );
    let moved = ["move", "root", "--unit", "jianglan"];
    assert_eq!(command(&house, &moved, "").await.unwrap(), "root: done");
    let list = command(&house, &["list"], "").await.unwrap();
    assert!(
        list.contains("root\tWei Song\tjianglan\tgeneral-affairs\tadministrator"),
        "{list}"
    );
    assert_eq!(command(&house, &["list", "nobody"], "").await.unwrap(), "");
    let reset = command(&house, &["set-password", "root"], "another one-time").await;
    assert_eq!(reset.unwrap(), "root: done");
    let (_, page) = sign_in(&house, "root", "another one-time").await;
    assert_eq!(page.at, "/desk/account");
    assert_eq!(
        command(&house, &["reset-totp", "root"], "").await.unwrap(),
        "root: done"
    );
    assert!(command(&house, &["leave", "ghost"], "").await.is_err());
    let argument = ["set-password", "root", "--password", "x"];
    assert!(command(&house, &argument, "").await.is_err());
}
