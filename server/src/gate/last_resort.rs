//! A bug in one request is one failed request: a page, a log line (the panic hook writes it) and
//! a count, not the end of the server.

use super::Gate;
use crate::meters;
use axum::{
    extract::{Request, State},
    http::StatusCode,
    middleware::Next,
    response::Response,
};
use futures::FutureExt;
use std::{panic::AssertUnwindSafe, sync::Arc};

pub(super) async fn catch(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    // Safe to go on: what the request held is dropped, and nothing shared is kept half changed
    // without a lock that says so.
    match AssertUnwindSafe(next.run(request)).catch_unwind().await {
        Ok(response) => response,
        Err(_told_by_the_hook) => {
            meters::panicked();
            gate.refuse(StatusCode::INTERNAL_SERVER_ERROR, &headers)
        }
    }
}
