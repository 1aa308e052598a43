//! Is somebody still there? Over the whole screen, announced, and answered with one tap.

use super::super::{moving, session::Session, wipe};
use super::press;
use crate::catalogue::Catalogue;
use leptos::prelude::*;
use std::sync::Arc;

pub fn warning(session: Session) -> Option<AnyView> {
    // Drawn once a question, not once a second: a reader would begin anew each time.
    let asking = Memo::new(move |_| session.warning.get().is_some());
    if !asking.get() {
        return None;
    }
    let words = session.words();
    let catalogue: Arc<Catalogue> = expect_context();
    let left = move || {
        let left = session.warning.get().unwrap_or_default();
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
    let view = view! {
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
                {press(words.say("kiosk-go-on"), "button", move || session.warning.set(None))}
                {to_phone}
                {press(words.say("kiosk-just-finish"), "button second", move || wipe::end(session))}
            </div>
        </div>
    };
    Some(view.into_any())
}
