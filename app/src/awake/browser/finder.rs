//! Waking the finder of places: what is typed, what fits, and what is chosen of it.

use super::{
    document::{asleep, attribute, first, listen, made, set, unset},
    list::{choose_in, places_of},
};
use crate::awake::finder::{Findable, find};
use leptos::wasm_bindgen::JsCast;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// Wakes every finder that sleeps yet.
pub fn wake_finders() {
    for around in asleep("awake-place") {
        if let Some(finder) = Finder::of(&around) {
            Rc::new(finder).wake();
        }
    }
}

struct Finder {
    field: HtmlInputElement,
    /// What fits; open while there is something in it.
    shown: HtmlElement,
    /// What is said besides: nothing fits, this was chosen.
    said: HtmlElement,
    list: HtmlSelectElement,
    places: Vec<Findable>,
    found: RefCell<Vec<Findable>>,
    at: Cell<usize>,
}

impl Finder {
    fn of(around: &Element) -> Option<Self> {
        first::<HtmlElement>(around, ".finder")?.set_hidden(false);
        let list = first(around, "select")?;
        Some(Self {
            field: first(around, "[role=combobox]")?,
            shown: first(around, "[role=listbox]")?,
            said: first(around, "[data-chosen]")?,
            places: places_of(&list),
            list,
            found: RefCell::default(),
            at: Cell::default(),
        })
    }

    fn wake(self: Rc<Self>) {
        let it = self.clone();
        listen(&self.field, "input", move |_| it.look());
        let it = self.clone();
        listen(&self.field, "keydown", move |event| it.press(&event));
        let it = self.clone();
        listen(&self.field, "blur", move |_| it.close());
        // The field keeps the focus, else the list would close before anything is chosen of it.
        listen(&self.shown, "mousedown", |event| event.prevent_default());
        let it = self.clone();
        listen(&self.shown, "click", move |event| it.click(&event));
    }

    /// Shows what fits now.
    fn look(&self) {
        let typed = self.field.value();
        let found: Vec<_> = find(&self.places, &typed).into_iter().cloned().collect();
        self.shown.set_text_content(None);
        for (n, place) in found.iter().enumerate() {
            let option = made("li");
            option.set_id(&option_id(n));
            set(&option, "role", "option");
            option.set_text_content(Some(&place.label));
            let _fits = self.shown.append_child(&option);
        }
        let nothing = found.is_empty() && !typed.trim().is_empty();
        self.say(if nothing {
            attribute(&self.said, "data-none")
        } else {
            String::new()
        });
        if found.is_empty() {
            self.close();
        } else {
            self.open_at(0);
        }
        self.found.replace(found);
    }

    fn press(&self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else {
            return;
        };
        let (of, at, open) = (
            self.found.borrow().len(),
            self.at.get(),
            !self.shown.hidden(),
        );
        match key.as_str() {
            "ArrowDown" if of > 0 => self.open_at(if open { (at + 1) % of } else { at }),
            "ArrowUp" if of > 0 => self.open_at(if open { (at + of - 1) % of } else { at }),
            "Escape" if open => self.close(),
            // With the list closed Enter sends the step, as in any other field.
            "Enter" if open => self.choose(at),
            _ => return,
        }
        event.prevent_default();
    }

    fn click(&self, event: &Event) {
        let option = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let at = (0..self.found.borrow().len()).find(|n| {
            option
                .as_ref()
                .is_some_and(|option| option.id() == option_id(*n))
        });
        if let Some(at) = at {
            self.choose(at);
        }
    }

    fn choose(&self, at: usize) {
        let chosen = self.found.borrow().get(at).cloned();
        if let Some(place) = chosen {
            choose_in(&self.list, &place.code);
            self.field.set_value(&place.label);
            self.close();
            self.say(attribute(&self.said, "data-chosen").replace("{}", &place.label));
        }
    }

    /// Opens the list with one of it under the keyboard.
    fn open_at(&self, at: usize) {
        self.at.set(at);
        self.shown.set_hidden(false);
        set(&self.field, "aria-expanded", "true");
        set(&self.field, "aria-activedescendant", &option_id(at));
        let options = self.shown.children();
        for n in 0..options.length() {
            if let Some(option) = options.item(n) {
                let here = n as usize == at;
                set(
                    &option,
                    "aria-selected",
                    if here { "true" } else { "false" },
                );
            }
        }
    }

    fn close(&self) {
        self.shown.set_hidden(true);
        set(&self.field, "aria-expanded", "false");
        unset(&self.field, "aria-activedescendant");
    }

    fn say(&self, words: String) {
        self.said.set_text_content(Some(&words));
    }
}

fn option_id(n: usize) -> String {
    format!("finder-{n}")
}
