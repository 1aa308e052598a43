//! Refuses what announces itself as too large before any of it is read, in a page that says so.
//! What grows too large without a word is cut off by the limit behind this.

use super::Gate;
use axum::{
    extract::Request,
    http::{StatusCode, header},
    response::Response,
};

pub(super) fn refusal(gate: &Gate, request: &Request) -> Option<Response> {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    length
        .is_some_and(|length| length > gate.body)
        .then(|| gate.refuse(StatusCode::PAYLOAD_TOO_LARGE, request.headers()))
}
