//! Nobody is there yet: which language do you speak? Nothing moves but that the picture stands elsewhere
//! each minute, so that it does not burn in; nothing is personal.

use super::super::session::{Screen, Session};
use crate::{
    case::language::Lang,
    catalogue::Catalogue,
    kiosk::press::on_press,
    parts::{Heading, Illustration, IllustrationKind, Listed},
    words::Words,
};
use leptos::prelude::*;

pub fn draw(session: Session, words: Words, catalogue: &Catalogue) -> AnyView {
    let ways = Lang::ALL
        .map(|lang| {
            let its = Words::new(lang);
            let begin = on_press(move || {
                session.lang.set(lang);
                session.screen.set(Screen::Menu);
            });
            view! {
                <button type="button" class="kiosk-way" lang=lang.tag() on:click=begin>
                    <span class="kiosk-way-name">{lang.own_name()}</span>
                    <span>{its.say("kiosk-begin")}</span>
                </button>
            }
        })
        .into_iter()
        .listed();
    view! {
        <div class="kiosk-attract">
            <Illustration kind=IllustrationKind::Done />
            <Heading text=words.say("kiosk-welcome") />
            <p class="lead">{catalogue.operator.motto.say(words.lang).to_owned()}</p>
            <div class="kiosk-ways">{ways}</div>
        </div>
    }
    .into_any()
}
