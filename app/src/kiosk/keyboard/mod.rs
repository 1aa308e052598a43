//! The keyboard on the kiosk's screen: which keys there are, and how Chinese is written with them.
//! It knows no customer, learns nothing and keeps nothing; what it wrote belongs to the field.
//!
//! All but the view is pure and compiles everywhere.

pub mod board;
pub mod key;

pub mod compose;
pub mod day;
pub mod dictionary;
pub mod hardware;
pub mod paging;

mod candidates;
mod pinyin;
mod zhuyin;

#[cfg(feature = "kiosk")]
mod view;
#[cfg(feature = "kiosk")]
pub use view::Keyboard;
