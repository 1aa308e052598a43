//! The page of a case: where it stands, what happened, and what the customer has to say.

use super::{
    Seen,
    api::{ASIDE, MESSAGE, case_path, case_place},
    news::{News, pages::news_section},
    told::{kind_word, promise_sentence, sent_rows, shorten, state_tone, subject, whole},
};
use crate::{
    awake::LiveCase,
    case::{
        attachment::{FIELD, FileFault},
        reference::Reference,
        view::{CaseView, Happening, Promise as Promised, Standing, State as Stands},
    },
    hatch::Refusal,
    journey::Room,
    parts::{
        Awake, BigReference, FileField, ForgetHere, Heading, Illustration, IllustrationKind, Lead,
        Notice, Page, Promise, SecretLink, Section, State, Summary, TextArea, Timeline,
        TimelineEntry, Tone, file_fault,
    },
    sorry::sorry,
    steps::{aside, fresh_key},
    turn::{Turn, flag, later, param, query},
    words::{Words, date::machine},
};
use leptos::prelude::*;

/// `/track/{reference}`.
#[component]
pub fn Case() -> impl IntoView {
    let turn = Turn::take();
    let reference = param("reference");
    let said = Said::take();
    let file = query(FIELD).and_then(|fault| FileFault::from_name(&fault));
    later(async move {
        case(&turn, &reference, said, file)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

/// What led here: most often a form, and what became of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The message is in the log.
    Sent,
    /// The text is to be mended.
    Mend,
    /// The case was closed meanwhile, so the message was not sent.
    Closed,
    /// The visitor may not see the case any more, and what they wrote is kept.
    Kept,
    /// All of a long text is to be read.
    Whole,
}

impl Said {
    fn take() -> Option<Self> {
        [
            ("sent", Self::Sent),
            ("mend", Self::Mend),
            ("closed", Self::Closed),
            ("kept", Self::Kept),
            ("whole", Self::Whole),
        ]
        .into_iter()
        .find_map(|(name, said)| flag(name).then_some(said))
    }
}

async fn case(
    turn: &Turn,
    reference: &str,
    said: Option<Said>,
    file: Option<FileFault>,
) -> Result<AnyView, Refusal> {
    let view = match see(turn, reference).await {
        Ok(Seen::Full(view)) => *view,
        Ok(Seen::Standing(standing)) => return Ok(standing_page(turn, &standing)),
        Err(Refusal::NotFound) => {
            let kept = (said == Some(Said::Kept)).then_some(Kept { file });
            return Ok(locked(turn, kept));
        }
        Err(refusal) => return Err(refusal),
    };
    let number = view.standing.reference;
    let typed = aside(turn, &case_place(number)).await?;
    let asked = survey_asked(turn, &view.standing).await?;
    let news = news(turn, number).await?;
    Ok(case_page(
        turn,
        view,
        (said, file),
        typed.typed("text"),
        asked,
        &news,
    ))
}

async fn news(turn: &Turn, reference: Reference) -> Result<News, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    turn.hatch.news.news(visitor, reference).await
}

/// Whether the closing survey is still to be answered.
async fn survey_asked(turn: &Turn, standing: &Standing) -> Result<bool, Refusal> {
    let (Stands::Closed, Some(visitor)) = (standing.state, &turn.visitor.token) else {
        return Ok(false);
    };
    let room = Room::Closing(standing.reference);
    let kept = turn.hatch.drafts.read(visitor, room).await?;
    Ok(kept.is_none_or(|kept| kept.sent.is_none()))
}

async fn see(turn: &Turn, reference: &str) -> Result<Seen, Refusal> {
    let visitor = turn.visitor.token.as_ref().ok_or(Refusal::NotFound)?;
    let reference: Reference = reference.parse().map_err(|_| Refusal::NotFound)?;
    turn.hatch.tracking.see(visitor, reference).await
}

/// What somebody wrote about a case that they may not see any more.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kept {
    /// What is to be said of the file beside it.
    file: Option<FileFault>,
}

