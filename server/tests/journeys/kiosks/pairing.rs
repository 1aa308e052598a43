//! A device shows a code, staff claim it, the device gets a credential of its own.

use super::*;

const SHOP: &str = "lancheng-donghu";

#[tokio::test]
async fn a_device_is_paired_by_a_code_that_works_once() {
    let (house, mut wei) = house_of_wei().await;
    let mut device = Customer::default();
    let page = device.get(&house, "/kiosk").await;
    assert!(page.holds("Show a code") && page.id("pairing-code").is_none());
    let page = device.post(&house, "/api/kiosk/code", &[]).await;
    assert_eq!(page.at, "/kiosk");
    let code = page.id("pairing-code").unwrap();
    assert!(
        page.holds("for 10 minutes, until"),
        "it says how long it is good"
    );
    let page = device.post(&house, "/api/kiosk/pair", &[]).await;
    assert!(page.holds("The code has not been entered yet"));
    assert_eq!(
        page.id("pairing-code").as_ref(),
        Some(&code),
        "the same is still shown"
    );

    let page = claim(&house, &mut wei, &code.to_lowercase(), SHOP).await;
    assert!(page.at.ends_with("?did=fleet-claim"), "{}", page.at);
    assert!(page.holds("Kiosk No. 7") && page.holds("Donghu shop"));
    let page = device.get(&house, "/kiosk").await;
    assert!(
        page.holds("Start the kiosk") && !page.holds(&code),
        "the code is spent"
    );
    let page = device.post(&house, "/api/kiosk/pair", &[]).await;
    assert_eq!(page.at, "/kiosk");
    assert!(
        page.holds("id=\"kiosk\"") && page.holds("Out of order"),
        "{}",
        page.html
    );
    assert!(device.cookies.contains_key("kiosk") && !device.cookies.contains_key("pairing"));

    let again = claim(&house, &mut wei, &code, SHOP).await;
    assert!(again.leads_to("code"), "{}", again.at);
    assert_eq!(house.count("kiosks").await, 1);
}

#[tokio::test]
async fn the_credential_is_of_the_device_alone_and_no_script_reads_it() {
    let (house, mut wei) = house_of_wei().await;
    let (mut device, code) = device_with_code(&house).await;
    let waited = device.cookies["pairing"].clone();
    claim(&house, &mut wei, &code, SHOP).await;
    device.post(&house, "/api/kiosk/pair", &[]).await;
    let credential = device.cookies["kiosk"].clone();
    assert_ne!(
        credential, waited,
        "what was shown before is worth nothing after"
    );
    assert!(credential.len() > 52, "256 bits: {}", credential.len());
    for table in [
        "select token_hash from kiosks where name <> $1",
        "select token_hash from kiosk_pairings where token_hash <> $1",
    ] {
        let kept = house.maybe(table, "").await.unwrap_or_default();
        assert!(
            !kept.contains(&credential) && !kept.contains(&waited),
            "{table}"
        );
    }
    let (status, _, cookies) = call(&house, &device, "heartbeat", beat_of(1)).await;
    assert_eq!(status, 200);
    let line = cookies
        .iter()
        .find(|line| line.starts_with("kiosk="))
        .unwrap();
    for part in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="] {
        assert!(line.contains(part), "{line}");
    }
}

fn beat_of(page: u32) -> String {
    serde_json::json!({ "beat": Running::new(page).beat }).to_string()
}

#[tokio::test]
async fn a_lost_answer_costs_no_pairing_and_a_used_credential_is_not_given_again() {
    let (house, mut wei) = house_of_wei().await;
    let (device, code) = device_with_code(&house).await;
    claim(&house, &mut wei, &code, SHOP).await;
    // The answer never arrives: the browser still holds what it held.
    let mut lost = device.clone();
    lost.post(&house, "/api/kiosk/pair", &[]).await;
    let mut again = device.clone();
    again.post(&house, "/api/kiosk/pair", &[]).await;
    let (status, ..) = Running::new(1).beat(&house, &lost).await;
    assert_eq!(status, 401, "the one that was lost is worth nothing");
    let (status, ..) = Running::new(1).beat(&house, &again).await;
    assert_eq!(status, 200);
    let mut late = device.clone();
    let page = late.post(&house, "/api/kiosk/pair", &[]).await;
    assert!(!late.cookies.contains_key("kiosk"), "{}", page.at);
}

#[tokio::test]
async fn a_code_runs_out_and_another_one_ends_the_one_before() {
    let (house, mut wei) = house_of_wei().await;
    let (mut device, first) = device_with_code(&house).await;
    let mut last = first.clone();
    for _ in 0..3 {
        let page = device.post(&house, "/api/kiosk/code", &[]).await;
        let code = page.id("pairing-code").unwrap();
        assert_ne!(code, last, "as often as it is wanted");
        last = code;
    }
    assert!(claim(&house, &mut wei, &first, SHOP).await.leads_to("code"));
    house.pass_seconds(601);
    let page = device.get(&house, "/kiosk").await;
    assert!(page.holds("The code has run out") && page.holds("New code"));
    assert!(claim(&house, &mut wei, &last, SHOP).await.leads_to("code"));
    assert_eq!(house.count("kiosks").await, 0);
}

