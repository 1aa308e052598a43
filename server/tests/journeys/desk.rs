//! The built-in desk: from the queue to the customer's timeline, and what nobody else may see.

use super::{
    customer::{Customer, Page},
    house::House,
};
use app::desk::Role;
use server::store::staff::{self, NewPerson};

pub(super) async fn employ(house: &House, login: &str, department: &str, role: Role) {
    let unit = house
        .office
        .shelf
        .current()
        .organisation
        .root()
        .code
        .clone();
    let password = house
        .office
        .entrance
        .passwords
        .hash("right".to_owned())
        .await
        .unwrap();
    let person = NewPerson {
        login: login.to_owned(),
        name: login.to_owned(),
        unit,
        department: department.to_owned(),
        role,
        password,
    };
    let added = house
        .office
        .store
        .write(move |tx| Box::pin(async move { staff::add(tx, &person, 0).await }));
    assert!(added.await.unwrap());
}

/// Somebody works in another unit from now on.
pub(super) async fn move_to(house: &House, login: &str, unit: &str) {
    let (login, unit) = (login.to_owned(), unit.to_owned());
    let moved = house.office.store.write(move |tx| {
        Box::pin(async move {
            sqlx::query("update staff set unit = $2 where login = $1")
                .bind(login)
                .bind(unit)
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    moved.await.unwrap();
}

pub(super) async fn sign_in(house: &House, login: &str, password: &str) -> (Customer, Page) {
    let mut person = Customer::default();
    let page = person
        .post(
            house,
            "/api/staff/sign-in",
            &[("login", login), ("password", password)],
        )
        .await;
    (person, page)
}

/// A specialist of the department that has the first part of a case, signed in, and her queue.
async fn anna_of(house: &House, reference: &str) -> (Customer, Page) {
    let department = "select l.department from legs l join cases c on c.id = l.case_id where c.reference = $1 order by l.seq";
    let department = house.text(department, reference).await;
    employ(house, "anna", &department, Role::Specialist).await;
    sign_in(house, "anna", "right").await
}

#[tokio::test]
async fn a_case_is_worked_at_the_desk_and_only_what_is_above_the_line_is_told() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Where do I begin?").await;
    let reference = customer
        .send(&house, "enquiry")
        .await
        .id("reference")
        .unwrap();
    house.carry().await;
    let (mut anna, queue) = anna_of(&house, &reference).await;
    assert_eq!(queue.at, "/desk");
    assert!(queue.holds(&reference), "{}", queue.html);
    let path = format!("/desk/case/{reference}");
    assert!(anna.get(&house, &path).await.holds("Where do I begin?"));
    for (act, key, text) in [
        ("accept", "a", ""),
        ("note", "b", "Below the line."),
        ("reply", "c", "Above the line."),
    ] {
        let key = key.repeat(26);
        let fields = [
            ("reference", reference.as_str()),
            ("key", key.as_str()),
            ("leg", "1"),
            ("text", text),
        ];
        let page = anna
            .post(&house, &format!("/api/desk/{act}"), &fields)
            .await;
        assert!(page.status < 400, "{act}: {}", page.status);
        anna.post(&house, &format!("/api/desk/{act}"), &fields)
            .await;
    }
    let case = customer.get(&house, &format!("/track/{reference}")).await;
    assert_eq!(
        case.html.matches("Above the line.").count(),
        1,
        "a double click is one reply"
    );
    assert!(!case.holds("Below the line."));
    let desk = anna.get(&house, &path).await;
    assert!(desk.holds("Below the line.") && desk.holds("Above the line."));
}

#[tokio::test]
async fn a_question_to_the_customer_waits_for_their_answer_and_no_longer() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "It is slow.").await;
    let receipt = customer.send(&house, "enquiry").await;
    let reference = receipt.id("reference").unwrap();
    house.carry().await;
    let (mut anna, _) = anna_of(&house, &reference).await;
    let state = "select state from cases where reference = $1";
    for (act, key, text) in [("accept", "a", ""), ("reply", "b", "Since when?")] {
        let key = key.repeat(26);
        let fields = [
            ("reference", reference.as_str()),
            ("key", key.as_str()),
            ("leg", "1"),
            ("text", text),
            ("act", "ask"),
        ];
        let path = format!("/api/desk/{act}");
        anna.post(&house, &path, &fields).await;
    }
    assert_eq!(house.text(state, &reference).await, "waiting");
    let path = format!("/track/{reference}");
    let case = customer.get(&house, &path).await;
    assert!(case.holds("Since when?") && case.holds("Waiting for you"));
    let key = case.hidden("key").unwrap();
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("text", "Since Monday."),
    ];
    customer.post(&house, "/api/track/write", &fields).await;
    assert_eq!(house.text(state, &reference).await, "working");
}

