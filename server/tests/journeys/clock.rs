//! Whose the time of a case was: what people do at the desk and at home, told by its clock.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::{HOUR, House},
};
use app::{
    case::view::PromiseKind,
    desk::{ClockPart, DeskCase, HeldBy, Role},
    hatch::Token,
};

/// Somebody who may do anything at the desk. A session does not last through the hours of a test.
async fn wei(house: &House) -> Customer {
    sign_in(house, "wei", "right").await.0
}

/// Does something at the desk; each time with a key of its own.
async fn does(house: &House, reference: &str, act: &str, more: &[(&str, &str)]) -> Page {
    let key = app::steps::fresh_key();
    let mut fields = vec![("reference", reference), ("key", key.as_str())];
    fields.extend_from_slice(more);
    let mut wei = wei(house).await;
    wei.post(house, &format!("/api/desk/{act}"), &fields).await
}

async fn seen(house: &House, reference: &str) -> DeskCase {
    let wei = wei(house).await;
    let session = wei.cookies.iter().find(|(name, _)| name.contains("staff"));
    let staff = Token::new(session.unwrap().1.clone());
    let desk = house.office.hatch().desk;
    desk.case(&staff, reference.parse().unwrap()).await.unwrap()
}

/// Whose it was, and how many hours.
fn hours(clock: &[ClockPart]) -> Vec<(&'static str, i64)> {
    clock
        .iter()
        .map(|part| (part.holder.name(), (part.to - part.from) / HOUR))
        .collect()
}

#[tokio::test]
async fn every_hour_of_a_case_has_one_holder_from_the_first_to_the_last() {
    let house = House::open().await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(&house, "It hums at night.").await;
    house.carry().await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    house.pass(1);
    does(&house, &reference, "accept", &[("leg", "1")]).await;
    house.pass(2);
    let ask = [("text", "Since when?"), ("act", "ask")];
    does(&house, &reference, "reply", &ask).await;
    house.pass(3);
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "write", &reference, "May.").await;
    house.pass(1);
    does(&house, &reference, "finish", &[("leg", "1")]).await;
    house.finish(&reference).await;
    house.pass(4);
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "confirm", &reference, "").await;
    house.pass(5);
    let clock = seen(&house, &reference).await.clock;
    let expected = [
        ("owner", 1),
        ("leg", 2),
        ("customer", 3),
        ("leg", 1),
        ("customer", 4),
    ];
    assert_eq!(hours(&clock), expected, "what is closed has no more time");
    assert_eq!(clock.iter().map(|part| part.share).sum::<u32>(), 1000);
    let HeldBy::Leg { leg, department } = &clock[1].holder else {
        panic!("not a department's: {:?}", clock[1]);
    };
    assert!(*leg == 1 && !department.en.is_empty());
    // Opened again: while it was closed it was nobody's here.
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "reopen", &reference, "It hums.").await;
    house.pass(1);
    let clock = seen(&house, &reference).await.clock;
    let sum: i64 = hours(&clock).iter().map(|(_, hours)| hours).sum();
    assert_eq!(sum, 17);
    assert_eq!(
        hours(&clock)[4..],
        [("customer", 4), ("customer", 5), ("owner", 1)]
    );
}

#[tokio::test]
async fn each_part_has_a_clock_of_its_own_that_stands_still_while_it_is_paused_and_says_when_it_is_over()
 {
    let house = House::open().await;
    let (_, reference) = taken(&house).await;
    let own = async || seen(&house, &reference).await.legs[0].clock.unwrap();
    let page = async || {
        let mut wei = wei(&house).await;
        wei.get(&house, &format!("/desk/case/{reference}")).await
    };
    let first = own().await;
    assert!(first.used < 10 && !first.stands_still, "{first:?}");
    assert!(page().await.holds("% of its target used"));
    house.pass(1);
    let before = own().await;
    assert!(before.used > first.used, "{first:?} {before:?}");
    let pause = [("leg", "1"), ("reason", "parts")];
    let paused = does(&house, &reference, "pause", &pause).await;
    assert!(paused.at.contains("?did=pause"), "{}", paused.at);
    house.pass(50);
    let still = own().await;
    assert_eq!((still.used, still.stands_still), (before.used, true));
    assert!(page().await.holds("It stands still now."));
    does(&house, &reference, "go-on", &[("leg", "1")]).await;
    let after = own().await;
    assert_eq!((after.used, after.stands_still), (before.used, false));
    house.pass(24 * 40);
    let late = own().await;
    assert!(late.used > 100, "{late:?}");
    assert!(page().await.holds("Over its target"));
    does(&house, &reference, "finish", &[("leg", "1")]).await;
    let done = own().await;
    house.pass(48);
    assert_eq!(own().await, done, "what is done uses no more time");
}

/// The fix promises of a case: until when, and why.
async fn promises(house: &House, reference: &str) -> Vec<(i64, String)> {
    let case = seen(house, reference).await;
    let fix = case.promises.iter();
    fix.filter(|promise| promise.kind == PromiseKind::Fix)
        .map(|promise| (promise.due_at, promise.reason.clone()))
        .collect()
}

/// A case with a first part that somebody has taken.
async fn taken(house: &House) -> (Customer, String) {
    employ(house, "wei", "general-affairs", Role::Administrator).await;
    let mut customer = Customer::default();
    let (reference, _) = customer.case(house, "It hums at night.").await;
    house.carry().await;
    does(house, &reference, "accept", &[("leg", "1")]).await;
    (customer, reference)
}

