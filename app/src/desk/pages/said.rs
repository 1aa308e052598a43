//! What a page of the desk says about the act that led to it, and about texts it could not take.

use crate::{
    case::attachment::{FIELD, FileFault},
    desk::TextFault,
    journey::FaultCode,
    parts::{Notice, Tone},
    turn::{flag, query},
    words::Words,
};
use leptos::prelude::*;

/// What the query says: what was done, what is to be mended, whether somebody was quicker.
#[derive(Clone, Debug)]
pub(super) struct Said {
    did: Option<String>,
    /// What was typed is to be mended.
    pub mend: bool,
    /// What was typed about the clock is to be mended.
    pub mend_clock: bool,
    late: bool,
    /// The number of the last event that whoever sent a form had seen, if more had happened.
    pub changed: Option<i64>,
    /// What is wrong with the file of a form that is shown again.
    pub file: Option<FileFault>,
}

impl Said {
    /// Read before the first await, while the query is at hand.
    pub(super) fn take() -> Self {
        Self {
            did: query("did"),
            mend: flag("mend"),
            mend_clock: flag("mend-clock"),
            late: flag("late"),
            changed: query("changed").and_then(|seen| seen.parse().ok()),
            file: query(FIELD).and_then(|fault| FileFault::from_name(&fault)),
        }
    }

    /// A notice on top of the page, if there is something to say.
    pub(super) fn notice(&self, words: Words) -> Option<AnyView> {
        if self.late {
            return Some(notice(
                Tone::Warn,
                words.say("desk-late-title"),
                words.say("desk-late-text"),
            ));
        }
        if self.changed.is_some() {
            let (title, text) = ("work-changed-title", "work-changed-text");
            return Some(notice(Tone::Warn, words.say(title), words.say(text)));
        }
        let did = self.did.as_deref()?;
        let title = words.known(&format!("desk-did-{did}"))?;
        Some(notice(Tone::Good, title, words.say("desk-did-text")))
    }
}

fn notice(tone: Tone, title: String, text: String) -> AnyView {
    view! {
        <Notice tone title>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

/// The sentence that helps to mend a text.
pub(super) fn text_fault(words: Words, fault: &TextFault) -> String {
    match fault {
        TextFault::Empty => words.fault(FaultCode::Empty),
        TextFault::Unchosen => words.fault(FaultCode::Choose),
        TextFault::TooLong(most) => words.fault(FaultCode::TooLong(*most)),
        TextFault::InnerName(name) => words.fill("desk-fault-inner-name", &[("name", name)]),
    }
}
