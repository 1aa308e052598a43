//! The customer's other cases, beside the one that is looked at.

use crate::{
    desk::{Other, api::case_path},
    parts::{Section, State},
    tracking::told::{state_tone, subject},
    turn::Turn,
};
use leptos::prelude::*;

/// Nothing, where there is no other.
pub(super) fn others(turn: &Turn, others: &[Other]) -> Option<AnyView> {
    if others.is_empty() {
        return None;
    }
    let words = turn.words;
    let rows = others
        .iter()
        .map(|other| {
            let (about, reference) = (
                subject(turn, other.kind, &other.about),
                other.reference.to_string(),
            );
            let state = words.say(&format!("state-{}", other.stands.name()));
            view! {
                <li>
                    <a href=case_path(other.reference)>{about}</a>
                    <br />
                    <span class="quiet">
                        <span class="in-figures" translate="no">{reference}</span>
                        " · "
                        {turn.moment(other.opened_at)}
                    </span>
                    " "
                    <State tone=state_tone(other.stands) label=state />
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <Section title=words.say("work-others-title") id="others">
                <ul class="others">{rows}</ul>
            </Section>
        }
        .into_any(),
    )
}
