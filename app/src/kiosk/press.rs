//! What follows a press on a screen.

use leptos::ev::MouseEvent;

/// Of one type, whatever it does: the listener, and with it the element and all that draws and drops
/// it, is compiled for each type of what it calls.
pub type OnPress = Box<dyn FnMut(MouseEvent)>;

/// For `on:click`, where nothing but the press itself matters.
pub fn on_press(mut act: impl FnMut() + 'static) -> OnPress {
    Box::new(move |_| act())
}
