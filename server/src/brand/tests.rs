//! Colours that can be read, and colours that cannot.

use super::*;
use axum::{body::Body, http::Request};
use tower::ServiceExt;

fn brand() -> Brand {
    let colours = |accent: &str, on_accent: &str, accent_strong: &str, accent_wash: &str| Colours {
        accent: accent.into(),
        on_accent: on_accent.into(),
        accent_strong: accent_strong.into(),
        accent_wash: accent_wash.into(),
    };
    Brand {
        light: colours("#00565f", "#ffffff", "#003d44", "#e3f0f0"),
        dark: colours("#84d9d5", "#04201f", "#aee8e5", "#15302e"),
    }
}

#[test]
fn the_colours_of_the_house_can_be_read_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        assert_eq!(too_close(theme, &tokens(theme)), []);
    }
}

#[test]
fn a_brand_becomes_four_colours_a_theme() {
    let sheet = Stylesheet::of(&brand()).expect("readable");
    assert!(
        sheet
            .css
            .starts_with("@media screen{:root{--accent:#00565f;--on-accent:#ffffff;")
    );
    assert!(
        sheet
            .css
            .contains("(prefers-color-scheme:dark){:root{--accent:#84d9d5;")
    );
    assert_eq!(sheet.css.matches("--").count(), 8);
}

#[test]
fn other_colours_have_another_address() {
    let mut blue = brand();
    blue.light.accent = "#003d8f".into();
    let (sheet, other) = (Stylesheet::of(&brand()), Stylesheet::of(&blue));
    let (sheet, other) = (sheet.expect("readable").href, other.expect("readable").href);
    assert_ne!(sheet, other);
    assert_eq!(sheet.len(), "/brand.0123456789ab.css".len());
}

#[test]
fn a_pair_too_close_is_named_with_its_ratio() {
    let mut pale = brand();
    pale.light.accent = "#0099aa".into();
    let faults = Stylesheet::of(&pale).expect_err("not readable");
    let said: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let wanted = "light: accent #0099aa on surface #ffffff has a contrast of 3.42:1 and needs 7:1";
    assert!(said.iter().any(|line| line == wanted), "{said:#?}");
    assert!(
        said.iter().all(|line| line.starts_with("light:")),
        "{said:#?}"
    );
}

#[test]
fn a_fault_names_the_key_that_the_operator_can_change() {
    let mut dim = brand();
    dim.dark.accent_wash = "#808080".into();
    let faults = Stylesheet::of(&dim).expect_err("not readable");
    assert!(
        faults
            .iter()
            .any(|fault| fault.to_string().starts_with("dark: ink "))
    );
    assert!(
        faults
            .iter()
            .all(|fault| ["accent-wash", "accent", "accent-strong"].contains(&fault.key()))
    );
}

#[test]
fn what_is_no_colour_is_said_for_every_key_at_once() {
    let mut wrong = brand();
    wrong.light.accent = "teal".into();
    wrong.light.on_accent = "#fff".into();
    wrong.dark.accent_wash = "url(x)".into();
    let faults = Stylesheet::of(&wrong).expect_err("no colours");
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert_eq!(
        faults[0].to_string(),
        "light: accent is \"teal\"; write it like \"#00565f\""
    );
}

#[test]
fn no_brand_reaches_paper() {
    let sheet = Stylesheet::of(&brand()).expect("readable");
    assert!(
        sheet
            .css
            .split("@media ")
            .skip(1)
            .all(|block| block.starts_with("screen"))
    );
}

#[tokio::test]
async fn the_stylesheet_is_served_under_its_address_for_ever() {
    let sheet = Stylesheet::of(&brand()).expect("readable");
    let request = Request::get(&sheet.href)
        .body(Body::empty())
        .expect("a request");
    let answer = sheet.routes().oneshot(request).await.expect("an answer");
    assert_eq!(
        answer.headers()[header::CONTENT_TYPE],
        "text/css; charset=utf-8"
    );
    assert!(
        answer.headers()[header::CACHE_CONTROL]
            .to_str()
            .is_ok_and(|v| v.contains("immutable"))
    );
    let body = axum::body::to_bytes(answer.into_body(), 4096)
        .await
        .expect("a body");
    assert_eq!(body, sheet.css.as_bytes());
}
