//! A bug in one request is one failed request: a page, a log line (the panic hook writes it) and
//! a count, not the end of the server.

use super::Gate;
use crate::meters;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use futures::FutureExt;
use std::{future::Future, panic::AssertUnwindSafe};

pub(super) async fn catch(
    gate: &Gate,
    headers: &HeaderMap,
    answer: impl Future<Output = Response>,
) -> Response {
    // Safe to go on: what the request held is dropped, and nothing shared is kept half changed
    // without a lock that says so.
    match AssertUnwindSafe(answer).catch_unwind().await {
        Ok(response) => response,
        Err(_told_by_the_hook) => {
            meters::panicked();
            gate.refuse(StatusCode::INTERNAL_SERVER_ERROR, headers)
        }
    }
}
