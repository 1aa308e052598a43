//! The endpoints of requests between departments.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{AskedFor, RequestAct};
use crate::{
    case::reference::Reference,
    desk::{
        Acted, Begun,
        api::{key, staff},
        begun::spoken,
    },
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Asks a department for help.
#[server(prefix = "/api", endpoint = "desk/request", protocol = FormPost)]
pub async fn ask(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        if let Some(reply) = spoken(&turn, &form, Begun::Request).await? {
            return Ok(reply);
        }
        let (staff, key) = (staff(&turn)?, key(&form)?);
        let asked = turn.hatch.requests.ask(staff, key, &form).await?;
        Ok(see(
            &turn.visitor,
            match asked {
                AskedFor::Done(number) => format!("{}?did=request", request_path(number)),
                AskedFor::Mend => "/desk/requests?mend".to_owned(),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Does something to a request; the button says what.
#[server(prefix = "/api", endpoint = "desk/request-act", protocol = FormPost)]
pub async fn act_on_request(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (staff, key) = (staff(&turn)?, key(&form)?);
        let number = form.typed("number").parse();
        let number: Reference = number.map_err(|_| Refusal::NotFound)?;
        let act = RequestAct::from_name(form.typed("act")).ok_or(Refusal::NotFound)?;
        let requests = &turn.hatch.requests;
        let acted = requests
            .do_to_request(staff, number, key, act, &form)
            .await?;
        let page = request_path(number);
        Ok(see(
            &turn.visitor,
            match acted {
                Acted::Done => format!("{page}?did=request-{}", act.name()),
                Acted::Mend => format!("{page}?mend"),
                Acted::TooLate | Acted::Changed | Acted::Unfit(_) => format!("{page}?late"),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// The page of a request.
pub fn request_path(number: Reference) -> String {
    format!("/desk/requests/{number}")
}
