//! The keys, row by row.

use super::{
    super::key::{Case, Key},
    state::Keys,
};
use crate::{kiosk::press::on_press, parts::Listed, words::Words};
use leptos::prelude::*;

pub fn rows(keys: Keys) -> AnyView {
    let lang = keys.lang.get();
    let Some(purpose) = keys.purpose.get() else {
        return ().into_any();
    };
    let row = |row: Vec<Key>| {
        let row = row
            .into_iter()
            .map(|key| button(keys, key, Words::new(lang)));
        view! { <div class="keyboard-row">{row.listed()}</div> }.into_any()
    };
    let rows = keys.board.get().rows(purpose, lang);
    rows.into_iter().map(row).listed().into_any()
}

fn button(keys: Keys, key: Key, words: Words) -> AnyView {
    let name = key.name().map(|id| words.say(id));
    let seen = move || {
        let case = keys.case.get();
        key.seen(case)
            .unwrap_or_else(|| key.name().map(|id| words.say(id)).unwrap_or_default())
    };
    let label = match (key, key.seen(Case::Small), name) {
        // What is read on a key is part of its name.
        (Key::Go(_), Some(seen), Some(name)) => Some(format!("{seen} {name}")),
        (_, Some(_), name) => name,
        (_, None, _) => None,
    };
    let pressed = move || {
        (key == Key::Shift).then(|| match keys.case.get() {
            Case::Capital => "true",
            Case::Small => "false",
        })
    };
    view! {
        <button
            type="button"
            class=class(key)
            aria-label=label
            aria-pressed=pressed
            on:click=on_press(move || keys.press(key))
        >
            {seen}
        </button>
    }
    .into_any()
}

const fn class(key: Key) -> &'static str {
    match key {
        Key::Write(_) | Key::Sound(_) => "key",
        Key::Space => "key key-space",
        Key::Next => "key key-word key-next",
        Key::Back | Key::Shift | Key::Line | Key::Away => "key key-word",
        Key::Piece(_) | Key::Go(_) => "key key-other",
    }
}
