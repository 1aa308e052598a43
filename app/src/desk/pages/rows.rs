//! Parts of cases as rows of a table: what each is about, what breaks first, who has it. Ticked
//! boxes belong to the form that is named, wherever on the page that is.

use super::left::due;
use crate::{
    desk::{LegState, QueueRow, Tick, api::case_path},
    parts::{State, Table, Tone},
    tracking::told::{kind_word, subject},
    turn::Turn,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What a list of parts is shown with.
pub(super) struct Rows<'a> {
    /// When they were looked up.
    pub now: i64,
    /// The parts, in order.
    pub rows: &'a [QueueRow],
    /// What the list is, in a sentence.
    pub caption: String,
    /// The form that their boxes belong to, if they can be ticked.
    pub form: Option<&'static str>,
    /// The names of the boxes that were ticked before.
    pub ticked: &'a BTreeSet<String>,
}

/// The table.
pub(super) fn rows(turn: &Turn, list: &Rows<'_>) -> AnyView {
    let head = ["case", "breaks", "state", "taken", "where"]
        .map(|column| turn.words.say(&format!("desk-column-{column}")));
    let rows = list.rows.iter().map(|row| cells(turn, list, row)).collect();
    view! { <Table caption=list.caption.clone() head=head.to_vec() rows /> }.into_any()
}

fn cells(turn: &Turn, list: &Rows<'_>, row: &QueueRow) -> Vec<AnyView> {
    let words = turn.words;
    let breaks = match row.state {
        LegState::Done | LegState::Declined => figure(turn, list.now, row.due_at),
        _ => breaks(turn, list.now, row),
    };
    let taken = row
        .taken_by
        .clone()
        .unwrap_or_else(|| words.say("desk-taken-by-none"));
    let place = words.fill(
        "desk-where",
        &[
            ("department", row.department.say(words.lang)),
            ("unit", row.unit.say(words.lang)),
        ],
    );
    vec![
        case(turn, list, row),
        breaks,
        leg_state(turn, row.state),
        taken.into_any(),
        place.into_any(),
    ]
}

fn case(turn: &Turn, list: &Rows<'_>, row: &QueueRow) -> AnyView {
    let words = turn.words;
    let about = subject(turn, row.kind, &row.about);
    let (reference, href) = (row.reference.to_string(), case_path(row.reference));
    let mut small = vec![words.say(kind_word(row.kind))];
    if row.tier != "individual" {
        small.push(words.say(&format!("desk-tier-{}", row.tier)));
    }
    if row.owned {
        small.push(words.say("work-owned"));
    }
    if row.stands == crate::case::view::State::Waiting {
        small.push(words.say("work-held"));
    }
    if row.reopened > 0 {
        small.push(words.count("desk-reopened", row.reopened.into()));
    }
    let small = small.join(" · ");
    let tick = list.form.map(|form| {
        let name = Tick {
            reference: row.reference,
            seq: row.seq,
        }
        .name();
        let ticked = list.ticked.contains(&name);
        let label = words.fill("work-tick", &[("reference", &reference)]);
        view! {
            <input
                type="checkbox"
                class="pick"
                form=form
                name=name
                value="yes"
                checked=ticked
                aria-label=label
            />
        }
    });
    view! {
        <div class="picked">
            {tick}
            <div>
                <a href=href>{about}</a>
                <br />
                <span class="quiet">
                    <span class="in-figures" translate="no">{reference}</span>
                    " · "
                    {small}
                </span>
            </div>
        </div>
    }
    .into_any()
}

/// What breaks first, and whether it is the customer's promise or this part's own target.
fn breaks(turn: &Turn, now: i64, row: &QueueRow) -> AnyView {
    let what = match row.breaks_at < row.due_at {
        true => "desk-breaks-promise",
        false => "desk-breaks-target",
    };
    view! {
        {due(turn, now, row.breaks_at)}
        <br />
        <span class="quiet">{turn.words.say(what)}</span>
    }
    .into_any()
}

/// A due time of something that is done: nothing is left of it to say.
fn figure(turn: &Turn, now: i64, at: i64) -> AnyView {
    let zone = &turn.hatch.catalogue.operator.zone;
    crate::words::date::figures(at, now, zone).into_any()
}

/// How far a part is, as a word in its tone.
pub(super) fn leg_state(turn: &Turn, state: LegState) -> AnyView {
    let tone = match state {
        LegState::Queued | LegState::Declined => Tone::Warn,
        LegState::Done => Tone::Good,
        LegState::Planned | LegState::Accepted | LegState::Working | LegState::Paused => Tone::Info,
    };
    let label = turn.words.say(&format!("desk-leg-{}", state.name()));
    view! { <State tone label /> }.into_any()
}
