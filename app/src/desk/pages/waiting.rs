//! On top of the queue: the cases that wait for whoever looks although they have no part of them.
//! They need a person, or their owner is away and whoever looks stands in.

use super::frame::Sitting;
use crate::{
    desk::{Waiting, Why, api::case_path},
    hatch::Refusal,
    parts::{Section, State, Tone},
    tracking::told::subject,
    turn::Turn,
};
use leptos::prelude::*;

/// Nothing at all, where nothing waits.
pub(super) async fn waiting(sitting: &Sitting) -> Result<Option<AnyView>, Refusal> {
    let turn = &sitting.turn;
    let waiting = turn.hatch.staff.waiting(&sitting.staff).await?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let rows = waiting.iter().map(|one| row(turn, one)).collect_view();
    let section = view! {
        <Section title=turn.words.say("staff-waiting-title") id="waiting">
            <ul class="waiting">{rows}</ul>
        </Section>
    };
    Ok(Some(section.into_any()))
}

fn row(turn: &Turn, one: &Waiting) -> AnyView {
    let words = turn.words;
    let about = subject(turn, one.kind, &one.about);
    let (tone, why) = match &one.why {
        Why::NeedsPerson(_) => (Tone::Bad, words.say("staff-needs-person")),
        Why::For(owner) => (Tone::Warn, words.fill("staff-for", &[("name", owner)])),
    };
    let since = match one.why {
        Why::NeedsPerson(since) => {
            Some(words.fill("staff-needs-since", &[("when", &turn.moment(since))]))
        }
        Why::For(_) => None,
    };
    let reference = one.reference.to_string();
    view! {
        <li>
            <State tone label=why />
            " "
            <a href=case_path(one.reference)>{about}</a>
            " "
            <span class="quiet">
                <span class="in-figures" translate="no">{reference}</span>
                " "
                {since}
            </span>
        </li>
    }
    .into_any()
}
