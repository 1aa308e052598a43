//! The few things the kiosk asks of its page: elements, forms, focus, random bits.

use crate::{
    journey::Sheet,
    steps::{KEY_LENGTH, key_of},
};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Document, Element, FormData, HtmlElement, HtmlFormElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("a kiosk runs in a window")
}

pub fn document() -> Document {
    window().document().expect("a window shows a document")
}

pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector of ours fits.
pub fn first(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector);
    found.ok().flatten()?.dyn_into().ok()
}

/// Takes the reader somewhere. What cannot be focused is merely not focused.
pub fn focus(element: &HtmlElement) {
    let _unfocused = element.focus();
}

/// What the fields of a form hold now.
pub fn sheet(form: &HtmlFormElement) -> Sheet {
    let Ok(data) = FormData::new_with_form(form) else {
        return Sheet::default();
    };
    let pairs = js_sys::try_iter(&data).ok().flatten();
    let pairs = pairs.into_iter().flatten().flatten().map(|pair| {
        let pair = js_sys::Array::from(&pair);
        let text = |at| pair.get(at).as_string().unwrap_or_default();
        (text(0), text(1))
    });
    Sheet::from_pairs(pairs)
}

/// The open step's form.
pub fn step_form() -> Option<HtmlFormElement> {
    by_id("step")?.dyn_into().ok()
}

/// Says something about the whole page to the stylesheet.
pub fn mark(name: &str, value: Option<&str>) {
    let Some(root) = document().document_element() else {
        return;
    };
    let marked = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
    marked.expect("our own attributes are well formed");
}

/// A journey's key, as the server makes them.
///
/// # Panics
/// Where the browser has no randomness; nothing may then be sent at all.
pub fn fresh_key() -> String {
    let mut random = [0; KEY_LENGTH];
    let crypto = window().crypto().expect("every browser has randomness");
    crypto
        .get_random_values_with_u8_array(&mut random)
        .expect("every browser has randomness");
    key_of(random)
}

/// Milliseconds since the page began, whatever is done to the clock meanwhile.
pub fn monotonic() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Waits so many milliseconds.
pub async fn pause(millis: i32) {
    let over = js_sys::Promise::new(&mut |over, _| {
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(&over, millis);
        timer.expect("a window has timers");
    });
    let _over = wasm_bindgen_futures::JsFuture::from(over).await;
}

/// The closest element around where something happened that a selector of ours fits.
pub fn around(target: Option<web_sys::EventTarget>, selector: &str) -> Option<Element> {
    let element: Element = target?.dyn_into().ok()?;
    element.closest(selector).ok().flatten()
}
