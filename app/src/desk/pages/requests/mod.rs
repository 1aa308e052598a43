//! Requests between departments: what one's department is asked and asks, and a new one.

use super::{
    choices::departments,
    frame::{Here, Sitting, frame_of_form, staff_page},
    left::due,
    legs::place,
    said::Said,
};
use crate::{
    desk::requests::{RequestRow, RequestState, api::request_path},
    hatch::Refusal,
    parts::{ErrorSummary, Field, Heading, Lead, Section, Select, State, Table, TextArea, Tone},
    steps::fresh_key,
    turn::Turn,
};
use leptos::prelude::*;
use typed::Typed;

mod one;
mod typed;

pub use one::DeskRequest;

/// `/desk/requests`.
#[component]
pub fn DeskRequests() -> impl IntoView {
    let said = Said::take();
    staff_page(move |sitting| async move { list(&sitting, &said).await })
}

async fn list(sitting: &Sitting, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let requests = turn.hatch.requests.requests(&sitting.staff).await?;
    let typed = Typed::of(requests.unsent.as_ref(), said);
    let summary = typed.summary(turn);
    let faulty = !summary.is_empty();
    let table = |id: &str, rows: &[RequestRow]| match rows.is_empty() {
        true => {
            view! { <p class="quiet">{words.say(&format!("request-none-{id}"))}</p> }.into_any()
        }
        false => {
            let head = ["request", "from", "to", "state", "due"]
                .map(|column| words.say(&format!("request-column-{column}")));
            let caption = words.say(&format!("request-list-{id}"));
            let rows = rows
                .iter()
                .map(|row| cells(turn, requests.now, row))
                .collect();
            view! { <Table caption head=head.to_vec() rows /> }.into_any()
        }
    };
    let (of_us, by_us) = (
        table("of-us", &requests.of_us),
        table("by-us", &requests.by_us),
    );
    let form = view! {
        <form id="step" class="step" method="post" action="/api/desk/request" autocomplete="off" novalidate>
            <input type="hidden" name="key" value=fresh_key() />
            <Select
                id="to"
                label=words.say("request-to")
                empty=words.say("desk-choose")
                groups=departments(turn, &requests.departments)
                chosen=typed.value("to")
                fault=typed.fault(turn, "to")
            />
            <Field
                id="title"
                label=words.say("request-title-label")
                value=typed.value("title")
                fault=typed.fault(turn, "title")
            />
            <TextArea
                id="text"
                label=words.say("request-text-label")
                hint=words.say("request-text-hint")
                value=typed.value("text")
                fault=typed.fault(turn, "text")
                rows=4
            />
            <button class="button" type="submit">{words.say("request-ask")}</button>
        </form>
    };
    let body = view! {
        <ErrorSummary faults=summary />
        {said.notice(words)}
        <Heading text=words.say("request-title") />
        <Lead text=words.say("request-lead") />
        <Section title=words.say("request-list-of-us") id="of-us">{of_us}</Section>
        <Section title=words.say("request-list-by-us") id="by-us">{by_us}</Section>
        <Section title=words.say("request-new") id="new">{form}</Section>
    };
    let title = words.say("request-title");
    Ok(frame_of_form(
        turn,
        &sitting.me,
        Here::Requests,
        title,
        faulty,
        body.into_any(),
    ))
}

fn cells(turn: &Turn, now: i64, row: &RequestRow) -> Vec<AnyView> {
    let (href, title) = (request_path(row.number), row.title.clone());
    let open = matches!(row.state, RequestState::Asked | RequestState::Taken);
    vec![
        view! { <a href=href dir="auto">{title}</a> }.into_any(),
        place(turn, &row.from.0, &row.from.1).into_any(),
        place(turn, &row.to.0, &row.to.1).into_any(),
        state(turn, row.state),
        open.then(|| due(turn, now, row.due_at)).into_any(),
    ]
}

fn state(turn: &Turn, state: RequestState) -> AnyView {
    let tone = match state {
        RequestState::Asked | RequestState::Declined => Tone::Warn,
        RequestState::Answered => Tone::Good,
        RequestState::Taken | RequestState::Withdrawn => Tone::Info,
    };
    let label = turn.words.say(&format!("request-state-{}", state.name()));
    view! { <State tone label /> }.into_any()
}
