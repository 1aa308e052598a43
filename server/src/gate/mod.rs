//! What every request passes on its way in and every answer on its way out, whatever it is: a
//! page, a file, "not found", "not changed" or the page after a panic.
//! Who may see what is not decided here but in the rooms.

mod client;
mod headers;
mod last_resort;
mod origin;
mod size;
#[cfg(test)]
mod tests;

pub use client::Client;
/// The nonce of the request, found in its extensions: the pages put it on their scripts, and the
/// policy in the answer's header allows what carries it.
pub use leptos::nonce::Nonce;

use crate::{
    config::{Config, PublicUrl},
    telemetry,
};
use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, StatusCode},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
};
use std::{fmt, sync::Arc};

/// Room for every field of the longest form at its longest, percent-encoded: the ten thousand
/// characters of a text area are up to 120 KB in emoji.
const BODY: usize = 512 * 1024;

/// Makes the page of a refusal, in the language of the request's headers.
type ErrorPage = dyn Fn(StatusCode, &HeaderMap) -> Response + Send + Sync;

/// What the gate has to know.
#[derive(Clone)]
pub struct Gate {
    public_url: PublicUrl,
    trusted_hops: u8,
    body: usize,
    page: Arc<ErrorPage>,
}

impl Gate {
    /// A gate that refuses in a plain sentence.
    pub fn new(config: &Config) -> Self {
        Self {
            public_url: config.public_url.clone(),
            trusted_hops: config.trusted_hops,
            body: BODY,
            page: Arc::new(|status, _| (status, plain(status)).into_response()),
        }
    }

    /// Has refusals made by the front: what comes from another site (403), what is too large
    /// (413), and what went wrong (500).
    #[must_use]
    pub fn with_page(
        mut self,
        page: impl Fn(StatusCode, &HeaderMap) -> Response + Send + Sync + 'static,
    ) -> Self {
        self.page = Arc::new(page);
        self
    }

    /// Puts the gate around all routes, their fallback included: call it last.
    ///
    /// From the outside to the inside: headers, the client's address, the log, the last resort,
    /// the check of where a form comes from, the limit of its size. So a refusal is logged, and
    /// even the page after a panic has its headers. What lies on one side of the log is one layer:
    /// a layer costs every request a copy of all that lies within it.
    pub fn around(self, routes: Router) -> Router {
        let gate = Arc::new(self);
        routes
            .layer(from_fn_with_state(gate.clone(), within_the_log))
            .layer(from_fn_with_state(gate.trusted_hops, telemetry::log))
            .layer(from_fn_with_state(gate, around_the_log))
    }

    fn refuse(&self, status: StatusCode, headers: &HeaderMap) -> Response {
        let mut page = (self.page)(status, headers);
        // The page may forget; an answer that says "fine" would make a browser go on.
        *page.status_mut() = status;
        page
    }
}

async fn around_the_log(
    State(gate): State<Arc<Gate>>,
    mut request: Request,
    next: Next,
) -> Response {
    client::find(gate.trusted_hops, &mut request);
    headers::set(&gate, request, next).await
}

async fn within_the_log(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let answer = async {
        match origin::refusal(&gate, &request).or_else(|| size::refusal(&gate, &request)) {
            Some(refusal) => refusal,
            None => next.run(size::limited(&gate, request)).await,
        }
    };
    last_resort::catch(&gate, &headers, answer).await
}

fn plain(status: StatusCode) -> &'static str {
    match status {
        StatusCode::FORBIDDEN => {
            "This form was sent from another site. Open it here and send it again."
        }
        StatusCode::PAYLOAD_TOO_LARGE => "This is more than can be taken at once.",
        _ => "Something went wrong. Try again in a moment.",
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate")
            .field("public_url", &self.public_url)
            .finish_non_exhaustive()
    }
}
