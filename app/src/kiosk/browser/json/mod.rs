//! JSON, read and written by the browser itself. What serde knows of our types stands between its
//! values and ours; a parser and a writer of our own, with all that they would say of what is wrong,
//! were an eighth of the program. So here it is only known that something cannot be read, not why.
//!
//! Numbers are the browser's: whole ones are exact to 2⁵³, which microseconds since 1970 stay far below.

mod reading;
mod writing;

use js_sys::JSON;
use leptos::wasm_bindgen::JsValue;
use serde::{Serialize, de::DeserializeOwned};

/// Reads a text; nothing, where it is none of what is wanted.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    take(JSON::parse(text).ok()?)
}

/// Takes over what the browser has read.
pub fn take<T: DeserializeOwned>(value: JsValue) -> Option<T> {
    T::deserialize(reading::Reader(value)).ok()
}

/// Writes a text; nothing, where it cannot be said in JSON.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    let value = value.serialize(writing::Writer).ok()?;
    JSON::stringify(&value).ok().map(String::from)
}
