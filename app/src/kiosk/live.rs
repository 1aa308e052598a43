//! What the screens follow: values that change, and what is drawn or done anew when they do.
//!
//! Leptos compiles a signal for each type that lies in one, and an effect or a part of a view for each
//! closure. A kiosk loads all of it before its first customer, so here they have one type each, whatever
//! they hold or do. Views that never change need nothing of this.

use leptos::prelude::*;
use std::{
    any::Any,
    marker::PhantomData,
    rc::Rc,
    sync::{Arc, Mutex},
};

/// A value that the screens follow. A handle, as cheap to copy as the signal in it.
pub struct Live<T> {
    held: RwSignal<Rc<dyn Any>, LocalStorage>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T: Clone + 'static> Live<T> {
    /// With its first value.
    pub fn new(value: T) -> Self {
        Self {
            held: RwSignal::new_local(Rc::new(value)),
            kind: PhantomData,
        }
    }

    /// Looks at it, and is told when it changes.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(as_is(&self.held.get()))
    }

    /// Looks at it once.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(as_is(&self.held.get_untracked()))
    }

    /// The value; whoever asks is told when it changes.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value as it is now, unless what it belongs to is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        let held = self.held.try_get_untracked()?;
        Some(as_is::<T>(&held).clone())
    }

    /// Whoever asks is told when it changes.
    pub fn track(self) {
        self.held.track();
    }

    /// Changes it, and tells so.
    pub fn set(self, value: T) {
        self.held.set(Rc::new(value));
    }

    /// Changes it in its place, and tells so.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

impl<T: Clone + PartialEq + 'static> Live<T> {
    /// What follows from others. Whoever asks is told when it is another, not when they are.
    pub fn of(follows: impl Fn() -> T + 'static) -> Self {
        let live = Self::new(untrack(&follows));
        follow(move || live.put(follows()));
        live
    }

    /// Changes it if that is a change: nobody is told of what they know.
    pub fn put(self, value: T) {
        if self.with_untracked(|known| *known != value) {
            self.set(value);
        }
    }
}

fn as_is<T: 'static>(held: &Rc<dyn Any>) -> &T {
    held.downcast_ref()
        .expect("nothing but its own kind is ever put there")
}

/// A part of a screen that is drawn anew whenever something it looked at has changed.
pub fn live(draw: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let draw: Arc<Mutex<dyn FnMut() -> AnyView + Send>> = Arc::new(Mutex::new(draw));
    draw.into_any()
}

/// Does something now, and again whenever something it looked at has changed.
pub fn follow(act: impl FnMut() + 'static) {
    let act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(act);
}
