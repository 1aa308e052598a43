//! The endpoints of managing staff and of absences.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{StaffAct, Tended};
use crate::{
    desk::api::{key, staff},
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{
        Act::{self as Button, Speak},
        answered, set_aside, slug,
    },
    turn::Turn,
};
use leptos::prelude::*;

/// Who works here.
pub const STAFF: &str = "/desk/staff";
/// Where somebody is added.
pub const NEW: &str = "/desk/staff/new";

/// Where it is kept what is looked for in the list.
pub(in crate::desk) const SOUGHT: &str = "staff";

/// Looks somebody up.
#[server(prefix = "/api", endpoint = "staff/search", protocol = FormPost)]
pub async fn search(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        staff(&turn)?;
        set_aside(&turn, SOUGHT, &["search"], &form).await?;
        let found = if form.said("search").is_some() {
            "?found"
        } else {
            ""
        };
        Ok(see(&turn.visitor, format!("{STAFF}{found}")))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// The page of somebody.
pub fn colleague_path(id: &str) -> String {
    format!("{STAFF}/{}", slug(id))
}

/// Adds somebody.
#[server(prefix = "/api", endpoint = "staff/add", protocol = FormPost)]
pub async fn add(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let added = turn
            .hatch
            .staff
            .add(staff(&turn)?, key(&form)?, &form)
            .await?;
        let page = match &added {
            Tended::Done(id) => colleague_path(id),
            Tended::Mend => NEW.to_owned(),
        };
        Ok(added.reply(&turn, &page, "staff-add"))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Gives somebody another post.
#[server(prefix = "/api", endpoint = "staff/move", protocol = FormPost)]
pub async fn change_post(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    manage(&form, StaffAct::Move).await
}

/// Gives somebody a one-time password.
#[server(prefix = "/api", endpoint = "staff/password", protocol = FormPost)]
pub async fn give_password(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    manage(&form, StaffAct::Password).await
}

/// Turns the second step off for somebody who has lost it.
#[server(prefix = "/api", endpoint = "staff/reset-second", protocol = FormPost)]
pub async fn reset_second(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    manage(&form, StaffAct::ResetSecond).await
}

/// Lets somebody go.
#[server(prefix = "/api", endpoint = "staff/leave", protocol = FormPost)]
pub async fn leave(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    manage(&form, StaffAct::Leave).await
}

/// Somebody will be away.
#[server(prefix = "/api", endpoint = "staff/away", protocol = FormPost)]
pub async fn away(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let Speak(lang) = Button::read(form.typed("act")) else {
        return manage(&form, StaffAct::Away).await;
    };
    turn.visitor.speak(lang);
    let reply = async {
        let (id, ours) = (form.typed("id"), &turn.hatch.staff);
        ours.keep(staff(&turn)?, StaffAct::Away, id, form.clone())
            .await?;
        Ok(see(&turn.visitor, format!("{}?kept", colleague_path(id))))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Somebody is back, or does not go.
#[server(prefix = "/api", endpoint = "staff/back", protocol = FormPost)]
pub async fn back(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    manage(&form, StaffAct::Back).await
}

async fn manage(form: &Sheet, act: StaffAct) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let id = form.typed("id");
        let managed = turn
            .hatch
            .staff
            .manage(staff(&turn)?, key(form)?, act, id, form)
            .await?;
        let did = format!("staff-{}", act.name());
        Ok(managed.reply(&turn, &colleague_path(id), &did))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
