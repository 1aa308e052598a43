//! The pages of the tracking room: finding a case, the case itself, the secret link's button, and
//! the receipt.

use super::{
    Seen,
    api::MESSAGE,
    told::{kind_word, promise_sentence, sent_rows, subject},
};
use crate::{
    awake::LiveCase,
    case::{
        reference::Reference,
        view::{CaseView, Happening, Promise as Promised, Standing, State as Stands},
    },
    hatch::Refusal,
    journey::{FaultCode, Room, Rule},
    parts::{
        Awake, BigReference, Field, FieldKind, Heading, Lead, Notice, Page, Promise, Qr,
        SecretLink, Section, State, Summary, TextArea, Timeline, TimelineEntry, Tone,
    },
    sorry::sorry,
    steps::fresh_key,
    turn::{Turn, flag, later, param, query},
    words::{Words, date::machine},
};
use leptos::prelude::*;

/// `/track`: find a case by its number and a contact.
#[component]
pub fn Track() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let unknown = flag("unknown");
    let mend = flag("mend");
    let faults = if mend {
        vec![("reference".to_owned(), words.say("track-look-again"))]
    } else {
        Vec::new()
    };
    view! {
        <Page title=words.say("track-title") faulty=mend || unknown>
            <Awake kept_as="find" rules=vec![("reference".into(), Rule::Reference)] faults>
                <Heading text=words.say("track-title") />
                <Lead text=words.say("track-lead") />
                {unknown
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warn title=words.say("track-unknown-title")>
                                <p>{words.say("track-unknown-text")}</p>
                            </Notice>
                        }
                    })}
                <form method="post" action="/api/track/find" autocomplete="off" novalidate>
                    <Field
                        id="reference"
                        label=words.say("track-reference-label")
                        hint=words.say("track-reference-hint")
                        kind=FieldKind::Code
                    />
                    <Field id="contact" label=words.say("track-contact-label") hint=words.say("track-contact-hint") />
                    <div class="acts">
                        <button class="button" type="submit">{words.say("track-find")}</button>
                    </div>
                </form>
            </Awake>
        </Page>
    }
}

/// `/c/{secret}`: one button, because whatever follows a link by itself must change nothing.
#[component]
pub fn SecretDoor() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    view! {
        <Page title=words.say("door-title")>
            <Heading text=words.say("door-title") />
            <Lead text=words.say("door-lead") />
            <form method="post" action="/api/track/open" autocomplete="off">
                <input type="hidden" name="secret" value=param("secret") />
                <div class="acts">
                    <button class="button" type="submit">{words.say("door-open")}</button>
                </div>
            </form>
        </Page>
    }
}

