//! What a kiosk is called and where it stands, as a form.

use super::{choices::bare, kiosk::hidden, kiosks::fault_of};
use crate::{
    case::language::Text,
    desk::kiosks::{KioskPage, UnsentKiosk},
    parts::{Field, Select, SelectOption},
    turn::Turn,
    words::Words,
};
use leptos::prelude::*;

/// The form, with what was typed before and could not be taken.
pub(super) fn place(turn: &Turn, page: &KioskPage, mend: Option<&UnsentKiosk>) -> AnyView {
    let words = turn.words;
    let value = |field: &str, now: &str| {
        mend.map_or(now, |unsent| unsent.sheet.typed(field))
            .to_owned()
    };
    let now = (value("shop", &page.shop), value("name", &page.row.name));
    view! {
        <details class="act" id="place" open=mend.is_some()>
            <summary>{words.say("fleet-place-open")}</summary>
            <form
                class="step"
                method="post"
                action="/api/fleet/place"
                autocomplete="off"
                novalidate
            >
                {hidden(page)}
                <p>{words.say("fleet-place-text")}</p>
                {place_fields(words, &page.shops, now, mend)}
                <button class="button" type="submit">
                    {words.say("fleet-place-save")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

/// Shop and name.
pub(super) fn place_fields(
    words: Words,
    shops: &[(String, Text)],
    (shop, name): (String, String),
    mend: Option<&UnsentKiosk>,
) -> AnyView {
    let shops =
        { shops.iter() }.map(|(code, name)| SelectOption::new(code.clone(), name.say(words.lang)));
    view! {
        <Select
            id="shop"
            label=words.say("fleet-claim-shop")
            empty=words.say("desk-choose")
            groups=bare(shops.collect())
            chosen=shop
            fault=fault_of(words, mend, "shop")
        />
        <Field
            id="name"
            label=words.say("fleet-claim-name")
            hint=words.say("fleet-claim-name-hint")
            value=name
            fault=fault_of(words, mend, "name")
        />
    }
    .into_any()
}
