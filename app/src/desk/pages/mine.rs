//! What waits for whoever looks: promises of which much has passed, and what they were told to do.

use super::{
    clock::{From, order_item, raised_item},
    frame::{Here, Sitting, frame, staff_page},
    said::Said,
};
use crate::{
    case::reference::Reference,
    desk::api::case_path,
    hatch::Refusal,
    parts::{Heading, Illustration, IllustrationKind, Lead, Section},
};
use leptos::prelude::*;

/// `/desk/mine`.
#[component]
pub fn DeskMine() -> impl IntoView {
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &said).await })
}

async fn page(sitting: &Sitting, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let mine = turn.hatch.clock.mine(&sitting.staff).await?;
    let title = words.say("mine-title");
    let orders = (!mine.orders.is_empty()).then(|| {
        let items = { mine.orders.iter() }
            .map(|order| order_item(turn, mine.now, order, From::List))
            .collect_view();
        view! {
            <Section title=words.say("mine-orders") id="orders">
                <ul class="heard">{items}</ul>
            </Section>
        }
    });
    let raised = (!mine.raised.is_empty()).then(|| {
        let items = { mine.raised.iter() }
            .map(|raised| raised_item(turn, mine.now, raised, From::List))
            .collect_view();
        view! {
            <Section title=words.say("mine-raised") id="raised">
                <ul class="heard">{items}</ul>
            </Section>
        }
    });
    let list = |id: &'static str, cases: &[Reference]| {
        let items = { cases.iter() }
            .map(|case| view! { <li><a href=case_path(*case)>{case.to_string()}</a></li> })
            .collect_view();
        let title = words.say(&format!("mine-{id}"));
        (!cases.is_empty()).then(|| {
            view! {
                <Section title id>
                    <ul class="waiting">{items}</ul>
                </Section>
            }
        })
    };
    let (to_check, asked) = (list("to-check", &mine.to_check), list("asked", &mine.asked));
    let waits = to_check.is_some() || asked.is_some() || orders.is_some() || raised.is_some();
    let nothing = (!waits).then(|| {
        view! {
            <Illustration kind=IllustrationKind::Empty />
            <Lead text=words.say("mine-nothing") />
        }
    });
    let body = view! {
        {said.notice(words)}
        <Heading text=title.clone() />
        {nothing}
        {to_check}
        {asked}
        {orders}
        {raised}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Mine,
        title,
        false,
        body.into_any(),
    ))
}
