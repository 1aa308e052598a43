//! A journey that goes from a kiosk to a phone: at the very step, once, and never twice a case.

use super::{
    customer::{Customer, Page},
    house::House,
    kiosks,
};
use app::{
    case::language::Lang,
    journey::{Room, Sheet},
    kiosk::moving::{Answer, Offered, Stands},
    steps::fresh_key,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SHOP: &str = "lancheng-donghu";

/// A house with a kiosk.
pub async fn shop() -> (House, Customer) {
    let (house, mut wei) = kiosks::house_of_wei().await;
    let (kiosk, _) = kiosks::paired(&house, &mut wei, SHOP).await;
    (house, kiosk)
}

/// An enquiry that stands at the contact step, where half a number was typed.
pub fn begun(house: &House) -> Offered {
    let catalogue = house.office.shelf.current().front.clone();
    let mut topics = catalogue.topics.iter();
    let topic = topics.find(|it| it.questions.is_empty() && !it.open);
    let typed = [
        ("topic", topic.unwrap().code.as_str()),
        ("details", "Where is my router?"),
        ("contact", "phone"),
        ("phone", "138 00"),
    ];
    Offered {
        room: Room::Enquiry,
        key: fresh_key(),
        sheet: Sheet::from_pairs(typed),
        seen: BTreeSet::from(["topic".to_owned(), "details".to_owned()]),
        step: "contact".to_owned(),
        lang: Lang::ZhHant,
    }
}

async fn call(house: &House, kiosk: &Customer, verb: &str, body: Value) -> (u16, String) {
    let (status, text, _) = kiosks::call(house, kiosk, verb, body.to_string()).await;
    (status, text)
}

async fn answer(house: &House, kiosk: &mut Customer, offered: &Offered) -> Answer {
    let (status, text) = call(house, kiosk, "move-offer", json!({ "offered": offered })).await;
    assert_eq!(status, 200, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// The code a kiosk shows for a journey.
pub async fn offer(house: &House, kiosk: &mut Customer, offered: &Offered) -> String {
    match answer(house, kiosk, offered).await {
        Answer::Show(address) => address.rsplit('/').next().unwrap().to_owned(),
        Answer::Moved => panic!("it was taken"),
    }
}

async fn stands(house: &House, kiosk: &mut Customer, offered: &Offered) -> Stands {
    let (_, text) = call(house, kiosk, "move-stands", json!({ "key": offered.key })).await;
    serde_json::from_str(&text).unwrap()
}

pub async fn claim(house: &House, phone: &mut Customer, code: &str) -> Page {
    phone
        .post(house, "/api/move/claim", &[("code", code)])
        .await
}

#[tokio::test]
async fn a_journey_goes_on_at_the_very_step_with_what_was_typed_and_leaves_the_kiosk() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Waiting);
    let mut phone = Customer::default();
    let page = claim(&house, &mut phone, &code).await;
    assert_eq!(page.at, "/enquiry/contact");
    assert!(page.holds("value=\"138 00\""), "{}", page.html);
    assert!(
        page.holds("<html lang=\"zh-Hant\""),
        "in the language it was begun in"
    );
    assert_eq!(
        page.hidden("key"),
        Some(offered.key.clone()),
        "under the key it was begun with"
    );
    let before = phone.get(&house, "/enquiry/details").await;
    assert!(before.holds("Where is my router?"));
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Moved);
    assert_eq!(answer(&house, &mut kiosk, &offered).await, Answer::Moved);
    assert_eq!(house.count("drafts").await, 1);
}

#[tokio::test]
async fn whoever_only_looks_behind_a_code_changes_nothing() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let mut scanner = Customer::default();
    let door = scanner.get(&house, &format!("/m/{code}")).await;
    assert_eq!(door.status, 200);
    assert_eq!(door.hidden("code"), Some(code.clone()));
    assert!(!door.holds("router"), "and shows nothing of it");
    assert_eq!(house.count("visitors").await, 0);
    let nonsense = Customer::default().get(&house, "/m/nonsense").await;
    assert_eq!(nonsense.status, 200, "and nobody learns which code is good");
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Waiting);
    assert_eq!(
        claim(&house, &mut scanner, &code).await.at,
        "/enquiry/contact"
    );
}

