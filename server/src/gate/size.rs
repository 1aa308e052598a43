//! Refuses what announces itself as too large before any of it is read, in a page that says so.
//! What grows too large without a word is cut off by the limit behind this.

use super::Gate;
use crate::uploads;
use axum::{
    body::Body,
    extract::Request,
    http::{StatusCode, header},
    response::Response,
};
use http_body_util::Limited;

pub(super) fn refusal(gate: &Gate, request: &Request) -> Option<Response> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    length
        .is_some_and(|length| length > most(gate, request))
        .then(|| gate.refuse(StatusCode::PAYLOAD_TOO_LARGE, request.headers()))
}

/// Cuts off what grows too large as it is read.
pub(super) fn limited(gate: &Gate, request: Request) -> Request {
    let most = most(gate, &request);
    request.map(|body| Body::new(Limited::new(body, most)))
}

/// A form that may bring a file may be larger than any other.
fn most(gate: &Gate, request: &Request) -> usize {
    match uploads::takes_a_file(request) {
        true => uploads::LARGEST,
        false => gate.body,
    }
}
