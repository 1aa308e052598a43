//! The endpoint that makes a case another secret link.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Acted,
    api::{case_path, key, staff},
};
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Makes the case another secret link.
#[server(prefix = "/api", endpoint = "desk/link", protocol = FormPost)]
pub async fn renew(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let reference = form.typed("reference").parse();
        let reference = reference.map_err(|_| Refusal::NotFound)?;
        let telling = &turn.hatch.telling;
        let acted = telling
            .renew_link(staff(&turn)?, reference, key(&form)?)
            .await?;
        let page = case_path(reference);
        Ok(see(
            &turn.visitor,
            match acted {
                Acted::TooLate | Acted::Changed | Acted::Unfit(_) => format!("{page}?late"),
                Acted::Done | Acted::Mend => format!("{page}?did=link"),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}
