//! The first page, the pages every face has (help, privacy, accessibility), and the language.

pub mod api;
pub mod pages;
