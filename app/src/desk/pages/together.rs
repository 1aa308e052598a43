//! Doing the same to several: the form under the queue that the ticked boxes belong to, and what is
//! said of it afterwards.

use crate::{
    desk::{Queue, Show, Tick, together::PLACE},
    hatch::Refusal,
    journey::{FaultCode, Rule},
    parts::{Notice, Section, TextArea, Tone},
    steps::{aside, fresh_key},
    turn::{Turn, flag, query},
    words::Words,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The id of the form.
pub(super) const FORM: &str = "together";

/// What the query says of what was done to several.
#[derive(Clone, Debug)]
pub(super) struct Said {
    done: Option<(i64, i64, i64)>,
    none: bool,
    mend: bool,
}

impl Said {
    /// Read before the first await, while the query is at hand.
    pub(super) fn take() -> Self {
        let number = |name| query(name).and_then(|number| number.parse().ok());
        Self {
            done: number("done").map(|done: i64| {
                let of = |name| number(name).unwrap_or_default();
                (done, of("late"), of("gone"))
            }),
            none: flag("none"),
            mend: flag("mend"),
        }
    }

    /// How each of them ended, counted.
    pub(super) fn notice(&self, words: Words) -> Option<AnyView> {
        if self.none {
            let text = words.say("work-none-text");
            let title = words.say("work-none-title");
            return Some(view! { <Notice tone=Tone::Warn title><p>{text}</p></Notice> }.into_any());
        }
        let (done, late, gone) = self.done?;
        let tone = match (late, gone) {
            (0, 0) => Tone::Good,
            _ => Tone::Warn,
        };
        let others = [("work-together-late", late), ("work-together-gone", gone)]
            .into_iter()
            .filter(|(_, n)| *n > 0)
            .map(|(id, n)| view! { <p>{words.count(id, n)}</p> })
            .collect_view();
        let title = words.count("work-together-done", done);
        Some(
            view! { <Notice tone title>{others} <p>{words.say("desk-did-text")}</p></Notice> }
                .into_any(),
        )
    }
}

/// What was ticked and typed before, and could not be taken.
pub(super) struct Ticked {
    /// The names of the boxes.
    pub names: BTreeSet<String>,
    text: String,
    mend: bool,
}

impl Ticked {
    /// Nothing, unless the page is shown because of it.
    pub(super) async fn read(turn: &Turn, said: &Said) -> Result<Self, Refusal> {
        let sheet = match said.mend || said.none {
            true => aside(turn, PLACE).await?,
            false => Default::default(),
        };
        let names = sheet.fields().map(|(name, _)| name);
        Ok(Self {
            names: names
                .filter(|name| Tick::from_name(name).is_some())
                .map(str::to_owned)
                .collect(),
            text: sheet.typed("text").to_owned(),
            mend: said.mend,
        })
    }

    fn fault(&self, turn: &Turn) -> Option<String> {
        let rule = Rule::Text {
            required: true,
            most: Rule::LONG,
        };
        let fault = rule.check(&self.text).err().filter(|_| self.mend);
        fault.map(|fault: FaultCode| turn.words.fault(fault))
    }

    /// For the summary on top of the page.
    pub(super) fn faults(&self, turn: &Turn) -> Vec<(String, String)> {
        let fault = self.fault(turn);
        fault
            .map(|fault| ("text".to_owned(), fault))
            .into_iter()
            .collect()
    }
}

/// The form; nothing where nothing can be ticked.
pub(super) fn together(turn: &Turn, show: Show, queue: &Queue, ticked: &Ticked) -> Option<AnyView> {
    if show == Show::Done || (queue.rows.is_empty() && queue.mine.is_empty()) {
        return None;
    }
    let words = turn.words;
    let fault = ticked.fault(turn);
    let open = !ticked.text.is_empty() || fault.is_some();
    let form = view! {
        <form id=FORM method="post" action="/api/desk/together" autocomplete="off" novalidate>
            <input type="hidden" name="key" value=fresh_key() />
            <input type="hidden" name="show" value=show.name() />
            <p class="acts">
                <button class="button" type="submit" name="act" value="take">
                    {words.say("work-take")}
                </button>
            </p>
            <details class="act" open=open>
                <summary>{words.say("work-note-open")}</summary>
                <TextArea
                    id="text"
                    label=words.say("work-note-label")
                    hint=words.say("desk-note-hint")
                    value=ticked.text.clone()
                    fault
                    rows=3
                />
                <button class="button second" type="submit" name="act" value="note">
                    {words.say("work-note")}
                </button>
            </details>
        </form>
    };
    Some(
        view! { <Section title=words.say("work-together-title") id="together-title">{form}</Section> }
            .into_any(),
    )
}
