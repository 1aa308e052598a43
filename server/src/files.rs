//! Gives out the files beside messages: above the line to whoever may see the case, all of them to
//! staff who may. A file that somebody may not see is not there. A browser saves one and does
//! nothing else with it.

use crate::front::{Front, refusals};
use app::{
    case::{attachment::FileKind, reference::Reference},
    desk::api::{SIGN_IN, case_path},
    hatch::Refusal,
    steps::is_key,
    visitor::Visitor,
};
use axum::{
    Router,
    extract::{Path, Request},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use std::sync::Arc;

/// Nothing in it runs, loads or is framed, should a browser show it all the same.
const POLICY: HeaderValue = HeaderValue::from_static("sandbox; default-src 'none'");

/// Who asks for a file.
#[derive(Clone, Copy, Debug)]
enum Asker {
    Customer,
    Staff,
}

/// The two routes.
pub fn routes<S: Clone + Send + Sync + 'static>(front: Arc<Front>) -> Router<S> {
    let given = |asker: Asker| {
        let front = front.clone();
        get(move |path: Path<(String, String)>, request: Request| {
            let front = front.clone();
            async move { give(&front, asker, path, request).await }
        })
    };
    Router::new()
        .route("/track/{reference}/file/{id}", given(Asker::Customer))
        .route("/desk/case/{reference}/file/{id}", given(Asker::Staff))
}

async fn give(
    front: &Arc<Front>,
    asker: Asker,
    Path((reference, id)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let lang = front.office.shelf.current().front.operator.language;
    let visitor = Visitor::read(&parts, lang, front.cookies, String::new());
    let refused = |status| refusals(front.clone())(status, &parts.headers);
    let Some(reference) = reference.parse::<Reference>().ok().filter(|_| is_key(&id)) else {
        return refused(StatusCode::NOT_FOUND);
    };
    let found = match (asker, &visitor.token, &visitor.staff) {
        (Asker::Customer, Some(visitor), _) => {
            front.office.file_above(visitor, reference, &id).await
        }
        (Asker::Customer, None, _) => Err(Refusal::NotFound),
        (Asker::Staff, _, Some(staff)) => front.office.file_of(staff, reference, &id).await,
        (Asker::Staff, _, None) => Err(Refusal::SignIn),
    };
    match found {
        Ok((kind, bytes)) => saved(reference, &id, kind, bytes),
        Err(Refusal::NotFound) => refused(StatusCode::NOT_FOUND),
        Err(Refusal::SignIn) => {
            let page = format!("{SIGN_IN}?then={}", case_path(reference));
            Redirect::to(&page).into_response()
        }
        Err(Refusal::Account) => Redirect::to("/desk/account").into_response(),
        Err(Refusal::Unavailable | Refusal::TooMany) => refused(StatusCode::SERVICE_UNAVAILABLE),
    }
}

fn saved(reference: Reference, id: &str, kind: FileKind, bytes: Vec<u8>) -> Response {
    // Of random letters a few will do to tell two files of a case apart.
    let few: String = id.chars().take(4).collect();
    let name = format!(
        "attachment; filename=\"{reference}-{few}.{}\"",
        kind.ending()
    );
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind.media())),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::from_str(&name).expect("letters and digits are fit for a header"),
        ),
        (header::CONTENT_SECURITY_POLICY, POLICY),
    ];
    (headers, bytes).into_response()
}
