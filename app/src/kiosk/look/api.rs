//! The endpoint of a look.

#![expect(
    missing_docs,
    reason = "the server macro makes a field of each argument"
)]

use super::{Looked, Stands};
use crate::{
    case::{language::Lang, view::Standing},
    hatch::Refusal,
    kiosk::{Call, Caller, Refused},
    tracking::{
        self,
        told::{kind_word, promise_sentence},
    },
    turn::Turn,
    words::{Words, date::machine},
};
use leptos::prelude::*;

/// Looks a case up.
#[server(prefix = "/api", endpoint = "kiosk/look", protocol = Call)]
pub async fn look(lang: Lang, reference: String, contact: String) -> Result<Looked, Refused> {
    let Caller { mut turn, device } = Caller::take()?;
    // Whoever stands there speaks it, whatever the browser says.
    turn.words = Words::new(lang);
    let look = tracking::Look { reference, contact };
    match turn
        .hatch
        .looks
        .look(&device, look, &turn.visitor.from)
        .await
    {
        Ok(standing) => Ok(Looked::Stands(stands(&turn, &standing))),
        Err(Refusal::NotFound) => Ok(Looked::Unknown),
        Err(refusal) => Err(refusal.into()),
    }
}

fn stands(turn: &Turn, standing: &Standing) -> Stands {
    let (words, state) = (turn.words, standing.state.name());
    let promise = standing.promise.as_ref();
    Stands {
        reference: standing.reference.to_string(),
        kind: words.say(kind_word(standing.kind)),
        state: words.say(&format!("state-{state}")),
        means: words.say(&format!("state-{state}-means")),
        promise: promise.map(|it| (promise_sentence(turn, it), machine(it.due_at))),
    }
}
