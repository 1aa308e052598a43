//! Refuses what announces itself as too large before any of it is read, in a page that says so.
//! What grows too large without a word is cut off by the limit behind this.

use super::Gate;
use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::Response,
};
use std::sync::Arc;

pub(super) async fn refuse_early(
    State(gate): State<Arc<Gate>>,
    request: Request,
    next: Next,
) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > gate.body) {
        return gate.refuse(StatusCode::PAYLOAD_TOO_LARGE, request.headers());
    }
    next.run(request).await
}
