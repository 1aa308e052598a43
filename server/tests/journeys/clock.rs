//! Whose the time of a case was: what people do at the desk and at home, told by its clock.

use super::{
    customer::{Customer, Page},
    desk::{employ, sign_in},
    house::House,
};
use app::{
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
    let hour = super::house::HOUR;
    clock
        .iter()
        .map(|part| (part.holder.name(), (part.to - part.from) / hour))
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
