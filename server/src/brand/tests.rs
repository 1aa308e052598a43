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
    let sheet = Stylesheet::of(&brand());
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
    let (sheet, other) = (Stylesheet::of(&brand()).href, Stylesheet::of(&blue).href);
    assert_ne!(sheet, other);
    assert_eq!(sheet.len(), "/brand/0123456789ab.css".len());
}

#[test]
fn a_pair_too_close_is_named_with_its_ratio() {
    let mut pale = brand();
    pale.light.accent = "#0099aa".into();
    let faults = readable(Theme::Light, &pale.light).expect_err("not readable");
    let said: Vec<_> = faults.iter().map(ToString::to_string).collect();
    let wanted = "light: accent #0099aa on surface #ffffff has a contrast of 3.42:1 and needs 7:1";
    assert!(said.iter().any(|line| line == wanted), "{said:#?}");
}

#[test]
fn a_fault_names_the_key_that_the_operator_can_change() {
    let mut dim = brand();
    dim.dark.accent_wash = "#808080".into();
    let faults = readable(Theme::Dark, &dim.dark).expect_err("not readable");
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
    wrong.light.accent_wash = "url(x)".into();
    let faults = readable(Theme::Light, &wrong.light).expect_err("no colours");
    assert_eq!(faults.len(), 3, "{faults:#?}");
    assert_eq!(
        faults[0].to_string(),
        "light: accent is \"teal\"; write it like \"#00565f\""
    );
}

#[test]
fn no_brand_reaches_paper() {
    let sheet = Stylesheet::of(&brand());
    assert!(
        sheet
            .css
            .split("@media ")
            .skip(1)
            .all(|block| block.starts_with("screen"))
    );
}

/// What is kept, and the body, of one address.
async fn asked(href: &str) -> (String, String) {
    let shelf = Shelf::open(None).expect("the demo operator");
    let request = Request::get(href).body(Body::empty()).expect("a request");
    let answer = routes(Arc::new(shelf))
        .oneshot(request)
        .await
        .expect("an answer");
    assert_eq!(
        answer.headers()[header::CONTENT_TYPE],
        "text/css; charset=utf-8"
    );
    let keep = answer.headers()[header::CACHE_CONTROL]
        .to_str()
        .expect("ASCII")
        .to_owned();
    let body = axum::body::to_bytes(answer.into_body(), 4096)
        .await
        .expect("a body");
    (keep, String::from_utf8(body.to_vec()).expect("text"))
}

#[tokio::test]
async fn the_stylesheet_may_be_kept_for_ever_under_its_own_name_only() {
    let shelf = Shelf::open(None).expect("the demo operator");
    let sheet = shelf.current().stylesheet.clone();
    let (keep, css) = asked(&sheet.href).await;
    assert!(keep.contains("immutable"));
    assert_eq!(css, sheet.css);
    let (keep, css) = asked("/brand/000000000000.css").await;
    assert_eq!((keep.as_str(), css), ("no-store", sheet.css));
}
