//! What can be done to a case as a whole: the ways to the pages where it is done, and what waits for
//! a decision of whoever looks.

use super::{
    acts::hidden,
    typed::{Typed, field_id},
};
use crate::{
    case::view::State as Stands,
    desk::{DeskCase, Handover, HandoverSide, Way, api::case_path},
    parts::{Notice, Section, TextArea, Tone},
    turn::Turn,
};
use leptos::prelude::*;

/// What stands above everything else: a case that nobody owns, one that bounced too often, ownership
/// on its way, another case it went on as.
pub(super) fn decisions(turn: &Turn, case: &DeskCase, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let merged = case.merged_into.map(|other| {
        let (href, other) = (case_path(other), other.to_string());
        view! {
            <Notice tone=Tone::Info title=words.say("desk-merged-title")>
                <p><a href=href>{other}</a></p>
            </Notice>
        }
    });
    let undecided = case.undecided_since.map(|since| {
        let since = words.fill("desk-undecided-text", &[("when", &turn.moment(since))]);
        view! {
            <Notice tone=Tone::Warn title=words.count("desk-undecided-title", case.bounces.into())>
                <p>{since}</p>
            </Notice>
        }
    });
    let own = case.ways.contains(&Way::Own).then(|| {
        let form = view! {
            <form method="post" action="/api/desk/own">
                {hidden(case)}
                <button class="button" type="submit">{words.say("desk-own")}</button>
            </form>
        };
        view! {
            <Notice tone=Tone::Warn title=words.say("desk-own-title")>
                {form}
            </Notice>
        }
    });
    let check = (case.ways.contains(&Way::Check) && case.state != Stands::Done).then(|| {
        let href = format!("{}/{}", case_path(case.reference), Way::Check.name());
        let link = view! { <a class="button" href=href>{words.say("desk-way-to-check")}</a> };
        let text = words.say("desk-to-check-text");
        view! {
            <Notice tone=Tone::Warn title=words.say("desk-to-check-title")>
                <p>{text}</p>
                <p class="acts">{link}</p>
            </Notice>
        }
    });
    let handover = case
        .handover
        .as_ref()
        .map(|handover| moving(turn, case, handover, typed));
    view! { {merged} {undecided} {own} {check} {handover} }.into_any()
}

fn moving(turn: &Turn, case: &DeskCase, handover: &Handover, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.at(turn, "keep-owner", None);
    let title = match handover.side {
        HandoverSide::Asked => words.say("desk-asked-title"),
        HandoverSide::Asking | HandoverSide::Looking => {
            words.fill("desk-asking-title", &[("name", &handover.to)])
        }
    };
    let yes = (handover.side == HandoverSide::Asked).then(|| {
        view! {
            <form method="post" action="/api/desk/take-over">
                {hidden(case)}
                <button class="button" type="submit">{words.say("desk-take-over")}</button>
            </form>
        }
    });
    let (open, label, button) = match handover.side {
        HandoverSide::Asked => ("desk-refuse-open", "desk-refuse-label", "desk-refuse"),
        _ => ("desk-unask-open", "desk-unask-label", "desk-unask"),
    };
    let open_now = value.is_some();
    let no = (handover.side != HandoverSide::Looking).then(|| {
        view! {
            <details class="act" open=open_now>
                <summary>{words.say(open)}</summary>
                <form method="post" action="/api/desk/keep-owner" autocomplete="off" novalidate>
                    {hidden(case)}
                    <TextArea
                        id=field_id("keep-owner", None)
                        name="text".to_owned()
                        label=words.say(label)
                        value=value.unwrap_or_default()
                        fault
                        rows=2
                    />
                    <button class="button second" type="submit">{words.say(button)}</button>
                </form>
            </details>
        }
    });
    let reason = handover.reason.clone();
    view! {
        <Notice tone=Tone::Warn title>
            <p class="as-typed" dir="auto">{reason}</p>
            {yes}
            {no}
        </Notice>
    }
    .into_any()
}

/// The ways to pages of their own, for what is done now and then.
pub(super) fn ways(turn: &Turn, case: &DeskCase) -> Option<AnyView> {
    let words = turn.words;
    let links = case
        .ways
        .iter()
        .filter(|way| **way != Way::Own)
        .map(|way| {
            let href = format!("{}/{}", case_path(case.reference), way.name());
            view! { <li><a href=href>{words.say(&format!("desk-way-to-{}", way.name()))}</a></li> }
        })
        .collect_view();
    let linked = case.linked.iter();
    let linked = linked
        .map(|other| view! { <li><a href=case_path(*other)>{other.to_string()}</a></li> })
        .collect_view();
    let linked = (!case.linked.is_empty()).then(|| {
        view! {
            <h3>{words.say("desk-linked-title")}</h3>
            <ul>{linked}</ul>
        }
    });
    if case.linked.is_empty() && case.ways.iter().all(|way| *way == Way::Own) {
        return None;
    }
    let section = view! {
        <Section title=words.say("desk-ways-title") id="ways">
            <ul class="ways">{links}</ul>
            {linked}
        </Section>
    };
    Some(section.into_any())
}
