//! What a kiosk may be set to, and what a device takes.

use super::*;

fn form(with: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::from_pairs([
        ("mode", "service"),
        ("language", "zh-Hant"),
        ("idle", "60"),
        ("warning", "30"),
        ("micrometres", "248"),
        ("above", "110"),
        ("below", "20"),
        ("volume", "50"),
        ("cap", "500"),
        ("tap", "on"),
    ]);
    for (field, value) in with {
        sheet.put((*field).to_owned(), value);
    }
    sheet
}

#[test]
fn a_form_in_order_is_taken_and_comes_back_from_the_store_as_it_was() {
    let setup = Setup::from_form(&form(&[])).unwrap();
    assert_eq!(
        (setup.idle, setup.language, setup.tap),
        (60, Lang::ZhHant, true)
    );
    assert!(!setup.headset && !setup.printer);
    let body = serde_json::to_value(&setup).unwrap();
    assert_eq!(Versioned { version: 3, body }.read(), Some(setup));
}

#[test]
fn what_no_kiosk_may_be_set_to_is_refused_field_by_field() {
    for (field, value, fault) in [
        ("idle", "29", SetupFault::Range(30, 120)),
        ("idle", "121", SetupFault::Range(30, 120)),
        ("warning", "19", SetupFault::Range(20, 120)),
        ("micrometres", "0", SetupFault::Range(80, 1000)),
        ("volume", "101", SetupFault::Range(0, 100)),
        ("cap", "many", SetupFault::Number),
        ("cap", "-1", SetupFault::Number),
        ("cap", "99999999999", SetupFault::Number),
        ("mode", "party", SetupFault::Choose),
        ("language", "fr", SetupFault::Choose),
    ] {
        let faults = Setup::from_form(&form(&[(field, value)])).unwrap_err();
        assert_eq!(faults, [(field, fault)], "{field}={value}");
    }
}

#[test]
fn a_body_this_build_cannot_use_is_not_applied_and_one_of_a_later_build_is() {
    let read = |body: serde_json::Value| Versioned { version: 1, body }.read();
    assert_eq!(read(serde_json::json!({ "idle": "soon" })), None);
    assert_eq!(read(serde_json::json!({ "idle": 5 })), None);
    assert_eq!(read(serde_json::json!([])), None);
    let later = read(serde_json::json!({ "idle": 90, "colour": "of a later build" }));
    assert_eq!(later.map(|setup| setup.idle), Some(90));
}

#[test]
fn a_millimetre_is_as_many_pixels_as_the_panel_has() {
    let setup = Setup::default();
    assert!(
        setup.stylesheet().starts_with(":root{--mm:4.032px;"),
        "{}",
        setup.stylesheet()
    );
    let coarse = Setup {
        micrometres: 1000,
        ..setup
    };
    assert!(coarse.stylesheet().contains("--mm:1.000px;"));
}
