//! Is somebody still there? Over the whole screen, announced, and answered with one tap.

use super::super::{moving, session::Session, wipe};
use super::press;
use crate::catalogue::Catalogue;
use leptos::prelude::*;
use std::sync::Arc;

pub fn warning(session: Session) -> AnyView {
    // Drawn once a question, not once a second: a reader would begin anew each time.
    if !session.asked.get() {
        return ().into_any();
    }
    let words = session.words();
    let catalogue: Arc<Catalogue> = expect_context();
    let left = move || {
        let left = session.left.get();
        session.words().count("kiosk-warning-left", left.into())
    };
    let to_phone = moving::is_open(session).then(|| {
        press(words.say("move-to-phone"), "button second", move || {
            // What stands in the open step's fields goes along.
            session.keep_typed(&catalogue);
            moving::show(session);
        })
    });
    request_animation_frame(|| {
        if let Some(dialog) = super::page::by_id("warning") {
            super::page::focus(&dialog);
        }
    });
    view! {
        <div
            id="warning"
            class="kiosk-warning"
            role="alertdialog"
            aria-modal="true"
            aria-labelledby="warning-title"
            aria-describedby="warning-text"
            tabindex="-1"
        >
            <h2 id="warning-title">{words.say("kiosk-warning")}</h2>
            <p id="warning-text" class="lead">{words.say("kiosk-warning-lead")}</p>
            <p class="kiosk-left">{left}</p>
            <div class="acts">
                {press(words.say("kiosk-go-on"), "button", move || session.asked.put(false))}
                {to_phone}
                {press(words.say("kiosk-just-finish"), "button second", move || wipe::end(session))}
            </div>
        </div>
    }
    .into_any()
}
