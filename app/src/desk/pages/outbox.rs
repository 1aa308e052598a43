//! What is still to be carried to other back offices: how much waits, and what needs a person.

use super::{
    frame::{Here, Sitting, frame, staff_page},
    said::Said,
};
use crate::{
    desk::{Carriage, Carrying, Decision, Difficulty, api::case_path},
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, State, Table, Tone},
    turn::Turn,
};
use leptos::prelude::*;

/// `/desk/outbox`.
#[component]
pub fn DeskOutbox() -> impl IntoView {
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &said).await })
}

async fn page(sitting: &Sitting, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let carriage = turn.hatch.desk.carriage(&sitting.staff).await?;
    let title = words.say("desk-outbox-title");
    let waiting = words.count("desk-outbox-waiting", carriage.waiting.into());
    let list = match carriage.troubled.is_empty() {
        true => view! {
            <Illustration kind=IllustrationKind::Empty />
            <p>{words.say("desk-outbox-none")}</p>
        }
        .into_any(),
        false => table(turn, &carriage),
    };
    let notice = said.notice(words);
    let body = view! {
        {notice}
        <Heading text=title.clone() />
        <Lead text=waiting />
        {list}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Outbox,
        title,
        false,
        body.into_any(),
    ))
}

fn table(turn: &Turn, carriage: &Carriage) -> AnyView {
    let words = turn.words;
    let head = ["case", "task", "trouble", "since"]
        .map(|column| words.say(&format!("desk-column-{column}")));
    let mut head = head.to_vec();
    if carriage.may_decide {
        head.push(words.say("desk-column-decide"));
    }
    let rows = carriage
        .troubled
        .iter()
        .map(|carrying| cells(turn, carrying, carriage.may_decide))
        .collect();
    let caption = words.say("desk-outbox-caption");
    view! { <Table caption head rows /> }.into_any()
}

fn cells(turn: &Turn, carrying: &Carrying, may_decide: bool) -> Vec<AnyView> {
    let words = turn.words;
    let (href, reference) = (
        case_path(carrying.reference),
        carrying.reference.to_string(),
    );
    let place = words.fill(
        "desk-where",
        &[
            ("department", carrying.department.say(words.lang)),
            ("unit", carrying.unit.say(words.lang)),
        ],
    );
    let task = words.fill(
        &format!("desk-task-{}", carrying.verb.name()),
        &[("there", carrying.connector.say(words.lang))],
    );
    let foreign = carrying.foreign_id.as_ref().map(|id| {
        let sentence = words.fill("desk-called-there", &[("id", id)]);
        view! { <br /><span class="quiet">{sentence}</span> }
    });
    let mut cells = vec![
        view! {
            <a class="in-figures" translate="no" href=href>{reference}</a>
            <br />
            <span class="quiet">{place}</span>
        }
        .into_any(),
        view! { {task} {foreign} }.into_any(),
        trouble(turn, carrying),
        turn.moment(carrying.since).into_any(),
    ];
    if may_decide {
        cells.push(decide(turn, carrying));
    }
    cells
}

fn trouble(turn: &Turn, carrying: &Carrying) -> AnyView {
    let words = turn.words;
    let (tone, label, more) = match carrying.difficulty {
        Difficulty::Dead => (
            Tone::Bad,
            words.say("desk-trouble-dead"),
            words.say("desk-trouble-dead-means"),
        ),
        Difficulty::MaybeDoubled => (
            Tone::Warn,
            words.say("desk-trouble-doubled"),
            words.say("desk-trouble-doubled-means"),
        ),
        Difficulty::Trying { next_at } => (
            Tone::Info,
            words.count("desk-trouble-trying", carrying.attempts.into()),
            words.fill(
                "desk-trouble-trying-means",
                &[("when", &turn.moment(next_at))],
            ),
        ),
    };
    let last = carrying
        .last
        .clone()
        .map(|last| view! { <br /><span class="quiet">{last}</span> });
    view! { <State tone label /> " " {more} {last} }.into_any()
}

/// Buttons for what a person can decide here.
fn decide(turn: &Turn, carrying: &Carrying) -> AnyView {
    let words = turn.words;
    let decisions: &[Decision] = match carrying.difficulty {
        Difficulty::Dead => &[Decision::Replay, Decision::SetAside],
        Difficulty::MaybeDoubled => &[Decision::Settled],
        Difficulty::Trying { .. } => &[],
    };
    if decisions.is_empty() {
        return words.say("desk-decide-nothing").into_any();
    }
    let about = carrying.reference.to_string();
    let buttons = decisions
        .iter()
        .map(|decision| {
            let label = words.say(&format!("desk-decide-{}", decision.name()));
            view! {
                <button class="button second" type="submit" name="act" value=decision.name()>
                    {label} " " <span class="unseen">{about.clone()}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <form class="acts" method="post" action="/api/desk/decide">
            <input type="hidden" name="id" value=carrying.id.clone() />
            {buttons}
        </form>
    }
    .into_any()
}
