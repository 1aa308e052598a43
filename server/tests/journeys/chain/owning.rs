//! Who answers for a case.

use super::{Colleague, EVENTS, OWNER, taken};
use crate::{
    customer::Customer,
    desk::{employ, move_to},
    house::House,
    search,
};
use app::desk::Role;

#[tokio::test]
async fn a_case_is_handed_over_only_when_the_other_says_yes() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut otto = Colleague::new(&house, "otto", "human-resources", Role::Front).await;
    assert!(!otto.case(&house, &case).await.holds("My bill"));
    let ask = [("to", "otto"), ("text", "I am away next week.")];
    let empty = anna
        .act(&house, "hand-over", &case, &[("to", "otto"), ("text", "")])
        .await;
    assert!(empty.is_refusal());
    anna.act(&house, "hand-over", &case, &ask).await;
    assert_eq!(
        house.text(OWNER, &case).await,
        "anna",
        "a question moves nothing"
    );
    assert!(otto.case(&house, &case).await.holds("I am away next week."));
    otto.act(&house, "keep-owner", &case, &[("text", "So am I.")])
        .await;
    assert_eq!(house.text(OWNER, &case).await, "anna");
    assert!(
        !otto.case(&house, &case).await.holds("My bill"),
        "who is asked no more sees no more"
    );
    otto.act(&house, "take-over", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "anna", "no is no");
    anna.act(&house, "hand-over", &case, &ask).await;
    otto.act(&house, "take-over", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "otto");
    let events = house.text(EVENTS, &case).await;
    assert!(
        events.ends_with("owner-asked owner-declined owner-asked owner-changed"),
        "{events}"
    );
}

#[tokio::test]
async fn whoever_is_asked_to_answer_for_a_case_finds_it_among_very_many() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    let mut otto = Colleague::new(&house, "otto", "human-resources", Role::Front).await;
    // Somebody of one unit: whoever sees all of them is not looked for among their own.
    let unit = "select c.unit from cases c where c.reference = $1";
    move_to(&house, "otto", &house.text(unit, &case).await).await;
    search::index_more(&house, "bill", 2_000).await;
    let finds = async |otto: &mut Colleague| {
        let page = search::look_for(&mut otto.browser, &house, "bill").await;
        page.holds(&format!("/desk/case/{case}"))
    };
    assert!(!finds(&mut otto).await);
    let ask = [("to", "otto"), ("text", "I am away next week.")];
    anna.act(&house, "hand-over", &case, &ask).await;
    assert!(finds(&mut otto).await, "asked");
    otto.act(&house, "keep-owner", &case, &[("text", "So am I.")])
        .await;
    assert!(
        !finds(&mut otto).await,
        "who is asked no more finds no more"
    );
    anna.act(&house, "hand-over", &case, &ask).await;
    otto.act(&house, "take-over", &case, &[]).await;
    assert!(finds(&mut otto).await, "theirs");
}

#[tokio::test]
async fn a_case_that_nobody_owns_is_seen_and_taken_by_those_whose_duty_it_is() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (case, _) = customer.case(&house, "Whose am I?").await;
    house.carry().await;
    let duty = "select owner_department from cases where reference = $1";
    let duty = house.text(duty, &case).await;
    let mut dora = Colleague::new(&house, "dora", &duty, Role::Front).await;
    assert!(
        dora.case(&house, &case)
            .await
            .holds("Nobody answers for this case yet")
    );
    dora.act(&house, "own", &case, &[]).await;
    assert_eq!(house.text(OWNER, &case).await, "dora");
    let mut emil = Colleague::new(&house, "emil", &duty, Role::Front).await;
    emil.act(&house, "own", &case, &[]).await;
    assert_eq!(
        house.text(OWNER, &case).await,
        "dora",
        "the second is too late"
    );
}

#[tokio::test]
async fn what_came_by_phone_is_a_case_of_that_channel_and_of_whoever_recorded_it() {
    let house = House::open().await;
    let mut dora = Colleague::new(&house, "dora", "customer-service", Role::Front).await;
    let topic = house.office.shelf.current().front.topics[0].code.clone();
    let typed = |details, contact| {
        [
            ("key", "recordrecordrecordrecord26"),
            ("channel", "regulator"),
            ("subject", topic.as_str()),
            ("details", details),
            ("contact", contact),
            ("lang", "en"),
            ("tier", "enterprise"),
        ]
    };
    let page = dora
        .browser
        .post(&house, "/api/desk/record", &typed("", "nobody@"))
        .await;
    assert!(page.leads_to("details") && page.leads_to("contact") && page.holds("nobody@"));
    assert_eq!(house.count("cases").await, 0);
    for _ in 0..2 {
        let said = typed("They never called back.", "138 0013 8000");
        let page = dora.browser.post(&house, "/api/desk/record", &said).await;
        assert!(page.at.contains("did=record") && page.holds("They never called back."));
    }
    assert_eq!(house.count("cases").await, 1, "pressing twice records once");
    let kept = "select c.channel || ' ' || c.tier || ' ' || s.login from cases c
        join staff s on s.id = c.owner_staff_id where c.reference <> $1";
    assert_eq!(house.text(kept, "").await, "regulator enterprise dora");
    let left = dora.browser.get(&house, "/desk/record").await;
    assert!(
        !left.holds("They never called back."),
        "what was recorded is typed no more"
    );
}

#[tokio::test]
async fn whom_to_ask_is_shown_by_department_and_of_many_one_department_can_be_chosen() {
    let house = House::open().await;
    let (_, case, mut anna) = taken(&house).await;
    employ(&house, "otto", "human-resources", Role::Specialist).await;
    employ(&house, "bea", "billing", Role::Specialist).await;
    let form = format!("/desk/case/{case}/hand-over");
    let of = |code: &str| format!("{form}?of={code}");
    let page = anna.browser.get(&house, &form).await;
    let places = [
        page.html.find("otto</option>"),
        page.html.find("bea</option>"),
    ];
    assert!(places.iter().all(Option::is_some), "{}", page.html);
    assert!(page.html.matches("<optgroup").count() >= 2);
    assert!(!page.holds("id=\"of\""), "few are no long list");
    for nth in 0..12 {
        employ(&house, &format!("zoe{nth}"), "billing", Role::Front).await;
    }
    let page = anna.browser.get(&house, &form).await;
    assert!(page.holds("id=\"of\"") && page.holds("value=\"hq.human-resources\""));
    let page = anna.browser.get(&house, &of("hq.human-resources")).await;
    assert!(page.holds("otto</option>") && !page.holds("bea</option>"));
    let page = anna.browser.get(&house, &of("nowhere.none")).await;
    assert!(page.holds("otto</option>") && page.holds("bea</option>"));
}
