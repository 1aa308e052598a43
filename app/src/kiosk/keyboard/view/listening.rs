//! What the keyboard listens to: which field is entered, hardware keys while Chinese is written, and
//! fields that go.

use super::{
    super::{board::Purpose, hardware},
    field,
    state::Keys,
};
use crate::kiosk::press;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// Listens for as long as the page is there.
pub fn listen(keys: Keys) {
    for event in ["focusin", "click"] {
        press::listen(event, move |event| {
            if let Some(element) = element(event.target()) {
                entered(keys, &element);
            }
        });
    }
    press::listen("keydown", move |event| {
        if let Some(event) = event.dyn_ref() {
            pressed(keys, event);
        }
    });
    watch_for_leaving(keys);
}

fn element(target: Option<web_sys::EventTarget>) -> Option<HtmlElement> {
    target?.dyn_into().ok()
}

/// A field opens the keyboard, by a press too where it was put away in it. Anything else lets go
/// of what was not chosen but leaves the keyboard, because a page that moves under a finger is
/// pressed in the wrong place.
fn entered(keys: Keys, element: &HtmlElement) {
    let attribute = |name: &str| element.get_attribute(name).unwrap_or_default();
    let kind = match element.dyn_ref::<web_sys::HtmlInputElement>() {
        Some(input) => input.type_(),
        None => String::new(),
    };
    let purpose = Purpose::of(
        &element.tag_name().to_ascii_lowercase(),
        &kind,
        &attribute("inputmode"),
        &attribute("class"),
    );
    match purpose {
        Some(purpose) => keys.open(element, purpose),
        None if field::is_key(element) => {}
        None => keys.forget(),
    }
}

fn pressed(keys: Keys, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
        return;
    }
    let Some(element) = element(event.target()) else {
        return;
    };
    let in_field = keys.field().is_some_and(|field| field == element);
    let on_key = field::is_key(&element);
    if !in_field && !on_key {
        return;
    }
    if on_key {
        from_a_key(keys, event);
    } else if let Some((method, stage)) = keys.writing()
        && let Some(act) = hardware::act(method, stage, &event.key())
    {
        event.prevent_default();
        keys.act(act);
    }
}

/// On a key itself digits choose, and Escape leads back into the field; Enter, Space and Tab are
/// the browser's.
fn from_a_key(keys: Keys, event: &KeyboardEvent) {
    let key = event.key();
    let digit = key
        .parse::<usize>()
        .ok()
        .filter(|digit| (1..=9).contains(digit));
    if key == "Escape" {
        event.prevent_default();
        keys.field().iter().for_each(field::focus);
    } else if let (Some(digit), Some(_)) = (digit, keys.writing()) {
        event.prevent_default();
        keys.act(hardware::Act::Choose(digit - 1));
    }
}

/// When the page draws another step, the field is gone and the keyboard with it.
fn watch_for_leaving(keys: Keys) {
    press::look_after_changes(move || {
        if keys.field().is_some_and(|field| !field.is_connected()) {
            keys.close();
        }
    });
}
