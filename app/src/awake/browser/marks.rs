//! What is wrong, shown where the server would show it: beside the field, in the summary, in the
//! window's title. The pieces are the server's own, drawn unseen.

use super::document::{all, attribute, by_id, document, first, made, set, show, unset};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Shows a fault at its field, or takes it away.
pub fn mark(around: &Element, field: &str, sentence: Option<&str>) {
    let Some(control) = by_id(field) else {
        return;
    };
    let Some(frame) = closest(&control, ".field") else {
        return;
    };
    let id = format!("{field}-fault");
    if let Some(old) = by_id(&id) {
        old.remove();
    }
    let faulty = sentence.is_some();
    let _our_own_class = frame.class_list().toggle_with_force("faulty", faulty);
    describe(
        &closest(&control, "fieldset").unwrap_or(control.clone()),
        &id,
        faulty,
    );
    if control.get_attribute("type").as_deref() != Some("radio") {
        match faulty {
            true => set(&control, "aria-invalid", "true"),
            false => unset(&control, "aria-invalid"),
        }
    }
    let pattern = first::<HtmlElement>(around, "#fault-pattern");
    if let (Some(sentence), Some(pattern)) = (sentence, pattern)
        && let Ok(fault) = pattern.clone_node_with_deep(true)
    {
        let fault: HtmlElement = fault.unchecked_into();
        fault.set_id(&id);
        fault.set_hidden(false);
        if let Some(words) = fault.last_element_child() {
            words.set_text_content(Some(sentence));
        }
        // Before the control, or before the cards of a choice: what stands last in its frame.
        let last = frame.last_element_child();
        let _same_frame = frame.insert_before(&fault, last.as_deref());
    }
}

/// Hangs a sentence on what it describes, or takes it off.
fn describe(described: &Element, id: &str, on: bool) {
    let by = attribute(described, "aria-describedby");
    let mut ids: Vec<&str> = by
        .split(' ')
        .filter(|it| !it.is_empty() && *it != id)
        .collect();
    if on {
        ids.push(id);
    }
    match ids.is_empty() {
        true => unset(described, "aria-describedby"),
        false => set(described, "aria-describedby", &ids.join(" ")),
    }
}

/// Tells all faults of a refusal, at the top and at their fields, and goes there. None are none.
pub fn tell(around: &Element, faults: &[(String, String)]) {
    let Some(summary) = first::<HtmlElement>(around, ".faults") else {
        return;
    };
    // What was told before may be mended by now.
    for link in all(&summary, "a") {
        mark(
            around,
            attribute(&link, "href").trim_start_matches('#'),
            None,
        );
    }
    let list = first::<Element>(&summary, "ul").expect("the summary holds a list");
    list.set_text_content(None);
    for (field, sentence) in faults {
        mark(around, field, Some(sentence));
        let link = made("a");
        set(&link, "href", &format!("#{field}"));
        link.set_text_content(Some(sentence));
        let item = made("li");
        let _fits = item.append_child(&link);
        let _fits = list.append_child(&item);
    }
    entitle(&summary, !faults.is_empty());
    match faults.is_empty() {
        true => summary.set_hidden(true),
        false => show(&summary),
    }
}

/// The window's title says first that something is wrong, as screen readers read it first.
fn entitle(summary: &HtmlElement, faulty: bool) {
    let pattern = attribute(summary, "data-title");
    let (before, after) = pattern.split_once("{}").unwrap_or_default();
    let title = document().title();
    let title = title.strip_prefix(before).unwrap_or(&title);
    document().set_title(&match faulty {
        true => format!("{before}{title}{after}"),
        false => title.to_owned(),
    });
}

fn closest(element: &Element, selector: &str) -> Option<Element> {
    let found = element.closest(selector);
    found.expect("our own selectors are well formed")
}
