//! Where a kiosk sends its presses.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::Tap;
use crate::kiosk::{Call, Caller, Refused};
use leptos::prelude::*;

/// Keeps presses, the oldest first; at most `MOST` of them.
#[server(prefix = "/api", endpoint = "kiosk/tap", protocol = Call)]
pub async fn keep(taps: Vec<Tap>) -> Result<(), Refused> {
    let Caller { turn, device } = Caller::take()?;
    Ok(turn.hatch.taps.tap(&device, taps).await?)
}
