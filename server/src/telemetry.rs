//! The log: one line an event, JSON in production, for people in development.
//! It holds patterns of routes, never paths or queries, and nothing that a customer typed.

use crate::{config::Mode, meters};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    response::Response,
};
use data_encoding::HEXLOWER;
use std::{any::Any, io, panic, time::Instant};
use tracing::{Instrument, Subscriber, field, info_span};
use tracing_subscriber::{
    EnvFilter, Layer, fmt::MakeWriter, layer::SubscriberExt, registry::Registry,
};

/// Sent with every answer and taken from our own proxies, so that a line here and a line there can
/// be put together.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Libraries only when something is wrong; they may quote what they work on.
const DEFAULT_FILTER: &str = "warn,onefront=info,server=info,app=info";

/// Starts the log on standard error. `RUST_LOG` chooses what is in it.
///
/// # Errors
/// When it was started before.
pub fn start(mode: Mode) -> anyhow::Result<()> {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(DEFAULT_FILTER));
    tracing::subscriber::set_global_default(subscriber(mode, filter, io::stderr))?;
    panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(field::display);
        tracing::error!(at, message = said(panic.payload()));
    }));
    Ok(())
}

/// What a panic may say in the log: a fixed sentence. A message that was put together at run time
/// may hold what a customer typed.
fn said(payload: &(dyn Any + Send)) -> &'static str {
    payload.downcast_ref().copied().unwrap_or("panicked")
}

fn subscriber<W>(mode: Mode, filter: EnvFilter, writer: W) -> impl Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let lines = tracing_subscriber::fmt::layer().with_writer(writer);
    let lines: Box<dyn Layer<Registry> + Send + Sync> = match mode {
        Mode::Development => lines.compact().boxed(),
        Mode::Production => lines
            .json()
            .flatten_event(true)
            .with_span_list(false)
            .boxed(),
    };
    Registry::default().with(lines.with_filter(filter))
}

