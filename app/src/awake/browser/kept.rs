//! What is typed and not yet sent, kept in this tab: an accidental reload costs nothing. Gone with
//! the tab, with the sending, and with "forget me here".

use super::document::{first, window};
use crate::case::attachment::FIELD;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventInit, FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement, Storage, UrlSearchParams, js_sys,
};

/// One form's place in the tab's memory. Where a browser has none nothing is kept.
#[derive(Clone)]
pub struct Kept {
    name: String,
    form: HtmlFormElement,
}

impl Kept {
    pub fn new(name: &str, form: HtmlFormElement) -> Self {
        Self {
            name: format!("typed:{name}"),
            form,
        }
    }

    /// Keeps what the form's fields hold now.
    pub fn save(&self) {
        if let Some(storage) = storage() {
            // A memory that is full keeps what it had.
            let _full = storage.set_item(&self.name, &typed(&self.form));
        }
    }

    /// Puts back what was kept.
    pub fn restore(&self) {
        let kept = storage().and_then(|storage| storage.get_item(&self.name).ok().flatten());
        let Some(fields) = kept.and_then(|kept| UrlSearchParams::new_with_str(&kept).ok()) else {
            return;
        };
        for pair in js_sys::Array::from(fields.as_ref()).iter() {
            let pair: js_sys::Array = pair.unchecked_into();
            if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                self.put(&name, &value);
            }
        }
    }

    /// Sent: nothing of it is kept.
    pub fn drop(&self) {
        if let Some(storage) = storage() {
            let _missing = storage.remove_item(&self.name);
        }
    }

    fn put(&self, name: &str, value: &str) {
        let named = |kind: &str| format!("{kind}[name=\"{name}\"]");
        let form = &self.form;
        let radio = format!("input[name=\"{name}\"][value=\"{}\"]", css(value));
        if let Some(area) = first::<HtmlTextAreaElement>(form, &named("textarea")) {
            area.set_value(value);
        } else if let Some(list) = first::<HtmlSelectElement>(form, &named("select")) {
            list.set_value(value);
        } else if first::<HtmlInputElement>(form, &(named("input") + "[type=radio]")).is_some() {
            if let Some(radio) = first::<HtmlInputElement>(form, &radio) {
                radio.set_checked(true);
            }
        } else if let Some(input) = first::<HtmlInputElement>(form, &named("input")) {
            input.set_value(value);
        }
    }
}

/// Forgets everything this tab keeps.
pub fn forget_all() {
    if let Some(storage) = storage() {
        let _missing = storage.clear();
    }
}

/// What the form's own fields hold, as it is sent; hidden ones are the page's, not the customer's.
fn typed(form: &HtmlFormElement) -> String {
    let fields = plain(&data(form));
    for hidden in ["key", "step", "incident", "reference"] {
        fields.delete(hidden);
    }
    String::from(fields.to_string())
}

/// All fields of a form, in the order of the page.
pub fn data(form: &HtmlFormElement) -> FormData {
    FormData::new_with_form(form).expect("a form has data")
}

/// The same as text, which a file is not: no page may put one back into its field, either.
pub fn plain(data: &FormData) -> UrlSearchParams {
    let fields = UrlSearchParams::new_with_str_sequence_sequence(data.as_ref())
        .expect("whatever a form holds can be said as text");
    fields.delete(FIELD);
    fields
}

/// Whether a file is chosen in a part of the page.
pub fn has_file(part: &Element) -> bool {
    let field = first::<HtmlInputElement>(part, "[type=file]");
    field.is_some_and(|field| !field.value().is_empty())
}

/// Tells whoever listens that a field has another value now.
pub fn changed(field: &JsValue) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    let field: &web_sys::EventTarget = field.unchecked_ref();
    for kind in ["input", "change"] {
        let event = Event::new_with_event_init_dict(kind, &bubbling);
        let _heard = field.dispatch_event(&event.expect("the kind is a word"));
    }
}

/// A value within the quotes of a selector.
fn css(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"")
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
