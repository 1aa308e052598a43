//! What a paired kiosk may ask for: its own pages and calls, and what pages load. Everything else is
//! not there for it, whatever else it holds; a browser that is led elsewhere is led back. So no
//! staff page, standard API, secret link or figure is ever shown in a shop.
//! Who is a kiosk is the office's business.

use crate::front::{Front, assets};
use app::{
    hatch::Token,
    kiosk::{
        Paired,
        pages::{SIZE, document, is_of_kiosk},
        pairing_api::KIOSK,
    },
    visitor::{self, cookie},
};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Redirect, Response},
};
use std::sync::Arc;

/// Nothing of this document is inline, and it is kept by the device's worker, which a nonce of one
/// answer would not fit.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; \
     frame-ancestors 'none'; object-src 'none'";

/// The layer around all routes.
pub async fn confine(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let name = front.cookies.name(visitor::KIOSK);
    let Some(device) = cookie(request.headers(), &name).map(Token::new) else {
        return next.run(request).await;
    };
    let path = request.uri().path();
    // These are for everybody, and the calls find out for themselves who calls.
    if front.assets.serves(path) || path.starts_with("/brand/") || path.starts_with("/api/kiosk/") {
        return next.run(request).await;
    }
    match front.office.hatch().kiosk.paired(&device).await {
        Ok(None) => next.run(request).await,
        Ok(Some(paired)) if is_of_kiosk(path) => match path {
            KIOSK => shell(&front),
            SIZE => size(&paired),
            _ => next.run(request).await,
        },
        Ok(Some(_)) => back(request.method(), request.headers()),
        // Whether it is one cannot be said now. Nothing is opened on a doubt.
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

fn shell(front: &Front) -> Response {
    let lang = front.office.shelf.current().front.operator.language;
    let page = Html(document(lang, &assets(front)));
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], page).into_response()
}

fn size(paired: &Paired) -> Response {
    let kind = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    (kind, paired.settings().stylesheet()).into_response()
}

/// Whoever reads pages is led back; whatever else asks hears that there is no such thing.
fn back(method: &Method, headers: &HeaderMap) -> Response {
    let reads = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    match reads && matches!(*method, Method::GET | Method::HEAD) {
        true => Redirect::to(KIOSK).into_response(),
        false => StatusCode::NOT_FOUND.into_response(),
    }
}
