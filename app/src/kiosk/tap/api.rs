//! Where a kiosk sends its presses.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::Taps;
use crate::kiosk::{Call, Refused};
use leptos::prelude::*;

/// Keeps presses, and says what time it is, in microseconds: without any, a question for just that.
#[server(prefix = "/api", endpoint = "kiosk/tap", protocol = Call)]
pub async fn tap(taps: Taps) -> Result<i64, Refused> {
    use crate::{hatch::use_hatch, visitor::use_visitor};
    let (hatch, visitor) = (use_hatch(), use_visitor());
    let device = visitor.kiosk.as_ref().ok_or(Refused::NotPaired)?;
    Ok(hatch.taps.tap(device, taps).await?)
}
