//! The islands: what WebAssembly adds to pages that already work asleep. Each sits on a form, a list
//! or a timeline that the server has drawn in full, and speaks the same protocol as the browser
//! alone would. Rules come from `journey/`; there is no page and no rule here.
//!
//! An island has no props and draws nothing. Its words, its rules and what it may have to show lie
//! unseen on the page: reading props and drawing would bring a JSON reader and a renderer along, more
//! than half of all the bytes a customer may be sent.
//!
//! - [`AwakeForm`]: a field is checked while it is typed in, a refusal or a dead connection costs no
//!   page and no word, and a reload keeps what was typed.
//! - [`PlacePicker`]: a district is found by typing, not by scrolling through all of them.
//! - [`LiveCase`]: news of a case appears while its page lies open.
//! - [`ForgottenTab`]: "forget me here" leaves nothing in the tab either.

mod form;
pub use form::AwakeForm;
mod watched;
pub use watched::Watched;
#[cfg(any(test, feature = "hydrate"))]
mod finder;
mod place;
pub use place::PlacePicker;
mod live;
pub use live::LiveCase;
mod forgotten;
pub use forgotten::ForgottenTab;

#[cfg(feature = "hydrate")]
mod browser;

/// Wakes the islands of the page. `public/awake.js` calls it once the page is usable.
#[cfg(feature = "hydrate")]
#[leptos::wasm_bindgen::prelude::wasm_bindgen(wasm_bindgen = leptos::wasm_bindgen)]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
