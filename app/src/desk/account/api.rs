//! The endpoints of coming in and of one's own account. What is right and how often it may be wrong
//! is the verb's business.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Browser, Entered, NewPassword, Return};
use crate::{
    desk::api::{CODE, SIGN_IN, staff},
    face::api::own_page,
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// One's own account.
pub const ACCOUNT: &str = "/desk/account";
/// Where the second step is set up.
pub const SETUP: &str = "/desk/account/second";

/// What is known of the browser.
pub(in crate::desk) fn browser(turn: &Turn) -> Browser<'_> {
    Browser {
        from: &turn.visitor.from,
        device: turn.visitor.device.as_ref(),
        before: turn.visitor.staff.as_ref(),
    }
}

/// Lets somebody in.
pub(in crate::desk) fn come_in(turn: &Turn, entered: &Entered, then: &str) -> Reply {
    turn.visitor.sign_in(&entered.session);
    turn.visitor.know(&entered.device);
    see(&turn.visitor, then)
}

/// The page of the desk that somebody was on the way to.
fn desk_page(then: &str) -> &str {
    match own_page(then) {
        "/" => "/desk",
        page => page,
    }
}

/// Says the code, after login and password.
#[server(prefix = "/api", endpoint = "staff/code", protocol = FormPost)]
pub async fn say_code(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let then = desk_page(form.typed("then"));
    let reply = async {
        let half = turn.visitor.half.as_ref().ok_or(Refusal::SignIn)?;
        let code = form.typed("code");
        let said = turn
            .hatch
            .account
            .say_code(half, code, browser(&turn))
            .await;
        Ok(match said {
            Ok(entered) => {
                turn.visitor.expect_code(None);
                come_in(&turn, &entered, then)
            }
            Err(Refusal::NotFound) => see(&turn.visitor, format!("{CODE}?wrong&then={then}")),
            Err(Refusal::TooMany) => see(&turn.visitor, format!("{CODE}?wait&then={then}")),
            Err(Refusal::SignIn) => {
                turn.visitor.expect_code(None);
                see(&turn.visitor, format!("{SIGN_IN}?again&then={then}"))
            }
            Err(refusal) => return Err(refusal),
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Comes back from the identity provider. The page that the provider sends the browser to changes
/// nothing; this does.
#[server(prefix = "/api", endpoint = "staff/provider", protocol = FormPost)]
pub async fn arrive(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let back = Return {
        code: form.typed("code"),
        state: form.typed("state"),
        kept: turn.visitor.departure.as_ref(),
    };
    let arrived = turn.hatch.account.arrive(back, browser(&turn)).await;
    turn.visitor.depart(None);
    let reply = match arrived {
        Ok((entered, then)) => Ok(come_in(&turn, &entered, desk_page(&then))),
        Err(Refusal::NotFound) => Ok(see(&turn.visitor, format!("{SIGN_IN}?refused"))),
        Err(refusal) => Err(refusal),
    };
    answered(&turn, reply)
}

/// Changes the password.
#[server(prefix = "/api", endpoint = "account/password", protocol = FormPost)]
pub async fn change_password(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let wanted = NewPassword {
            old: form.typed("old"),
            new: form.typed("new"),
            again: form.typed("again"),
        };
        let account = &turn.hatch.account;
        Ok(match account.change_password(staff(&turn)?, wanted).await {
            Ok(Ok(session)) => {
                turn.visitor.sign_in(&session);
                see(&turn.visitor, format!("{ACCOUNT}?did=account-password"))
            }
            Ok(Err(fault)) => see(&turn.visitor, format!("{ACCOUNT}?fault={}", fault.name())),
            Err(Refusal::TooMany) => see(&turn.visitor, format!("{ACCOUNT}?wait")),
            Err(refusal) => return Err(refusal),
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Begins to set the second step up.
#[server(prefix = "/api", endpoint = "account/second-begin", protocol = FormPost)]
pub async fn begin_second(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        turn.hatch.account.begin_second(staff(&turn)?).await?;
        Ok(see(&turn.visitor, SETUP))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Says the first code: the second step counts from now on.
#[server(prefix = "/api", endpoint = "account/second-confirm", protocol = FormPost)]
pub async fn confirm_second(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (account, code) = (&turn.hatch.account, form.typed("code"));
        Ok(match account.confirm_second(staff(&turn)?, code).await {
            Ok(true) => see(&turn.visitor, format!("{ACCOUNT}?did=account-second-on")),
            Ok(false) => see(&turn.visitor, format!("{SETUP}?wrong")),
            Err(Refusal::TooMany) => see(&turn.visitor, format!("{SETUP}?wait")),
            // It counts already: somebody pressed twice.
            Err(Refusal::NotFound) => see(&turn.visitor, ACCOUNT),
            Err(refusal) => return Err(refusal),
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Turns the second step off.
#[server(prefix = "/api", endpoint = "account/second-end", protocol = FormPost)]
pub async fn end_second(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (account, password) = (&turn.hatch.account, form.typed("password"));
        Ok(match account.end_second(staff(&turn)?, password).await {
            Ok(true) => see(&turn.visitor, format!("{ACCOUNT}?did=account-second-off")),
            Ok(false) => see(&turn.visitor, format!("{ACCOUNT}?off")),
            Err(Refusal::TooMany) => see(&turn.visitor, format!("{ACCOUNT}?wait")),
            Err(refusal) => return Err(refusal),
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Signs out everywhere.
#[server(prefix = "/api", endpoint = "account/sign-out", protocol = FormPost)]
pub async fn sign_out_everywhere(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        turn.hatch
            .account
            .sign_out_everywhere(staff(&turn)?)
            .await?;
        turn.visitor.sign_out();
        Ok(see(&turn.visitor, format!("{SIGN_IN}?out")))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
