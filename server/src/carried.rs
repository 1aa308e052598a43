//! What a kiosk carries besides its program: the words of its screens in every language, and the
//! operator's catalogue as the front knows it. Both are for everybody; neither holds anything of a
//! device or a customer, so the device's worker may keep them.

use crate::catalogue::Shelf;
use app::{
    case::language::Lang,
    words::{phrase::Phrases, phrases},
};
use axum::{
    Json, Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use std::sync::{Arc, LazyLock};

/// They are part of the program, so they are put together once.
static WORDS: LazyLock<[Phrases; Lang::ALL.len()]> = LazyLock::new(|| Lang::ALL.map(phrases));

/// A worker asks each time and keeps what it got for when nobody answers.
const ASK_AGAIN: [(header::HeaderName, &str); 1] = [(header::CACHE_CONTROL, "no-cache")];

/// `/kiosk/words` and `/kiosk/catalogue`.
pub fn routes<S: Clone + Send + Sync + 'static>(shelf: Arc<Shelf>) -> Router<S> {
    Router::new()
        .route("/kiosk/words", get(words))
        .route("/kiosk/catalogue", get(catalogue))
        .with_state(shelf)
}

async fn words() -> impl IntoResponse {
    (ASK_AGAIN, Json(&*WORDS))
}

async fn catalogue(State(shelf): State<Arc<Shelf>>) -> Response {
    let house = shelf.current();
    (ASK_AGAIN, Json(&*house.front)).into_response()
}
