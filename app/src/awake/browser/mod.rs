//! The islands' hands: the document, the tab's memory, the network. For the browser only; whatever
//! can be decided without one is decided elsewhere.

mod document;
mod finder;
mod following;
mod form;
mod kept;
mod list;
mod marks;
mod sending;

pub(super) use finder::wake_finders;
pub(super) use following::follow_cases;
pub(super) use form::wake_forms;
pub(super) use kept::forget_all;
