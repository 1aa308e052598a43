//! The few things every island asks of the page it is on.

use leptos::wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Document, Element, Event, EventTarget, HtmlElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("islands wake in a window")
}

pub fn document() -> Document {
    window().document().expect("a window shows a document")
}

pub fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// The first element within another that a selector of ours fits.
pub fn first<T: JsCast>(within: &Element, selector: &str) -> Option<T> {
    within
        .query_selector(selector)
        .expect("our own selectors are well formed")?
        .dyn_into()
        .ok()
}

/// Every element within another that a selector of ours fits.
pub fn all(within: &Element, selector: &str) -> Vec<Element> {
    let found = within
        .query_selector_all(selector)
        .expect("our own selectors are well formed");
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into().ok())
        .collect()
}

/// What an attribute says; nothing where it is not there.
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

pub fn made(name: &str) -> Element {
    let made = document().create_element(name);
    made.expect("the name of an element of HTML")
}

/// The islands of one kind that sleep yet. Found by their class: a `NodeRef` is a signal, and the
/// reactive system would be the largest part of what a customer's phone has to load.
pub fn asleep(class: &str) -> Vec<Element> {
    let root = document().document_element().expect("a page has a root");
    let found = all(&root, &format!(".{class}:not([data-awake])"));
    for island in &found {
        set(island, "data-awake", "");
    }
    found
}

/// Sets an attribute of ours.
pub fn set(element: &Element, name: &str, value: &str) {
    let set = element.set_attribute(name, value);
    set.expect("our own attributes are well formed");
}

/// Takes an attribute away.
pub fn unset(element: &Element, name: &str) {
    let unset = element.remove_attribute(name);
    unset.expect("our own attributes are well formed");
}

/// Listens for as long as the page is there.
pub fn listen(target: &EventTarget, kind: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act);
    target
        .add_event_listener_with_callback(kind, act.as_ref().unchecked_ref())
        .expect("a function is a listener");
    act.forget();
}

/// Shows what lay unseen, and takes the reader there.
pub fn show(element: &HtmlElement) {
    element.set_hidden(false);
    // An element of the page that cannot be focused is merely not focused.
    let _unfocused = element.focus();
}

/// Goes to a page of ours. An address that differs in its fragment alone would only scroll.
pub fn go(path: &str) {
    let location = window().location();
    let here = location.pathname().unwrap_or_default() + &location.search().unwrap_or_default();
    let _blocked = location.assign(path);
    if path.contains('#') && path.split('#').next() == Some(here.as_str()) {
        let _blocked = location.reload();
    }
}
