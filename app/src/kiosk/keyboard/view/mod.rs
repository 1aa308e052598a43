//! The keyboard as it is seen and pressed. It is a block of the page between what is filled in and
//! the bar, so it takes room from the page and never lies over it.
//!
//! It is there while a field is being filled in. Pressing a key leaves the field focused; a key
//! that was reached by Tab keeps the focus instead.

mod choices;
mod field;
mod keys;
mod listening;
mod shelf;
mod state;

use crate::{
    case::language::Lang,
    kiosk::live::{Live, live},
    words::Words,
};
use leptos::prelude::*;
use state::Keys;

/// The keyboard. It stands once in the kiosk's frame and finds its fields by itself.
#[component]
pub fn Keyboard(
    /// The language of the visitor.
    lang: Live<Lang>,
) -> impl IntoView {
    let keys = Keys::new(lang);
    listening::listen(keys);
    let words = move || Words::new(lang.get());
    let wanted = Live::of(move || keys.purpose.get().is_some());
    live(move || {
        if !wanted.get() {
            return ().into_any();
        }
        view! {
            // The press shall not take the focus from the field.
            <section
                class="keyboard"
                aria-label=move || words().say("keyboard")
                on:mousedown=|event: leptos::ev::MouseEvent| event.prevent_default()
            >
                {live(move || choices::strip(keys))}
                {live(move || keys::rows(keys))}
            </section>
        }
        .into_any()
    })
}
