//! What a step asks, drawn: the inside of the form, which is the same in every shell. The frame
//! around it is the shell's.

use crate::{
    catalogue::Catalogue,
    parts::{Heading, Summary, SummaryRow, excerpt},
    words::Words,
};
use leptos::prelude::*;

/// One step without its frame.
pub struct Drawn {
    /// What the step is about.
    pub title: String,
    /// The word on the button; "Continue" without it, and an empty one where the answers are
    /// buttons themselves.
    pub submit: Option<String>,
    /// Heading and fields.
    pub body: AnyView,
}

/// Check your answers: all of them, each with the way to change it, and what is agreed to.
pub fn check(words: Words, catalogue: &Catalogue, mut rows: Vec<SummaryRow>) -> Drawn {
    // All of it is behind the row's own link.
    for row in &mut rows {
        excerpt(&mut row.value);
    }
    let title = words.say("check-title");
    let agreed = catalogue.consent.send.say(words.lang).to_owned();
    let body = view! {
        <Heading text=title.clone() />
        <Summary rows />
        <p class="why">{agreed}</p>
    };
    Drawn {
        title,
        submit: Some(words.say("check-send")),
        body: body.into_any(),
    }
}