#[tokio::test]
async fn what_is_taken_unknown_or_over_answers_alike_and_says_what_to_do() {
    let (house, mut kiosk) = shop().await;
    let taken = offer(&house, &mut kiosk, &begun(&house)).await;
    claim(&house, &mut Customer::default(), &taken).await;
    let over = offer(&house, &mut kiosk, &begun(&house)).await;
    house.pass_seconds(121);
    let mut bodies = Vec::new();
    for code in [taken.as_str(), over.as_str(), "1.nonsense", ""] {
        let mut phone = Customer::default();
        let page = claim(&house, &mut phone, code).await;
        assert_eq!((page.status, page.at.as_str()), (404, "/m"), "{code}");
        assert!(page.holds("point your camera at it again"));
        assert!(phone.cookies.is_empty(), "nobody is made a visitor");
        bodies.push(super::looking::without_nonce(&page.html));
    }
    bodies.dedup();
    assert_eq!(bodies.len(), 1);
    assert_eq!(house.count("visitors").await, 1);
}

#[tokio::test]
async fn the_code_before_is_good_for_whoever_has_just_read_it_and_the_first_claim_ends_both() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let first = offer(&house, &mut kiosk, &offered).await;
    house.pass_seconds(30);
    let second = offer(&house, &mut kiosk, &offered).await;
    assert_ne!(first, second);
    house.pass_seconds(59);
    assert_eq!(
        claim(&house, &mut Customer::default(), &first).await.at,
        "/enquiry/contact"
    );
    assert_eq!(
        claim(&house, &mut Customer::default(), &second).await.at,
        "/m"
    );
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Moved);
    // And a minute later only the new one is.
    let offered = begun(&house);
    let first = offer(&house, &mut kiosk, &offered).await;
    let second = offer(&house, &mut kiosk, &offered).await;
    house.pass_seconds(60);
    assert_eq!(
        claim(&house, &mut Customer::default(), &first).await.at,
        "/m"
    );
    assert_eq!(
        claim(&house, &mut Customer::default(), &second).await.at,
        "/enquiry/contact"
    );
}

#[tokio::test]
async fn what_is_newer_at_the_kiosk_is_what_every_code_brings() {
    let (house, mut kiosk) = shop().await;
    let mut offered = begun(&house);
    let first = offer(&house, &mut kiosk, &offered).await;
    offered
        .sheet
        .put("details".to_owned(), "Where is my parcel?");
    offer(&house, &mut kiosk, &offered).await;
    let mut phone = Customer::default();
    claim(&house, &mut phone, &first).await;
    assert!(
        phone
            .get(&house, "/enquiry/details")
            .await
            .holds("Where is my parcel?")
    );
}

#[tokio::test]
async fn nothing_of_an_offer_can_be_read_in_the_store_and_nothing_of_one_that_is_over_is_kept() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let body = house
        .text("select body from movings where key = $1", &offered.key)
        .await;
    assert!(
        !body.contains("router") && !body.contains("topic"),
        "{body}"
    );
    let by_code = house
        .maybe("select key from moving_codes where code_hash = $1", &code)
        .await;
    assert_eq!(by_code, None, "a code lies hashed");
    house.pass_seconds(121);
    house.office.sweep().await.unwrap();
    let left = house
        .maybe("select key from movings where key = $1", &offered.key)
        .await;
    let codes = house
        .maybe("select key from moving_codes where key = $1", &offered.key)
        .await;
    assert_eq!((left, codes), (None, None));
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Over);
}

#[tokio::test]
async fn of_one_that_was_taken_only_whose_it_is_stays_and_goes_with_the_visitor() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let mut phone = Customer::default();
    claim(&house, &mut phone, &code).await;
    let body = "select coalesce(body, 'nothing') from movings where key = $1";
    assert_eq!(house.text(body, &offered.key).await, "nothing");
    phone.post(&house, "/api/face/forget", &[]).await;
    assert_eq!(house.maybe(body, &offered.key).await, None);
}

