//! The endpoints of looking after kiosks.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{HandedIn, KioskAct};
use crate::{
    case::attachment::FileFault,
    desk::api::{key, staff},
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{answered, slug},
    turn::{Turn, upload},
};
use leptos::prelude::*;

/// All of them.
pub const KIOSKS: &str = "/desk/kiosks";

/// The page of one.
pub fn kiosk_path(id: &str) -> String {
    format!("{KIOSKS}/{}", slug(id))
}

/// Makes a kiosk of the device that shows a code.
#[server(prefix = "/api", endpoint = "fleet/claim", protocol = FormPost)]
pub async fn claim(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let claimed = turn
            .hatch
            .fleet
            .claim(staff(&turn)?, key(&form)?, &form)
            .await?;
        Ok(claimed.reply(&turn, KIOSKS, "fleet-claim"))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Sets one otherwise.
#[server(prefix = "/api", endpoint = "fleet/set", protocol = FormPost)]
pub async fn set(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Set).await
}

/// Says that one knows of an alert.
#[server(prefix = "/api", endpoint = "fleet/know", protocol = FormPost)]
pub async fn know(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Know).await
}

/// Makes one no kiosk any more.
#[server(prefix = "/api", endpoint = "fleet/revoke", protocol = FormPost)]
pub async fn revoke(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Revoke).await
}

/// Gives one another name, or another shop.
#[server(prefix = "/api", endpoint = "fleet/place", protocol = FormPost)]
pub async fn place(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Place).await
}

/// Reads again what nobody could read.
#[server(prefix = "/api", endpoint = "fleet/read", protocol = FormPost)]
pub async fn read(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Read).await
}

/// Throws away what nobody could read.
#[server(prefix = "/api", endpoint = "fleet/drop", protocol = FormPost)]
pub async fn throw_away(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    tend(&form, KioskAct::Drop).await
}

/// Takes a queue that was carried here.
#[server(prefix = "/api", endpoint = "fleet/hand-in", protocol = FormPost)]
pub async fn hand_in(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let (turn, file) = (Turn::take(), upload());
    let reply = async {
        let (staff, key) = (staff(&turn)?, key(&form)?);
        let page = kiosk_path(form.typed("id"));
        let handed = turn.hatch.fleet.hand_in(staff, key, form.typed("id"), file);
        let to = match handed.await? {
            HandedIn::Done(parcel) => format!("{page}/handed-in/{parcel}"),
            HandedIn::Unfit(fault) => FileFault::told(Some(fault), format!("{page}?mend")),
        };
        Ok(see(&turn.visitor, to))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

async fn tend(form: &Sheet, act: KioskAct) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let id = form.typed("id");
        let tended = turn
            .hatch
            .fleet
            .tend(staff(&turn)?, key(form)?, act, id, form)
            .await?;
        let did = format!("fleet-{}", act.name());
        Ok(tended.reply(&turn, &kiosk_path(id), &did))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
