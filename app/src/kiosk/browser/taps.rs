//! Presses on their way to the server. They are nobody's and worth little each, so they lie in the
//! page's plain storage until the server has them: over a reload, a crash and days without a network.
//! What customers send in a journey never lies here; that has a queue of its own, and a seal.

use super::{calls::call, page};
use crate::kiosk::{
    Refused,
    tap::{MOST, Tap, Taps},
};
use leptos::{leptos_dom::helpers::set_interval_with_handle, logging::error};
use serde::Serialize;
use std::{cell::Cell, time::Duration};
use wasm_bindgen_futures::spawn_local;

/// Where they lie.
const PLACE: &str = "taps";
/// No more are kept; a door that has seen so many without a network has said enough.
const KEPT: usize = 5_000;
/// How often it is tried to send them.
const EVERY: Duration = Duration::from_secs(30);

/// The call's arguments.
#[derive(Serialize)]
struct Said<'a> {
    taps: &'a Taps,
}

thread_local! {
    static SENDING: Cell<bool> = const { Cell::new(false) };
    /// By how much the server's clock is ahead, once it has answered.
    static AHEAD: Cell<Option<i64>> = const { Cell::new(None) };
}

/// The device's clock, in microseconds.
pub fn now() -> i64 {
    (js_sys::Date::now() * 1000.0) as i64
}

/// Sends what lies there, now and then.
pub fn watch() {
    // A browser without timers shows nothing else either.
    let _no_timers = set_interval_with_handle(send, EVERY);
    send();
}

/// Keeps a press, or the reason that came after it, and tries to send it.
pub fn keep(tap: Tap) {
    let mut waiting = read();
    match waiting.iter().position(|one| one.key == tap.key) {
        Some(at) => waiting[at] = tap,
        None if waiting.len() < KEPT => waiting.push(tap),
        None => error!("a press is not kept: too many wait"),
    }
    write(&waiting);
    send();
}

fn send() {
    if read().is_empty() || SENDING.replace(true) {
        return;
    }
    spawn_local(async {
        while let Some(sent) = next() {
            if !deliver(sent).await {
                break;
            }
        }
        SENDING.set(false);
    });
}

/// What goes with the next call; nothing but a question for the time, until that is known.
fn next() -> Option<Taps> {
    let mut taps = read();
    if taps.is_empty() {
        return None;
    }
    let ahead = AHEAD.get();
    taps.truncate(if ahead.is_some() { MOST } else { 0 });
    Some(Taps {
        taps,
        ahead: ahead.unwrap_or_default(),
    })
}

/// Whether it makes sense to go on.
async fn deliver(sent: Taps) -> bool {
    let answer: Result<i64, _> = call("tap", &Said { taps: &sent }).await;
    match answer {
        Ok(answered_at) => AHEAD.set(Some(answered_at - now())),
        Err(Refused::Unreadable) => error!("the server cannot read these presses: {sent:?}"),
        Err(_) => return false,
    }
    // A reason that was given meanwhile is still to be sent.
    let mut waiting = read();
    waiting.retain(|tap| !sent.taps.contains(tap));
    write(&waiting);
    true
}

fn read() -> Vec<Tap> {
    let kept = page::window().local_storage().ok().flatten();
    let text = kept.and_then(|kept| kept.get_item(PLACE).ok().flatten());
    text.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

fn write(waiting: &[Tap]) {
    let Ok(Some(kept)) = page::window().local_storage() else {
        return;
    };
    let written =
        serde_json::to_string(waiting).is_ok_and(|text| kept.set_item(PLACE, &text).is_ok());
    if !written {
        error!("a press is not kept: the storage is full");
    }
}
