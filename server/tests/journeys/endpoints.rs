//! Every endpoint there is, as the program itself lists them: a new one is tested without anybody
//! remembering to add it here.

use leptos::server_fn::axum::server_fn_paths;

/// The paths of all endpoints, in order.
pub fn all() -> Vec<&'static str> {
    let mut paths: Vec<_> = server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    paths
}

#[test]
fn every_endpoint_has_a_name_of_its_own_and_takes_forms_only() {
    let all = all();
    assert!(all.len() >= 20, "endpoints are listed: {all:?}");
    for (path, method) in server_fn_paths() {
        assert_eq!(method, axum::http::Method::POST, "{path}");
        let parts: Vec<_> = path.trim_start_matches('/').split('/').collect();
        let [api, room, verb] = parts[..] else {
            panic!("{path} is not /api/<room>/<verb>")
        };
        let plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        assert!(api == "api" && plain(room) && plain(verb), "{path}");
    }
}

#[tokio::test]
async fn no_endpoint_changes_anything_on_a_get() {
    use super::{customer::Customer, house::House};
    let house = House::open().await;
    for path in all() {
        let page = Customer::default().get(&house, path).await;
        assert!((400..500).contains(&page.status), "{path}: {}", page.status);
    }
    assert_eq!(house.count("visitors").await, 0);
}
