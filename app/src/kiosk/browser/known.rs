//! What is known to be wrong at a place, asked while the customer waits. It can only be had from the
//! server: without a network nothing is known, and the journey goes on.

use super::calls::call_within;
use crate::{case::language::Lang, fault::KnownIncident, kiosk::deposit::Known};
use serde::Serialize;
use std::time::Duration;

/// No customer waits longer than this for it.
const PATIENCE: Duration = Duration::from_millis(2_500);

/// The call's arguments.
#[derive(Serialize)]
struct Question<'a> {
    lang: Lang,
    product: &'a str,
    place: &'a str,
}

/// Asks.
pub async fn known(lang: Lang, product: &str, place: &str) -> Vec<KnownIncident> {
    let question = Question {
        lang,
        product,
        place,
    };
    let known: Vec<Known> = call_within(PATIENCE, "known", &question)
        .await
        .unwrap_or_default();
    let incident = |one: Known| KnownIncident {
        id: one.id,
        title: one.title,
        text: one.text,
        expected_at: one.expected_at,
    };
    known.into_iter().map(incident).collect()
}
