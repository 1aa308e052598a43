//! The endpoints of one incident: news, an early beginning, cases.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Acted, Announced, Which,
    api::{case_path, key, staff},
};
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{
        Act::{self as Button, Speak},
        answered, slug,
    },
    turn::Turn,
};
use leptos::prelude::*;

/// The page of an incident.
pub fn incident_path(id: &str) -> String {
    format!("/desk/incident/{}", slug(id))
}

/// Tells everybody what is new.
#[server(prefix = "/api", endpoint = "desk/incident-tell", protocol = FormPost)]
pub async fn tell(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (id, incidents) = (form.typed("incident"), &turn.hatch.incidents);
        if let Speak(lang) = Button::read(form.typed("act")) {
            turn.visitor.speak(lang);
            incidents.keep(staff(&turn)?, id, form.clone()).await?;
            return Ok(see(&turn.visitor, incident_path(id)));
        }
        let told = incidents
            .tell(staff(&turn)?, id, key(&form)?, &form)
            .await?;
        let page = incident_path(id);
        Ok(see(
            &turn.visitor,
            match told {
                Announced::Done => format!("{page}?did=tell"),
                Announced::Mend => format!("{page}?mend"),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Begins announced work now.
#[server(prefix = "/api", endpoint = "desk/incident-begin", protocol = FormPost)]
pub async fn begin(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let id = form.typed("incident");
        turn.hatch.incidents.begin(staff(&turn)?, id).await?;
        let page = incident_path(id);
        Ok(see(&turn.visitor, format!("{page}?did=begin")))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Hangs cases on an incident: one, named by its reference, or all that are proposed. From a case's
/// own page it leads back there.
#[server(prefix = "/api", endpoint = "desk/incident-attach", protocol = FormPost)]
pub async fn attach(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let id = form.typed("incident");
        let reference = form.typed("reference");
        let which = match reference {
            "proposed" => Which::Proposed,
            one => Which::One(one.parse().map_err(|_| Refusal::NotFound)?),
        };
        let attached = turn
            .hatch
            .incidents
            .attach(staff(&turn)?, id, key(&form)?, which)
            .await?;
        let page = match (which, form.said("back")) {
            (Which::One(reference), Some(_)) => case_path(reference),
            _ => incident_path(id),
        };
        Ok(see(
            &turn.visitor,
            match attached {
                Acted::TooLate | Acted::Changed | Acted::Unfit(_) => format!("{page}?late"),
                Acted::Done | Acted::Mend => format!("{page}?did=attach"),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
