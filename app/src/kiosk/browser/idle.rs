//! Whether somebody is there. Any touch, key or input says so, the keys on the screen among them, and
//! whoever is being read to is there too; after the set time without one the customer is asked, and has
//! half a minute to answer with one tap.

use super::{page, session::Session, speech, wipe};
use crate::kiosk::{Setup, live::follow, press::listen};
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
        listen(event, move |_| {
            if !session.asked.get_untracked() {
                seen.set_value(page::monotonic());
            }
        });
    }
    follow(move || {
        // The answer was "yes": the time begins anew.
        if !session.asked.get() {
            seen.set_value(page::monotonic());
        }
    });
    let look = move || {
        if !session.is_touched() {
            return;
        }
        if speech::is_speaking() && !session.asked.get_untracked() {
            seen.set_value(page::monotonic());
        }
        let away =
            Duration::from_secs_f64((page::monotonic() - seen.get_value()).max(0.0) / 1000.0);
        if away >= idle + asked {
            wipe::end(session);
        } else if away >= idle {
            let left = (idle + asked - away).as_secs_f64().ceil();
            session.left.put(left as u32);
            session.asked.put(true);
        }
    };
    // A browser without timers shows nothing else either.
    let _no_timers = set_interval_with_handle(look, LOOK);
}
