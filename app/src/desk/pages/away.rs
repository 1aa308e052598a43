//! Absences: those there are, each with a way to end it, and the form that says a new one.

use crate::{
    desk::{Absence, ColleaguePage},
    parts::{Field, FieldKind, Select, SelectGroup, SelectOption},
    steps::fresh_key,
    turn::Turn,
};
use leptos::prelude::*;

/// Absences as sentences.
pub(super) fn absences(turn: &Turn, now: i64, away: &[Absence]) -> Option<AnyView> {
    if away.is_empty() {
        return None;
    }
    let rows = away
        .iter()
        .map(|absence| view! { <li>{sentence(turn, now, absence)}</li> })
        .collect_view();
    Some(view! { <ul>{rows}</ul> }.into_any())
}

/// The same, each with a button that ends it.
pub(super) fn absences_to_end(turn: &Turn, page: &ColleaguePage) -> Option<AnyView> {
    if page.away.is_empty() {
        return None;
    }
    let words = turn.words;
    let rows = page
        .away
        .iter()
        .map(|absence| {
            let label = match absence.from_at <= page.now {
                true => words.say("staff-away-back"),
                false => words.say("staff-away-not"),
            };
            view! {
                <li>
                    <p>{sentence(turn, page.now, absence)}</p>
                    <form method="post" action="/api/staff/back">
                        <input type="hidden" name="key" value=fresh_key() />
                        <input type="hidden" name="id" value=page.colleague.id.clone() />
                        <input type="hidden" name="absence" value=absence.id.clone() />
                        <button class="button second" type="submit">{label}</button>
                    </form>
                </li>
            }
        })
        .collect_view();
    Some(view! { <ul class="absences">{rows}</ul> }.into_any())
}

fn sentence(turn: &Turn, now: i64, absence: &Absence) -> String {
    let (from, until) = (turn.moment(absence.from_at), turn.moment(absence.until_at));
    match absence.from_at <= now {
        true => turn.words.fill(
            "staff-away-now",
            &[("deputy", &absence.deputy), ("until", &until)],
        ),
        false => turn.words.fill(
            "staff-away-later",
            &[
                ("deputy", &absence.deputy),
                ("from", &from),
                ("until", &until),
            ],
        ),
    }
}

/// The form that says when somebody is away and who stands in.
pub(super) fn away_form(
    turn: &Turn,
    page: &ColleaguePage,
    typed: &dyn Fn(&str) -> String,
    fault: &dyn Fn(&str) -> Option<String>,
) -> AnyView {
    let words = turn.words;
    let options = page
        .deputies
        .iter()
        .map(|deputy| {
            let where_ = words.fill(
                "desk-where",
                &[
                    ("department", deputy.department.say(words.lang)),
                    ("unit", deputy.unit.say(words.lang)),
                ],
            );
            SelectOption::new(deputy.id.clone(), format!("{} · {where_}", deputy.name))
        })
        .collect();
    let groups = vec![SelectGroup {
        options,
        ..SelectGroup::default()
    }];
    view! {
        <form id="step" class="step" method="post" action="/api/staff/away" autocomplete="off" novalidate>
            <input type="hidden" name="key" value=fresh_key() />
            <input type="hidden" name="id" value=page.colleague.id.clone() />
            <Field
                id="from"
                label=words.say("staff-away-from")
                hint=words.say("staff-away-from-hint")
                kind=FieldKind::Moment
                value=typed("from")
                fault=fault("from")
                optional=true
            />
            <Field
                id="until"
                label=words.say("staff-away-until")
                kind=FieldKind::Moment
                value=typed("until")
                fault=fault("until")
            />
            <Select
                id="deputy"
                label=words.say("staff-away-deputy")
                hint=words.say("staff-away-deputy-hint")
                empty=words.say("desk-choose")
                groups
                chosen=typed("deputy")
                fault=fault("deputy")
            />
            <button class="button" type="submit">{words.say("staff-away-say")}</button>
        </form>
    }
    .into_any()
}