#[tokio::test]
async fn a_phone_with_something_unfinished_of_its_own_is_asked() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let mut phone = Customer::default();
    phone.enquire(&house, "My own question.").await;
    let asked = claim(&house, &mut phone, &code).await;
    assert_eq!(asked.at, format!("/m/{code}?asked=enquiry"));
    assert!(
        asked.holds("href=\"/enquiry\""),
        "keep mine: {}",
        asked.html
    );
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Waiting);
    let mine = phone.get(&house, "/enquiry/details").await;
    assert!(mine.holds("My own question."), "nothing was changed");
    let replace = [("code", code.as_str()), ("act", "replace")];
    let page = phone.post(&house, "/api/move/claim", &replace).await;
    assert_eq!(page.at, "/enquiry/contact");
    let theirs = phone.get(&house, "/enquiry/details").await;
    assert!(theirs.holds("Where is my router?") && !theirs.holds("My own question."));
}

#[tokio::test]
async fn what_the_phone_has_sent_or_has_in_another_room_asks_nothing() {
    let (house, mut kiosk) = shop().await;
    let mut phone = Customer::default();
    let (reference, _) = phone.case(&house, "Sent long ago.").await;
    phone.get(&house, "/fault").await;
    let code = offer(&house, &mut kiosk, &begun(&house)).await;
    assert_eq!(
        claim(&house, &mut phone, &code).await.at,
        "/enquiry/contact"
    );
    let case = phone.get(&house, &format!("/track/{reference}")).await;
    assert!(case.holds("Sent long ago."), "what was sent stays theirs");
}

#[tokio::test]
async fn a_step_that_is_not_open_leads_to_the_one_that_is() {
    let (house, mut kiosk) = shop().await;
    for (step, page) in [
        ("check", "/enquiry/contact"),
        ("nowhere", "/enquiry/contact"),
        ("topic", "/enquiry/topic"),
    ] {
        let offered = Offered {
            step: step.to_owned(),
            ..begun(&house)
        };
        let code = offer(&house, &mut kiosk, &offered).await;
        assert_eq!(
            claim(&house, &mut Customer::default(), &code).await.at,
            page
        );
    }
    let survey = Offered {
        room: Room::Survey,
        sheet: Sheet::from_pairs([("rating", "5")]),
        seen: BTreeSet::from(["rating".to_owned()]),
        step: "words".to_owned(),
        ..begun(&house)
    };
    let code = offer(&house, &mut kiosk, &survey).await;
    assert_eq!(
        claim(&house, &mut Customer::default(), &code).await.at,
        "/feedback/words"
    );
}

#[tokio::test]
async fn a_fault_goes_on_at_its_step_too() {
    let (house, mut kiosk) = shop().await;
    let catalogue = house.office.shelf.current().front.clone();
    let product = catalogue
        .products
        .iter()
        .find(|it| !it.symptoms.is_empty())
        .unwrap();
    let offered = Offered {
        room: Room::Fault,
        sheet: Sheet::from_pairs([("product", product.code.as_str())]),
        seen: BTreeSet::from(["product".to_owned()]),
        step: "symptom".to_owned(),
        ..begun(&house)
    };
    let code = offer(&house, &mut kiosk, &offered).await;
    let page = claim(&house, &mut Customer::default(), &code).await;
    assert_eq!((page.status, page.at.as_str()), (200, "/fault/symptom"));
}

/// Sends an enquiry with this key from the portal, as somebody else.
async fn sent_elsewhere(house: &House, key: &str) -> String {
    let mut other = Customer::default();
    other.get(house, "/enquiry").await;
    other.key = key.to_owned();
    let offered = begun(house);
    let topic = offered.sheet.typed("topic").to_owned();
    other
        .answer(house, "enquiry", "topic", &[("topic", &topic)])
        .await;
    let details = [("details", "Where is my router?")];
    other.answer(house, "enquiry", "details", &details).await;
    let contact = [("contact", "phone"), ("phone", "138 0013 8000")];
    other.answer(house, "enquiry", "contact", &contact).await;
    other.send(house, "enquiry").await.id("reference").unwrap()
}

/// Goes on where the journey was taken over, to its end.
pub async fn finish(house: &House, phone: &mut Customer, key: &str) -> Page {
    phone.key = key.to_owned();
    let contact = [("contact", "phone"), ("phone", "138 0013 8000")];
    phone.answer(house, "enquiry", "contact", &contact).await;
    phone.send(house, "enquiry").await
}

