//! "Carry on on my phone": the code to point it at.

use super::{
    super::{moving::Code, session::Session},
    uncover,
};
use crate::{
    kiosk::live::{Live, live},
    parts::{Heading, Lead, Qr},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words) -> AnyView {
    let shown = move || match session.code.get() {
        Code::Shown(address) => {
            provide_context(words);
            view! { <Qr text=address /> }.into_any()
        }
        Code::Coming | Code::None => ().into_any(),
    };
    // What is said changes less often than the code, and is announced when it does.
    let said = Live::of(move || match session.code.get() {
        Code::Coming => "move-offer-wait",
        Code::Shown(_) => "move-offer-lead",
        Code::None => "move-offer-none",
    });
    let more = move || {
        let there = said.get() == "move-offer-lead";
        let more = there.then(|| {
            view! {
                <p>{words.say("move-offer-time")}</p>
                <p>{words.say("move-offer-stays")}</p>
            }
        });
        more.into_any()
    };
    let said = move || view! { <Lead text=words.say(said.get()) /> }.into_any();
    view! {
        <Heading text=words.say("move-offer-title") />
        <div role="status">{live(said)}</div>
        <div id="move-code">{live(shown)}</div>
        {live(more)}
        <div class="acts">{uncover(session, words, "button")}</div>
    }
    .into_any()
}
