//! The field that is filled in: what is written comes about as if somebody had typed it, with the
//! browser's own events, limits and caret. `execCommand` is old, but nothing else does that, and a
//! kiosk's browser is Chromium.

use leptos::{leptos_dom::helpers::request_animation_frame, wasm_bindgen::JsCast};
use web_sys::{
    Document, Element, Event, EventInit, HtmlDocument, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// The document of the page.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Takes the focus there. What cannot be focused is merely not focused.
pub fn focus(element: &HtmlElement) {
    let _unfocused = element.focus();
}

/// Writes at the caret, over what is marked.
pub fn write(element: &HtmlElement, text: &str) {
    command(element, "insertText", text);
}

/// A new line at the caret.
pub fn new_line(element: &HtmlElement) {
    command(element, "insertLineBreak", "");
}

/// Takes back what is before the caret, or what is marked.
pub fn take_back(element: &HtmlElement) {
    command(element, "delete", "");
}

/// A command is for the focused field. Whoever came to a key by Tab stays on it; a choice goes as
/// soon as it is taken, and leads back to the field.
fn command(element: &HtmlElement, name: &str, text: &str) {
    let Some(document) = document() else { return };
    let field: &Element = element;
    let elsewhere = document
        .active_element()
        .filter(|active| active != field)
        .and_then(|active| active.dyn_into::<HtmlElement>().ok());
    if elsewhere.is_some() {
        focus(element);
    }
    if let Ok(document) = document.dyn_into::<HtmlDocument>() {
        let _refused = document.exec_command_with_show_ui_and_value(name, false, text);
    }
    if let Some(key) = elsewhere.filter(stays) {
        focus(&key);
    }
}

/// Whether an element belongs to the keyboard.
pub fn is_key(element: &HtmlElement) -> bool {
    matches!(element.closest(".keyboard"), Ok(Some(_)))
}

fn stays(key: &HtmlElement) -> bool {
    is_key(key) && matches!(key.closest(".keyboard-choices"), Ok(None))
}

/// What stands in a field.
pub fn value(element: &HtmlElement) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return input.value();
    }
    element
        .dyn_ref::<HtmlTextAreaElement>()
        .map(HtmlTextAreaElement::value)
        .unwrap_or_default()
}

/// Gives a field its whole value: for a day, which cannot be written letter by letter.
pub fn set_value(element: &HtmlElement, value: &str) {
    let Some(input) = element.dyn_ref::<HtmlInputElement>() else {
        return;
    };
    if input.value() == value {
        return;
    }
    input.set_value(value);
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    for name in ["input", "change"] {
        if let Ok(event) = Event::new_with_event_init_dict(name, &bubbling) {
            let _prevented = input.dispatch_event(&event);
        }
    }
}

/// On to what comes next on the page: a field, a choice or a button.
pub fn go_on(element: &HtmlElement) {
    const STOPS: &str = "main :is(input, textarea, select, button, a[href])";
    let Some(found) = document().and_then(|document| document.query_selector_all(STOPS).ok())
    else {
        return;
    };
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .skip_while(|one| one != element)
        .skip(1)
        .find(|one| one.tab_index() >= 0 && one.offset_parent().is_some())
        .iter()
        .for_each(focus);
}

/// Brings the field into what the keyboard leaves of the page, once it is drawn.
pub fn bring_into_sight(element: HtmlElement) {
    request_animation_frame(move || {
        let options = ScrollIntoViewOptions::new();
        let height = element.get_bounding_client_rect().height();
        let room = element
            .closest("main")
            .ok()
            .flatten()
            .map_or(f64::MAX, |main| f64::from(main.client_height()));
        options.set_block(if height < room {
            ScrollLogicalPosition::Center
        } else {
            ScrollLogicalPosition::Start
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    });
}
