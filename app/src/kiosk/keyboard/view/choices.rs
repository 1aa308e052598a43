//! The strip above the keys: what was typed and not chosen yet, and what it may mean.

use super::{
    super::{
        board::Purpose,
        compose::{Candidate, Method},
    },
    state::Keys,
};
use crate::{
    case::language::Lang,
    kiosk::{
        live::{Live, live},
        press::on_press,
    },
    parts::Listed,
    words::Words,
};
use leptos::prelude::*;

pub fn strip(keys: Keys) -> AnyView {
    match (keys.purpose.get(), keys.board.get().method()) {
        (Some(Purpose::Day), _) => day(keys),
        (Some(_), Some(_)) => chinese(keys),
        _ => ().into_any(),
    }
}

fn day(keys: Keys) -> AnyView {
    let words = move || Words::new(keys.lang.get());
    view! {
        <div class="keyboard-strip">
            <output class="keyboard-typed">{move || keys.day.with(|day| day.shown())}</output>
            <p class="keyboard-note">{move || words().say("keyboard-day")}</p>
        </div>
    }
    .into_any()
}

fn chinese(keys: Keys) -> AnyView {
    let words = move || Words::new(keys.lang.get());
    let method = move || keys.composer.with(|composer| composer.method());
    // What is said of the dictionary, unless it is there.
    let said = Live::of(move || {
        if keys.shelf.waits(method()) {
            Some(("status", "keyboard-waiting"))
        } else if keys.shelf.lacks(method()) {
            Some(("alert", "keyboard-missing"))
        } else {
            None
        }
    });
    let note = move || match said.get() {
        Some((role, id)) => view! {
            <p class="keyboard-note" role=role>
                {move || words().say(id)}
            </p>
        }
        .into_any(),
        None => ().into_any(),
    };
    let shown = move || {
        let shown = (1..).zip(keys.shown());
        let shown = shown.map(|(at, choice)| one(keys, at, choice));
        shown.listed().into_any()
    };
    let any = Live::of(move || !keys.choices.with(Vec::is_empty));
    let turn = move || match any.get() {
        true => pages(keys),
        false => ().into_any(),
    };
    view! {
        <div class="keyboard-strip">
            <output class="keyboard-typed">
                {move || keys.composer.with(|composer| composer.shown())}
            </output>
            {live(note)}
            <div
                class="keyboard-choices"
                role="group"
                aria-label=move || words().say("keyboard-choices")
            >
                {live(shown)}
            </div>
            {live(turn)}
        </div>
    }
    .into_any()
}

/// The keys that lead through the pages of choices.
fn pages(keys: Keys) -> AnyView {
    let say = move |id: &'static str| move || Words::new(keys.lang.get()).say(id);
    let first = move || keys.page.get() == 0;
    let last = move || keys.page.get() + 1 >= keys.pages();
    view! {
        <div class="keyboard-turn">
            <button
                type="button"
                class="key key-word"
                aria-disabled=move || first().to_string()
                on:click=on_press(move || keys.earlier())
            >
                {say("keyboard-earlier")}
            </button>
            <button
                type="button"
                class="key key-word"
                aria-disabled=move || last().to_string()
                on:click=on_press(move || keys.later())
            >
                {say("keyboard-later")}
            </button>
        </div>
    }
    .into_any()
}

/// One choice. A single character is named by a word that has it, because so many sound alike.
fn one(keys: Keys, at: usize, choice: Candidate) -> AnyView {
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
    .into_any()
}
