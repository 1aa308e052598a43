//! A back office for tests: a small TMF621 v4 server that forgets nothing it has applied, can be
//! told to behave like servers there are, and to lose its answers. Never part of what is released.
//!
//! In a test: `Receiver::start`. As a process, for the crash test: the binary of the same name.

use anyhow::Context;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, RawQuery, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use futures::{StreamExt, stream};
use manner::Reply;
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{net::TcpListener, task::JoinHandle};

mod log;
mod manner;
pub mod smtp;

pub use log::Log;
pub use manner::Manner;

/// What goes wrong with one request that would change something.
#[derive(Clone, Debug)]
pub enum Fault {
    /// It is applied, and the answer never comes.
    Hang,
    /// It is applied, and the connection breaks without an answer.
    Break,
    /// It is applied, and the answer breaks off within its body.
    Cut,
    /// It is applied, and the answer is this status.
    ApplyThen(StatusCode),
    /// It is not applied, and the answer is this status with these headers.
    Refuse(StatusCode, Vec<(&'static str, String)>),
}

/// A request as it came in.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Its method.
    pub method: Method,
    /// Its path and query.
    pub target: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Value,
}

#[derive(Debug)]
struct Inside {
    manner: Manner,
    log: Log,
    faults: VecDeque<Fault>,
    heard: Vec<Heard>,
}

type Shared = Arc<Mutex<Inside>>;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Receiver {
    address: SocketAddr,
    inside: Shared,
    serving: JoinHandle<()>,
}

impl Receiver {
    /// Starts it on a free port of loopback.
    ///
    /// # Errors
    /// When there is no port to be had.
    pub async fn start(manner: Manner, log: Log) -> anyhow::Result<Self> {
        Self::start_at(SocketAddr::from(([127, 0, 0, 1], 0)), manner, log).await
    }

    /// Starts it at an address.
    ///
    /// # Errors
    /// When the address cannot be had.
    pub async fn start_at(address: SocketAddr, manner: Manner, log: Log) -> anyhow::Result<Self> {
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("cannot listen on {address}"))?;
        let address = listener.local_addr()?;
        let inside = Arc::new(Mutex::new(Inside {
            manner,
            log,
            faults: VecDeque::new(),
            heard: Vec::new(),
        }));
        let router = router(inside.clone());
        let serving = tokio::spawn(async move {
            // It ends only with the task.
            let _ended = axum::serve(listener, router).await;
        });
        Ok(Self {
            address,
            inside,
            serving,
        })
    }

    /// The address of its API, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}/tmf-api/troubleTicket/v4", self.address)
    }

    /// The next requests that would change something go wrong like this.
    pub fn plan(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.inside).faults.extend(faults);
    }

    /// What came in so far.
    pub fn heard(&self) -> Vec<Heard> {
        lock(&self.inside).heard.clone()
    }

    /// Every ticket as it is now.
    pub fn tickets(&self) -> Vec<Value> {
        lock(&self.inside).log.tickets().to_vec()
    }

    /// Somebody there works on a ticket.
    ///
    /// # Errors
    /// When there is no such ticket or it cannot be written down.
    pub fn work(&self, id: &str, change: Value) -> anyhow::Result<()> {
        lock(&self.inside).log.change(id, change).map(|_| ())
    }

    /// Runs until it is killed.
    pub async fn wait(mut self) {
        let _ended = (&mut self.serving).await;
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn lock(inside: &Shared) -> MutexGuard<'_, Inside> {
    inside.lock().unwrap_or_else(PoisonError::into_inner)
}

fn router(inside: Shared) -> Router {
    let tickets = Router::new()
        .route("/troubleTicket", get(list).post(create))
        .route("/troubleTicket/{id}", get(read).patch(update))
        .layer(middleware::from_fn_with_state(inside.clone(), hear));
    // Some are told an address with the version in it, some without.
    Router::new()
        .nest("/tmf-api/troubleTicket/v4", tickets.clone())
        .merge(tickets)
        .with_state(inside)
}

