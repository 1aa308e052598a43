//! What the forms of the chain send: one endpoint an act, each read into the act and done.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Act, Begun, Found, Join as How, Receiver, Score, Subject,
    api::{case_path, done, key, number, staff},
    begun::spoken,
    record::{FIELDS, Recorded},
};
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply, see},
    steps::{
        Act::{self as Button, Speak},
        answered,
    },
    turn::Turn,
};
use leptos::prelude::*;

/// Does not take a part.
#[server(prefix = "/api", endpoint = "desk/decline", protocol = FormPost)]
pub async fn decline(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let text = text(&form);
    done(
        &form,
        number(&form, "leg").map(|leg| Act::Decline { leg, text }),
    )
    .await
}

/// Offers a part to another department.
#[server(prefix = "/api", endpoint = "desk/pass", protocol = FormPost)]
pub async fn pass(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    done(&form, read_pass(&form)).await
}

/// At most so many things a department can need; the catalogue has far fewer.
const MOST_NEEDS: i64 = 20;

fn read_pass(form: &Sheet) -> Result<Act, Refusal> {
    let needs = number(form, "needs")?.clamp(0, MOST_NEEDS);
    Ok(Act::Pass {
        leg: number(form, "leg")?,
        to: receiver(form),
        handed: (0..needs)
            .map(|at| form.typed(&format!("need-{at}")).to_owned())
            .collect(),
        text: text(form),
    })
}

/// Takes an offer back.
#[server(prefix = "/api", endpoint = "desk/withdraw", protocol = FormPost)]
pub async fn withdraw(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    done(&form, number(&form, "leg").map(|leg| Act::Withdraw { leg })).await
}

/// Adds a part.
#[server(prefix = "/api", endpoint = "desk/add", protocol = FormPost)]
pub async fn add(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let after = form.said("after").map(|_| number(&form, "after"));
    let act = after.transpose().map(|after| Act::Add {
        to: receiver(&form),
        after,
        text: text(&form),
    });
    done(&form, act).await
}

/// Rates finished work.
#[server(prefix = "/api", endpoint = "desk/rate", protocol = FormPost)]
pub async fn rate(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = Score::from_name(form.typed("act"))
        .ok_or(Refusal::NotFound)
        .and_then(|score| {
            Ok(Act::Rate {
                leg: number(&form, "leg")?,
                by: number(&form, "by")?,
                score,
                text: text(&form),
            })
        });
    done(&form, act).await
}

/// Answers for a case that nobody answers for.
#[server(prefix = "/api", endpoint = "desk/own", protocol = FormPost)]
pub async fn own(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    done(&form, Ok(Act::Own)).await
}

/// Asks a colleague to answer for a case.
#[server(prefix = "/api", endpoint = "desk/hand-over", protocol = FormPost)]
pub async fn hand_over(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = Act::HandOver {
        to: form.typed("to").to_owned(),
        text: text(&form),
    };
    done(&form, Ok(act)).await
}

/// Says yes to that.
#[server(prefix = "/api", endpoint = "desk/take-over", protocol = FormPost)]
pub async fn take_over(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    done(&form, Ok(Act::TakeOver)).await
}

/// Says no to that, or takes the question back.
#[server(prefix = "/api", endpoint = "desk/keep-owner", protocol = FormPost)]
pub async fn keep_owner(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let text = text(&form);
    done(&form, Ok(Act::KeepOwner { text })).await
}

/// Says what a case is really about.
#[server(prefix = "/api", endpoint = "desk/reclassify", protocol = FormPost)]
pub async fn reclassify(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = Act::Reclassify {
        subject: Subject::read(form.typed("subject")),
        place: form.said("place").map(str::to_owned),
        text: text(&form),
    };
    done(&form, Ok(act)).await
}

/// Says that another case belongs to it.
#[server(prefix = "/api", endpoint = "desk/join", protocol = FormPost)]
pub async fn join(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    // Enter links: that can be taken back.
    let act = Act::Join {
        how: How::from_name(form.typed("act")).unwrap_or(How::Link),
        other: form.typed("other").to_owned(),
        text: text(&form),
    };
    done(&form, Ok(act)).await
}

/// Records a case that came in another way.
#[server(prefix = "/api", endpoint = "desk/record", protocol = FormPost)]
pub async fn record(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = async {
        if let Some(reply) = spoken(&turn, &form, Begun::Record).await? {
            return Ok(reply);
        }
        let typed = FIELDS.map(|field| (field, form.typed(field)));
        let typed = Sheet::from_pairs(typed);
        let (staff, key) = (staff(&turn)?, key(&form)?);
        let recorded = turn.hatch.record.record(staff, key, &typed).await?;
        Ok(see(
            &turn.visitor,
            match recorded {
                Recorded::Done(reference) => format!("{}?did=record", case_path(reference)),
                Recorded::Mend => "/desk/record?mend".to_owned(),
            },
        ))
    };
    let reply = reply.await;
    answered(&turn, reply)
}

/// Says what the owner found when they looked at the work.
#[server(prefix = "/api", endpoint = "desk/check", protocol = FormPost)]
pub async fn check(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let pressed = form.typed("act");
    // A language button judges nothing; what is written is kept without what was found.
    let found = match Button::read(pressed) {
        Speak(_) => Some(Found::Lacking),
        _ => Found::from_name(pressed),
    };
    let act = found.ok_or(Refusal::NotFound).map(|found| Act::Check {
        found,
        text: text(&form),
    });
    done(&form, act).await
}

fn text(form: &Sheet) -> String {
    form.typed("text").to_owned()
}

/// Nothing chosen is a receiver that is nobody, so that what was written beside it is kept.
fn receiver(form: &Sheet) -> Receiver {
    Receiver::read(form.typed("to")).unwrap_or_default()
}
