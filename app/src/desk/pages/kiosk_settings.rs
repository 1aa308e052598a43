//! How a kiosk is set, as a form.

use super::{choices::bare, kiosk::hidden, kiosks::fault_of};
use crate::{
    case::language::Lang,
    desk::kiosks::{KioskPage, UnsentKiosk},
    kiosk::{Mode, Setup},
    parts::{Field, Section, Select, SelectOption},
    turn::Turn,
};
use leptos::prelude::*;

/// The form, with what was typed before and could not be taken.
pub(super) fn settings(turn: &Turn, page: &KioskPage, mend: Option<&UnsentKiosk>) -> AnyView {
    let words = turn.words;
    let typed = |field: &str| mend.map(|unsent| unsent.sheet.typed(field).to_owned());
    let fault = |field: &str| fault_of(words, mend, field);
    let now = &page.setup;
    let modes = Mode::ALL.map(|mode| {
        let label = words.say(&format!("fleet-set-mode-{}", mode.name()));
        SelectOption::new(mode.name(), label)
    });
    let languages = Lang::ALL.map(|lang| SelectOption::new(lang.tag(), lang.own_name()));
    let numbers = Setup::NUMBERS
        .into_iter()
        .map(|(field, range)| {
            let hint = words.fill(
                "fleet-set-range",
                &[
                    ("hint", &words.say(&format!("fleet-set-{field}-hint"))),
                    ("least", &range.start().to_string()),
                    ("most", &range.end().to_string()),
                ],
            );
            let value = typed(field).unwrap_or_else(|| now.number(field).to_string());
            let label = words.say(&format!("fleet-set-{field}"));
            view! { <Field id=field label hint value fault=fault(field) /> }
        })
        .collect_view();
    let switches = Setup::SWITCHES
        .map(|field| {
            let on = typed(field).map_or(now.is_on(field), |typed| !typed.is_empty());
            view! {
                <div class="tick">
                    <input type="checkbox" id=field name=field value="on" checked=on />
                    <label for=field>{words.say(&format!("fleet-set-{field}"))}</label>
                </div>
            }
        })
        .collect_view();
    let form = view! {
        <form class="step" method="post" action="/api/fleet/set" autocomplete="off" novalidate>
            {hidden(page)}
            <Select
                id="mode"
                label=words.say("fleet-set-mode")
                empty=words.say("desk-choose")
                groups=bare(modes.to_vec())
                chosen=typed("mode").unwrap_or_else(|| now.mode.name().to_owned())
                fault=fault("mode")
            />
            <Select
                id="language"
                label=words.say("fleet-set-language")
                empty=words.say("desk-choose")
                groups=bare(languages.to_vec())
                chosen=typed("language").unwrap_or_else(|| now.language.tag().to_owned())
                fault=fault("language")
            />
            {numbers}
            {switches}
            <button class="button" type="submit">
                {words.say("fleet-set")}
            </button>
        </form>
    };
    view! {
        <Section title=words.say("fleet-set-title") id="settings">
            <p>{words.say("fleet-set-text")}</p>
            {form}
        </Section>
    }
    .into_any()
}
