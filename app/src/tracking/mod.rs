//! The tracking room: finding a case, following it, writing to it, saying whether it is fixed.

#[cfg(feature = "ssr")]
pub mod api;
#[cfg(feature = "ssr")]
pub mod find;
#[cfg(feature = "ssr")]
pub mod news;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod receipt;
#[cfg(feature = "ssr")]
pub mod told;

use crate::{
    case::{
        attachment::{FileFault, Upload},
        view::{CaseView, Standing},
    },
    journey::{FieldFault, Rule, Sheet},
};

/// A look for a case by what a customer remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// As typed.
    pub reference: String,
    /// Phone number or e-mail address, as typed.
    pub contact: String,
}

/// What is wrong with a look for a case, as it was typed.
pub fn look_faults(form: &Sheet) -> Vec<FieldFault> {
    let rules = [
        ("reference", Rule::Reference),
        (
            "contact",
            Rule::Text {
                required: true,
                most: Rule::SHORT,
            },
        ),
    ];
    rules
        .into_iter()
        .filter_map(|(field, rule)| {
            rule.check(form.typed(field))
                .err()
                .map(|code| FieldFault::new(field, code))
        })
        .collect()
}

/// What a customer says about their case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saying {
    /// The form's key: the same text with the same key is said once, however often it is sent.
    pub key: String,
    /// The text; "it is fixed" and "still not fixed" need none.
    pub text: String,
    /// A file beside it.
    pub file: Option<Upload>,
}

/// What became of something that was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is in the log, or was already.
    Taken,
    /// The case is closed: nobody would read it. Kept for "still not fixed".
    Closed,
    /// The file cannot be taken, and so nothing was.
    Unfit(FileFault),
}

/// What a visitor may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Everything above the line, by the secret link or because the visitor sent it.
    Full(Box<CaseView>),
    /// State and promise, by reference and contact.
    Standing(Standing),
}
