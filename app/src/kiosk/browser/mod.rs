//! What runs on a paired kiosk: one page from the first tap to the last. Nothing of a customer is
//! anywhere but in this page's memory, and every customer ends with a new page.
//!
//! `session` is one customer's memory; `screens` draw it; `frame` holds what is the same on each
//! screen; `idle` and `wipe` end it. What leads where is decided in `walk`, outside the browser.

mod calls;
mod carried;
mod clock;
mod frame;
mod frames;
mod heart;
mod idle;
mod json;
mod known;
mod moving;
mod page;
mod printer;
mod queue;
mod screens;
mod sending;
mod session;
mod speech;
mod wipe;

use carried::Carried;
use frames::Frames;
use heart::Heart;
use leptos::{mount::mount_to_body, prelude::*};
use queue::Queue;
use session::Session;
use speech::Speech;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;

/// Opens the kiosk. Until it does, the document says "out of order": where anything that is needed
/// is missing, that stays the truth.
#[leptos::wasm_bindgen::prelude::wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
pub fn open() {
    wipe::watch_returns();
    // The browser's own: that of Leptos is there only once something is mounted.
    spawn_local(async {
        match Carried::load().await {
            Ok(carried) => {
                let queue = queue(carried.setup.cap).await;
                show(carried, queue);
            }
            Err(missing) => leptos::logging::error!("The kiosk stays closed: {missing}"),
        }
    });
}

fn show(carried: Carried, queue: Option<Queue>) {
    let Some(place) = page::by_id("kiosk") else {
        leptos::logging::error!("The kiosk stays closed: no place for it");
        return;
    };
    let view = move || {
        provide_context(Arc::new(carried.catalogue));
        let session = Session::begin(carried.setup.language);
        provide_context(session);
        session.queue.set_value(queue);
        idle::watch(session, &carried.setup);
        provide_context(Heart::beat(session, Frames::watch(), carried.version));
        provide_context(Arc::new(carried.setup));
        provide_context(Speech::begin(session));
        frame::frame(session)
    };
    place.remove();
    mount_to_body(view);
}

/// What waits on this device, which begins to be sent. Where nothing can be kept nothing can be sent
/// either, and whoever tries is sent to the counter.
async fn queue(cap: u32) -> Option<Queue> {
    match Queue::open(cap).await {
        Ok(queue) => Some(queue),
        Err(trouble) => {
            leptos::logging::error!("Nothing can be kept here: {trouble:?}");
            None
        }
    }
}
