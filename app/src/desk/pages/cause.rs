//! On the page of a case: the incident it hangs on, or could hang on.

use crate::{
    desk::{CaseIncident, DeskCase, incident_api::incident_path},
    parts::Section,
    steps::fresh_key,
    turn::Turn,
};
use leptos::prelude::*;

/// The part of the case's page; nothing where there is nothing to say.
pub(super) fn cause(turn: &Turn, case: &DeskCase, incident: &CaseIncident) -> Option<AnyView> {
    let words = turn.words;
    if incident.hangs.is_none() && !incident.may_open {
        return None;
    }
    let hangs = incident.hangs.as_ref().map(|(id, title)| {
        view! {
            <p>
                {words.say("desk-cause-hangs")} " " <a href=incident_path(id)>{title.clone()}</a>
            </p>
        }
    });
    let reference = case.reference.to_string();
    let open = incident.open.iter().map(|(id, title)| {
        let label = words.fill("desk-cause-attach", &[("title", title)]);
        view! {
            <form method="post" action="/api/desk/incident-attach">
                <input type="hidden" name="key" value=fresh_key() />
                <input type="hidden" name="incident" value=id.clone() />
                <input type="hidden" name="reference" value=reference.clone() />
                <input type="hidden" name="back" value="yes" />
                <button class="button second" type="submit">{label}</button>
            </form>
        }
    });
    let open = open.collect_view();
    let new = incident.may_open.then(|| {
        let href = format!("/desk/incidents?from={reference}#new");
        view! {
            <p>
                <a href=href>{words.say("desk-cause-new")}</a>
            </p>
        }
    });
    Some(
        view! {
            <Section title=words.say("desk-cause-title") id="cause-title">
                {hangs}
                {open}
                {new}
            </Section>
        }
        .into_any(),
    )
}
