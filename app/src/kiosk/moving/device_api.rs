//! The endpoints by which a paired kiosk offers a journey.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Answer, Offered, Stands};
use crate::kiosk::{Call, Refused};
use leptos::prelude::*;

/// Offers a journey; again, for another code.
#[server(prefix = "/api", endpoint = "kiosk/move-offer", protocol = Call)]
pub async fn offer(offered: Offered) -> Result<Answer, Refused> {
    use crate::{hatch::use_hatch, visitor::use_visitor};
    let (hatch, visitor) = (use_hatch(), use_visitor());
    let device = visitor.kiosk.as_ref().ok_or(Refused::NotPaired)?;
    if !offered.is_whole() {
        return Err(Refused::Unreadable);
    }
    Ok(hatch.moving.offer(device, offered).await?)
}

/// Asks whether a phone has taken it.
#[server(prefix = "/api", endpoint = "kiosk/move-stands", protocol = Call)]
pub async fn look(key: String) -> Result<Stands, Refused> {
    use crate::{hatch::use_hatch, visitor::use_visitor};
    let (hatch, visitor) = (use_hatch(), use_visitor());
    let device = visitor.kiosk.as_ref().ok_or(Refused::NotPaired)?;
    Ok(hatch.moving.stands(device, &key).await?)
}
