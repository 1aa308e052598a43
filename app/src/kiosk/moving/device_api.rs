//! The endpoints by which a paired kiosk offers a journey.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Answer, Offered, Stands};
use crate::kiosk::{Call, Caller, Refused};
use leptos::prelude::*;

/// Offers a journey; again, for another code.
#[server(prefix = "/api", endpoint = "kiosk/move-offer", protocol = Call)]
pub async fn offer(offered: Offered) -> Result<Answer, Refused> {
    let Caller { turn, device } = Caller::take()?;
    if !offered.is_whole() {
        return Err(Refused::Unreadable);
    }
    Ok(turn.hatch.moving.offer(&device, offered).await?)
}

/// Asks whether a phone has taken it.
#[server(prefix = "/api", endpoint = "kiosk/move-stands", protocol = Call)]
pub async fn look(key: String) -> Result<Stands, Refused> {
    let Caller { turn, device } = Caller::take()?;
    Ok(turn.hatch.moving.stands(&device, &key).await?)
}
