//! What follows a press on a screen, or whatever else happens to the page.

use leptos::{
    ev::MouseEvent,
    wasm_bindgen::{JsCast, closure::Closure},
};
use web_sys::{Event, MutationObserver, MutationObserverInit};

/// Of one type, whatever it does: the listener, and with it the element and all that draws and drops
/// it, is compiled for each type of what it calls.
pub type OnPress = Box<dyn FnMut(MouseEvent)>;

/// For `on:click`, where nothing but the press itself matters.
pub fn on_press(mut act: impl FnMut() + 'static) -> OnPress {
    Box::new(move |_| act())
}

/// Listens to the whole window, for as long as the page is there.
pub fn listen(event: &str, act: impl FnMut(Event) + 'static) {
    let act: Box<dyn FnMut(Event)> = Box::new(act);
    let act = Closure::wrap(act);
    let window = web_sys::window().expect("a kiosk runs in a window");
    window
        .add_event_listener_with_callback(event, act.as_ref().unchecked_ref())
        .expect("a window can be listened to");
    act.forget();
}

/// Looks again after each change of the page, before it is painted, for as long as the page is there.
pub fn look_after_changes(look: impl FnMut() + 'static) {
    let look: Box<dyn FnMut()> = Box::new(look);
    let look = Closure::wrap(look);
    let page = web_sys::window().and_then(|window| window.document()?.document_element());
    let observer = MutationObserver::new(look.as_ref().unchecked_ref());
    let (Some(page), Ok(observer)) = (page, observer) else {
        return;
    };
    let what = MutationObserverInit::new();
    what.set_child_list(true);
    what.set_attributes(true);
    what.set_subtree(true);
    let _unwatched = observer.observe_with_options(&page, &what);
    look.forget();
}
