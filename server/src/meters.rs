//! Figures for operators, read by Prometheus on an address of their own. Every figure is named and
//! described here; labels are names from a closed set, never what a customer typed.

use anyhow::Context;
use axum::{Router, http::header, routing::get};
use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::{future::Future, net::SocketAddr, time::Duration};
use tokio::{net::TcpListener, time::interval};

const REQUESTS: &str = "onefront_requests_total";
const REQUEST_SECONDS: &str = "onefront_request_seconds";
const PANICS: &str = "onefront_panics_total";
const CASES: &str = "onefront_cases_total";
const OUTBOX_WAITING: &str = "onefront_outbox_waiting";
const OUTBOX_OLDEST: &str = "onefront_outbox_oldest_seconds";
const KIOSK_ALERTS: &str = "onefront_kiosk_alerts_total";
/// Counted in `outbox`, by connector and outcome.
pub(crate) const OUTBOX_ATTEMPTS: &str = "onefront_outbox_attempts_total";
/// Counted in `notices`, by channel and outcome.
pub(crate) const NOTICES: &str = "onefront_notices_total";
/// Taken in `store::writer`, by group.
pub(crate) const STORE_COMMIT: &str = "onefront_store_commit_seconds";

/// From what memory answers to what a customer leaves for.
const SECONDS: [f64; 12] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

/// How often what was measured is put into its buckets, so that it does not pile up unread.
const UPKEEP: Duration = Duration::from_secs(5);

/// A request was answered.
pub fn answered(method: &'static str, route: &str, status: u16, passed: Duration) {
    let labels = [
        ("method", method.to_owned()),
        ("route", route.to_owned()),
        ("status", status.to_string()),
    ];
    counter!(REQUESTS, &labels).increment(1);
    histogram!(REQUEST_SECONDS, "route" => route.to_owned()).record(passed.as_secs_f64());
}

/// A request ended in a panic.
pub fn panicked() {
    counter!(PANICS).increment(1);
}

/// A case was received and is durable.
pub fn received(kind: &'static str, channel: &'static str) {
    counter!(CASES, "kind" => kind, "channel" => channel).increment(1);
}

/// What the outbox still has to carry, and for how long the oldest of it has waited.
pub fn outbox(waiting: u32, oldest: Duration) {
    gauge!(OUTBOX_WAITING).set(waiting);
    gauge!(OUTBOX_OLDEST).set(oldest.as_secs_f64());
}

/// Something about a kiosk that somebody must look at.
pub fn kiosk_alert(kind: &'static str) {
    counter!(KIOSK_ALERTS, "kind" => kind).increment(1);
}

/// Begins to measure, and binds the address where the figures are read. What it returns serves
/// them, for ever; without calling this, measuring costs nothing.
///
/// # Errors
/// When the address is taken, or measuring has begun before.
pub async fn listen(
    address: SocketAddr,
) -> anyhow::Result<impl Future<Output = anyhow::Result<()>>> {
    let listener = TcpListener::bind(address).await;
    let listener = listener.with_context(|| format!("metrics on {address}"))?;
    let handle = builder()?.install_recorder()?;
    describe();
    Ok(async move {
        let upkeep = handle.clone();
        let keep_up = async move {
            let mut beat = interval(UPKEEP);
            loop {
                beat.tick().await;
                upkeep.run_upkeep();
            }
        };
        tokio::select! {
            served = axum::serve(listener, routes(handle)) => served.context("metrics"),
            () = keep_up => Ok(()),
        }
    })
}

fn builder() -> anyhow::Result<PrometheusBuilder> {
    let seconds = Matcher::Suffix("_seconds".to_owned());
    Ok(PrometheusBuilder::new().set_buckets_for_metric(seconds, &SECONDS)?)
}

fn routes(handle: PrometheusHandle) -> Router {
    let read = get(move || async move {
        (
            [(
                header::CONTENT_TYPE,
                "text/plain; version=0.0.4; charset=utf-8",
            )],
            handle.render(),
        )
    });
    Router::new().route("/metrics", read)
}

fn describe() {
    describe_counter!(REQUESTS, "Requests answered, by pattern of the route");
    describe_histogram!(
        REQUEST_SECONDS,
        Unit::Seconds,
        "Time to the first byte of an answer"
    );
    describe_counter!(PANICS, "Requests that ended in a panic");
    describe_counter!(CASES, "Cases received, by kind and channel");
    describe_gauge!(
        OUTBOX_WAITING,
        "What is accepted and still to be carried to a back office"
    );
    describe_gauge!(
        OUTBOX_OLDEST,
        Unit::Seconds,
        "For how long the oldest of it has waited"
    );
    describe_counter!(
        OUTBOX_ATTEMPTS,
        "Attempts to carry, by connector and outcome"
    );
    describe_counter!(NOTICES, "Notices to customers, by channel and outcome");
    describe_counter!(KIOSK_ALERTS, "Alerts about kiosks, by kind");
    describe_histogram!(
        STORE_COMMIT,
        Unit::Seconds,
        "Time to make a group of writes durable"
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::{
        body::{Body, to_bytes},
        extract::Request,
    };
    use tower::ServiceExt;

    #[tokio::test]
    async fn every_figure_is_read_with_its_description() {
        let recorder = builder().unwrap().build_recorder();
        metrics::with_local_recorder(&recorder, || {
            describe();
            answered("GET", "/c/{secret}", 200, Duration::from_millis(3));
            panicked();
            received("fault", "portal");
            outbox(3, Duration::from_secs(90));
            counter!(OUTBOX_ATTEMPTS, "connector" => "desk", "outcome" => "carried").increment(1);
            histogram!(STORE_COMMIT).record(0.002);
        });
        let request = Request::get("/metrics").body(Body::empty()).unwrap();
        let answer = routes(recorder.handle()).oneshot(request).await.unwrap();
        let body = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        let text = String::from_utf8(body.to_vec()).unwrap();
        for line in [
            "# HELP onefront_requests_total Requests answered",
            r#"onefront_requests_total{method="GET",route="/c/{secret}",status="200"} 1"#,
            r#"onefront_request_seconds_bucket{route="/c/{secret}",le="0.005"} 1"#,
            r#"onefront_request_seconds_bucket{route="/c/{secret}",le="0.0025"} 0"#,
            "onefront_panics_total 1",
            r#"onefront_cases_total{kind="fault",channel="portal"} 1"#,
            "onefront_outbox_waiting 3",
            "onefront_outbox_oldest_seconds 90",
            r#"onefront_outbox_attempts_total{connector="desk",outcome="carried"} 1"#,
            r#"onefront_store_commit_seconds_bucket{le="0.0025"} 1"#,
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}
