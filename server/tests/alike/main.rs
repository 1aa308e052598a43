//! Whether a case exists must not be told by what a look-up costs: an unknown reference and a right
//! one with a wrong contact run the same statements. Counted, not timed; in a process of its own,
//! because the counter hears every statement.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(
    dead_code,
    reason = "the house and its customer serve the journeys too"
)]

#[path = "../journeys/customer.rs"]
mod customer;
#[path = "../ground/mod.rs"]
mod ground;
#[path = "../journeys/house.rs"]
mod house;

use customer::Customer;
use house::House;
use std::sync::Mutex;
use tracing::{Event, Subscriber, field::Visit};
use tracing_subscriber::{Layer, layer::Context, prelude::*};

static STATEMENTS: Mutex<Vec<String>> = Mutex::new(Vec::new());

struct Listen;

impl<S: Subscriber> Layer<S> for Listen {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            let mut summary = Summary::default();
            event.record(&mut summary);
            STATEMENTS.lock().unwrap().push(summary.0);
        }
    }
}

#[derive(Default)]
struct Summary(String);

impl Visit for Summary {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        if field.name() == "summary" {
            self.0 = format!("{value:?}");
        }
    }
}

#[tokio::test]
async fn a_wrong_contact_and_an_unknown_reference_run_the_same_statements() {
    tracing_subscriber::registry().with(Listen).init();
    let house = House::open().await;
    let mut customer = Customer::default();
    customer.enquire(&house, "Count me.").await;
    let reference = customer
        .send(&house, "enquiry")
        .await
        .id("reference")
        .unwrap();
    let mut runs = Vec::new();
    for reference in [reference.as_str(), "00000-00000-0"] {
        STATEMENTS.lock().unwrap().clear();
        let look = [("reference", reference), ("contact", "13900139000")];
        let page = Customer::default()
            .post(&house, "/api/track/find", &look)
            .await;
        assert_eq!(page.at, "/track?unknown");
        runs.push(STATEMENTS.lock().unwrap().clone());
    }
    assert!(runs[0].len() > 3, "statements are heard: {:?}", runs[0]);
    assert_eq!(runs[0], runs[1]);
}
