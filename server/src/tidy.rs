//! Cleans every page on its way out. Leptos 0.8 appends inline scripts after `</html>` and leaves
//! markers that an HTML validator refuses; an island needs its markers, the rest of the page none.
//! A page without an island names no script at all.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// Larger pages than this are not ours.
const MOST: usize = 4 * 1024 * 1024;

/// The response layer.
pub async fn tidy(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let html = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("text/html"));
    if !html {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, MOST).await else {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = match str::from_utf8(&page) {
        Ok(page) => cleaned(page),
        Err(_) => return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    parts
        .headers
        .insert(header::CONTENT_LENGTH, HeaderValue::from(page.len()));
    Response::from_parts(parts, Body::from(page))
}

/// The page as it is sent.
fn cleaned(page: &str) -> String {
    let page = page.split_inclusive("</html>").next().unwrap_or(page);
    let awake = page.contains(ISLAND);
    let mut clean = String::with_capacity(page.len());
    let mut depth = 0_usize;
    // What is copied next begins at `from`; `at` is the tag that is looked at.
    let (mut from, mut at) = (0, 0);
    while let Some(next) = page[at..].find('<') {
        at += next;
        let rest = &page[at..];
        let taken = if rest.starts_with(MARKER) {
            MARKER.len()
        } else if !awake && rest.starts_with(SCRIPT) {
            rest.find("</script>")
                .map_or(rest.len(), |end| end + "</script>".len())
        } else {
            if awake {
                depth += usize::from(rest.starts_with(ISLAND));
                depth -= usize::from(depth > 0 && rest.starts_with("</leptos-island>"));
            }
            at += 1;
            continue;
        };
        clean.push_str(&page[from..at]);
        if depth > 0 && taken == MARKER.len() {
            // The same empty comment node, in the form that the standard knows.
            clean.push_str("<!---->");
        }
        at += taken;
        from = at;
    }
    clean.push_str(&page[from..]);
    clean
}

const MARKER: &str = "<!>";
const ISLAND: &str = "<leptos-island";
const SCRIPT: &str = "<script type=\"module\"";

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn a_page_without_an_island_names_no_script_and_has_no_markers() {
        let page = "<html><head><script type=\"module\" async src=\"/pkg/a.js\"></script><title>t</title></head>\
                    <body><p>a<!>b</p></body></html><script>__RESOLVED_RESOURCES=[];</script>";
        assert_eq!(
            cleaned(page),
            "<html><head><title>t</title></head><body><p>ab</p></body></html>"
        );
    }

    #[test]
    fn an_island_keeps_its_script_and_its_markers_in_a_form_the_standard_knows() {
        let page = "<html><head><script type=\"module\" async src=\"/pkg/a.js\"></script></head><body><!>\
                    <leptos-island data-component=\"x\"><b>1<!></b></leptos-island><!></body></html><script>1</script>";
        assert_eq!(
            cleaned(page),
            "<html><head><script type=\"module\" async src=\"/pkg/a.js\"></script></head><body>\
             <leptos-island data-component=\"x\"><b>1<!----></b></leptos-island></body></html>"
        );
    }

    #[test]
    fn typed_text_that_looks_like_a_marker_is_kept() {
        let page = "<html><body><p>&lt;!> and </p></body></html>";
        assert_eq!(cleaned(page), page);
    }
}
