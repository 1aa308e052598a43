//! The endpoints of a device that is not paired: plain forms, as they are pressed before anything of
//! ours runs there.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Where a kiosk is.
pub const KIOSK: &str = "/kiosk";

/// Shows a code, or another one.
#[server(prefix = "/api", endpoint = "kiosk/code", protocol = FormPost)]
pub async fn code(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let before = turn.visitor.pairing.as_ref();
        let made = turn
            .hatch
            .kiosk
            .make_code(&turn.visitor.from, before)
            .await?;
        turn.visitor.await_pairing(Some(&made));
        Ok(see(&turn.visitor, KIOSK))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Asks whether the code was claimed, and fetches the credential.
#[server(prefix = "/api", endpoint = "kiosk/pair", protocol = FormPost)]
pub async fn pair(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let Some(pairing) = &turn.visitor.pairing else {
            return Ok(see(&turn.visitor, KIOSK));
        };
        let Some(device) = turn.hatch.kiosk.collect(pairing).await? else {
            return Ok(see(&turn.visitor, format!("{KIOSK}?not-yet")));
        };
        turn.visitor.pair(&device);
        turn.visitor.await_pairing(None);
        // Nothing of whoever sat here before stays, be it the colleague who entered the code here.
        if let Some(visitor) = &turn.visitor.token {
            turn.hatch.drafts.forget(visitor).await?;
            turn.visitor.forget();
        }
        if let Some(staff) = &turn.visitor.staff {
            turn.hatch.desk.sign_out(staff).await?;
            turn.visitor.sign_out();
        }
        Ok(see(&turn.visitor, KIOSK))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
