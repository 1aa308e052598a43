//! The endpoints of a paired kiosk that are about the device itself.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Beat, BeatAnswer, Call, Refused};
use leptos::prelude::*;

/// Takes a heartbeat, and lets the credential live on.
#[server(prefix = "/api", endpoint = "kiosk/heartbeat", protocol = Call)]
pub async fn heartbeat(beat: Beat) -> Result<BeatAnswer, Refused> {
    use crate::{hatch::use_hatch, visitor::use_visitor};
    let (hatch, visitor) = (use_hatch(), use_visitor());
    let device = visitor.kiosk.as_ref().ok_or(Refused::NotPaired)?;
    let answer = hatch.kiosk.beat(device, beat).await?;
    visitor.pair(device);
    Ok(answer)
}
