//! Every kind of answer has every header, and nothing that another site sends comes through.

use super::*;
use axum::{
    body::{Body, to_bytes},
    extract::{Extension, Request},
    http::{Method, header},
    routing::{get, post},
};
use std::{fs, path::Path};
use tempfile::TempDir;
use tower::ServiceExt;
use tower_http::services::ServeFile;

fn gate(public_url: &str) -> Gate {
    let set = [("ONEFRONT_PUBLIC_URL".to_owned(), public_url.to_owned())];
    Gate {
        body: 100,
        ..Gate::new(&Config::read(None, set).unwrap())
    }
}

fn front(gate: Gate, site: &Path) -> Router {
    let routes = Router::new()
        .route(
            "/",
            get(|Extension(nonce): Extension<Nonce>| async move { nonce.to_string() }),
        )
        .route("/form", post(|body: String| async move { body }))
        .route(
            "/kept",
            get(|| async { ([(header::CACHE_CONTROL, "max-age=60")], "") }),
        )
        .route(
            "/strict",
            get(|| async { ([(header::CONTENT_SECURITY_POLICY, "sandbox")], "") }),
        )
        .route("/broken", get(broken))
        .route_service("/file", ServeFile::new(site.join("file.txt")));
    gate.around(routes)
}

async fn broken() -> &'static str {
    panic!("on purpose")
}

async fn ask(public_url: &str, request: Request) -> Response {
    let site = TempDir::new().unwrap();
    fs::write(site.path().join("file.txt"), "text").unwrap();
    front(gate(public_url), site.path())
        .oneshot(request)
        .await
        .unwrap()
}