#[tokio::test]
async fn a_case_of_another_department_is_not_there() {
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Nobody else's business.").await;
    let reference = customer
        .send(&house, "enquiry")
        .await
        .id("reference")
        .unwrap();
    house.carry().await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (mut otto, queue) = sign_in(&house, "otto", "right").await;
    assert!(!queue.holds(&reference));
    let page = otto.get(&house, &format!("/desk/case/{reference}")).await;
    assert!(!page.holds("Nobody else's business."));
    let fields = [
        ("reference", reference.as_str()),
        ("key", "kkkkkkkkkkkkkkkkkkkkkkkkkk"),
        ("text", "I should not."),
    ];
    otto.post(&house, "/api/desk/reply", &fields).await;
    assert!(
        !customer
            .get(&house, &format!("/track/{reference}"))
            .await
            .holds("I should not.")
    );
}

#[tokio::test]
async fn without_signing_in_nothing_of_the_desk_is_shown() {
    let house = House::open().await;
    for path in [
        "/desk",
        "/desk/incidents",
        "/desk/outbox",
        "/desk/account",
        "/desk/account/second",
        "/desk/staff",
        "/desk/staff/new",
        "/desk/staff/0190",
    ] {
        let page = Customer::default().get(&house, path).await;
        assert!(
            page.at.starts_with("/staff/sign-in"),
            "{path} led to {}",
            page.at
        );
    }
    employ(&house, "anna", "customer-service", Role::Front).await;
    let (mut anna, page) = sign_in(&house, "anna", "wrong").await;
    assert!(page.leads_to("login") && page.holds("value=\"anna\""));
    assert!(
        !page.html.contains("wrong\""),
        "a password is never shown again"
    );
    assert!(page.at.starts_with("/staff/sign-in"), "{}", page.at);
    assert!(
        anna.get(&house, "/desk")
            .await
            .at
            .starts_with("/staff/sign-in")
    );
}

#[tokio::test]
async fn what_was_being_written_when_the_session_ended_is_there_after_signing_in() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "Slowly, please.").await;
    house.carry().await;
    employ(&house, "anna", "customer-service", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let path = format!("/desk/case/{reference}");
    anna.get(&house, &path).await;
    house.pass(1);
    let key = "r".repeat(26);
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("text", "A long and careful answer."),
    ];
    let page = anna.post(&house, "/api/desk/reply", &fields).await;
    assert!(page.at.starts_with("/staff/sign-in"), "{}", page.at);
    let then = page.hidden("then").unwrap();
    assert_eq!(then, path);
    let again = [("login", "anna"), ("password", "right"), ("then", &then)];
    let case = anna.post(&house, "/api/staff/sign-in", &again).await;
    assert!(case.holds("A long and careful answer."), "{}", case.at);
    let seen = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(
        !seen.holds("A long and careful answer."),
        "not sent by itself"
    );
}

