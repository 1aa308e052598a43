//! The list of places as the server drew it: what there is to find, and choosing in it.

use super::{document::attribute, kept::changed};
use crate::awake::finder::Findable;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlOptionElement, HtmlSelectElement};

/// Every place of the list, with all its names: what it is called on the page, and in `data-find`
/// what it is called besides.
pub fn places_of(list: &HtmlSelectElement) -> Vec<Findable> {
    let options = list.options();
    (0..options.length())
        .filter_map(|at| options.item(at)?.dyn_into::<HtmlOptionElement>().ok())
        .filter(|option| !option.value().is_empty())
        .map(|option| {
            let city = option.parent_element();
            let of_city = |name| city.as_ref().map(|city| attribute(city, name));
            let within = of_city("label").unwrap_or_default();
            let names = [
                attribute(&option, "data-find"),
                option.text(),
                of_city("data-find").unwrap_or_default(),
                within.clone(),
            ];
            Findable {
                code: option.value(),
                label: format!("{} · {}", option.text(), within),
                names: names.join(" ").to_lowercase(),
            }
        })
        .collect()
}

/// Chooses in the list, as if it had been opened.
pub fn choose_in(list: &HtmlSelectElement, code: &str) {
    list.set_value(code);
    changed(list);
}
