//! The kiosk's own voice, for whoever does not see the screen (EN 301 549, 5.1.3). It begins with a
//! key or a large button, reads each screen when it comes and each thing that is come to by Tab, and
//! falls silent at whatever is done. Its measure is as new with each page, and so with each customer.

mod reading;
mod voice;

use super::{page, session::Session};
use crate::{
    kiosk::{
        Setup,
        live::{Live, follow, live},
        press::{OnPress, listen, on_press},
        speech::{Ear, Thing},
    },
    words::Words,
};
use leptos::{leptos_dom::helpers::request_animation_frame, prelude::*, wasm_bindgen::JsCast};
use std::sync::Arc;
use web_sys::KeyboardEvent;

pub use voice::is_speaking;

/// A keypad beside the screen has this key; nothing on the screen is typed with it.
const KEY: &str = "F1";

/// The voice of one page.
#[derive(Clone, Copy)]
pub struct Speech {
    session: Session,
    ear: Ear,
    /// Whether it is to read.
    pub on: Live<bool>,
    /// How loud, in hundredths.
    loud: Live<u32>,
}

impl Speech {
    /// Silent, until somebody asks.
    pub fn begin(session: Session) -> Self {
        let setup: Arc<Setup> = use_context().unwrap_or_default();
        let speech = Self {
            session,
            ear: if setup.headset {
                Ear::Headset
            } else {
                Ear::Anyone
            },
            on: Live::new(false),
            loud: Live::new(setup.volume),
        };
        speech.listen();
        speech
    }

    fn listen(self) {
        // Whatever is done ends what is being said; what it leads to may be said next.
        listen("pointerdown", |_| voice::hush());
        listen("keydown", move |event| {
            voice::hush();
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some(KEY) {
                event.prevent_default();
                self.read();
            }
        });
        listen("focusin", move |event| {
            if self.on.get_untracked()
                && let Some(thing) = reading::focused(event.target())
            {
                self.say(&[thing]);
            }
        });
        let session = self.session;
        follow(move || {
            session.asked.track();
            session.screen.track();
            session.over.track();
            session.lang.track();
            if self.on.get_untracked() {
                self.read_when_drawn();
            }
        });
    }

    /// Reads the screen, from now on each that comes.
    pub fn read(self) {
        self.on.set(true);
        self.read_when_drawn();
    }

    /// The screen is drawn in the next frame and takes the focus in it, so it is read in the one after.
    fn read_when_drawn(self) {
        request_animation_frame(move || {
            request_animation_frame(move || {
                if self.on.get_untracked() {
                    let root = page::by_id("warning").or_else(|| page::by_id("main"));
                    let things = root.map(|root| reading::things(&root)).unwrap_or_default();
                    self.say(&things);
                }
            });
        });
    }

    fn say(self, things: &[Thing]) {
        let lang = self.session.lang.get_untracked();
        let words = Words::new(lang);
        let sentences = things
            .iter()
            .filter_map(|thing| thing.sentence(words, self.ear));
        voice::speak(sentences, lang, self.loud.get_untracked());
    }

    /// Falls silent and stays so.
    pub fn stop(self) {
        self.on.set(false);
        voice::hush();
    }

    /// Louder by so many hundredths, or quieter, and reads the screen in the new measure.
    pub fn louder(self, by: i32) {
        self.loud
            .update(|loud| *loud = loud.saturating_add_signed(by).clamp(20, 100));
        self.read_when_drawn();
    }
}

/// The voice's buttons: one to begin with, and once it speaks those that are needed then.
#[component]
pub fn Aloud(
    /// The voice.
    speech: Speech,
) -> impl IntoView {
    let say = move |id: &'static str| move || speech.session.words().say(id);
    let button = move |id: &'static str, act: OnPress| {
        view! {
            <button type="button" on:click=act>
                {say(id)}
            </button>
        }
        .into_any()
    };
    let buttons = move || match speech.on.get() {
        false => button("speech-start", on_press(move || speech.read())),
        true => vec![
            button("speech-again", on_press(move || speech.read())),
            button("speech-louder", on_press(move || speech.louder(20))),
            button("speech-quieter", on_press(move || speech.louder(-20))),
            button("speech-stop", on_press(move || speech.stop())),
        ]
        .into_any(),
    };
    view! {
        <div class="kiosk-speech" role="group" aria-label=say("speech")>
            {live(buttons)}
        </div>
    }
}
