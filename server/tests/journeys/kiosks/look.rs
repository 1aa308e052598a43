//! Looking a case up at a kiosk.

use super::super::customer::Customer;
use super::{call, house_of_wei, paired};
use app::{case::language::Lang, kiosk::look::Looked};
use serde_json::json;

#[tokio::test]
async fn a_kiosk_tells_where_a_case_stands_and_keeps_nothing_of_the_look() {
    let (house, mut wei) = house_of_wei().await;
    let (device, _) = paired(&house, &mut wei, "lancheng-donghu").await;
    let mut customer = Customer::default();
    customer.enquire(&house, "When is my bill due?").await;
    let receipt = customer.send(&house, "enquiry").await;
    let reference = receipt.id("reference").unwrap();
    let before = house.count("visitors").await;

    let look = |contact: &str, lang: Lang| json!({ "lang": lang, "reference": reference, "contact": contact });
    let (status, found, _) = call(
        &house,
        &device,
        "look",
        look("13800138000", Lang::En).to_string(),
    )
    .await;
    assert_eq!(status, 200);
    let Looked::Stands(stands) = serde_json::from_str(&found).unwrap() else {
        panic!("{found}");
    };
    assert_eq!(stands.reference, reference);
    assert!(stands.promise.is_some_and(|(_, at)| at.ends_with('Z')));
    assert_eq!(
        (stands.kind.as_str(), stands.state.as_str()),
        ("Question", "Received")
    );

    let (_, wrong, _) = call(
        &house,
        &device,
        "look",
        look("13900139000", Lang::En).to_string(),
    )
    .await;
    let nobodys = json!({ "lang": "en", "reference": "ZZZZZZZZZZZ", "contact": "13800138000" });
    let (_, unknown, _) = call(&house, &device, "look", nobodys.to_string()).await;
    assert_eq!((wrong.as_str(), wrong == unknown), ("\"unknown\"", true));

    assert_eq!(house.count("visitors").await, before);
    let stranger = Customer::default();
    let (status, _, _) = call(
        &house,
        &stranger,
        "look",
        look("13800138000", Lang::En).to_string(),
    )
    .await;
    assert_eq!(status, 401, "only a paired kiosk looks by itself");
}
