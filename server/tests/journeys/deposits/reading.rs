//! What was typed is read by the rooms' own rules; what they refuse is for a person to read.

use super::{
    Customer, House,
    device::{Device, Typed, call, enquiry, of_case, own},
};
use app::{
    fault::tried_field,
    kiosk::deposit::{Known, Matter, Outcome},
};
use serde_json::json;

const PLACE: &str = "wangjin-binhe";

/// A fault with nothing missing.
fn fault(house: &House, since: &[(&str, &str)]) -> Typed {
    let catalogue = house.office.shelf.current().front.clone();
    let mut symptoms = catalogue
        .products
        .iter()
        .flat_map(|product| product.symptoms.iter().map(move |it| (product, it)));
    let (product, symptom) = symptoms
        .find(|(_, it)| it.questions.iter().all(|question| !question.required))
        .expect("a symptom that asks nothing");
    let mut typed = own(&[
        ("product", &product.code),
        ("symptom", &symptom.code),
        ("place", PLACE),
        ("line", "0571 1234"),
        ("contact", "none"),
    ]);
    let checks = symptom.checks.iter();
    typed.extend(checks.map(|check| (tried_field(check), "not-fixed".to_owned())));
    typed.extend(own(since));
    typed
}

#[tokio::test]
async fn a_fault_is_read_on_the_day_it_was_pressed() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let on = |day: &str| fault(&house, &[("since", "earlier"), ("since-date", day)]);
    let deposit = kiosk.seal(&house, Matter::Fault, &on("2026-11-22"));
    let early = kiosk.seal(&house, Matter::Fault, &on("2026-11-24"));
    house.pass(48);
    let slip = kiosk.slip(&house, &deposit).await;
    let kind = "select kind from cases where reference = $1";
    assert_eq!(of_case(&house, kind, slip.reference).await, "fault");
    // A day that had not come when it was pressed is none since when anything is broken.
    let odd = kiosk.slip(&house, &early).await;
    assert_eq!(of_case(&house, kind, odd.reference).await, "enquiry");
}

#[tokio::test]
async fn a_case_without_a_place_begins_in_the_city_of_the_shop() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = enquiry(&house, "Asked in the shop.");
    let deposit = kiosk.seal(&house, Matter::Enquiry, &typed);
    let slip = kiosk.slip(&house, &deposit).await;
    let owner = "select owner_unit from cases where reference = $1";
    let here = of_case(&house, owner, slip.reference).await;
    let shop = "select unit from kiosks where 1 = 1 or id = $1";
    assert_eq!(here, house.text(shop, "").await);
}

#[tokio::test]
async fn what_the_rules_refuse_is_a_case_for_a_person_with_all_that_was_typed() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let typed = [
        ("topic", "a-topic-of-yesterday"),
        ("details", "It hums."),
        ("q-colour", "blue"),
        ("contact", "phone"),
        ("phone", "138 0013 8000"),
    ];
    let deposit = kiosk.seal(&house, Matter::Enquiry, &own(&typed));
    let slip = kiosk.slip(&house, &deposit).await;
    assert_eq!(Some(slip.reference), deposit.header.reference);
    assert!(slip.promise.is_some());
    assert!(kiosk.slip(&house, &deposit).await.again);
    let note = "select b.body from events e join event_bodies b on b.event_id = e.id
                join cases c on c.id = e.case_id
                where e.kind = 'kiosk-unfit' and e.side = 'below' and c.reference = $1";
    let note = of_case(&house, note, slip.reference).await;
    for (field, said) in typed {
        assert!(
            note.contains(&format!("{field}: {said}")),
            "{field}: {note}"
        );
    }
    // The customer reads what they wrote, and none of our codes.
    let mut phone = Customer::default();
    let secret = slip.link.rsplit('/').next().unwrap();
    let page = phone
        .post(&house, "/api/track/open", &[("secret", secret)])
        .await;
    assert!(page.holds("It hums.") && !page.holds("a-topic-of-yesterday"));
    let outcome =
        "select d.outcome from deposits d join cases c on c.id = d.case_id where c.reference = $1";
    assert_eq!(of_case(&house, outcome, slip.reference).await, "person");
}

#[tokio::test]
async fn surveys_mendings_and_i_have_it_too_are_counted_once_each() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let incident = house.incident("broadband", PLACE).await;
    let typed = fault(&house, &[("since", "now")]);
    let survey = own(&[("rating", "5"), ("words", "Good.")]);
    let batch = [
        kiosk.seal(&house, Matter::Survey, &survey),
        kiosk.seal(
            &house,
            Matter::Helped {
                check: "restart".to_owned(),
            },
            &typed,
        ),
        kiosk.seal(
            &house,
            Matter::Joined {
                incident: incident.clone(),
            },
            &typed,
        ),
        kiosk.seal(&house, Matter::Joined { incident }, &typed),
    ];
    for _ in 0..2 {
        let outcomes = kiosk.send(&house, &batch).await;
        assert_eq!(outcomes, vec![Outcome::Counted; 4]);
    }
    for (what, counted) in [("sheets", 1), ("mended", 1), ("joins", 2), ("cases", 0)] {
        assert_eq!(house.count(what).await, counted, "{what}");
    }
    let channel = "select channel from answer_sheets where rating = 5 or key = $1";
    assert_eq!(house.text(channel, "").await, "kiosk");
    // What nobody knows of is not counted, and not lost.
    let unknown = Matter::Joined {
        incident: "none".to_owned(),
    };
    let unknown = kiosk.seal(&house, unknown, &typed);
    assert_eq!(kiosk.send(&house, &[unknown]).await, [Outcome::SetAside]);
}

#[tokio::test]
async fn a_device_is_told_what_is_wrong_at_a_place() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let id = house.incident("broadband", PLACE).await;
    let mut ask = async |place: &str| {
        let body = json!({ "lang": "zh-Hant", "product": "broadband", "place": place });
        let known = call(&house, &mut kiosk.browser, "known", &body).await;
        serde_json::from_value::<Vec<Known>>(known).unwrap()
    };
    assert_eq!(ask(PLACE).await[0].id, id);
    assert!(ask("yunlu-chaling").await.is_empty());
    assert!(ask("nowhere").await.is_empty());
}
