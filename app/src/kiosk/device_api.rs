//! The endpoints of a paired kiosk that are about the device itself.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Beat, BeatAnswer, Call, Caller, Refused};
use leptos::prelude::*;

/// Takes a heartbeat, and lets the credential live on.
#[server(prefix = "/api", endpoint = "kiosk/heartbeat", protocol = Call)]
pub async fn heartbeat(beat: Beat) -> Result<BeatAnswer, Refused> {
    let Caller { turn, device } = Caller::take()?;
    let answer = turn.hatch.kiosk.beat(&device, beat).await?;
    turn.visitor.pair(&device);
    Ok(answer)
}
