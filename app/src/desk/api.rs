//! The endpoints of the desk: each reads a form, calls one verb of the door, and sends the browser
//! on. What may be done by whom is the verb's business.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Act, Acted, Admitted, Announced, Asks, Begun, Decision, Pressed, There,
    account::api::{browser, come_in},
    after::{reference, send_on},
    begun::spoken,
};
use crate::{
    case::{
        attachment::{FIELD, FileFault},
        reference::Reference,
    },
    face::api::own_page,
    hatch::{Refusal, Token},
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{
        Act::{self as Button, Speak},
        answered, set_aside, slug,
    },
    turn::{Turn, upload},
};
use leptos::prelude::*;

/// Where staff sign in.
pub const SIGN_IN: &str = "/staff/sign-in";
/// Where they say the code.
pub const CODE: &str = "/staff/sign-in/code";

/// Signs in, and goes on to the page that was asked for.
#[server(prefix = "/api", endpoint = "staff/sign-in", protocol = FormPost)]
pub async fn sign_in(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    if let Speak(lang) = Button::read(form.typed("act")) {
        turn.visitor.speak(lang);
        let reply = again(&turn, &form, "", own_page(form.typed("then"))).await;
        return answered(&turn, reply);
    }
    let then = match own_page(form.typed("then")) {
        "/" => "/desk",
        page => page,
    };
    let signed = turn
        .hatch
        .account
        .sign_in(form.typed("login"), form.typed("password"), browser(&turn))
        .await;
    let reply = match signed {
        Ok(Admitted::In(entered)) => Ok(come_in(&turn, &entered, then)),
        Ok(Admitted::Half(half)) => {
            turn.visitor.expect_code(Some(&half));
            Ok(see(&turn.visitor, format!("{CODE}?then={then}")))
        }
        Err(Refusal::NotFound) => again(&turn, &form, "wrong", then).await,
        Err(Refusal::TooMany) => again(&turn, &form, "wait", then).await,
        Err(refusal) => Err(refusal),
    };
    answered(&turn, reply)
}

/// Where an estimate that could not be taken is kept.
pub(super) const EXPECTED: &str = "expected";

/// Where the login of somebody who could not sign in is kept; never the password.
pub(super) const LOGIN: &str = "sign-in";

async fn again(turn: &Turn, form: &Sheet, why: &str, then: &str) -> Result<Reply, Refusal> {
    set_aside(turn, LOGIN, &["login"], form).await?;
    Ok(see(&turn.visitor, format!("{SIGN_IN}?{why}&then={then}")))
}

/// Ends the session.
#[server(prefix = "/api", endpoint = "staff/sign-out", protocol = FormPost)]
pub async fn sign_out(#[server(flatten)] _form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let ended = match &turn.visitor.staff {
        Some(staff) => turn.hatch.desk.sign_out(staff).await,
        None => Ok(()),
    };
    turn.visitor.sign_out();
    answered(
        &turn,
        ended.map(|()| see(&turn.visitor, format!("{SIGN_IN}?out"))),
    )
}

/// Takes a department's part.
#[server(prefix = "/api", endpoint = "desk/accept", protocol = FormPost)]
pub async fn accept(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = number(&form, "leg").map(|leg| Act::Accept { leg });
    done(&form, act).await
}

/// Writes to the customer.
#[server(prefix = "/api", endpoint = "desk/reply", protocol = FormPost)]
pub async fn write(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let asks = match form.typed("act") {
        "ask" => Asks::Yes,
        _ => Asks::No,
    };
    let text = form.typed("text").to_owned();
    let file = upload();
    done(&form, Ok(Act::Reply { text, asks, file })).await
}

/// Writes to colleagues.
#[server(prefix = "/api", endpoint = "desk/note", protocol = FormPost)]
pub async fn note(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let there = match form.said("there") {
        Some(_) => There::Yes,
        None => There::No,
    };
    let text = form.typed("text").to_owned();
    let file = upload();
    done(&form, Ok(Act::Note { text, there, file })).await
}

/// Tells the customer what another back office wrote.
#[server(prefix = "/api", endpoint = "desk/publish", protocol = FormPost)]
pub async fn publish(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let text = form.typed("text").to_owned();
    let act = number(&form, "event").map(|event| Act::Publish { event, text });
    done(&form, act).await
}

/// Marks a department's part as done.
#[server(prefix = "/api", endpoint = "desk/finish", protocol = FormPost)]
pub async fn finish(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let text = form.typed("text").to_owned();
    let act = number(&form, "leg").map(|leg| Act::Finish { leg, text });
    done(&form, act).await
}