#[tokio::test]
async fn what_was_typed_for_a_claim_is_there_again_with_what_is_wrong() {
    let (house, mut wei) = house_of_wei().await;
    wei.get(&house, "/desk/kiosks").await;
    let key = wei.key.clone();
    let fields = [
        ("key", key.as_str()),
        ("code", "7KX9"),
        ("name", "At the back"),
    ];
    let page = wei.post(&house, "/api/fleet/claim", &fields).await;
    assert!(page.leads_to("code") && page.leads_to("shop") && !page.leads_to("name"));
    assert!(page.holds("value=\"7KX9\"") && page.holds("value=\"At the back\""));
}

#[tokio::test]
async fn only_who_decides_for_the_shop_pairs_and_sees_its_kiosks() {
    let (house, mut wei) = house_of_wei().await;
    for (login, role) in [("fay", Role::Front), ("sam", Role::Specialist)] {
        employ(&house, login, "customer-service", role).await;
        let (mut person, _) = sign_in(&house, login, "right").await;
        assert_eq!(
            person.get(&house, "/desk/kiosks").await.status,
            404,
            "{login}"
        );
        let (_, code) = device_with_code(&house).await;
        let fields = [
            ("key", "kkkkkkkkkkkkkkkkkkkkkkkkkk"),
            ("code", code.as_str()),
        ];
        let page = person.post(&house, "/api/fleet/claim", &fields).await;
        assert_eq!(page.status, 404, "{login}");
    }
    let (_, id) = paired(&house, &mut wei, SHOP).await;
    let mut people = Vec::new();
    for (login, unit) in [("lan", "lancheng"), ("jia", "jianglan"), ("yun", "yunlu")] {
        employ_in(&house, login, unit).await;
        people.push(sign_in(&house, login, "right").await.0);
    }
    let [lan, jia, yun] = &mut people[..] else {
        unreachable!()
    };
    for person in [lan, jia] {
        assert!(
            person
                .get(&house, "/desk/kiosks")
                .await
                .holds("Kiosk No. 7")
        );
        assert_eq!(
            person
                .get(&house, &format!("/desk/kiosks/{id}"))
                .await
                .status,
            200
        );
    }
    let page = yun.get(&house, "/desk/kiosks").await;
    assert!(
        !page.holds("Kiosk No. 7") && !page.holds("Donghu"),
        "nor is the shop to choose"
    );
    assert_eq!(
        yun.get(&house, &format!("/desk/kiosks/{id}")).await.status,
        404
    );
    assert_eq!(tend(&house, yun, "revoke", &id, &[]).await.status, 404);
    let (_, code) = device_with_code(&house).await;
    assert!(claim(&house, yun, &code, SHOP).await.leads_to("shop"));
}

#[tokio::test]
async fn codes_can_be_neither_guessed_nor_made_without_end() {
    let (house, mut wei) = house_of_wei().await;
    let (_, code) = device_with_code(&house).await;
    for guess in 0..10 {
        let page = claim(&house, &mut wei, &format!("7KX9-000{guess}"), SHOP).await;
        assert!(page.leads_to("code"), "{guess}: {}", page.at);
    }
    let page = claim(&house, &mut wei, &code, SHOP).await;
    assert_eq!(page.at, "/sorry/too-many", "even the right one has to wait");
    house.pass_seconds(1200);
    let (_, code) = device_with_code(&house).await;
    let page = claim(&house, &mut wei, &code, SHOP).await;
    assert!(page.at.ends_with("?did=fleet-claim"), "{}", page.at);

    let mut device = Customer::default();
    let mut made = 0;
    while device.post(&house, "/api/kiosk/code", &[]).await.at == "/kiosk" {
        made += 1;
        assert!(made < 100, "there is an end");
    }
    assert!(made >= 20, "a shop can set up several at once: {made}");
}

#[tokio::test]
async fn pressing_twice_is_one_kiosk() {
    let (house, mut wei) = house_of_wei().await;
    let (_, code) = device_with_code(&house).await;
    wei.get(&house, "/desk/kiosks").await;
    let key = wei.key.clone();
    let fields = [
        ("key", key.as_str()),
        ("code", code.as_str()),
        ("shop", SHOP),
        ("name", "Kiosk No. 7"),
    ];
    for _ in 0..2 {
        wei.post(&house, "/api/fleet/claim", &fields).await;
    }
    assert_eq!(house.count("kiosks").await, 1);
}

#[tokio::test]
async fn looking_writes_no_row() {
    let house = House::open().await;
    Customer::default().get(&house, "/kiosk").await;
    let mut forged = Customer::default();
    for name in ["kiosk", "pairing"] {
        forged
            .cookies
            .insert(name.to_owned(), "1.nothing".to_owned());
    }
    let page = forged.get(&house, "/kiosk").await;
    assert!(page.holds("This device is no longer a kiosk") || page.holds("has run out"));
    assert_eq!(house.count("pairings").await, 0);
}

#[tokio::test]
async fn a_new_key_of_the_house_ends_no_pairing() {
    let one = "1:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    let two = "2:ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    let house = House::open_with_keys(one).await;
    employ(&house, "wei", "general-affairs", Role::Administrator).await;
    let (mut wei, _) = sign_in(&house, "wei", "right").await;
    let (device, _) = paired(&house, &mut wei, SHOP).await;
    let house = house
        .restarted_with_keys(Some(&format!("{two},{one}")))
        .await;
    assert_eq!(Running::new(1).beat(&house, &device).await.0, 200);
    let house = house.restarted_with_keys(Some(two)).await;
    assert_eq!(
        Running::new(1).beat(&house, &device).await.0,
        401,
        "the old one was taken away"
    );
}
