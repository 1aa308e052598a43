//! The headers that make a browser careful, on every answer.

use super::{Gate, Nonce};
use axum::{
    extract::Request,
    http::{
        HeaderName, HeaderValue, StatusCode,
        header::{self, Entry},
    },
    middleware::Next,
    response::Response,
};

/// Always the same.
const FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // Not `no-referrer`: the check of where a form comes from, and Leptos, want our own.
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("x-permitted-cross-domain-policies"),
        "none",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
         magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// Two years, subdomains included: what browsers' own lists ask for.
const ONLY_HTTPS: HeaderValue = HeaderValue::from_static("max-age=63072000; includeSubDomains");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

pub(super) async fn set(gate: &Gate, mut request: Request, next: Next) -> Response {
    let nonce = Nonce::new();
    request.extensions_mut().insert(nonce.clone());
    let mut response = next.run(request).await;
    let status = response.status();
    let headers = response.headers_mut();
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if gate.public_url.is_https() {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, ONLY_HTTPS);
    }
    // A room may be stricter about what it sends, an attachment for one.
    if let Entry::Vacant(missing) = headers.entry(header::CONTENT_SECURITY_POLICY) {
        missing.insert(policy(&nonce));
    }
    // "Not changed" speaks about what the browser has; it must not tell it to forget that.
    if status != StatusCode::NOT_MODIFIED
        && let Entry::Vacant(missing) = headers.entry(header::CACHE_CONTROL)
    {
        missing.insert(NO_STORE);
    }
    response
}

fn policy(nonce: &str) -> HeaderValue {
    let policy = format!(
        "default-src 'self'; \
         script-src 'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'; \
         style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'none'; object-src 'none'"
    );
    policy
        .try_into()
        .expect("a nonce in base 64 is fit for a header")
}