/// Opens an incident.
#[server(prefix = "/api", endpoint = "desk/incident", protocol = FormPost)]
pub async fn announce(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        if let Some(reply) = spoken(&turn, &form, Begun::Incident).await? {
            return Ok(reply);
        }
        let announced = turn
            .hatch
            .desk
            .announce(staff(&turn)?, key(&form)?, &form)
            .await?;
        Ok(match announced {
            Announced::Done => see(&turn.visitor, "/desk/incidents?did=announce"),
            Announced::Mend => see(&turn.visitor, "/desk/incidents?mend"),
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Says anew when an incident is expected to be over.
#[server(prefix = "/api", endpoint = "desk/incident-expect", protocol = FormPost)]
pub async fn expect(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let (incident, typed) = (form.typed("incident"), form.typed("expected"));
        let announced = turn
            .hatch
            .desk
            .expect(staff(&turn)?, incident, typed)
            .await?;
        Ok(match announced {
            Announced::Done => see(&turn.visitor, "/desk/incidents?did=expect"),
            Announced::Mend => {
                set_aside(&turn, EXPECTED, &["expected"], &form).await?;
                let when = slug(incident);
                see(&turn.visitor, format!("/desk/incidents?when={when}"))
            }
        })
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Says that an incident is over.
#[server(prefix = "/api", endpoint = "desk/incident-end", protocol = FormPost)]
pub async fn end(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let incident = form.typed("incident");
        turn.hatch.desk.end(staff(&turn)?, incident).await?;
        Ok(see(&turn.visitor, "/desk/incidents?did=end"))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Decides about something that could not be carried.
#[server(prefix = "/api", endpoint = "desk/decide", protocol = FormPost)]
pub async fn decide(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        let decision = Decision::from_name(form.typed("act")).ok_or(Refusal::NotFound)?;
        let acted = turn
            .hatch
            .desk
            .decide(staff(&turn)?, form.typed("id"), decision)
            .await?;
        Ok(see(
            &turn.visitor,
            match acted {
                Acted::TooLate => "/desk/outbox?late".to_owned(),
                Acted::Done | Acted::Mend | Acted::Unfit(_) | Acted::Changed => {
                    format!("/desk/outbox?did={}", decision.name())
                }
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

pub(super) async fn done(form: &Sheet, act: Result<Act, Refusal>) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = do_to_case(&turn, form, act).await;
    answered(&turn, reply)
}

async fn do_to_case(
    turn: &Turn,
    form: &Sheet,
    act: Result<Act, Refusal>,
) -> Result<Reply, Refusal> {
    let (staff, pressed, act) = (staff(turn)?, Pressed::read(form)?, act?);
    let reference = reference(form)?;
    let (page, at, name) = (case_path(reference), at(reference, &act), act.name());
    // A file cannot be kept: whoever is sent back is told so. A form that is sent as plain text
    // only names it.
    let chosen = act.file().is_some() || form.said(FIELD).is_some();
    let again = chosen.then_some(FileFault::Again);
    let desk = &turn.hatch.desk;
    if let Speak(lang) = Button::read(form.typed("act")) {
        turn.visitor.speak(lang);
        desk.keep(staff, reference, act).await?;
        return Ok(see(&turn.visitor, FileFault::told(again, at)));
    }
    let acted = desk.act(staff, reference, pressed, act).await;
    let seen = pressed.seen.unwrap_or_default();
    let also = if at.contains('?') { '&' } else { '?' };
    let signed_in = FileFault::told(again, page.clone());
    send_on(turn, &signed_in, acted, |acted| match acted {
        Acted::Done => format!("{page}?did={name}"),
        Acted::Mend => FileFault::told(again, format!("{at}{also}mend")),
        Acted::Unfit(fault) => FileFault::told(Some(fault), format!("{at}{also}mend")),
        Acted::TooLate => FileFault::told(again, format!("{page}?late")),
        Acted::Changed => FileFault::told(again, format!("{at}{also}mend&changed={seen}")),
    })
}

/// Where the form of an act stands.
fn at(reference: Reference, act: &Act) -> String {
    let (page, name) = (case_path(reference), act.name());
    match act {
        Act::Pass { leg, to, .. } => {
            let (unit, department) = (slug(&to.unit), slug(&to.department));
            format!("{page}/{name}?leg={leg}&to={unit}.{department}")
        }
        Act::Add { .. }
        | Act::HandOver { .. }
        | Act::Reclassify { .. }
        | Act::Join { .. }
        | Act::Check { .. } => format!("{page}/{name}"),
        _ => page,
    }
}

/// The desk's page of a case.
pub fn case_path(reference: Reference) -> String {
    format!("/desk/case/{reference}")
}

pub(super) fn staff(turn: &Turn) -> Result<&Token, Refusal> {
    turn.visitor.staff.as_ref().ok_or(Refusal::SignIn)
}

/// A form without a key of ours was not rendered by us.
pub(super) fn key(form: &Sheet) -> Result<&str, Refusal> {
    Ok(Pressed::read(form)?.key)
}

pub(super) fn number(form: &Sheet, field: &str) -> Result<i64, Refusal> {
    form.typed(field).parse().map_err(|_| Refusal::NotFound)
}
