//! The screens, one at a time. Each is drawn anew from the session; none keeps anything.

mod attract;
mod door;
mod ending;
mod help;
mod leaving;
mod look;
mod menu;
mod moving;
mod paper;
mod place;
mod sent;
mod step;
mod warning;

pub use warning::warning;

use super::{
    page,
    session::{Over, Screen, Session},
    wipe,
};
use crate::{
    catalogue::Catalogue,
    kiosk::press::{OnPress, on_press},
    words::Words,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The screen as the session stands.
pub fn draw(session: Session, catalogue: &Arc<Catalogue>) -> AnyView {
    let words = session.words();
    provide_context(words);
    let drawn = match (session.over.get(), session.screen.get()) {
        (Some(Over::Help), _) => help::draw(session, words, catalogue),
        (Some(Over::Leaving), _) => leaving::draw(session, words),
        (Some(Over::Moving), _) => moving::draw(session, words),
        (None, Screen::Attract) => door::draw(session, words, catalogue)
            .unwrap_or_else(|| attract::draw(session, words, catalogue)),
        (None, Screen::Tap) => door::last(session, words, catalogue),
        (None, Screen::Menu) => menu::draw(session, words, catalogue),
        (None, Screen::Look) => look::draw(session, words),
        (None, Screen::Step(step, faults)) => step::draw(session, words, catalogue, &step, faults),
        (None, Screen::Ending(ending)) => ending::draw(session, words, ending),
        (None, Screen::Sending) => sent::sending(words),
        (None, Screen::Sent(it)) => sent::sent(session, words, it),
        (None, Screen::Full) => sent::full(session, words),
    };
    request_animation_frame(arrive);
    drawn
}

/// Takes the reader to the top of a new screen, or to what is to be put right.
fn arrive() {
    if let Some(stage) = page::by_id("main") {
        stage.set_scroll_top(0);
    }
    let there = page::first(".faults:not([hidden])").or_else(|| page::by_id("main"));
    if let Some(there) = there {
        page::focus(&there);
    }
}

/// A large button of a screen, on its own line or beside others.
fn press(label: String, class: &'static str, act: impl Fn() + 'static) -> AnyView {
    button(label, class, on_press(act))
}

fn button(label: String, class: &'static str, act: OnPress) -> AnyView {
    view! {
        <button type="button" class=class on:click=act>
            {label}
        </button>
    }
    .into_any()
}

/// Closes what lies over the screen.
fn uncover(session: Session, words: Words, class: &'static str) -> AnyView {
    press(words.say("kiosk-back"), class, move || {
        session.over.set(None)
    })
}

/// What can be done once a journey is over.
fn afterwards(session: Session, words: Words) -> AnyView {
    let asked = door::is_asked_last(session);
    let finish = move || match asked {
        true => session.screen.set(Screen::Tap),
        false => wipe::end(session),
    };
    view! {
        <div class="acts">
            {press(words.say("kiosk-finish"), "button", finish)}
            {press(
                words.say("kiosk-something-else"),
                "button second",
                move || session.screen.set(Screen::Menu),
            )}
        </div>
    }
    .into_any()
}