fn request(method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Request {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

fn get_request(path: &str, headers: &[(&str, &str)]) -> Request {
    request(Method::GET, path, headers, "")
}

async fn post_form(public_url: &str, headers: &[(&str, &str)]) -> StatusCode {
    ask(public_url, request(Method::POST, "/form", headers, "a=b"))
        .await
        .status()
}

const OURS: (&str, &str) = ("sec-fetch-site", "same-origin");
const HTTPS: &str = "https://care.example.com";
const HTTP: &str = "http://127.0.0.1:3000";

fn assert_careful(answer: &Response, case: &str) {
    let value = |name: &str| {
        answer
            .headers()
            .get(name)
            .unwrap_or_else(|| panic!("{case}: {name}"))
            .to_str()
            .unwrap()
    };
    let policy = value("content-security-policy");
    for part in [
        "default-src 'self'; ",
        "script-src 'nonce-",
        "' 'strict-dynamic' 'wasm-unsafe-eval'; ",
        "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; ",
        "frame-ancestors 'none'; object-src 'none'",
    ] {
        assert!(policy.contains(part), "{case}: {policy}");
    }
    assert_eq!(value("x-content-type-options"), "nosniff", "{case}");
    assert_eq!(value("referrer-policy"), "same-origin", "{case}");
    assert_eq!(value("cross-origin-opener-policy"), "same-origin", "{case}");
    assert_eq!(
        value("cross-origin-resource-policy"),
        "same-origin",
        "{case}"
    );
    assert!(value("permissions-policy").contains("camera=()"), "{case}");
    assert!(
        value("strict-transport-security").contains("max-age=63072000"),
        "{case}"
    );
    assert_eq!(value("x-request-id").len(), 16, "{case}");
}

#[tokio::test]
async fn every_kind_of_answer_has_every_header() {
    let large = "x".repeat(200);
    let never = "Fri, 01 Jan 2100 00:00:00 GMT";
    for (status, case, request) in [
        (200, "a page", get_request("/", &[])),
        (200, "a file", get_request("/file", &[])),
        (
            304,
            "not changed",
            get_request("/file", &[("if-modified-since", never)]),
        ),
        (
            403,
            "from elsewhere",
            request(Method::POST, "/form", &[], ""),
        ),
        (404, "not found", get_request("/nowhere", &[])),
        (405, "wrong method", get_request("/form", &[])),
        (
            413,
            "too large",
            request(Method::POST, "/form", &[OURS], &large),
        ),
        (
            413,
            "announced",
            request(
                Method::POST,
                "/form",
                &[OURS, ("content-length", "200")],
                &large,
            ),
        ),
        (500, "a panic", get_request("/broken", &[])),
    ] {
        let answer = ask(HTTPS, request).await;
        assert_eq!(answer.status().as_u16(), status, "{case}");
        assert_careful(&answer, case);
        let kept = answer
            .headers()
            .get(header::CACHE_CONTROL)
            .map(|kept| kept.to_str().unwrap());
        assert_eq!(kept, (status != 304).then_some("no-store"), "{case}");
    }
}

#[tokio::test]
async fn the_page_and_the_policy_have_the_same_nonce_and_no_two_pages_do() {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let answer = ask(HTTP, get_request("/", &[])).await;
        let policy = answer.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap()
            .to_owned();
        let nonce = to_bytes(answer.into_body(), 100).await.unwrap();
        let nonce = String::from_utf8(nonce.to_vec()).unwrap();
        assert!(policy.contains(&format!("'nonce-{nonce}'")), "{policy}");
        // 128 bits in base 64.
        assert_eq!(nonce.len(), 22);
        seen.push(nonce);
    }
    assert_ne!(seen[0], seen[1]);
}

#[tokio::test]
async fn a_room_may_be_stricter_and_may_let_be_kept() {
    let answer = ask(HTTP, get_request("/kept", &[])).await;
    assert_eq!(answer.headers()[header::CACHE_CONTROL], "max-age=60");
    let answer = ask(HTTP, get_request("/strict", &[])).await;
    assert_eq!(answer.headers()[header::CONTENT_SECURITY_POLICY], "sandbox");
}

#[tokio::test]
async fn only_https_is_told_to_stay_https() {
    let answer = ask(HTTP, get_request("/", &[])).await;
    assert!(
        !answer
            .headers()
            .contains_key(header::STRICT_TRANSPORT_SECURITY)
    );
}

#[tokio::test]
async fn a_form_of_ours_comes_through_and_one_from_elsewhere_does_not() {
    let site = |site| ("sec-fetch-site", site);
    let (ours, theirs) = (("origin", HTTPS), ("origin", "https://elsewhere.example"));
    for (status, headers) in [
        (200, &[site("same-origin")][..]),
        (200, &[site("none")]),
        (403, &[site("same-site")]),
        (403, &[site("cross-site")]),
        (403, &[site("")]),
        (403, &[site("cross-site"), ours]),
        (403, &[site("same-origin"), site("cross-site")]),
        (200, &[ours]),
        (403, &[theirs]),
        (403, &[ours, theirs]),
        (403, &[("origin", "null")]),
        (
            403,
            &[
                ("origin", "http://care.example.com"),
                ("host", "care.example.com"),
            ],
        ),
        (
            403,
            &[("origin", "https://care.example.com.elsewhere.example")],
        ),
        (403, &[("referer", "https://care.example.com/")]),
        (403, &[]),
    ] {
        assert_eq!(
            post_form(HTTPS, headers).await.as_u16(),
            status,
            "{headers:?}"
        );
    }
}

#[tokio::test]
async fn without_https_the_address_that_was_asked_will_do() {
    let host = ("host", "192.168.1.7:3000");
    assert_eq!(
        post_form(HTTP, &[("origin", "http://192.168.1.7:3000"), host]).await,
        200
    );
    assert_eq!(
        post_form(HTTP, &[("origin", "http://192.168.1.8:3000"), host]).await,
        403
    );
    assert_eq!(
        post_form(HTTP, &[("origin", "http://192.168.1.7:3000")]).await,
        403
    );
}

#[tokio::test]
async fn looking_needs_no_origin_and_every_other_method_does() {
    for method in [Method::GET, Method::HEAD] {
        let answer = ask(
            HTTPS,
            request(method, "/", &[("sec-fetch-site", "cross-site")], ""),
        )
        .await;
        assert_eq!(answer.status(), 200);
    }
    for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
        let answer = ask(HTTPS, request(method, "/", &[], "")).await;
        assert_eq!(answer.status(), 403);
    }
}

#[tokio::test]
async fn the_front_can_make_the_page_of_a_refusal_but_not_turn_it_into_consent() {
    let gate = gate(HTTPS).with_page(|status, headers| {
        let language = headers
            .get(header::ACCEPT_LANGUAGE)
            .map_or("", |value| value.to_str().unwrap());
        format!("{status} in {language}").into_response()
    });
    let asked = get_request("/broken", &[("accept-language", "zh-Hant")]);
    let answer = front(gate, Path::new(".")).oneshot(asked).await.unwrap();
    assert_eq!(answer.status(), 500);
    let body = to_bytes(answer.into_body(), 100).await.unwrap();
    assert_eq!(body, "500 Internal Server Error in zh-Hant");
}