#[tokio::test]
async fn a_journey_that_is_sent_on_both_sides_is_one_case_and_theirs() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let mut phone = Customer::default();
    claim(&house, &mut phone, &code).await;
    let reference = sent_elsewhere(&house, &offered.key).await;
    let receipt = finish(&house, &mut phone, &offered.key).await;
    assert_eq!(
        receipt.at,
        format!("/receipt/{reference}?again"),
        "{}",
        receipt.html
    );
    assert!(receipt.id("secret-link").is_some());
    assert_eq!(house.count("cases").await, 1);
    // Whoever has the key and took nothing over is told nothing.
    let mut stranger = Customer::default();
    stranger.enquire(&house, "Whose is it?").await;
    let page = finish(&house, &mut stranger, &offered.key).await;
    assert!(!page.html.contains(&reference), "{}", page.html);
}

#[tokio::test]
async fn what_the_kiosk_has_sent_is_offered_no_more() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    sent_elsewhere(&house, &offered.key).await;
    assert_eq!(
        claim(&house, &mut Customer::default(), &code).await.at,
        "/m"
    );
}

#[tokio::test]
async fn only_a_paired_kiosk_offers_and_only_its_own() {
    let (house, mut wei) = kiosks::house_of_wei().await;
    let (mut kiosk, _) = kiosks::paired(&house, &mut wei, SHOP).await;
    let offered = begun(&house);
    let nobody = Customer::default();
    let refused = call(&house, &nobody, "move-offer", json!({ "offered": offered })).await;
    assert_eq!(refused.0, 401, "{}", refused.1);
    let mut stranger = Customer::default();
    stranger
        .cookies
        .insert("kiosk".to_owned(), format!("1.{}", "a".repeat(52)));
    let refused = call(
        &house,
        &stranger,
        "move-offer",
        json!({ "offered": offered }),
    )
    .await;
    assert_eq!(refused.0, 401, "{}", refused.1);
    offer(&house, &mut kiosk, &offered).await;
    let (mut other, _) = kiosks::paired(&house, &mut wei, SHOP).await;
    assert_eq!(stands(&house, &mut other, &offered).await, Stands::Over);
    for broken in [
        json!({ "offered": Offered { key: "short".to_owned(), ..begun(&house) } }),
        json!({ "offered": { "room": "enquiry" } }),
        json!([]),
    ] {
        let refused = call(&house, &kiosk, "move-offer", broken).await;
        assert_eq!(refused.0, 422, "{}", refused.1);
    }
}

#[tokio::test]
async fn guessing_codes_is_limited_and_who_is_right_uses_up_no_try() {
    let (house, mut kiosk) = shop().await;
    for _ in 0..70 {
        let code = offer(&house, &mut kiosk, &begun(&house)).await;
        assert_eq!(
            claim(&house, &mut Customer::default(), &code).await.at,
            "/enquiry/contact"
        );
    }
    for _ in 0..60 {
        assert_eq!(
            claim(&house, &mut Customer::default(), "1.guess").await.at,
            "/m"
        );
    }
    let page = claim(&house, &mut Customer::default(), "1.guess").await;
    assert_eq!(page.at, "/sorry/too-many");
}

#[tokio::test]
async fn a_paired_kiosk_takes_nothing_over() {
    let (house, mut kiosk) = shop().await;
    let offered = begun(&house);
    let code = offer(&house, &mut kiosk, &offered).await;
    let page = kiosk.get(&house, &format!("/m/{code}")).await;
    assert!(page.hidden("code").is_none(), "{}", page.html);
    claim(&house, &mut kiosk, &code).await;
    assert_eq!(stands(&house, &mut kiosk, &offered).await, Stands::Waiting);
    assert_eq!(house.count("visitors").await, 0);
}

#[tokio::test]
async fn two_phones_that_press_at_once_are_one() {
    let (house, mut kiosk) = shop().await;
    let code = offer(&house, &mut kiosk, &begun(&house)).await;
    let (mut one, mut two) = (Customer::default(), Customer::default());
    let (one, two) = tokio::join!(
        claim(&house, &mut one, &code),
        claim(&house, &mut two, &code)
    );
    let mut at = [one.at, two.at];
    at.sort();
    assert_eq!(at, ["/enquiry/contact", "/m"]);
    assert_eq!(house.count("drafts").await, 1);
}