/// Writes down every request.
async fn hear(State(inside): State<Shared>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, 1 << 20)
        .await
        .unwrap_or_default();
    lock(&inside).heard.push(Heard {
        method: parts.method.clone(),
        target: parts.uri.to_string(),
        headers: parts.headers.clone(),
        body: serde_json::from_slice(&bytes).unwrap_or_default(),
    });
    next.run(Request::from_parts(parts, bytes.into())).await
}

async fn list(State(inside): State<Shared>, RawQuery(query): RawQuery) -> Response {
    let inside = lock(&inside);
    respond(
        inside
            .manner
            .list(inside.log.tickets(), &query.unwrap_or_default()),
    )
}

async fn read(
    State(inside): State<Shared>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let inside = lock(&inside);
    respond(match inside.log.ticket(&id) {
        Some(ticket) => inside.manner.read(ticket, &query.unwrap_or_default()),
        None => inside.manner.missing(),
    })
}

async fn create(State(inside): State<Shared>, body: Bytes) -> Response {
    change(&inside, |inside| {
        let sent = serde_json::from_slice(&body).unwrap_or_default();
        match inside.manner.creation(&sent) {
            Ok(kept) => inside
                .log
                .create(kept)
                .map(|ticket| inside.manner.created(&ticket)),
            Err(reply) => Ok(reply),
        }
    })
    .await
}

async fn update(
    State(inside): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    change(&inside, |inside| {
        let Some(before) = inside.log.ticket(&id).cloned() else {
            return Ok(inside.manner.missing());
        };
        let sent = serde_json::from_slice(&body).unwrap_or_default();
        let kind = headers
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        match inside.manner.update(&before, &sent, kind) {
            Ok(kept) => inside
                .log
                .change(&id, kept)
                .map(|ticket| inside.manner.updated(&ticket)),
            Err(reply) => Ok(reply),
        }
    })
    .await
}

/// Applies a change unless a fault says otherwise, and answers as the fault wants it.
async fn change(
    inside: &Shared,
    work: impl FnOnce(&mut Inside) -> anyhow::Result<Reply>,
) -> Response {
    let (reply, fault) = {
        let mut inside = lock(inside);
        let fault = inside.faults.pop_front();
        if let Some(Fault::Refuse(status, headers)) = fault {
            let mut response = (status, "{}").into_response();
            for (name, value) in headers {
                response
                    .headers_mut()
                    .insert(name, value.parse().expect("a test's header is a valid one"));
            }
            return response;
        }
        match work(&mut inside) {
            Ok(reply) => (reply, fault),
            Err(error) => (
                Reply::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    json!({ "message": error.to_string() }),
                ),
                None,
            ),
        }
    };
    match fault {
        Some(Fault::Hang) => std::future::pending().await,
        Some(Fault::Break) => {
            // An answer that fails before its first byte is never begun.
            (reply.status, Body::from_stream(stream::iter([failing()]))).into_response()
        }
        Some(Fault::Cut) => {
            let begin = stream::iter([Ok("{\"id\":")]);
            let rest = stream::once(async {
                // Let go once, so that the beginning is sent.
                tokio::task::yield_now().await;
                failing()
            });
            (reply.status, Body::from_stream(begin.chain(rest))).into_response()
        }
        Some(Fault::ApplyThen(status)) => (status, "{}").into_response(),
        Some(Fault::Refuse(..)) | None => respond(reply),
    }
}

fn failing() -> Result<&'static str, std::io::Error> {
    Err(std::io::Error::other("the test wants it so"))
}

fn respond(reply: Reply) -> Response {
    let mut response = (reply.status, axum::Json(reply.body)).into_response();
    // As the specification writes it; a validator compares the letters.
    let kind = HeaderValue::from_static("application/json;charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    for (name, value) in reply.headers {
        response
            .headers_mut()
            .insert(name, value.parse().expect("our own headers are valid"));
    }
    response
}