/// Not this visitor's, or not there: the same page for both. `kept` when what they wrote waits for
/// them behind it.
pub(super) fn locked(turn: &Turn, kept: Option<Kept>) -> AnyView {
    let words = turn.words;
    let file = kept.and_then(|kept| kept.file);
    expect_context::<leptos_axum::ResponseOptions>().set_status(http::StatusCode::NOT_FOUND);
    view! {
        <Page title=words.say("locked-title")>
            <Illustration kind=IllustrationKind::Locked />
            <Heading text=words.say("locked-title") />
            <Lead text=words.say("locked-lead") />
            {kept.map(|_| view! { <p>{words.say("locked-kept")}</p> })}
            {file.map(|fault| view! { <p>{file_fault(words, fault)}</p> })}
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
            <ForgetHere />
        </Page>
    }
    .into_any()
}

fn state_and_promise(turn: &Turn, standing: &Standing) -> AnyView {
    let words = turn.words;
    let tone = state_tone(standing.state);
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

fn case_page(
    turn: &Turn,
    view: CaseView,
    (said, file): (Option<Said>, Option<FileFault>),
    typed: &str,
    asked: bool,
    news: &News,
) -> AnyView {
    let words = turn.words;
    let standing = &view.standing;
    let reference = standing.reference.to_string();
    let open = !matches!(standing.state, Stands::Closed);
    let rule = if open { MESSAGE } else { ASIDE };
    // Beside a file that was not taken a message needed no text.
    let beside = file.is_some_and(|fault| fault != FileFault::Again);
    let fault = match said {
        Some(Said::Mend) if !beside => rule.check(typed).err().map(|code| words.fault(code)),
        Some(Said::Closed) if !open => Some(words.say("case-closed-meanwhile")),
        _ => None,
    };
    let text = fault.map(|fault| ("text".to_owned(), fault));
    let of_file = file.map(|fault| (FIELD.to_owned(), file_fault(words, fault)));
    let faults: Vec<_> = text.into_iter().chain(of_file).collect();
    let faulty = !faults.is_empty();
    let history = (view.promises.len() > 1).then(|| promise_history(turn, &view.promises));
    let asks = matches!(standing.state, Stands::Done);
    let (about, kind) = (
        subject(turn, standing.kind, &view.about),
        words.say(kind_word(standing.kind)),
    );
    let stands = state_and_promise(turn, standing);
    let (mut entries, mut rows) = (
        entries(turn, &view),
        sent_rows(turn, &view.about, &view.sent),
    );
    let (cut_happened, cut_sent) = match said {
        Some(Said::Whole) => (false, false),
        _ => (
            shorten(entries.iter_mut().filter_map(|entry| entry.body.as_mut())),
            shorten(rows.iter_mut().map(|row| &mut row.value)),
        ),
    };
    let address = turn.hatch.address(&view.secret_path);
    let length = view.moments.len();
    let acts = asks.then(|| ask_fixed(words));
    let survey = asked.then(|| survey_link(words, standing.reference));
    let news = news_section(turn, standing.reference, news);
    let below = say_form(turn, &reference, open, typed, (file, faults));
    let whole_happened = cut_happened.then(|| whole(words, &reference));
    let whole_sent = cut_sent.then(|| whole(words, &reference));
    view! {
        <Page
            title=words.fill("case-title-of", &[("reference", &reference)])
            faulty
            form=true
        >
            {(said == Some(Said::Sent))
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
                <div
                    id="live-state"
                    class="stack"
                    data-live
                    data-case=reference.clone()
                    data-length=length
                >
                    {stands}
                    {history}
                    {acts}
                    {survey}
                </div>
                <Section title=words.say("case-timeline") id="timeline">
                    <div id="live-timeline" data-live>
                        {whole_happened}
                        <Timeline entries />
                    </div>
                </Section>
                <div id="live-below" class="stack" data-live>
                    {below}
                </div>
            </LiveCase>
            <Section title=words.say("case-what-was-sent") id="sent">
                <Summary rows />
                {whole_sent}
            </Section>
            {news}
            <Section title=words.say("case-link-title") id="link">
                <p>{words.say("case-link-text")}</p>
                <SecretLink href=address />
            </Section>
            <ForgetHere />
        </Page>
    }
    .into_any()
}

/// "Is it fixed?" Two buttons, the same size: neither answer is made harder. They belong to the
/// form below, so that what is typed there goes with them.
fn ask_fixed(words: Words) -> AnyView {
    view! {
        <Section title=words.say("case-fixed-ask") id="fixed">
            <p>{words.say("case-fixed-text")}</p>
            <div class="acts">
                <button class="button" type="submit" form="step" formaction="/api/track/confirm">
                    {words.say("case-fixed-yes")}
                </button>
                <button class="button second" type="submit" form="step" formaction="/api/track/reopen">
                    {words.say("case-fixed-no")}
                </button>
            </div>
        </Section>
    }
    .into_any()
}

/// The closing survey, where it can be found again after the moment of closing.
fn survey_link(words: Words, reference: Reference) -> AnyView {
    view! {
        <p class="acts">
            <a class="button second" href=Room::Closing(reference).base()>
                {words.say("case-survey")}
            </a>
        </p>
    }
    .into_any()
}

/// The page's one form: a message to an open case, "still not fixed" to a closed one.
fn say_form(
    turn: &Turn,
    reference: &str,
    open: bool,
    typed: &str,
    (file, faults): (Option<FileFault>, Vec<(String, String)>),
) -> AnyView {
    let words = turn.words;
    let (id, action, title, lead) = match open {
        true => (
            "write",
            "/api/track/write",
            words.say("case-write-title"),
            None,
        ),
        false => (
            "reopen",
            "/api/track/reopen",
            words.say("case-reopen-title"),
            Some(words.say("case-reopen-text")),
        ),
    };
    let (label, hint, button) = match open {
        true => (
            words.say("case-write-label"),
            Some(words.say("case-write-hint")),
            words.say("case-write-send"),
        ),
        false => (
            words.say("case-reopen-label"),
            None,
            words.say("case-fixed-no"),
        ),
    };
    let consent = &turn.hatch.catalogue.consent;
    let why = consent.details.say(words.lang).to_owned();
    let fault = faults.iter().find(|(field, _)| field == "text");
    let fault = fault.map(|(_, sentence)| sentence.clone());
    let rules = vec![("text".to_owned(), if open { MESSAGE } else { ASIDE })];
    let kept_as = format!("message/{reference}");
    let (value, reference) = (typed.to_owned(), reference.to_owned());
    view! {
        <Section title id>
            {lead.map(|lead| view! { <p>{lead}</p> })}
            <Awake kept_as rules faults>
                <form
                    id="step"
                    method="post"
                    action=action
                    enctype="multipart/form-data"
                    autocomplete="off"
                    novalidate
                >
                    <input type="hidden" name="key" value=fresh_key() />
                    <input type="hidden" name="reference" value=reference />
                    <TextArea id="text" label hint why value fault optional=!open />
                    <FileField id=FIELD fault=file />
                    <div class="acts">
                        <button class="button second" type="submit">{button}</button>
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
    let page = case_path(view.standing.reference);
    let entry = |moment: &crate::case::view::Moment| TimelineEntry {
        when: turn.moment(moment.at),
        datetime: machine(moment.at),
        title: turn.words.say(&format!("moment-{}", moment.what.name())),
        body: moment.text.clone(),
        file: moment.file.clone().map(|file| (page.clone(), file)),
        mine: matches!(
            moment.what,
            Happening::Received | Happening::Message | Happening::Confirmed | Happening::Reopened
        ),
    };
    view.moments.iter().rev().map(entry).collect()
}