#[tokio::test]
async fn an_estimate_that_has_passed_comes_back_with_what_was_typed() {
    let house = House::open().await;
    let product = house.office.shelf.current().front.products[0].code.clone();
    let city = house.office.shelf.current().front.places.provinces[0].cities[0]
        .code
        .clone();
    let incident = house.incident(&product, &city).await;
    employ(&house, "anna", "network-operation", Role::Administrator).await;
    let (mut anna, _) = sign_in(&house, "anna", "right").await;
    let fields = [
        ("incident", incident.as_str()),
        ("expected", "2020-01-01T10:00"),
    ];
    let page = anna
        .post(&house, "/api/desk/incident-expect", &fields)
        .await;
    assert!(page.leads_to("expected-again"), "{}", page.at);
    assert!(page.holds("value=\"2020-01-01T10:00\""));
}

#[tokio::test]
async fn another_language_keeps_what_is_typed_in_the_form_that_its_buttons_belong_to() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It is slow.").await;
    house.carry().await;
    let (mut anna, _) = anna_of(&house, &reference).await;
    let department = "select department from staff where login = $1";
    let department = house.text(department, "anna").await;
    employ(&house, "bea", &department, Role::Specialist).await;
    let (mut bea, _) = sign_in(&house, "bea", "right").await;
    let key = app::steps::fresh_key();
    let take = [
        ("reference", reference.as_str()),
        ("key", &key),
        ("leg", "1"),
    ];
    anna.post(&house, "/api/desk/accept", &take).await;
    let path = format!("/desk/case/{reference}");
    let hand_over = format!("{path}/hand-over");
    // Who answers for the case writes to the customer; who only sees it, to colleagues.
    for (theirs, act, at) in [
        (true, "reply", &path),
        (false, "note", &path),
        (true, "hand-over", &hand_over),
    ] {
        let person = if theirs { &mut anna } else { &mut bea };
        let page = person.get(&house, at).await;
        let mut forms = page.html.split("<form");
        let form = forms.find(|it| it.contains("id=\"step\"")).unwrap();
        assert!(form.contains(&format!("/api/desk/{act}")), "{act}");
        let key = page.hidden("key").unwrap();
        let fields = [
            ("reference", reference.as_str()),
            ("key", key.as_str()),
            ("text", "Half a sen"),
            ("act", "lang-zh-Hans"),
        ];
        let page = person
            .post(&house, &format!("/api/desk/{act}"), &fields)
            .await;
        assert_eq!(&page.at, at);
        assert!(page.holds("lang=\"zh-Hans\""), "{}", page.html);
        let (_, typed) = page.html.split_once(&format!("id=\"{act}\"")).unwrap();
        let typed = typed.split("</textarea>").next().unwrap();
        assert!(typed.ends_with("Half a sen"), "{act}: {typed}");
        assert!(!page.is_refusal(), "nothing is wrong with it yet");
    }
    let said = "select count(*) || '' from events e join event_bodies b on b.event_id = e.id
         join cases c on c.id = e.case_id where c.reference = $1 and b.body like '%Half a sen%'";
    assert_eq!(house.text(said, &reference).await, "0", "nothing was sent");
}

#[tokio::test]
async fn another_language_keeps_what_is_begun_and_makes_nothing_of_it() {
    let house = House::open().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (mut wei, _) = sign_in(&house, "wei", "right").await;
    for (act, at, field) in [
        ("record", "/desk/record", "details"),
        ("request", "/desk/requests", "text"),
        ("incident", "/desk/incidents", "text"),
    ] {
        wei.get(&house, at).await;
        let key = app::steps::fresh_key();
        let fields = [
            ("key", key.as_str()),
            (field, "Half a sen"),
            ("act", "lang-en"),
        ];
        let page = wei.post(&house, &format!("/api/desk/{act}"), &fields).await;
        assert_eq!(page.at, at);
        assert!(page.holds("Half a sen</textarea>"), "{act}: {}", page.html);
        assert!(!page.is_refusal(), "nothing is wrong with it yet");
    }
    let made = "select count(*) || $1 from (select id from cases union all select id from requests
         union all select id from incidents) made";
    assert_eq!(house.text(made, "").await, "0");
}
