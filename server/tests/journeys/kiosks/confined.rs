//! What a paired kiosk may ask for, held against the table of routes.

use super::*;

/// Every page there is, as the program itself lists them.
fn pages() -> Vec<String> {
    let routes = leptos_axum::generate_route_list(app::routes::Pages);
    let filled = |path: &str| {
        let parts = path
            .split('/')
            .map(|part| match part.starts_with([':', '{']) {
                true => "x",
                false => part,
            });
        parts.collect::<Vec<_>>().join("/")
    };
    routes.iter().map(|route| filled(route.path())).collect()
}

async fn asks(
    house: &House,
    device: &Customer,
    method: &str,
    path: &str,
    accept: &str,
) -> (u16, Option<String>) {
    let cookies: Vec<_> = device
        .cookies
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "127.0.0.1:3000")
        .header(header::ACCEPT, accept)
        .header("sec-fetch-site", "same-origin")
        .header(header::COOKIE, cookies.join("; "))
        .body(Body::empty())
        .unwrap();
    let answer = house.router.clone().oneshot(request).await.unwrap();
    assert!(!answer.headers().contains_key("clear-site-data"), "{path}");
    let to = answer.headers().get(header::LOCATION);
    let to = to.map(|to| to.to_str().unwrap().to_owned());
    (answer.status().as_u16(), to)
}

#[tokio::test]
async fn a_paired_device_gets_its_own_pages_and_no_other_whatever_it_holds_besides() {
    let (house, mut wei) = house_of_wei().await;
    let (mut device, _) = paired(&house, &mut wei, "lancheng-donghu").await;
    // Even with a session of staff and a case's link in the same browser.
    let (_, secret) = Customer::default().case(&house, "Mine.").await;
    device
        .cookies
        .insert("staff".to_owned(), wei.cookies["staff"].clone());
    let mut paths = pages();
    assert!(paths.len() > 40, "pages are listed: {paths:?}");
    paths.retain(|path| path != "/kiosk");
    let others = [
        "/healthz",
        "/readyz",
        "/metrics",
        "/desk/events",
        "/tmf-api/troubleTicket/v4/troubleTicket",
        "/open311/v2/services.json",
        "/survey/x",
        "/nowhere",
        "/kiosks",
        "/KIOSK",
        "//kiosk",
        "/c/../kiosk",
    ];
    paths.extend(others.map(str::to_owned));
    paths.push(format!("/c/{secret}"));
    for path in &paths {
        let (status, to) = asks(&house, &device, "GET", path, "text/html").await;
        assert_eq!((status, to.as_deref()), (303, Some("/kiosk")), "{path}");
        let (status, _) = asks(&house, &device, "GET", path, "application/json").await;
        assert_eq!(status, 404, "{path}");
    }
    for path in crate::endpoints::all() {
        if path.starts_with("/api/kiosk/") {
            continue;
        }
        let (status, _) = asks(&house, &device, "POST", path, "text/html").await;
        assert_eq!(status, 404, "{path}");
    }
    for path in ["/kiosk", "/kiosk/size.css", "/pkg/s.css"] {
        let (status, _) = asks(&house, &device, "GET", path, "text/html").await;
        assert_eq!(status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_browser_that_only_says_it_is_a_kiosk_is_none() {
    let house = House::open().await;
    let mut forged = Customer::default();
    for token in ["", "x", "1.x", "0.aaaaaaaaaaaaaaaaaaaaaaaaaa", "999.x"] {
        forged.cookies.insert("kiosk".to_owned(), token.to_owned());
        assert!(
            forged.get(&house, "/").await.holds("href=\"/fault\""),
            "{token}"
        );
        let (status, _) = asks(&house, &forged, "GET", "/kiosk/size.css", "text/css").await;
        assert_eq!(status, 404, "{token}");
        assert_eq!(
            Running::new(1).beat(&house, &forged).await.0,
            401,
            "{token}"
        );
    }
}

#[tokio::test]
async fn the_document_is_the_same_for_all_and_the_size_is_of_the_one_that_asks() {
    let (house, mut wei) = house_of_wei().await;
    let (mut one, id) = paired(&house, &mut wei, "lancheng-donghu").await;
    let (mut two, _) = paired(&house, &mut wei, "wangjin-binhe").await;
    let fields = [
        ("mode", "service"),
        ("language", "en"),
        ("idle", "45"),
        ("warning", "30"),
        ("micrometres", "500"),
        ("above", "90"),
        ("below", "0"),
        ("volume", "60"),
        ("cap", "500"),
    ];
    tend(&house, &mut wei, "set", &id, &fields).await;
    let documents = [
        one.get(&house, "/kiosk").await.html,
        two.get(&house, "/kiosk").await.html,
    ];
    assert_eq!(documents[0], documents[1]);
    assert!(documents[0].contains("Out of order") && !documents[0].contains("nonce"));
    let size = one.get(&house, "/kiosk/size.css").await.html;
    assert!(
        size.contains("--mm:2.000px") && size.contains("calc(90*var(--mm))"),
        "{size}"
    );
    let size = two.get(&house, "/kiosk/size.css").await.html;
    assert!(size.contains("--mm:4.032px"), "{size}");
}
