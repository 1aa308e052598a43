//! The strip above the keys: what was typed and not chosen yet, and what it may mean.

use super::{
    super::{
        board::Purpose,
        compose::{Candidate, Method},
    },
    state::Keys,
};
use crate::{case::language::Lang, kiosk::press::on_press, words::Words};
use leptos::prelude::*;

pub fn strip(keys: Keys) -> impl IntoView {
    move || match (keys.purpose.get(), keys.board.get().method()) {
        (Some(Purpose::Day), _) => Some(day(keys).into_any()),
        (Some(_), Some(_)) => Some(chinese(keys).into_any()),
        _ => None,
    }
}

fn day(keys: Keys) -> impl IntoView {
    let words = move || Words::new(keys.lang.get());
    view! {
        <div class="keyboard-strip">
            <output class="keyboard-typed">{move || keys.day.with(|day| day.shown())}</output>
            <p class="keyboard-note">{move || words().say("keyboard-day")}</p>
        </div>
    }
}

fn chinese(keys: Keys) -> impl IntoView {
    let words = move || Words::new(keys.lang.get());
    let method = move || keys.composer.with(|composer| composer.method());
    let waiting = move || keys.shelf.waits(method());
    let missing = move || keys.shelf.lacks(method());
    let empty = move || keys.choices.with(Vec::is_empty);
    let first = move || keys.page.get() == 0;
    let last = move || keys.page.get() + 1 >= keys.pages();
    view! {
        <div class="keyboard-strip">
            <output class="keyboard-typed">
                {move || keys.composer.with(|composer| composer.shown())}
            </output>
            <Show when=waiting>
                <p class="keyboard-note" role="status">{move || words().say("keyboard-waiting")}</p>
            </Show>
            <Show when=missing>
                <p class="keyboard-note" role="alert">{move || words().say("keyboard-missing")}</p>
            </Show>
            <div
                class="keyboard-choices"
                role="group"
                aria-label=move || words().say("keyboard-choices")
            >
                {move || {
                    let shown = (1..).zip(keys.shown());
                    shown.map(|(at, choice)| one(keys, at, choice)).collect_view()
                }}
            </div>
            <Show when=move || !empty()>
                <div class="keyboard-turn">
                    <button
                        type="button"
                        class="key key-word"
                        aria-disabled=move || first().to_string()
                        on:click=on_press(move || keys.earlier())
                    >
                        {move || words().say("keyboard-earlier")}
                    </button>
                    <button
                        type="button"
                        class="key key-word"
                        aria-disabled=move || last().to_string()
                        on:click=on_press(move || keys.later())
                    >
                        {move || words().say("keyboard-later")}
                    </button>
                </div>
            </Show>
        </div>
    }
}

/// One choice. A single character is named by a word that has it, because so many sound alike.
fn one(keys: Keys, at: usize, choice: Candidate) -> impl IntoView {
    let words = Words::new(keys.lang.get());
    let method = keys.composer.with_untracked(|composer| composer.method());
    let script = match method {
        Method::Pinyin => Lang::ZhHans,
        Method::Zhuyin => Lang::ZhHant,
    };
    let label = choice.syllable.as_ref().and_then(|syllable| {
        let character = choice.text.chars().next()?;
        let dictionary = keys.shelf.get(method)?;
        let word = dictionary.example(character, syllable)?;
        Some(words.fill(
            "keyboard-candidate",
            &[("character", &choice.text), ("word", word)],
        ))
    });
    let text = choice.text.clone();
    view! {
        <button
            type="button"
            class="key keyboard-choice"
            lang=script.tag()
            aria-label=label
            on:click=on_press(move || keys.choose(&choice))
        >
            <span class="keyboard-number" aria-hidden="true">{at}</span>
            {text}
        </button>
    }
}
