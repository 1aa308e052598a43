//! Waking a form: listening to what is typed and pressed in it.

use super::{
    document::{all, asleep, attribute, document, first, go, listen, set, show, unset, window},
    kept::Kept,
    marks::{mark, tell},
    sending::{Trouble, send},
};
use crate::{awake::Watched, reply::Reply};
use leptos::{
    task::spawn_local,
    wasm_bindgen::{JsCast, JsValue},
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use web_sys::{
    Element, Event, HtmlButtonElement, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlTextAreaElement, SubmitEvent,
};

/// Wakes every form that sleeps yet.
pub fn wake_forms() {
    for around in asleep("awake-form") {
        let told: Option<Element> = first(&around, "[data-kept]");
        let form: Option<HtmlFormElement> = first(&around, "form");
        if let (Some(told), Some(form)) = (told, form) {
            let kept = Kept::new(&attribute(&told, "data-kept"), form.clone());
            kept.restore();
            watch(&around, &form, kept.clone(), watched(&told));
            take_over(&around, form, kept);
        }
    }
}

/// The fields under watch, as the page tells them.
fn watched(told: &Element) -> Vec<Watched> {
    let fields = all(told, "[data-watch]").into_iter();
    fields
        .filter_map(|field| {
            let sentences = all(&field, "[data-fault]").into_iter();
            Some(Watched {
                field: attribute(&field, "data-watch"),
                rule: attribute(&field, "data-rule").parse().ok()?,
                sentences: sentences
                    .map(|it| {
                        (
                            attribute(&it, "data-fault"),
                            it.text_content().unwrap_or_default(),
                        )
                    })
                    .collect(),
            })
        })
        .collect()
}

/// Checks fields while they are typed in: from the first time one is left, so that nobody is told
/// of a number that it is too short while they type it. One that is left by pressing something is
/// looked at after the press: a sentence put in before moves the button from under the finger.
fn watch(around: &Element, form: &HtmlFormElement, kept: Kept, watched: Vec<Watched>) {
    let left: Rc<RefCell<Vec<String>>> = Rc::default();
    let pressing: Rc<Cell<bool>> = Rc::default();
    let waiting: Rc<RefCell<Option<Element>>> = Rc::default();
    let around = around.clone();
    let check: Rc<dyn Fn(&Element)> = Rc::new(move |field: &Element| {
        if let Some(watched) = watched.iter().find(|it| it.field == field.id()) {
            mark(&around, &watched.field, watched.fault(&value(field)));
        }
    });
    for end in ["click", "pointercancel"] {
        let (pressing, waiting, check) = (pressing.clone(), waiting.clone(), check.clone());
        listen(&document(), end, move |_| {
            pressing.set(false);
            if let Some(field) = waiting.take() {
                check(&field);
            }
        });
    }
    let pressed = pressing.clone();
    listen(&document(), "pointerdown", move |_| pressed.set(true));
    let look = move |event: Event| {
        kept.save();
        let Some(field) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else {
            return;
        };
        if event.type_() == "change" {
            left.borrow_mut().push(field.id());
            if pressing.get() {
                *waiting.borrow_mut() = Some(field);
                return;
            }
        }
        if field.has_attribute("aria-invalid") || left.borrow().contains(&field.id()) {
            check(&field);
        }
    };
    listen(form, "input", look.clone());
    listen(form, "change", look);
}

fn value(field: &Element) -> String {
    match field.dyn_ref::<HtmlTextAreaElement>() {
        Some(area) => area.value(),
        None => field
            .dyn_ref::<HtmlInputElement>()
            .map(HtmlInputElement::value)
            .unwrap_or_default(),
    }
}

/// Sends the form in the browser's place.
fn take_over(around: &Element, form: HtmlFormElement, kept: Kept) {
    let pressed: Rc<RefCell<Option<HtmlElement>>> = Rc::default();
    for button in all(around, "[data-retry]") {
        let (form, pressed) = (form.clone(), pressed.clone());
        listen(&button, "click", move |_| {
            // Not borrowed while it is sent: sending notes what was pressed.
            let button = pressed.borrow().clone();
            let _sent = form.request_submit_with_submitter(button.as_ref());
        });
    }
    // Back to a page that was left while it sent: it may send again.
    let shown = form.clone();
    listen(&window(), "pageshow", move |_| unset(&shown, "aria-busy"));
    let sender = (around.clone(), form.clone());
    listen(&form, "submit", move |event| {
        let (around, form) = sender.clone();
        event.prevent_default();
        // A double click is one sending.
        if form.has_attribute("aria-busy") {
            return;
        }
        set(&form, "aria-busy", "true");
        let submitter = event
            .dyn_into::<SubmitEvent>()
            .ok()
            .and_then(|it| it.submitter());
        *pressed.borrow_mut() = submitter.clone();
        let to = submitter
            .as_ref()
            .and_then(|it| it.get_attribute("formaction"));
        let to = to.unwrap_or_else(|| attribute(&form, "action"));
        let act = submitter.and_then(said_by);
        let kept = kept.clone();
        spawn_local(async move {
            quiet(&around);
            match send(&form, &to, act).await {
                Ok(Reply::See(path)) => {
                    kept.drop();
                    return go(&path);
                }
                Ok(Reply::Mend(faults)) => tell(&around, &faults),
                Err(trouble) => own_up(&around, trouble),
            }
            unset(&form, "aria-busy");
        });
    });
}

/// What a button says, by name and value.
fn said_by(button: HtmlElement) -> Option<(String, String)> {
    let button: HtmlButtonElement = JsValue::from(button).dyn_into().ok()?;
    Some((button.name(), button.value())).filter(|(name, _)| !name.is_empty())
}

/// Takes the notices of an earlier try away.
fn quiet(around: &Element) {
    for trouble in [Trouble::Offline, Trouble::TooMany, Trouble::Unavailable] {
        if let Some(notice) = notice(around, trouble) {
            notice.set_hidden(true);
        }
    }
}

/// Says that nothing was sent, that nothing is lost, and offers another try.
fn own_up(around: &Element, trouble: Trouble) {
    tell(around, &[]);
    if let Some(notice) = notice(around, trouble) {
        show(&notice);
    }
}

fn notice(around: &Element, trouble: Trouble) -> Option<HtmlElement> {
    first(around, &format!("[data-trouble={}]", trouble.name()))
}
