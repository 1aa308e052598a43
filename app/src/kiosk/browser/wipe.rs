//! The end of a session: nothing of a customer is left for the next one. All that was known of them is
//! in this page, so the page goes: its fields are emptied, what lies over it is dropped, and a new page
//! takes its place in the history.
//!
//! Named, because it is deliberate: the device's own cookie, the cached shell and the sealed queue
//! stay. So a kiosk is never sent `Clear-Site-Data`, which would take them along.

use super::{
    page,
    session::{Screen, Session},
};
use crate::kiosk::press::listen;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlFormElement;

/// Where a new page begins.
const BEGIN: &str = "/kiosk";

/// Ends a session.
pub fn end(session: Session) {
    forget();
    session.forget();
    // Said anew, it would call those who wait for it to end the session anew, without end.
    if session.screen.get_untracked() != Screen::Attract {
        session.screen.set(Screen::Attract);
    }
    let _blocked = page::window().location().replace(BEGIN);
}

/// What a browser might bring back or hand on: typed fields, and what a tab remembers.
fn forget() {
    let forms = page::document().forms();
    for at in 0..forms.length() {
        let form = forms
            .item(at)
            .and_then(|it| it.dyn_into::<HtmlFormElement>().ok());
        if let Some(form) = form {
            form.reset();
        }
    }
    if let Ok(Some(tab)) = page::window().session_storage() {
        // A browser that keeps nothing has nothing to forget.
        let _nothing = tab.clear();
    }
}

/// Sees to it that no page comes back: one that is left empties its fields, and one that a browser
/// brings back from its memory is replaced before anything of it can be read.
pub fn watch_returns() {
    listen("pagehide", |_| {
        forget();
        if let Some(body) = page::document().body() {
            body.set_inner_html("");
        }
    });
    listen("pageshow", |event| {
        let persisted = js_sys::Reflect::get(&event, &"persisted".into());
        if persisted.is_ok_and(|persisted| persisted.is_truthy()) {
            let _blocked = page::window().location().replace(BEGIN);
        }
    });
}
