//! The receipt: what the customer takes along.

use super::{
    api::late_place,
    pages::locked,
    told::{late_text, promise_sentence, sent_rows, shorten, subject, whole},
};
use crate::{
    case::{reference::Reference, view::CaseView},
    hatch::Refusal,
    parts::{
        BigReference, ForgetHere, Heading, Notice, Page, Promise, Qr, SecretLink, Section, Summary,
        TextArea, Tone,
    },
    sorry::sorry,
    steps::{aside, fresh_key},
    turn::{Turn, flag, later, param},
    words::date::machine,
};
use leptos::prelude::*;

/// `/receipt/{reference}`: what the customer takes along.
#[component]
pub fn Receipt() -> impl IntoView {
    let turn = Turn::take();
    let reference = param("reference");
    let again = flag("again");
    let changed = flag("changed");
    later(async move {
        match receipt(&turn, &reference).await {
            Ok(view) if changed => {
                // Without what was typed there is still a place to write it.
                let late = aside(&turn, &late_place(view.standing.reference)).await;
                let text = late_text(&turn, &view.about, &late.unwrap_or_default());
                receipt_page(&turn, &view, again, Some(text))
            }
            Ok(view) => receipt_page(&turn, &view, again, None),
            Err(Refusal::NotFound) => locked(&turn, None),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

async fn receipt(turn: &Turn, reference: &str) -> Result<CaseView, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    turn.hatch.tracking.receipt(visitor, reference).await
}

fn receipt_page(turn: &Turn, view: &CaseView, again: bool, changed: Option<String>) -> AnyView {
    let words = turn.words;
    let standing = &view.standing;
    let address = turn.hatch.address(&view.secret_path);
    let reference = standing.reference.to_string();
    let promise = standing.promise.as_ref().map(|promise| {
        view! { <Promise datetime=machine(promise.due_at) sentence=promise_sentence(turn, promise) /> }
    });
    let about = subject(turn, standing.kind, &view.about);
    let mut rows = sent_rows(turn, &view.about, &view.sent);
    let cut = shorten(rows.iter_mut().map(|row| &mut row.value));
    let whole = cut.then(|| whole(words, &reference));
    let number = reference.clone();
    let form = changed.is_some();
    let consent = &turn.hatch.catalogue.consent;
    let why = consent.details.say(words.lang).to_owned();
    let offer = changed.map(move |text| {
        view! {
            <Notice tone=Tone::Warn title=words.say("receipt-changed-title")>
                <p>{words.say("receipt-changed-text")}</p>
                <form id="step" method="post" action="/api/track/write" autocomplete="off" novalidate>
                    <input type="hidden" name="key" value=fresh_key() />
                    <input type="hidden" name="reference" value=number />
                    <TextArea id="text" label=words.say("case-write-label") why value=text />
                    <div class="acts">
                        <button class="button second" type="submit">{words.say("receipt-changed-add")}</button>
                    </div>
                </form>
            </Notice>
        }
    });
    view! {
        <Page title=words.say("receipt-title") form=form>
            {again
                .then(|| {
                    view! {
                        <Notice title=words.say("receipt-again-title")>
                            <p>{words.say("receipt-again-text")}</p>
                        </Notice>
                    }
                })}
            {offer}
            <Heading text=words.say("receipt-title") caption=about />
            <BigReference text=reference.clone() />
            {promise}
            <Section title=words.say("receipt-link-title") id="link">
                <p>{words.say("receipt-link-text")}</p>
                <SecretLink href=address.clone() />
                <Qr text=address />
            </Section>
            <Section title=words.say("receipt-next-title") id="next">
                <ol class="todo">
                    <li>{words.say("receipt-next-1")}</li>
                    <li>{words.say("receipt-next-2")}</li>
                    <li>{words.say("receipt-next-3")}</li>
                </ol>
            </Section>
            <Section title=words.say("case-what-was-sent") id="sent">
                <Summary rows />
                {whole}
            </Section>
            <p class="acts no-print">
                <a class="button second" href=format!("/track/{reference}")>{words.say("receipt-follow")}</a>
            </p>
            <ForgetHere />
        </Page>
    }
    .into_any()
}
