//! Whether somebody is there. Any touch, key or input says so, the keys on the screen among them, and
//! whoever is being read to is there too; after the set time without one the customer is asked, and has
//! half a minute to answer with one tap.

use super::{page, session::Session, speech, wipe};
use crate::kiosk::Setup;
use leptos::{leptos_dom::helpers::set_interval_with_handle, prelude::*};
use std::time::Duration;

/// How often is looked at.
const LOOK: Duration = Duration::from_millis(500);

/// Watches for as long as the page is there.
pub fn watch(session: Session, setup: &Setup) {
    // WCAG 2.2.1 asks for 20 seconds at least; the settings hold that.
    let [idle, asked] = [setup.idle, setup.warning].map(|it| Duration::from_secs(it.into()));
    let seen = StoredValue::new(page::monotonic());
    for event in ["pointerdown", "keydown", "input"] {
        let handle = window_event_listener_untyped(event, move |_| {
            if session.warning.get_untracked().is_none() {
                seen.set_value(page::monotonic());
            }
        });
        on_cleanup(move || handle.remove());
    }
    Effect::new(move |was: Option<bool>| {
        let asking = session.warning.get().is_some();
        // The answer was "yes": the time begins anew.
        if was == Some(true) && !asking {
            seen.set_value(page::monotonic());
        }
        asking
    });
    let look = move || {
        if !session.is_touched() {
            return;
        }
        if speech::is_speaking() && session.warning.get_untracked().is_none() {
            seen.set_value(page::monotonic());
        }
        let away =
            Duration::from_secs_f64((page::monotonic() - seen.get_value()).max(0.0) / 1000.0);
        if away >= idle + asked {
            wipe::end(session);
        } else if away >= idle {
            let left = (idle + asked - away).as_secs_f64().ceil();
            session.warning.set(Some(left as u32));
        }
    };
    // A browser without timers shows nothing else either.
    let _no_timers = set_interval_with_handle(look, LOOK);
}
