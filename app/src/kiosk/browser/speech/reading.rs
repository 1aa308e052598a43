//! The things on the screen, in the order in which they stand.

use crate::kiosk::speech::Thing;
use leptos::wasm_bindgen::JsCast;
use web_sys::{
    Element, EventTarget, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
};

/// Everything inside.
pub fn things(root: &HtmlElement) -> Vec<Thing> {
    let mut found = Vec::new();
    read(root, &mut found);
    found
}

/// What was come to, if it is something to act on.
pub fn focused(target: Option<EventTarget>) -> Option<Thing> {
    let element: HtmlElement = target?.dyn_into().ok()?;
    acted_on(&element)
}

fn read(element: &HtmlElement, found: &mut Vec<Thing>) {
    if is_unsaid(element) {
        return;
    }
    if let Some(thing) = acted_on(element) {
        found.push(thing);
    } else if element.id() == "reference" {
        found.push(Thing::Reference(text(element)));
    } else if element.class_list().contains("as-typed") {
        found.push(Thing::Typed(text(element)));
    } else if is_text(element) {
        found.push(Thing::Text(text(element)));
    } else {
        let children = element.children();
        for at in 0..children.length() {
            if let Some(child) = children.item(at).and_then(|one| one.dyn_into().ok()) {
                read(&child, found);
            }
        }
    }
}

/// What is not drawn, not meant for readers, said by the thing it belongs to, or secret.
fn is_unsaid(element: &HtmlElement) -> bool {
    const UNSAID: &str =
        "label, [aria-hidden=true], [hidden], input[type=hidden], .unsaid, #secret-link";
    // What lies over the screen is fixed, and has no parent to be offset from.
    let drawn = element.get_client_rects().length() > 0;
    !drawn || element.matches(UNSAID).unwrap_or_default() && !is_heading(element)
}

/// A step that asks for one thing has its label in its heading.
fn is_heading(element: &Element) -> bool {
    matches!(element.closest("h1, legend"), Ok(Some(_)))
}

/// Words without anything in them that could be acted on.
fn is_text(element: &HtmlElement) -> bool {
    const ACTED_ON: &str =
        "input, textarea, select, button, a[href], summary, #reference, #secret-link, .as-typed";
    let blocks =
        "p, h1, h2, h3, li, dt, dd, legend, summary, div, section, ul, ol, dl, figure, svg";
    matches!(element.query_selector(ACTED_ON), Ok(None))
        && (is_heading(element) || matches!(element.query_selector(blocks), Ok(None)))
}

fn acted_on(element: &HtmlElement) -> Option<Thing> {
    let name = || name(element);
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return Some(match input.type_().as_str() {
            "radio" | "checkbox" => Thing::Choice {
                name: name(),
                chosen: input.checked(),
            },
            _ => Thing::Field {
                name: name(),
                value: input.value(),
            },
        });
    }
    if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>() {
        let value = field.value();
        return Some(Thing::Field {
            name: name(),
            value,
        });
    }
    if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
        let value = list.value();
        return Some(Thing::Field {
            name: name(),
            value,
        });
    }
    if !element
        .matches("button, a[href], summary")
        .unwrap_or_default()
    {
        return None;
    }
    Some(match element.get_attribute("aria-pressed").as_deref() {
        Some(pressed) => Thing::Switch {
            name: name(),
            on: pressed == "true",
        },
        None => Thing::Press(name()),
    })
}

/// What a thing is called: its own name, its label, or what is read on it.
fn name(element: &HtmlElement) -> String {
    if let Some(name) = element.get_attribute("aria-label") {
        return name;
    }
    let label = format!("label[for=\"{}\"]", element.id());
    let labelled = element.owner_document().and_then(|document| {
        let label = document.query_selector(&label).ok().flatten()?;
        label.dyn_into::<HtmlElement>().ok()
    });
    match labelled {
        Some(label) if !element.id().is_empty() => text(&label),
        _ => text(element),
    }
}

fn text(element: &HtmlElement) -> String {
    element.inner_text()
}