/// `/track/{reference}`.
#[component]
pub fn Case() -> impl IntoView {
    let turn = Turn::take();
    let reference = param("reference");
    let said = ["sent", "empty", "long"]
        .into_iter()
        .find(|said| flag(said));
    later(async move {
        match see(&turn, &reference).await {
            Ok(Seen::Full(view)) => case_page(&turn, *view, said),
            Ok(Seen::Standing(standing)) => standing_page(&turn, &standing),
            Err(Refusal::NotFound) => locked(&turn),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

async fn see(turn: &Turn, reference: &str) -> Result<Seen, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    turn.hatch.tracking.see(visitor, reference).await
}

/// Not this visitor's, or not there: the same page for both.
fn locked(turn: &Turn) -> AnyView {
    let words = turn.words;
    expect_context::<leptos_axum::ResponseOptions>().set_status(http::StatusCode::NOT_FOUND);
    view! {
        <Page title=words.say("locked-title")>
            <Heading text=words.say("locked-title") />
            <Lead text=words.say("locked-lead") />
            <p class="acts">
                <a class="button" href="/track">{words.say("locked-find")}</a>
            </p>
        </Page>
    }
    .into_any()
}

fn standing_page(turn: &Turn, standing: &Standing) -> AnyView {
    let words = turn.words;
    let (kind, reference) = (
        words.say(kind_word(standing.kind)),
        standing.reference.to_string(),
    );
    let stands = state_and_promise(turn, standing);
    view! {
        <Page title=words.say("case-title")>
            <Heading text=kind />
            <BigReference text=reference />
            {stands}
            <Notice title=words.say("standing-title")>
                <p>{words.say("standing-text")}</p>
            </Notice>
        </Page>
    }
    .into_any()
}

fn state_and_promise(turn: &Turn, standing: &Standing) -> AnyView {
    let words = turn.words;
    let tone = match standing.state {
        Stands::Received | Stands::Working => Tone::Info,
        Stands::Waiting => Tone::Warn,
        Stands::Done | Stands::Closed => Tone::Good,
    };
    let promise = standing.promise.as_ref().map(|promise| {
        view! { <Promise datetime=machine(promise.due_at) sentence=promise_sentence(turn, promise) /> }
    });
    view! {
        <p class="standing">
            <State tone label=words.say(&format!("state-{}", standing.state.name())) />
        </p>
        <p>{words.say(&format!("state-{}-means", standing.state.name()))}</p>
        {promise}
    }
    .into_any()
}

fn case_page(turn: &Turn, view: CaseView, said: Option<&'static str>) -> AnyView {
    let words = turn.words;
    let standing = &view.standing;
    let reference = standing.reference.to_string();
    let fault = match said {
        Some("empty") => Some(words.fault(FaultCode::Empty)),
        Some("long") => Some(words.fault(FaultCode::TooLong(Rule::LONG))),
        _ => None,
    };
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("text".to_owned(), fault.clone()))
        .collect();
    let history = (view.promises.len() > 1).then(|| promise_history(turn, &view.promises));
    let asks = matches!(standing.state, Stands::Done);
    let open = !matches!(standing.state, Stands::Closed);
    let (about, kind) = (
        subject(turn, standing.kind, &view.about),
        words.say(kind_word(standing.kind)),
    );
    let stands = state_and_promise(turn, standing);
    let (entries, rows) = (
        entries(turn, &view),
        sent_rows(turn, &view.about, &view.sent),
    );
    let address = turn.hatch.address(&view.secret_path);
    let length = view.moments.len();
    let acts = asks.then(|| ask_fixed(words, &reference));
    let below = match open {
        true => write_form(words, &reference, faults),
        false => reopen_form(words, &reference),
    };
    view! {
        <Page title=words.fill("case-title-of", &[("reference", &reference)]) faulty=fault.is_some()>
            {(said == Some("sent"))
                .then(|| {
                    view! {
                        <Notice tone=Tone::Good title=words.say("case-sent-title")>
                            <p>{words.say("case-sent-text")}</p>
                        </Notice>
                    }
                })}
            <Heading text=about caption=kind />
            <LiveCase>
                <p class="live-news" role="status" data-news=words.say("case-news")></p>
                <BigReference text=reference.clone() />
                <div id="live-state" class="stack" data-live data-case=reference.clone() data-length=length>
                    {stands}
                    {history}
                    {acts}
                </div>
                <Section title=words.say("case-timeline") id="timeline">
                    <div id="live-timeline" data-live>
                        <Timeline entries />
                    </div>
                </Section>
                <div id="live-below" class="stack" data-live>
                    {below}
                </div>
            </LiveCase>
            <Section title=words.say("case-what-was-sent") id="sent">
                <Summary rows />
            </Section>
            <Section title=words.say("case-link-title") id="link">
                <p>{words.say("case-link-text")}</p>
                <SecretLink href=address />
            </Section>
        </Page>
    }
    .into_any()
}

/// "Is it fixed?" Two buttons, the same size: neither answer is made harder.
fn ask_fixed(words: Words, reference: &str) -> AnyView {
    let reference = reference.to_owned();
    view! {
        <Section title=words.say("case-fixed-ask") id="fixed">
            <p>{words.say("case-fixed-text")}</p>
            <div class="acts">
                <form method="post" action="/api/track/confirm">
                    <input type="hidden" name="reference" value=reference.clone() />
                    <button class="button" type="submit">{words.say("case-fixed-yes")}</button>
                </form>
                <form method="post" action="/api/track/reopen">
                    <input type="hidden" name="reference" value=reference.clone() />
                    <button class="button second" type="submit">{words.say("case-fixed-no")}</button>
                </form>
            </div>
        </Section>
    }
    .into_any()
}

fn reopen_form(words: Words, reference: &str) -> AnyView {
    let reference = reference.to_owned();
    view! {
        <Section title=words.say("case-reopen-title") id="reopen">
            <p>{words.say("case-reopen-text")}</p>
            <form method="post" action="/api/track/reopen">
                <input type="hidden" name="reference" value=reference.clone() />
                <button class="button second" type="submit">{words.say("case-fixed-no")}</button>
            </form>
        </Section>
    }
    .into_any()
}

fn write_form(words: Words, reference: &str, faults: Vec<(String, String)>) -> AnyView {
    let reference = reference.to_owned();
    let fault = faults.first().map(|(_, sentence)| sentence.clone());
    let kept_as = format!("message/{reference}");
    let rules = vec![("text".to_owned(), MESSAGE)];
    view! {
        <Section title=words.say("case-write-title") id="write">
            <Awake kept_as rules faults>
                <form method="post" action="/api/track/write" autocomplete="off" novalidate>
                    <input type="hidden" name="key" value=fresh_key() />
                    <input type="hidden" name="reference" value=reference.clone() />
                    <TextArea id="text" label=words.say("case-write-label") hint=words.say("case-write-hint") fault />
                    <div class="acts">
                        <button class="button second" type="submit">{words.say("case-write-send")}</button>
                    </div>
                </form>
            </Awake>
        </Section>
    }
    .into_any()
}

fn promise_history(turn: &Turn, promises: &[Promised]) -> AnyView {
    let items = promises.iter().map(|promise| {
        let given = turn
            .words
            .fill("promise-given", &[("when", &turn.moment(promise.made_at))]);
        let reason = turn
            .words
            .known(&format!("promise-because-{}", promise.reason))
            .unwrap_or_else(|| promise.reason.clone());
        view! {
            <li>
                <span>{promise_sentence(turn, promise)}</span>
                " "
                <span class="quiet">{given} " " {reason}</span>
            </li>
        }
    });
    view! {
        <details class="history">
            <summary>{turn.words.say("promise-history")}</summary>
            <ol>{items.collect_view()}</ol>
        </details>
    }
    .into_any()
}

fn entries(turn: &Turn, view: &CaseView) -> Vec<TimelineEntry> {
    let entry = |moment: &crate::case::view::Moment| TimelineEntry {
        when: turn.moment(moment.at),
        datetime: machine(moment.at),
        title: turn.words.say(&format!("moment-{}", moment.what.name())),
        body: moment.text.clone(),
        mine: matches!(
            moment.what,
            Happening::Received | Happening::Message | Happening::Confirmed | Happening::Reopened
        ),
    };
    view.moments.iter().rev().map(entry).collect()
}

/// `/receipt/{reference}`: what the customer takes along.
#[component]
pub fn Receipt() -> impl IntoView {
    let turn = Turn::take();
    let reference = param("reference");
    let again = flag("again");
    let changed = query("changed");
    later(async move {
        match receipt(&turn, &reference).await {
            Ok(view) => receipt_page(&turn, &view, again, changed_text(&turn, changed).await),
            Err(Refusal::NotFound) => locked(&turn),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

async fn receipt(turn: &Turn, reference: &str) -> Result<CaseView, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    turn.hatch.tracking.receipt(visitor, reference).await
}

/// What was typed on a step after the journey had been sent.
async fn changed_text(turn: &Turn, step: Option<String>) -> Option<String> {
    step?;
    let visitor = turn.visitor.token.as_ref()?;
    for room in [Room::Enquiry, Room::Fault] {
        let late = turn.hatch.drafts.late(visitor, room).await.ok().flatten();
        if late.is_some() {
            return late;
        }
    }
    Some(String::new())
}

fn receipt_page(turn: &Turn, view: &CaseView, again: bool, changed: Option<String>) -> AnyView {
    let words = turn.words;
    let standing = &view.standing;
    let address = turn.hatch.address(&view.secret_path);
    let reference = standing.reference.to_string();
    let promise = standing.promise.as_ref().map(|promise| {
        view! { <Promise datetime=machine(promise.due_at) sentence=promise_sentence(turn, promise) /> }
    });
    let rows = sent_rows(turn, &view.about, &view.sent);
    let number = reference.clone();
    let offer = changed.map(move |text| {
        view! {
            <Notice tone=Tone::Warn title=words.say("receipt-changed-title")>
                <p>{words.say("receipt-changed-text")}</p>
                <form method="post" action="/api/track/write" autocomplete="off" novalidate>
                    <input type="hidden" name="key" value=fresh_key() />
                    <input type="hidden" name="reference" value=number />
                    <TextArea id="text" label=words.say("case-write-label") value=text />
                    <div class="acts">
                        <button class="button second" type="submit">{words.say("receipt-changed-add")}</button>
                    </div>
                </form>
            </Notice>
        }
    });
    view! {
        <Page title=words.say("receipt-title")>
            {again
                .then(|| {
                    view! {
                        <Notice title=words.say("receipt-again-title")>
                            <p>{words.say("receipt-again-text")}</p>
                        </Notice>
                    }
                })}
            {offer}
            <Heading text=words.say("receipt-title") />
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
            </Section>
            <p class="acts no-print">
                <a class="button second" href=format!("/track/{reference}")>{words.say("receipt-follow")}</a>
            </p>
        </Page>
    }
    .into_any()
}
