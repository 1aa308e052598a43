//! The endpoints: stop and resume notices, and give another contact.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use crate::{
    case::reference::Reference,
    hatch::{Refusal, Token},
    journey::{FieldFault, Sheet, read_contact},
    reply::{FormPost, Reply, mend, see},
    steps::{Act, answered, set_aside},
    tracking::api::{case_path, case_place},
    turn::Turn,
};
use leptos::prelude::*;

/// Stops or resumes notices about a case. The button stands among those of the page's one form, so
/// what is typed there comes along and is kept.
#[server(prefix = "/api", endpoint = "track/notices", protocol = FormPost)]
pub async fn notices(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (visitor, reference) = asked(&turn, &form)?;
        let news = &turn.hatch.news;
        match form.typed("act") {
            "stop" => news.stop(visitor, reference).await?,
            "resume" => news.resume(visitor, reference).await?,
            _ => return Err(Refusal::NotFound),
        }
        set_aside(&turn, &case_place(reference), &["text"], &form).await?;
        Ok(see(&turn.visitor, format!("{}#news", case_path(reference))))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Gives a case another contact.
#[server(prefix = "/api", endpoint = "track/contact", protocol = FormPost)]
pub async fn contact(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (visitor, reference) = asked(&turn, &form)?;
        let (page, place) = (contact_path(reference), contact_place(reference));
        let keep = || set_aside(&turn, &place, &["contact"], &form);
        if let Act::Speak(lang) = Act::read(form.typed("act")) {
            keep().await?;
            turn.visitor.speak(lang);
            return Ok(see(&turn.visitor, page));
        }
        let region = &turn.hatch.catalogue.operator.region;
        let reach = match read_contact(form.typed("contact"), region) {
            Ok(reach) => reach,
            Err(code) => {
                keep().await?;
                let fault = FieldFault::new("contact", code);
                return Ok(mend(&turn.visitor, format!("{page}?mend"), &[fault]));
            }
        };
        turn.hatch.news.change(visitor, reference, reach).await?;
        Ok(see(&turn.visitor, format!("{}#news", case_path(reference))))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

fn asked<'t>(turn: &'t Turn, form: &Sheet) -> Result<(&'t Token, Reference), Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference = form.typed("reference").parse();
    Ok((visitor, reference.map_err(|_| Refusal::NotFound)?))
}

/// The page that asks for another contact.
pub fn contact_path(reference: Reference) -> String {
    format!("/track/{reference}/contact")
}

/// Where a contact that could not be taken is kept.
pub fn contact_place(reference: Reference) -> String {
    format!("contact-{reference}")
}
