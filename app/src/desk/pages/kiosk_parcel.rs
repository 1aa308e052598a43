//! What became of a queue that somebody carried here from a kiosk, one by one.

use super::frame::{Here, Sitting, frame, staff_page};
use crate::{
    desk::{
        api::case_path,
        kiosks::{CarriedRow, ParcelPage, api::kiosk_path},
    },
    hatch::Refusal,
    parts::{Heading, Lead, State, Table, Tone},
    turn::{Turn, param},
};
use leptos::prelude::*;

/// `/desk/kiosks/{id}/handed-in/{parcel}`.
#[component]
pub fn DeskParcel() -> impl IntoView {
    let (id, parcel) = (param("id"), param("parcel"));
    staff_page(move |sitting| async move { page(&sitting, &id, &parcel).await })
}

async fn page(sitting: &Sitting, id: &str, parcel: &str) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let page = turn.hatch.fleet.parcel(&sitting.staff, id, parcel);
    let page = page.await?;
    let title = words.fill("fleet-carried-title", &[("name", page.kiosk.as_str())]);
    let when = turn.moment(page.at);
    let lead = words.fill(
        "fleet-carried-lead",
        &[("who", page.by.as_str()), ("when", when.as_str())],
    );
    let body = view! {
        <p>
            <a href=kiosk_path(id)>{words.say("fleet-carried-back")}</a>
        </p>
        <Heading text=title.clone() />
        <Lead text=lead />
        <p>{words.count("fleet-carried-taps", page.taps)}</p>
        {table(turn, &page)}
    };
    let body = body.into_any();
    Ok(frame(turn, &sitting.me, Here::Kiosks, title, false, body))
}

fn table(turn: &Turn, page: &ParcelPage) -> AnyView {
    let words = turn.words;
    if page.rows.is_empty() {
        return view! { <p>{words.say("fleet-carried-none")}</p> }.into_any();
    }
    let head = ["told", "pressed", "outcome", "case"]
        .map(|column| words.say(&format!("fleet-carried-column-{column}")));
    let rows = page.rows.iter().map(|row| cells(turn, row));
    view! { <Table caption=words.say("fleet-carried-caption") head=head.to_vec() rows=rows.collect() /> }
        .into_any()
}

fn cells(turn: &Turn, row: &CarriedRow) -> Vec<AnyView> {
    let words = turn.words;
    let tone = match row.outcome.as_str() {
        "unread" | "broken" => Tone::Bad,
        "again" => Tone::Info,
        _ => Tone::Good,
    };
    let label = words.say(&format!("fleet-carried-{}", row.outcome));
    let case = row.case.map(|case| {
        view! { <a href=case_path(case)>{case.to_string()}</a> }
    });
    let told = match &row.told {
        Some(told) => {
            view! { <span class="in-figures" translate="no">{told.clone()}</span> }.into_any()
        }
        None => words.say("fleet-carried-untold").into_any(),
    };
    vec![
        told.into_any(),
        row.pressed_at.map(|at| turn.moment(at)).into_any(),
        view! { <State tone label /> }.into_any(),
        case.into_any(),
    ]
}
