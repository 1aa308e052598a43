//! The receipt on paper, where there is a printer. Whether paper came no page can know: the customer
//! is asked, and told that the number is valid without.

use super::{super::printer, press};
use crate::{
    catalogue::Catalogue,
    kiosk::{
        Printer, Setup,
        live::{Live, live},
        press::on_press,
    },
    parts::{Notice, Tone},
    words::Words,
};
use leptos::prelude::*;
use std::sync::Arc;

/// How far the printing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Paper {
    /// Nobody has asked for it.
    Unasked,
    /// It was sent to the printer.
    Asked,
    /// The customer has it.
    Came,
    /// The customer says that none came.
    NoneCame,
}

/// The button, and what is said after it was pressed.
pub fn paper(words: Words) -> Option<AnyView> {
    let setup: Arc<Setup> = use_context()?;
    let catalogue: Arc<Catalogue> = use_context()?;
    if !setup.printer {
        return None;
    }
    let paper = Live::new(Paper::Unasked);
    let print = move || {
        paper.set(Paper::Asked);
        // A browser that does not print brings no paper, which is what is asked next.
        let _not_printed = super::page::window().print();
    };
    let say = move |how: Paper, state: Printer| {
        paper.set(how);
        printer::say(state);
    };
    let told = live(move || match paper.get() {
        Paper::Unasked | Paper::Came => ().into_any(),
        Paper::Asked => {
            let acts = view! {
                <div class="acts">
                    {press(words.say("paper-came"), "button second", move || say(Paper::Came, Printer::Ready))}
                    {press(words.say("paper-none"), "button second", move || say(Paper::NoneCame, Printer::Out))}
                </div>
            };
            view! {
                <Notice title=words.say("paper-asked")>
                    <p>{words.say("paper-valid")}</p>
                    {acts}
                </Notice>
            }
            .into_any()
        }
        Paper::NoneCame => view! {
            <Notice tone=Tone::Warn title=words.say("paper-none")>
                <p>{words.say("paper-noted")}</p>
            </Notice>
        }
        .into_any(),
    });
    let label = move || match paper.get() {
        Paper::Unasked => words.say("paper-print"),
        _ => words.say("paper-again"),
    };
    let help = words.fill("paper-help", &[("phone", &catalogue.operator.help.phone)]);
    let view = view! {
        <p class="paper-only">{help}</p>
        <div class="no-print" role="status">{told}</div>
        <div class="acts">
            <button type="button" id="print" class="button second" on:click=on_press(print)>
                {label}
            </button>
        </div>
    };
    Some(view.into_any())
}
