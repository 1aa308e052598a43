//! "Carry on on my phone": the code to point it at.

use super::{
    super::{moving::Code, session::Session},
    uncover,
};
use crate::{
    parts::{Heading, Lead, Qr},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words) -> AnyView {
    // What is said changes less often than the code, and is announced when it does.
    let there = Memo::new(move |_| match session.code.get() {
        Code::Coming => "move-offer-wait",
        Code::Shown(_) => "move-offer-lead",
        Code::None => "move-offer-none",
    });
    let shown = move || match session.code.get() {
        Code::Shown(address) => {
            provide_context(words);
            Some(view! { <Qr text=address /> })
        }
        Code::Coming | Code::None => None,
    };
    let more = move || {
        (there.get() == "move-offer-lead").then(|| {
            view! {
                <p>{words.say("move-offer-time")}</p>
                <p>{words.say("move-offer-stays")}</p>
            }
        })
    };
    view! {
        <Heading text=words.say("move-offer-title") />
        <div role="status">{move || view! { <Lead text=words.say(there.get()) /> }}</div>
        <div id="move-code">{shown}</div>
        {more}
        <div class="acts">{uncover(session, words, "button")}</div>
    }
    .into_any()
}
