//! Leaving: what becomes of what was typed?

use super::{
    super::{moving, session::Session, wipe},
    press, uncover,
};
use crate::{
    parts::{Heading, Lead},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words) -> AnyView {
    let begun = session
        .journey()
        .is_some_and(|journey| !journey.sheet().is_empty());
    let lead = if begun {
        "kiosk-leaving-lead"
    } else {
        "kiosk-leaving-nothing"
    };
    let to_phone = moving::is_open(session).then(|| {
        press(words.say("move-to-phone"), "button second", move || {
            moving::show(session)
        })
    });
    view! {
        <Heading text=words.say("kiosk-leaving") />
        <Lead text=words.say(lead) />
        <div class="acts">
            {press(words.say("kiosk-just-finish"), "button", move || wipe::end(session))}
            {to_phone}
            {uncover(session, words, "button second")}
        </div>
    }
    .into_any()
}
