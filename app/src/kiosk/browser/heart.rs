//! The heartbeat: every half minute this page says how the device is, and hears what time it is and how
//! it is to be set. A new setting is kept at once and applied between customers. Nobody answering
//! changes nothing: a kiosk without a network goes on.

use super::{
    calls::call,
    carried::{self, Arrived},
    frames::Frames,
    page, printer,
    queue::Depth,
    session::Session,
    wipe,
};
use crate::kiosk::{Beat, BeatAnswer, EVERY, Refused};
use js_sys::{Date, Function, Promise, Reflect};
use leptos::{
    leptos_dom::helpers::set_interval_with_handle,
    prelude::*,
    task::spawn_local,
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use serde::Serialize;
use std::time::Duration;

/// What this page knows of the server.
#[derive(Clone, Copy)]
pub struct Heart {
    /// The count of the last answer.
    heard: StoredValue<Option<i64>>,
    /// The version that could not be read.
    refused: StoredValue<Option<i64>>,
}

/// The call's arguments.
#[derive(Serialize)]
struct Said {
    beat: Beat,
}

impl Heart {
    /// Beats for as long as the page is there and holds the device's lock: of several pages of one
    /// device one speaks.
    pub fn beat(session: Session, frames: Frames, applied: i64) -> Self {
        let heart = Self {
            heard: StoredValue::new(None),
            refused: StoredValue::new(None),
        };
        let page = page::fresh_key();
        alone(move || {
            let once = move || {
                let page = page.clone();
                spawn_local(async move { heart.once(&page, frames, applied, session).await });
            };
            once();
            // A browser without timers is not heard of, which the desk notices.
            let _no_timers = set_interval_with_handle(once, Duration::from_secs(EVERY.into()));
        });
        heart
    }

    /// One beat, with what waits; its answer is a reason to send that.
    async fn once(self, page: &str, frames: Frames, applied: i64, session: Session) {
        let queue = session.queue.get_value();
        let depth = match &queue {
            Some(queue) => queue.depth().await,
            None => Depth::default(),
        };
        let beat = self.now(page, frames, applied, depth);
        let answer: Result<BeatAnswer<Arrived>, Refused> = call("heartbeat", &Said { beat }).await;
        if let (Ok(answer), Some(queue)) = (&answer, queue) {
            // What time it is is heard again in half a minute.
            let _full = queue.heard(answer.now).await;
            queue.nudge();
        }
        self.heard(answer, session);
    }

    fn now(self, page: &str, frames: Frames, applied: i64, depth: Depth) -> Beat {
        Beat {
            page: page.to_owned(),
            heard: self.heard.get_value(),
            build: env!("CARGO_PKG_VERSION").to_owned(),
            at: (Date::now() * 1000.0) as i64,
            frame: Some(frames.age()),
            queue: depth.waiting,
            oldest: depth.oldest,
            keys: depth.keys,
            printer: printer::last(),
            setup: applied,
            refused: self.refused.get_value(),
        }
    }

    fn heard(self, answer: Result<BeatAnswer<Arrived>, Refused>, session: Session) {
        match answer {
            Ok(answer) => {
                self.heard.set_value(Some(answer.count));
                if let Some(arrived) = answer.setup {
                    match arrived.body {
                        Some(_) => carried::keep_setup(&arrived, session),
                        None => self.refused.set_value(Some(arrived.version)),
                    }
                }
            }
            // Whatever is open is this customer's last page here: the device is paired anew first.
            Err(Refused::NotPaired) => wipe::end(session),
            Err(Refused::TooMany | Refused::Unreadable | Refused::Unavailable) => {}
        }
    }
}

/// Does it once no other page of this device does.
fn alone(act: impl FnOnce() + 'static) {
    let locks = Reflect::get(&page::window().navigator(), &"locks".into());
    let request = locks
        .as_ref()
        .ok()
        .and_then(|locks| Reflect::get(locks, &"request".into()).ok())
        .and_then(|request| request.dyn_into::<Function>().ok());
    let (Ok(locks), Some(request)) = (&locks, request) else {
        act();
        return;
    };
    let held = Closure::once_into_js(move |_lock: JsValue| {
        act();
        // Held until the page is gone.
        Promise::new(&mut |_, _| {})
    });
    // A refusal to lock would be a browser's fault; the kiosk is then not heard of, which is noticed.
    drop(request.call2(locks, &Beat::LOCK.into(), &held));
}
