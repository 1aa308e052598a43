//! What can be done here.

use super::super::{sending::begin, session::Session};
use crate::{
    catalogue::Catalogue,
    journey::Room,
    parts::{Heading, Icon},
    words::Words,
};
use leptos::prelude::*;
use std::sync::Arc;

pub fn draw(session: Session, words: Words, catalogue: &Arc<Catalogue>) -> AnyView {
    let card = |room: Room, icon: &'static str, title: &str, hint: &str| {
        let catalogue = catalogue.clone();
        view! {
            <li>
                <button
                    type="button"
                    class="kiosk-card"
                    on:click=move |_| begin(session, catalogue.clone(), room)
                >
                    <Icon name=icon />
                    <span>
                        <strong>{words.say(title)}</strong>
                        <span class="hint">{words.say(hint)}</span>
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <Heading text=words.say("kiosk-menu") />
        <ul class="kiosk-cards">
            {card(Room::Fault, "fault", "kiosk-fault", "kiosk-fault-hint")}
            {card(Room::Enquiry, "ask", "kiosk-enquiry", "kiosk-enquiry-hint")}
            {card(Room::Survey, "feedback", "kiosk-survey", "kiosk-survey-hint")}
        </ul>
    }
    .into_any()
}
