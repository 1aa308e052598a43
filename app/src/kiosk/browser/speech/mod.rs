//! The kiosk's own voice, for whoever does not see the screen (EN 301 549, 5.1.3). It begins with a
//! key or a large button, reads each screen when it comes and each thing that is come to by Tab, and
//! falls silent at whatever is done. Its measure is as new with each page, and so with each customer.

mod reading;
mod voice;

use super::{page, session::Session};
use crate::{
    kiosk::{
        Setup,
        press::on_press,
        speech::{Ear, Thing},
    },
    words::Words,
};
use leptos::{ev, leptos_dom::helpers::request_animation_frame, prelude::*};
use std::sync::Arc;

pub use voice::is_speaking;

/// A keypad beside the screen has this key; nothing on the screen is typed with it.
const KEY: &str = "F1";

/// The voice of one page.
#[derive(Clone, Copy)]
pub struct Speech {
    session: Session,
    ear: Ear,
    /// Whether it is to read.
    pub on: RwSignal<bool>,
    /// How loud, in hundredths.
    loud: RwSignal<u32>,
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
            on: RwSignal::new(false),
            loud: RwSignal::new(setup.volume),
        };
        speech.listen();
        speech
    }

    fn listen(self) {
        // Whatever is done ends what is being said; what it leads to may be said next.
        let pressed = window_event_listener(ev::pointerdown, |_| voice::hush());
        let typed = window_event_listener(ev::keydown, move |event| {
            voice::hush();
            if event.key() == KEY {
                event.prevent_default();
                self.read();
            }
        });
        let entered = window_event_listener(ev::focusin, move |event| {
            if self.on.get_untracked()
                && let Some(thing) = reading::focused(event.target())
            {
                self.say(&[thing]);
            }
        });
        on_cleanup(move || {
            pressed.remove();
            typed.remove();
            entered.remove();
        });
        let session = self.session;
        // The warning counts down; it is read once.
        let asked = Memo::new(move |_| session.warning.with(Option::is_some));
        Effect::new(move || {
            asked.track();
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
    let begin = move || {
        view! {
            <button type="button" on:click=on_press(move || speech.read())>
                {say("speech-start")}
            </button>
        }
    };
    view! {
        <div class="kiosk-speech" role="group" aria-label=say("speech")>
            <Show when=move || speech.on.get() fallback=begin>
                <button type="button" on:click=on_press(move || speech.read())>
                    {say("speech-again")}
                </button>
                <button type="button" on:click=on_press(move || speech.louder(20))>
                    {say("speech-louder")}
                </button>
                <button type="button" on:click=on_press(move || speech.louder(-20))>
                    {say("speech-quieter")}
                </button>
                <button type="button" on:click=on_press(move || speech.stop())>
                    {say("speech-stop")}
                </button>
            </Show>
        </div>
    }
}
