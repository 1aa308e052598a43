//! Somebody is away: the duty to answer goes to whoever stands in, and comes back by itself.

use super::{
    colleagues::{id_of, press},
    customer::Customer,
    desk::{employ, sign_in},
    house::House,
};
use app::desk::Role;

/// 2026-11-23 10:00 in Beijing is when a house opens.
const UNTIL: &str = "2026-11-24T10:00";

/// A case that a person owns.
pub async fn owned_by(house: &House, person: &mut Customer) -> (Customer, String) {
    let mut customer = Customer::default();
    let (reference, _) = customer.case(house, "Where is my bill?").await;
    house.carry().await;
    let key = format!("{:a>26}", letters(&reference));
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("leg", "1"),
    ];
    let page = person.post(house, "/api/desk/accept", &fields).await;
    assert!(page.at.contains("?did=accept"), "{}", page.at);
    (customer, reference)
}

fn letters(reference: &str) -> String {
    let plain = reference.bytes().filter(u8::is_ascii_alphanumeric);
    plain.map(|byte| char::from(b'a' + byte % 26)).collect()
}

/// Anna, an owner, and Otto of another department, who has nothing to do with her cases.
async fn house() -> (House, Customer, Customer) {
    let house = House::open().await;
    employ(&house, "anna", "customer-service", Role::Coordinator).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    let (anna, _) = sign_in(&house, "anna", "right").await;
    let (otto, _) = sign_in(&house, "otto", "right").await;
    (house, anna, otto)
}

async fn goes_away(house: &House, by: &mut Customer, who: &str, deputy: &str) {
    let deputy = id_of(house, deputy).await;
    let fields = [("until", UNTIL), ("deputy", deputy.as_str())];
    let page = press(house, by, "away", who, &fields).await;
    assert!(page.at.contains("?did=staff-away"), "{}", page.at);
}

#[tokio::test]
async fn whoever_stands_in_sees_the_cases_answers_for_them_and_gives_them_back_by_itself() {
    let (house, mut anna, mut otto) = house().await;
    let (mut customer, reference) = owned_by(&house, &mut anna).await;
    let path = format!("/desk/case/{reference}");
    assert_eq!(otto.get(&house, &path).await.status, 404);
    let (annas, ottos) = (id_of(&house, "anna").await, id_of(&house, "otto").await);
    let answering = async |who: &str| {
        let now = (house.office.clock)();
        house.office.answering_for(who, now).await.unwrap()
    };
    assert_eq!(answering(&annas).await, annas);

    goes_away(&house, &mut anna, "anna", "otto").await;
    assert_eq!(answering(&annas).await, ottos);
    let queue = otto.get(&house, "/desk").await;
    assert!(queue.holds(&reference) && queue.holds("For anna"));
    let case = otto.get(&house, &path).await;
    assert!(case.holds("otto stands in"), "{}", case.html);
    let key = "r".repeat(26);
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("text", "It is on its way."),
    ];
    otto.post(&house, "/api/desk/reply", &fields).await;
    let tracked = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(tracked.holds("It is on its way."));
    for inner in ["anna", "otto", "stands in", "For anna"] {
        assert!(
            !tracked.holds(inner),
            "{inner} is no business of a customer's"
        );
    }
    let owner = "select owner_staff_id from cases where reference = $1";
    assert_eq!(
        house.text(owner, &reference).await,
        annas,
        "it does not move"
    );

    house.pass(24);
    let (mut otto, queue) = sign_in(&house, "otto", "right").await;
    assert!(!queue.holds(&reference));
    assert_eq!(otto.get(&house, &path).await.status, 404);
    assert_eq!(answering(&annas).await, annas);
}

#[tokio::test]
async fn somebody_who_is_back_sooner_says_so() {
    let (house, mut anna, mut otto) = house().await;
    let (_, reference) = owned_by(&house, &mut anna).await;
    goes_away(&house, &mut anna, "anna", "otto").await;
    let absence = house
        .text("select id from absences where said_by <> $1", "")
        .await;
    let page = press(&house, &mut otto, "back", "anna", &[("absence", &absence)]).await;
    assert_eq!(page.at, "/sorry/not-found", "it is not his to end");
    let fields = [("absence", absence.as_str())];
    let page = press(&house, &mut anna, "back", "anna", &fields).await;
    assert!(page.at.contains("?did=staff-back"), "{}", page.at);
    let path = format!("/desk/case/{reference}");
    assert_eq!(otto.get(&house, &path).await.status, 404);
}

