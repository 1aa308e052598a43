//! `/desk/events`: tells the open pages of a browser which cases changed, as they change. Only the
//! references of cases that whoever is signed in may see; what changed, the page asks for itself.
//! It looks once a second, so what another server on the same database wrote is told as well.

use crate::front::Front;
use app::{
    desk::Mark,
    hatch::{Hatch, Token},
    visitor::Visitor,
};
use axum::{
    Router,
    extract::Request,
    http::StatusCode,
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
    routing::get,
};
use futures::{Stream, stream};
use std::{convert::Infallible, sync::Arc, time::Duration};

/// Between two looks.
const OFTEN: Duration = Duration::from_secs(1);
/// So that nothing in between takes the connection for dead.
const ALIVE: Duration = Duration::from_secs(20);

/// The route.
pub fn routes<S: Clone + Send + Sync + 'static>(front: Arc<Front>) -> Router<S> {
    let events = move |request: Request| {
        let front = front.clone();
        async move { events(&front, request) }
    };
    Router::new().route("/desk/events", get(events))
}

fn events(front: &Front, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let lang = front.office.shelf.current().front.operator.language;
    let visitor = Visitor::read(&parts, lang, front.cookies, String::new());
    let Some(staff) = visitor.staff else {
        return StatusCode::UNAUTHORIZED.into_response();
    };
    let watch = Watch {
        front: front.clone(),
        hatch: front.office.hatch(),
        staff,
        mark: Mark::default(),
    };
    let alive = KeepAlive::new().interval(ALIVE);
    Sse::new(watch.follow()).keep_alive(alive).into_response()
}

/// One browser that is told.
struct Watch {
    front: Front,
    hatch: Hatch,
    staff: Token,
    /// What it was told last.
    mark: Mark,
}

impl Watch {
    /// Goes on until the session ends or the server does; the browser then asks again.
    fn follow(self) -> impl Stream<Item = Result<Event, Infallible>> {
        stream::unfold(self, |mut watch| async move {
            loop {
                tokio::time::sleep(OFTEN).await;
                if watch.front.health.drains() {
                    return None;
                }
                let news = watch.hatch.workbench.news(&watch.staff, &watch.mark).await;
                let (mark, cases) = news.ok()?;
                watch.mark = mark;
                if !cases.is_empty() {
                    let cases: Vec<_> = cases.iter().map(ToString::to_string).collect();
                    let event = Event::default().event("cases").data(cases.join(" "));
                    return Some((Ok(event), watch));
                }
            }
        })
    }
}