#[tokio::test]
async fn a_promise_stands_still_while_the_customer_is_asked_and_moves_by_what_would_have_been_worked()
 {
    let house = House::open().await;
    let (mut customer, reference) = taken(&house).await;
    let before = promises(&house, &reference).await;
    let ask = [("text", "Since when?"), ("act", "ask")];
    does(&house, &reference, "reply", &ask).await;
    house.pass(30);
    assert_eq!(
        promises(&house, &reference).await,
        before,
        "until it is over"
    );
    customer.get(&house, &format!("/track/{reference}")).await;
    customer.say(&house, "write", &reference, "May.").await;
    let after = promises(&house, &reference).await;
    assert_eq!(after.len(), 2);
    assert_eq!(after[0], before[0], "what was told stays in the history");
    assert_eq!(after[1].1, "waited");
    let calendar = "select p.calendar from promises p join cases c on c.id = p.case_id
         where c.reference = $1 and p.kind = 'fix' order by p.seq limit 1";
    let calendar = house.text(calendar, &reference).await;
    let calendar = house.office.shelf.current().calendar(&calendar, "hq");
    let at = |moment| jiff::Timestamp::from_microsecond(moment).unwrap();
    let now = (house.office.clock)();
    let lost = server::clock::worked(at(now - 30 * HOUR), at(now), &calendar);
    assert!(lost.is_positive());
    let due = server::clock::later(at(before[0].0), lost, &calendar);
    assert_eq!(after[1].0, due.as_microsecond());
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("Moved, because we had to wait for your answer."));
}

#[tokio::test]
async fn a_pause_is_told_to_the_customer_and_only_some_reasons_stop_the_promise() {
    let house = House::open().await;
    let (mut customer, reference) = taken(&house).await;
    let before = promises(&house, &reference).await;
    let target = seen(&house, &reference).await.legs[0].due_at;
    let parts = [("leg", "1"), ("reason", "parts")];
    does(&house, &reference, "pause", &parts).await;
    house.pass(24);
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds("We are waiting for a part."), "in their words");
    assert!(!page.holds("Waiting for parts"), "and not in ours");
    let clock = seen(&house, &reference).await.clock;
    let HeldBy::Pause { reason, .. } = &clock.last().unwrap().holder else {
        panic!("not paused: {clock:?}");
    };
    assert_eq!(reason.as_ref().unwrap().en, "Waiting for parts");
    does(&house, &reference, "go-on", &[("leg", "1")]).await;
    assert_eq!(
        promises(&house, &reference).await,
        before,
        "never for parts"
    );
    let moved = seen(&house, &reference).await.legs[0].due_at;
    assert!(moved > target, "but the part's own clock stood still");
    let away = [("leg", "1"), ("reason", "no-access")];
    does(&house, &reference, "pause", &away).await;
    house.pass(24);
    does(&house, &reference, "go-on", &[("leg", "1")]).await;
    let after = promises(&house, &reference).await;
    assert_eq!((after.len(), after[1].1.as_str()), (2, "stood-still"));
    assert!(after[1].0 > before[0].0);
}

#[tokio::test]
async fn another_promise_needs_a_reason_the_customer_may_read_and_keeps_the_one_before() {
    let house = House::open().await;
    let (mut customer, reference) = taken(&house).await;
    let before = promises(&house, &reference).await;
    for (when, text) in [
        ("2026-12-24T18:00", ""),
        (
            "2026-12-24T18:00",
            "The Billing and Settlement Department is late.",
        ),
        ("2020-12-24T18:00", "The cable is still being dug out."),
        ("soon", "The cable is still being dug out."),
    ] {
        let page = does(
            &house,
            &reference,
            "promise",
            &[("when", when), ("text", text)],
        )
        .await;
        assert!(page.is_refusal(), "{when} {text}: {}", page.at);
        assert!(
            page.holds(text) && page.holds("promise-when"),
            "what was typed is there"
        );
        assert_eq!(promises(&house, &reference).await, before);
    }
    let why = "The cable is still being dug out.";
    let fields = [("when", "2026-12-24T18:00"), ("text", why)];
    does(&house, &reference, "promise", &fields).await;
    let after = promises(&house, &reference).await;
    let due: jiff::Timestamp = "2026-12-24T18:00+08:00".parse().unwrap();
    assert_eq!(
        after,
        [before[0].clone(), (due.as_microsecond(), why.to_owned())]
    );
    let page = customer.get(&house, &format!("/track/{reference}")).await;
    assert!(page.holds(why) && page.holds("The promise was changed"));
    // Whoever neither answers for the case nor decides promises nothing.
    let department = seen(&house, &reference).await;
    assert_eq!(department.promises.len(), 3);
    employ(&house, "anna", "customer-service", Role::Front).await;
    let mut anna = sign_in(&house, "anna", "right").await.0;
    let key = app::steps::fresh_key();
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("when", "2026-12-26T18:00"),
        ("text", why),
    ];
    anna.post(&house, "/api/desk/promise", &fields).await;
    assert_eq!(promises(&house, &reference).await, after);
}

#[tokio::test]
async fn what_was_typed_when_the_session_ended_waits_on_the_page_of_the_case() {
    let house = House::open().await;
    let (_, reference) = taken(&house).await;
    let mut late = wei(&house).await;
    house.pass(1);
    let key = app::steps::fresh_key();
    let fields = [
        ("reference", reference.as_str()),
        ("key", key.as_str()),
        ("when", "2026-12-24T18:00"),
        ("text", "The cable is still being dug out."),
    ];
    let page = late.post(&house, "/api/desk/promise", &fields).await;
    assert!(page.at.starts_with("/staff/sign-in"), "{}", page.at);
    let page = { wei(&house).await }
        .get(&house, &format!("/desk/case/{reference}"))
        .await;
    assert!(page.holds("The cable is still being dug out.") && page.holds("2026-12-24T18:00"));
}