#[tokio::test]
async fn a_coordinator_says_it_for_somebody_of_their_units_and_nobody_else_does() {
    let (house, mut anna, mut otto) = house().await;
    employ(&house, "kim", "billing", Role::Specialist).await;
    let kim = id_of(&house, "kim").await;
    let fields = [("until", UNTIL), ("deputy", kim.as_str())];
    let page = press(&house, &mut otto, "away", "anna", &fields).await;
    assert_eq!(page.at, "/sorry/not-found");
    goes_away(&house, &mut anna, "otto", "kim").await;
    let own = format!("/desk/staff/{}", id_of(&house, "otto").await);
    let page = otto.get(&house, &own).await;
    assert!(page.holds("kim stands in"), "one sees one's own");
}

#[tokio::test]
async fn an_absence_that_cannot_be_is_refused_with_what_was_typed() {
    let (house, mut anna, _) = house().await;
    let (annas, ottos) = (id_of(&house, "anna").await, id_of(&house, "otto").await);
    for (from, until, deputy, field) in [
        ("", "", ottos.as_str(), "until"),
        ("", "2026-11-01T10:00", &ottos, "until"),
        ("2026-12-02T10:00", "2026-12-01T10:00", &ottos, "until"),
        ("yesterday", UNTIL, &ottos, "from"),
        ("", "2029-01-01T10:00", &ottos, "until"),
        ("", UNTIL, &annas, "deputy"),
        ("", UNTIL, "", "deputy"),
        ("", UNTIL, "nobody", "deputy"),
    ] {
        let fields = [("from", from), ("until", until), ("deputy", deputy)];
        let page = press(&house, &mut anna, "away", "anna", &fields).await;
        assert!(page.leads_to(field), "{fields:?}: {}", page.at);
        let kept = format!("value=\"{until}\"");
        assert!(until.is_empty() || page.holds(&kept), "{fields:?}");
    }
    goes_away(&house, &mut anna, "anna", "otto").await;
    let fields = [("until", UNTIL), ("deputy", ottos.as_str())];
    let twice = press(&house, &mut anna, "away", "anna", &fields).await;
    assert!(twice.leads_to("from"), "{}", twice.at);
    let fields = [("until", UNTIL), ("deputy", annas.as_str())];
    let away_too = press(&house, &mut anna, "away", "otto", &fields).await;
    assert!(away_too.leads_to("deputy"), "{}", away_too.at);
}

#[tokio::test]
async fn where_the_deputy_goes_away_too_the_duty_goes_on_and_never_in_a_circle() {
    let (house, mut anna, mut otto) = house().await;
    employ(&house, "kim", "billing", Role::Specialist).await;
    let (_, reference) = owned_by(&house, &mut anna).await;
    goes_away(&house, &mut anna, "anna", "otto").await;
    goes_away(&house, &mut otto, "otto", "kim").await;
    let (mut kim, queue) = sign_in(&house, "kim", "right").await;
    assert!(queue.holds(&reference) && queue.holds("For anna"));
    assert_eq!(
        kim.get(&house, &format!("/desk/case/{reference}"))
            .await
            .status,
        200
    );
    let now = (house.office.clock)();
    let annas = id_of(&house, "anna").await;
    let answers = house.office.answering_for(&annas, now).await.unwrap();
    assert_eq!(answers, id_of(&house, "kim").await);
}

#[tokio::test]
async fn what_the_owner_has_to_hear_of_whoever_stands_in_hears() {
    let (house, mut anna, _) = house().await;
    owned_by(&house, &mut anna).await;
    let otto = id_of(&house, "otto").await;
    let fields = [("until", "2026-12-20T10:00"), ("deputy", otto.as_str())];
    press(&house, &mut anna, "away", "anna", &fields).await;
    house.pass(24 * 10);
    house.watch().await;
    let told = "select staff_id from escalations where role = $1";
    assert_eq!(house.text(told, "owner").await, otto);
}

#[tokio::test]
async fn another_language_keeps_what_is_typed_of_an_absence_and_makes_none_of_it() {
    let (house, mut anna, mut otto) = house().await;
    let annas = id_of(&house, "anna").await;
    let half = [("until", UNTIL), ("deputy", ""), ("act", "lang-zh-Hant")];
    let page = press(&house, &mut anna, "away", "anna", &half).await;
    assert_eq!(page.at, format!("/desk/staff/{annas}?kept"));
    assert!(page.holds("lang=\"zh-Hant\"") && !page.holds("class=\"faults\""));
    assert!(page.holds("form=\"step\" name=\"act\" value=\"lang-en\""));
    assert!(page.holds(&format!("value=\"{UNTIL}\"")), "{}", page.html);
    let page = press(&house, &mut otto, "away", "anna", &half).await;
    assert_eq!(page.status, 404, "nor is it anybody's to type");
    let made = "select id from absences where id <> $1";
    assert_eq!(house.maybe(made, "").await, None);
}