/// Logs a request when it is answered, and gives everything logged on the way its id.
pub(crate) async fn log(State(trusted_hops): State<u8>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = request_id(request.headers(), trusted_hops);
    let method = method(&request);
    let route = request.extensions().get::<MatchedPath>().cloned();
    let span = info_span!("request", id);
    let answer = async move {
        let response = next.run(request).await;
        let status = response.status().as_u16();
        let passed = begun.elapsed();
        let micros = u64::try_from(passed.as_micros()).unwrap_or(u64::MAX);
        let route = route.as_ref().map_or("none", MatchedPath::as_str);
        if response.status().is_server_error() {
            tracing::error!(method, route, status, micros, "answered");
        } else {
            tracing::info!(method, route, status, micros, "answered");
        }
        meters::answered(method, route, status, passed);
        response
    };
    let mut response = answer.instrument(span).await;
    if let Ok(id) = HeaderValue::try_from(id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// The proxy's, if the proxy is ours and it is nothing but an id; else a new one.
fn request_id(headers: &HeaderMap, trusted_hops: u8) -> String {
    let fit = |id: &&str| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        (1..=64).contains(&id.len()) && id.bytes().all(plain)
    };
    let given = headers.get(REQUEST_ID).filter(|_| trusted_hops > 0);
    match given.and_then(|id| id.to_str().ok()).filter(fit) {
        Some(id) => id.to_owned(),
        None => HEXLOWER.encode(&rand::random::<[u8; 8]>()),
    }
}

/// A method is free text to HTTP; only the known ones are fit to be counted by.
fn method(request: &Request) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    let given = request.method().as_str();
    KNOWN
        .into_iter()
        .find(|known| *known == given)
        .unwrap_or("other")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        Router, body::Body, http::StatusCode, middleware::from_fn_with_state, routing::get,
    };
    use std::sync::{Arc, Mutex};
    use tower::ServiceExt;

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Lines {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is logged of one request, and its answer.
    async fn log_of(mode: Mode, hops: u8, request: Request) -> (String, Response) {
        let lines = Lines::default();
        let writer = lines.clone();
        let logging = subscriber(mode, EnvFilter::new(DEFAULT_FILTER), move || writer.clone());
        let _until_the_end = tracing::subscriber::set_default(logging);
        let handler = || async {
            tracing::info!("on the way");
            StatusCode::CREATED
        };
        let broken = get(|| async { StatusCode::INTERNAL_SERVER_ERROR });
        let routes: Router = Router::new()
            .route("/c/{secret}", get(handler))
            .route("/broken", broken);
        let answer = routes
            .layer(from_fn_with_state(hops, log))
            .oneshot(request)
            .await
            .unwrap();
        let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        (text, answer)
    }

    fn request(path: &str) -> Request {
        Request::get(path)
            .header("x-request-id", "from-the-proxy")
            .body(Body::empty())
            .unwrap()
    }

    #[tokio::test]
    async fn a_line_holds_the_pattern_and_never_the_path() {
        let (text, _) = log_of(Mode::Production, 0, request("/c/abc123?phone=138")).await;
        let lines: Vec<serde_json::Value> = text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        let [on_the_way, answered] = &lines[..] else {
            panic!("{text}")
        };
        assert_eq!(answered["method"], "GET");
        assert_eq!(answered["route"], "/c/{secret}");
        assert_eq!(answered["status"], 201);
        assert_eq!(answered["level"], "INFO");
        assert!(answered["micros"].is_u64());
        assert_eq!(on_the_way["span"]["id"], answered["span"]["id"]);
        assert!(!text.contains("abc123") && !text.contains("138"), "{text}");
    }

    #[tokio::test]
    async fn in_development_a_line_is_for_people() {
        let (text, _) = log_of(Mode::Development, 0, request("/c/abc123?phone=138")).await;
        assert!(
            text.contains("/c/{secret}") && !text.contains("abc123"),
            "{text}"
        );
        assert_eq!(text.lines().count(), 2);
    }

    #[tokio::test]
    async fn what_we_broke_is_an_error_and_what_is_not_there_has_no_route() {
        let (text, _) = log_of(Mode::Production, 0, request("/broken")).await;
        assert!(text.contains(r#""level":"ERROR""#), "{text}");
        let (text, _) = log_of(Mode::Production, 0, request("/secret-of-a-customer")).await;
        assert!(
            text.contains(r#""route":"none""#) && !text.contains("secret-of"),
            "{text}"
        );
    }

    #[tokio::test]
    async fn an_id_is_taken_from_a_proxy_of_ours_and_from_nobody_else() {
        let id = |answer: &Response| answer.headers()[REQUEST_ID].to_str().unwrap().to_owned();
        let (text, answer) = log_of(Mode::Production, 1, request("/c/x")).await;
        assert_eq!(id(&answer), "from-the-proxy");
        assert!(text.contains("from-the-proxy"));
        let (text, answer) = log_of(Mode::Production, 0, request("/c/x")).await;
        assert_eq!(id(&answer).len(), 16);
        assert!(!text.contains("from-the-proxy"));
    }

    #[test]
    fn a_panic_tells_the_log_nothing_that_was_put_together_at_run_time() {
        let caught = |panics: fn()| panic::catch_unwind(panics).unwrap_err();
        let fixed = caught(|| panic!("it cannot be"));
        assert_eq!(said(&*fixed), "it cannot be");
        let typed = caught(|| {
            let number: Result<u8, _> = "138 0013 8000".parse::<u8>();
            panic!("{number:?} of 138 0013 8000");
        });
        assert_eq!(said(&*typed), "panicked");
    }

    #[test]
    fn an_id_that_is_more_than_an_id_is_not_taken() {
        let long = "a".repeat(65);
        for given in ["", "a b", "{\"a\"}", &long] {
            let mut headers = HeaderMap::new();
            headers.insert(REQUEST_ID, given.parse().unwrap());
            assert_eq!(request_id(&headers, 1).len(), 16, "{given}");
        }
    }
}
