//! Clocks as bars: how much of what the customer was promised is used up, and in whose hands the
//! time was. Every bar is said in words and numbers beside it.

use super::left::{due, tone};
use crate::{
    case::view::{Promise, PromiseKind, State as Stands},
    desk::{DeskCase, HeldBy, LegClock, LegHours},
    parts::{Section, Tone},
    tracking::told::promise_sentence,
    turn::Turn,
};
use leptos::prelude::*;

const MINUTE: i64 = 60_000_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What the customer was promised, each with what of it is used up.
pub(super) fn promises(turn: &Turn, case: &DeskCase) -> AnyView {
    let open = !matches!(case.state, Stands::Done | Stands::Closed);
    let current = [PromiseKind::Answer, PromiseKind::Fix]
        .into_iter()
        .filter_map(|kind| case.promises.iter().rfind(|promise| promise.kind == kind));
    let promises = current
        .map(|promise| {
            let left = open.then(|| due(turn, case.now, promise.due_at));
            let bar = open.then(|| used(turn, case.now, promise));
            view! { <li>{promise_sentence(turn, promise)} " " {left} {bar}</li> }
        })
        .collect_view();
    view! { <ul class="promises">{promises}</ul> }.into_any()
}

/// How much of a promise's time is gone.
fn used(turn: &Turn, now: i64, promise: &Promise) -> AnyView {
    let share = share(now - promise.made_at, promise.due_at - promise.made_at);
    let class = match tone(now, promise.due_at) {
        Tone::Bad => "bar bad",
        Tone::Warn => "bar warn",
        _ => "bar",
    };
    // What is late is said beside the time itself.
    let sentence = (share <= 100).then(|| {
        let sentence = turn
            .words
            .fill("work-used", &[("share", &share.to_string())]);
        view! { <span class="quiet">{sentence}</span> }
    });
    view! {
        {bar(class, share)}
        {sentence}
    }
    .into_any()
}

/// How much of a part's own target is used. What is over has a mark where the target lies.
pub(super) fn own_clock(turn: &Turn, clock: &LegClock) -> AnyView {
    let (words, share) = (turn.words, i64::from(clock.used));
    let (class, sentence) = match (share, clock.hours) {
        (..80, LegHours::All) => ("bar", "work-leg-used"),
        (..80, LegHours::Working) => ("bar", "work-leg-used-working"),
        (..=100, LegHours::All) => ("bar warn", "work-leg-used"),
        (..=100, LegHours::Working) => ("bar warn", "work-leg-used-working"),
        (_, LegHours::All) => ("bar bad", "work-leg-over"),
        (_, LegHours::Working) => ("bar bad", "work-leg-over-working"),
    };
    let sentence = words.fill(sentence, &[("share", &share.to_string())]);
    let still = clock
        .stands_still
        .then(|| format!(" {}", words.say("work-leg-still")));
    view! {
        <div class="own-clock">
            {bar(class, share)}
            <p class="quiet">{sentence} {still}</p>
        </div>
    }
    .into_any()
}

/// A bar as long as its share. One that is over is full, and shows where its target lay.
fn bar(class: &'static str, share: i64) -> AnyView {
    let target = (share > 100).then(|| {
        let x = (100 * 100 / share).clamp(1, 99);
        view! { <rect class="bar-target" x=x width="1" height="8" /> }
    });
    view! {
        <svg class=class viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-all" width="100" height="8" />
            <rect class="bar-used" width=share.min(100) height="8" />
            {target}
        </svg>
    }
    .into_any()
}

/// In per cent, downwards: what is not used up is not said to be.
fn share(part: i64, whole: i64) -> i64 {
    match whole {
        ..=0 => 100,
        whole => (part.max(0) * 100) / whole,
    }
}

/// In whose hands the customer's time was, added up.
pub(super) fn holders(turn: &Turn, case: &DeskCase) -> Option<AnyView> {
    let words = turn.words;
    let mut held: Vec<(&'static str, String, i64, u32)> = Vec::new();
    for part in &case.clock {
        let name = holder(turn, &part.holder);
        let known = held.iter_mut().find(|(_, known, ..)| *known == name);
        match known {
            Some((_, _, time, share)) => {
                *time += part.to - part.from;
                *share += part.share;
            }
            None => held.push((part.holder.name(), name, part.to - part.from, part.share)),
        }
    }
    if held.is_empty() {
        return None;
    }
    let mut from = 0;
    let pieces = case
        .clock
        .iter()
        .map(|part| {
            let (x, width) = (from, part.share);
            from += part.share;
            let class = format!("held held-{}", part.holder.name());
            view! { <rect class=class x=x y="0" width=width height="80" /> }
        })
        .collect_view();
    let rows = held
        .into_iter()
        .filter(|(_, _, time, _)| *time >= MINUTE)
        .map(|(kind, name, time, share)| {
            let class = format!("held held-{kind}");
            let said = words.fill(
                "work-held-row",
                &[
                    ("time", &took(turn, time)),
                    ("share", &((share + 5) / 10).to_string()),
                ],
            );
            view! {
                <li>
                    <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                        <rect class=class width="10" height="10" />
                    </svg>
                    <span>{name}</span>
                    " "
                    <span class="quiet">{said}</span>
                </li>
            }
        })
        .collect_view();
    Some(
        view! {
            <Section title=words.say("work-held-title") id="held">
                <svg
                    class="bar holders"
                    viewBox="0 0 1000 80"
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                >
                    {pieces}
                </svg>
                <ul class="holders-list">{rows}</ul>
            </Section>
        }
        .into_any(),
    )
}

fn holder(turn: &Turn, holder: &HeldBy) -> String {
    let words = turn.words;
    match holder {
        HeldBy::Owner => words.say("work-held-owner"),
        HeldBy::Customer => words.say("work-held-customer"),
        HeldBy::Offer { department, .. } => words.fill(
            "work-held-offer",
            &[("department", department.say(words.lang))],
        ),
        HeldBy::Leg { department, .. } => department.say(words.lang).to_owned(),
        HeldBy::Pause {
            reason: Some(reason),
            ..
        } => words.fill("work-held-pause", &[("reason", reason.say(words.lang))]),
        HeldBy::Pause { reason: None, .. } => words.say("work-held-paused"),
    }
}

/// A length of time, in the largest unit that fits.
fn took(turn: &Turn, time: i64) -> String {
    let (id, n) = match time {
        ..HOUR => ("work-minutes", time / MINUTE),
        HOUR..DAY => ("work-hours", time / HOUR),
        _ => ("work-days", time / DAY),
    };
    turn.words.count(id, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_used_up_is_never_said_to_be_more_than_it_is() {
        assert_eq!(share(0, HOUR), 0);
        assert_eq!(share(HOUR - 1, HOUR), 99);
        assert_eq!(share(HOUR, HOUR), 100);
        assert_eq!(share(3 * HOUR, HOUR), 300);
        assert_eq!(share(1, 0), 100);
        assert_eq!(share(-5, HOUR), 0);
    }
}
