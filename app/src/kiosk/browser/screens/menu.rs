//! What can be done here.

use super::super::{
    sending::begin,
    session::{Screen, Session},
};
use crate::{
    catalogue::Catalogue,
    journey::Room,
    kiosk::press::{OnPress, on_press},
    parts::{Heading, Icon},
    words::Words,
};
use leptos::prelude::*;
use std::sync::Arc;

pub fn draw(session: Session, words: Words, catalogue: &Arc<Catalogue>) -> AnyView {
    let journey = |room: Room| {
        let catalogue = catalogue.clone();
        on_press(move || begin(session, catalogue.clone(), room))
    };
    view! {
        <Heading text=words.say("kiosk-menu") />
        <ul class="kiosk-cards">
            {card(words, "fault", ("kiosk-fault", "kiosk-fault-hint"), journey(Room::Fault))}
            {card(words, "ask", ("kiosk-enquiry", "kiosk-enquiry-hint"), journey(Room::Enquiry))}
            {card(
                words,
                "track",
                ("kiosk-look", "kiosk-look-hint"),
                on_press(move || session.screen.set(Screen::Look)),
            )}
            {card(words, "feedback", ("kiosk-survey", "kiosk-survey-hint"), journey(Room::Survey))}
        </ul>
    }
    .into_any()
}

fn card(
    words: Words,
    icon: &'static str,
    (title, hint): (&'static str, &'static str),
    act: OnPress,
) -> impl IntoView {
    view! {
        <li>
            <button type="button" class="kiosk-card" on:click=act>
                <Icon name=icon />
                <span>
                    <strong>{words.say(title)}</strong>
                    <span class="hint">{words.say(hint)}</span>
                </span>
            </button>
        </li>
    }
}
