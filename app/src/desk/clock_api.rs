//! The endpoints of clocks and levels: each reads a form, calls one verb of the door, and sends the
//! browser on. What may be done by whom is the verb's business.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{
    Acted, ClockAct,
    after::{reference, send_on},
    api::{case_path, key, number, staff},
};
use crate::{
    hatch::Refusal,
    journey::Sheet,
    reply::{FormPost, Reply},
    steps::answered,
    turn::Turn,
};
use leptos::prelude::*;

/// Pauses a part.
#[server(prefix = "/api", endpoint = "desk/pause", protocol = FormPost)]
pub async fn pause(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let reason = form.typed("reason").to_owned();
    let act = number(&form, "leg").map(|leg| ClockAct::Pause { leg, reason });
    done(&form, act).await
}

/// Goes on with a part that was paused.
#[server(prefix = "/api", endpoint = "desk/go-on", protocol = FormPost)]
pub async fn go_on(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = number(&form, "leg").map(|leg| ClockAct::GoOn { leg });
    done(&form, act).await
}

/// Promises the customer another time.
#[server(prefix = "/api", endpoint = "desk/promise", protocol = FormPost)]
pub async fn promise(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = ClockAct::Promise {
        when: form.typed("when").to_owned(),
        text: form.typed("text").to_owned(),
    };
    done(&form, Ok(act)).await
}

/// Says that one knows what was raised.
#[server(prefix = "/api", endpoint = "desk/acknowledge", protocol = FormPost)]
pub async fn acknowledge(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let promise = number(&form, "promise");
    let act = promise.and_then(|promise| {
        let share = number(&form, "share")?;
        Ok(ClockAct::Acknowledge { promise, share })
    });
    done(&form, act).await
}

/// Answers for a case in the place of whoever did.
#[server(prefix = "/api", endpoint = "desk/relieve", protocol = FormPost)]
pub async fn relieve(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let text = form.typed("text").to_owned();
    done(&form, Ok(ClockAct::Relieve { text })).await
}

/// Tells a colleague to do something.
#[server(prefix = "/api", endpoint = "desk/order", protocol = FormPost)]
pub async fn order(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let act = ClockAct::Order {
        to: form.typed("to").to_owned(),
        when: form.typed("when").to_owned(),
        text: form.typed("text").to_owned(),
    };
    done(&form, Ok(act)).await
}

/// Says that what one was told is done.
#[server(prefix = "/api", endpoint = "desk/obey", protocol = FormPost)]
pub async fn obey(#[server(flatten)] form: Sheet) -> Result<Reply, Refusal> {
    let order = form.typed("order").to_owned();
    done(&form, Ok(ClockAct::Obey { order })).await
}

async fn done(form: &Sheet, act: Result<ClockAct, Refusal>) -> Result<Reply, Refusal> {
    let turn = Turn::take();
    let reply = do_to_clock(&turn, form, act).await;
    answered(&turn, reply)
}

async fn do_to_clock(
    turn: &Turn,
    form: &Sheet,
    act: Result<ClockAct, Refusal>,
) -> Result<Reply, Refusal> {
    let (staff, key, act) = (staff(turn)?, key(form)?, act?);
    let reference = reference(form)?;
    let name = act.name();
    // Whoever works off a list goes on with the list.
    let page = match form.typed("from") {
        "mine" => "/desk/mine".to_owned(),
        _ => case_path(reference),
    };
    let acted = turn.hatch.clock.act(staff, reference, key, act).await;
    send_on(turn, &page, acted, |acted| match acted {
        Acted::Done => format!("{page}?did={name}"),
        Acted::Mend => format!("{page}?mend-clock"),
        Acted::TooLate | Acted::Changed | Acted::Unfit(_) => format!("{page}?late"),
    })
}
