//! Looking after kiosks: settings in versions, alerts that stay until somebody knows, and who did
//! what.

use super::*;

const SHOP: &str = "lancheng-donghu";

const SETTINGS: [(&str, &str); 10] = [
    ("mode", "door"),
    ("language", "zh-Hant"),
    ("idle", "60"),
    ("warning", "30"),
    ("micrometres", "248"),
    ("above", "110"),
    ("below", "0"),
    ("volume", "40"),
    ("cap", "200"),
    ("printer", "on"),
];

#[tokio::test]
async fn settings_are_versions_and_reach_the_device_with_its_next_beat() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    let page = tend(&house, &mut wei, "set", &id, &SETTINGS).await;
    assert!(page.at.ends_with("?did=fleet-set"), "{}", page.at);
    assert!(page.holds("value=\"60\"") && page.holds("Version 1"));
    let mut running = Running::new(1);
    let (_, answer, _) = running.beat(&house, &device).await;
    let setup = answer.unwrap().setup.expect("a newer version");
    let read = setup.read().unwrap();
    assert_eq!((setup.version, read.idle, read.printer), (1, 60, true));
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(
        page.holds("Version 0, 1 to follow"),
        "it has not applied it yet"
    );
    running.beat.setup = 1;
    let (_, answer, _) = running.beat(&house, &device).await;
    assert_eq!(answer.unwrap().setup, None);
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(page.holds("Version 1") && !page.holds("to follow"));
}

#[tokio::test]
async fn a_version_the_device_cannot_read_is_said_and_told() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    tend(&house, &mut wei, "set", &id, &SETTINGS).await;
    let mut running = Running::new(1);
    running.beat.refused = Some(1);
    running.beat(&house, &device).await;
    running.beat(&house, &device).await;
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(page.holds("Version 0; it cannot read 1"));
    assert_eq!(
        page.html.matches("Settings not readable").count(),
        1,
        "told once"
    );
    running.beat.refused = None;
    running.beat.setup = 1;
    running.beat(&house, &device).await;
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    assert!(
        page.holds("Over since") && page.hidden("alert").is_some(),
        "it stays until somebody knows"
    );
}

#[tokio::test]
async fn wrong_settings_are_sent_back_with_everything_and_change_nothing() {
    let (house, mut wei) = house_of_wei().await;
    let (_, id) = paired(&house, &mut wei, SHOP).await;
    let wrong = SETTINGS.map(|(field, value)| match field {
        "idle" => (field, "5"),
        "cap" => (field, "many"),
        _ => (field, value),
    });
    let page = tend(&house, &mut wei, "set", &id, &wrong).await;
    assert!(page.leads_to("idle") && page.leads_to("cap") && !page.leads_to("volume"));
    assert!(
        page.holds("value=\"5\"") && page.holds("value=\"many\"") && page.holds("value=\"40\"")
    );
    assert!(page.holds("from 30 to 120"));
    assert!(!page.holds("Version 1"));
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    assert!(
        page.holds("value=\"45\""),
        "what is in force is shown again"
    );
}

#[tokio::test]
async fn three_beats_that_did_not_come_are_seen_at_once_and_told_once() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    house.office.sweep().await.unwrap();
    assert!(
        wei.get(&house, "/desk/kiosks")
            .await
            .holds("Waits for its start")
    );
    let mut running = Running::new(1);
    running.beat(&house, &device).await;
    house.pass_seconds(89);
    assert_eq!(house.office.sweep().await.unwrap().silent, 0);
    assert!(wei.get(&house, "/desk/kiosks").await.holds("Working"));
    house.pass_seconds(1);
    assert!(
        wei.get(&house, "/desk/kiosks").await.holds("Not heard"),
        "without waiting for the sweep"
    );
    assert_eq!(house.office.sweep().await.unwrap().silent, 1);
    assert_eq!(
        house.office.sweep().await.unwrap().silent,
        0,
        "one silence is one alert"
    );
    running.beat(&house, &device).await;
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    assert!(page.holds("Over since"));
    let alert = page.hidden("alert").expect("it stays until somebody knows");
    tend(&house, &mut wei, "know", &id, &[("alert", &alert)]).await;
    house.pass_seconds(90);
    assert_eq!(
        house.office.sweep().await.unwrap().silent,
        1,
        "another silence is another alert"
    );
}

#[tokio::test]
async fn nobody_is_told_of_a_kiosk_whose_shop_is_closed() {
    let (house, mut wei) = house_of_wei().await;
    let (device, _) = paired(&house, &mut wei, SHOP).await;
    // From ten in the morning to just before eight, when this shop closes.
    house.pass_seconds(10 * 3_600 - 30);
    Running::new(1).beat(&house, &device).await;
    house.pass_seconds(3_600);
    assert_eq!(house.office.sweep().await.unwrap().silent, 0);
    let (mut wei, _) = sign_in(&house, "wei", "right").await;
    let page = wei.get(&house, "/desk/kiosks").await;
    assert!(page.holds("Shop closed") && !page.holds("Not heard"));
    house.pass_seconds(11 * 3_600 + 1_800 + 600);
    assert_eq!(house.office.sweep().await.unwrap().silent, 0, "before nine");
    house.pass_seconds(1_800);
    assert_eq!(house.office.sweep().await.unwrap().silent, 1, "it is open");
    let (mut wei, _) = sign_in(&house, "wei", "right").await;
    assert!(wei.get(&house, "/desk/kiosks").await.holds("Not heard"));
}

#[tokio::test]
async fn a_page_that_paints_nothing_is_told_once() {
    let (house, mut wei) = house_of_wei().await;
    let (device, _) = paired(&house, &mut wei, SHOP).await;
    let mut running = Running::new(1);
    for frame in [100, 61_000, 91_000] {
        running.beat.frame = Some(frame);
        running.beat(&house, &device).await;
    }
    let page = wei.get(&house, "/desk/kiosks").await;
    assert_eq!(page.html.matches("Screen stands still").count(), 1);
    assert!(page.holds("Painted 91 seconds ago"));
}

#[tokio::test]
async fn who_did_what_is_kept() {
    let (house, mut wei) = house_of_wei().await;
    let (_, id) = paired(&house, &mut wei, SHOP).await;
    tend(&house, &mut wei, "set", &id, &SETTINGS).await;
    let page = tend(&house, &mut wei, "revoke", &id, &[]).await;
    let log = page.html.split("id=\"log\"").nth(1).unwrap();
    for deed in ["Paired", "Settings changed", ">Ended<"] {
        assert!(log.contains(deed), "{deed}: {log}");
    }
    assert_eq!(log.matches("<span>wei</span>").count(), 3, "{log}");
}

#[tokio::test]
async fn an_alert_of_another_kiosk_is_not_known_by_this_ones_form() {
    let (house, mut wei) = house_of_wei().await;
    let (device, id) = paired(&house, &mut wei, SHOP).await;
    let (_, other) = paired(&house, &mut wei, "wangjin-binhe").await;
    Running::new(1).beat(&house, &device).await;
    house.pass_seconds(120);
    house.office.sweep().await.unwrap();
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    let alert = page.hidden("alert").unwrap();
    tend(&house, &mut wei, "know", &other, &[("alert", &alert)]).await;
    let page = wei.get(&house, &format!("/desk/kiosks/{id}")).await;
    assert_eq!(page.hidden("alert"), Some(alert));
}
