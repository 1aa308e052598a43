//! How the page calls the back office. Not by the stubs of the endpoints: a call over a connection
//! that is dead without saying so must come to an end, so that what waits can be tried again.

use super::json;
use crate::kiosk::{Refused, fetch};
use leptos::prelude::set_timeout_with_handle;
use serde::{Serialize, de::DeserializeOwned};
use std::time::Duration;
use web_sys::AbortController;

/// No call takes longer than this.
const LONGEST: Duration = Duration::from_secs(20);

/// Calls an endpoint of the device, with its arguments by name.
///
/// # Errors
/// Why nothing came of it. Whatever the network did is "not now".
pub async fn call<Answer: DeserializeOwned>(
    verb: &str,
    arguments: &impl Serialize,
) -> Result<Answer, Refused> {
    call_within(LONGEST, verb, arguments).await
}

/// The same where somebody waits for it.
///
/// # Errors
/// As `call`.
pub async fn call_within<Answer: DeserializeOwned>(
    longest: Duration,
    verb: &str,
    arguments: &impl Serialize,
) -> Result<Answer, Refused> {
    let control = AbortController::new().map_err(|_| Refused::Unavailable)?;
    let ending = control.clone();
    let end = set_timeout_with_handle(move || ending.abort(), longest);
    let answer = ask(verb, arguments, &control).await;
    if let Ok(end) = end {
        end.clear();
    }
    answer
}

async fn ask<Answer: DeserializeOwned>(
    verb: &str,
    arguments: &impl Serialize,
    control: &AbortController,
) -> Result<Answer, Refused> {
    let not_now = |_| Refused::Unavailable;
    let address = format!("/api/kiosk/{verb}");
    let said = json::write(arguments).ok_or(Refused::Unavailable)?;
    let answer = fetch::post(&address, &said, &control.signal())
        .await
        .map_err(not_now)?;
    match answer.status() {
        200 => {
            let text = answer.text().await.map_err(not_now)?;
            json::read(&text).ok_or(Refused::Unavailable)
        }
        401 => Err(Refused::NotPaired),
        422 => Err(Refused::Unreadable),
        429 => Err(Refused::TooMany),
        _ => Err(Refused::Unavailable),
    }
}
