//! Nouns that every room shares: languages, references, contacts, what a customer sees of a case.
//! Pure: nothing here reads a clock, a file or a request.

pub mod attachment;
pub mod contact;
pub mod language;
pub mod reference;
pub mod view;
