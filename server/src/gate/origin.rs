//! Refuses what another site makes a customer's browser send (cross-site request forgery).
//! Browsers say where a request comes from; no token in the form is needed, and nothing breaks
//! without script or when two tabs are open.

use super::Gate;
use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::Response,
};

const SEC_FETCH_SITE: &str = "sec-fetch-site";

pub(super) fn refusal(gate: &Gate, request: &Request) -> Option<Response> {
    if safe(request.method()) || gate.is_ours(request.headers(), request.uri()) {
        return None;
    }
    tracing::warn!("refused a request from another site");
    Some(gate.refuse(StatusCode::FORBIDDEN, request.headers()))
}

/// These must not change anything, and do not.
fn safe(method: &Method) -> bool {
    matches!(
        *method,
        Method::GET | Method::HEAD | Method::OPTIONS | Method::TRACE
    )
}

impl Gate {
    fn is_ours(&self, headers: &HeaderMap, uri: &Uri) -> bool {
        let mut sites = headers.get_all(SEC_FETCH_SITE).iter().peekable();
        if sites.peek().is_some() {
            return sites.all(|site| site == "same-origin" || site == "none");
        }
        // Browsers before 2023, and today's on plain http: they name where a form stood.
        let mut origins = headers.get_all(header::ORIGIN).iter().peekable();
        if origins.peek().is_none() {
            return false;
        }
        origins.all(|origin| {
            origin
                .to_str()
                .is_ok_and(|origin| self.is_our_origin(origin, headers, uri))
        })
    }

    fn is_our_origin(&self, origin: &str, headers: &HeaderMap, uri: &Uri) -> bool {
        if origin == self.public_url.origin() {
            return true;
        }
        // Without https there is often no name that everybody uses: 127.0.0.1, localhost, the
        // address in the shop's network. Then the one the request was sent to will do.
        let host = headers
            .get(header::HOST)
            .and_then(|host| host.to_str().ok());
        let host = host.or_else(|| uri.authority().map(|authority| authority.as_str()));
        let named = origin.strip_prefix("http://");
        !self.public_url.is_https() && named.is_some_and(|named| host == Some(named))
    }
}
