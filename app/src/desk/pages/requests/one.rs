//! One request whole: where it stands, what was said, and what can be done about it.

use super::{state, typed::Typed};
use crate::{
    case::reference::Reference,
    desk::{
        pages::{
            choices::{departments, taps},
            frame::{Here, Sitting, frame, staff_page},
            legs::place,
            said::Said,
        },
        requests::{Request, RequestAct, RequestWay},
    },
    hatch::Refusal,
    parts::{ErrorSummary, Heading, Section, Select, Summary, SummaryRow, TextArea},
    steps::fresh_key,
    turn::{Turn, param},
    words::date::machine,
};
use leptos::prelude::*;

/// `/desk/requests/{number}`.
#[component]
pub fn DeskRequest() -> impl IntoView {
    let (said, number) = (Said::take(), param("number"));
    staff_page(move |sitting| async move { one(&sitting, &number, &said).await })
}

async fn one(sitting: &Sitting, number: &str, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let number: Reference = number.parse().map_err(|_| Refusal::NotFound)?;
    let request = turn.hatch.requests.request(&sitting.staff, number).await?;
    let typed = Typed::of(request.unsent.as_ref(), said);
    let summary = typed.summary(turn);
    let faulty = !summary.is_empty();
    let facts = facts(turn, &request);
    let log = request.log.iter();
    let log = log
        .map(|event| {
            let what = words.say(&format!("request-event-{}", event.kind));
            let text = event.text.clone();
            view! {
                <li class="entry side-below">
                    <p class="entry-when">
                        <time datetime=machine(event.at)>{turn.moment(event.at)}</time>
                        <span>{event.who.clone()}</span>
                    </p>
                    <p class="entry-title">{what}</p>
                    {text.map(|text| view! { <p class="entry-body as-typed" dir="auto">{text}</p> })}
                </li>
            }
        })
        .collect_view();
    let acts = acts(turn, &request, &typed);
    let body = view! {
        <ErrorSummary faults=summary />
        {said.notice(words)}
        <Heading text=request.row.title.clone() caption=number.to_string() />
        <p class="standing">{state(turn, request.row.state)}</p>
        {acts}
        <Summary rows=facts />
        <Section title=words.say("desk-log-title") id="log">
            <ol class="timeline log">{log}</ol>
        </Section>
    };
    let title = words.fill(
        "desk-case-title",
        &[
            ("reference", &number.to_string()),
            ("about", &request.row.title),
        ],
    );
    Ok(frame(
        turn,
        &sitting.me,
        Here::Requests,
        title,
        faulty,
        body.into_any(),
    ))
}

fn facts(turn: &Turn, request: &Request) -> Vec<SummaryRow> {
    let words = turn.words;
    let row = |label: String, value: String| SummaryRow {
        label,
        value,
        change: None,
    };
    let of = |id: &str| words.say(&format!("request-fact-{id}"));
    let (from, to) = (&request.row.from, &request.row.to);
    let mut rows = vec![
        row(of("from"), place(turn, &from.0, &from.1)),
        row(of("owner"), request.owner.clone()),
        row(of("to"), place(turn, &to.0, &to.1)),
        row(of("due"), turn.moment(request.row.due_at)),
    ];
    rows.extend(request.helper.clone().map(|name| row(of("helper"), name)));
    rows.extend(request.score.map(|score| {
        row(
            of("score"),
            words.say(&format!("desk-rate-{}", score.name())),
        )
    }));
    if request.bounces > 0 {
        let times = words.count("desk-bounces", request.bounces.into());
        rows.push(row(words.say("desk-fact-bounces"), times));
    }
    rows
}

/// One form for each thing that can be done; what needs no words is one press.
fn acts(turn: &Turn, request: &Request, typed: &Typed<'_>) -> AnyView {
    let words = turn.words;
    let may = |way: RequestWay| request.ways.contains(&way);
    let hidden = || {
        view! {
            <input type="hidden" name="key" value=fresh_key() />
            <input type="hidden" name="number" value=request.row.number.to_string() />
        }
    };
    let press = |way: RequestWay, act: RequestAct| {
        may(way).then(|| {
            view! {
                <form method="post" action="/api/desk/request-act">
                    {hidden()}
                    <button class="button" type="submit" name="act" value=act.name()>
                        {words.say(&format!("request-{}", act.name()))}
                    </button>
                </form>
            }
        })
    };
    let written = |way: RequestWay, act: RequestAct, extra: Option<AnyView>| {
        may(way).then(|| {
            let (value, fault) = typed.text(turn, act);
            let open = value.is_some();
            view! {
                <details class="act" open=open>
                    <summary>{words.say(&format!("request-{}-open", act.name()))}</summary>
                    <form method="post" action="/api/desk/request-act" autocomplete="off" novalidate>
                        {hidden()}
                        {extra}
                        <TextArea
                            id=act.name().to_owned()
                            name="text".to_owned()
                            label=words.say(&format!("request-{}-label", act.name()))
                            value=value.unwrap_or_default()
                            fault
                            rows=3
                        />
                        <button class="button" type="submit" name="act" value=act.name()>
                            {words.say(&format!("request-{}", act.name()))}
                        </button>
                    </form>
                </details>
            }
        })
    };
    let anew = view! {
        <Select
            id="to"
            label=words.say("request-to")
            empty=words.say("desk-choose")
            groups=departments(turn, &request.departments)
            chosen=typed.value("to")
            fault=typed.fault(turn, "to")
        />
    };
    let rate = may(RequestWay::Rate).then(|| rate(turn, typed, hidden().into_any()));
    view! {
        <div class="acts">
            {press(RequestWay::Take, RequestAct::Take)}
            {press(RequestWay::Withdraw, RequestAct::Withdraw)}
        </div>
        {written(RequestWay::Answer, RequestAct::Answer, None)}
        {written(RequestWay::Decline, RequestAct::Decline, None)}
        {written(RequestWay::AskAnew, RequestAct::AskAnew, Some(anew.into_any()))}
        {written(RequestWay::Say, RequestAct::Say, None)}
        {rate}
    }
    .into_any()
}

/// One tap; a reason only when the answer was poor.
fn rate(turn: &Turn, typed: &Typed<'_>, hidden: AnyView) -> AnyView {
    let words = turn.words;
    let (value, fault) = typed.text(turn, RequestAct::Rate);
    let why = value.map(|value| {
        view! {
            <TextArea
                id="rate"
                name="text".to_owned()
                label=words.say("desk-rate-label")
                value
                fault
                rows=2
            />
        }
    });
    let taps = taps(turn, "score");
    view! {
        <form class="rate" method="post" action="/api/desk/request-act" autocomplete="off" novalidate>
            {hidden}
            <input type="hidden" name="act" value=RequestAct::Rate.name() />
            <fieldset>
                <legend>{words.say("request-rate-legend")}</legend>
                {why}
                <div class="acts">{taps}</div>
            </fieldset>
        </form>
    }
    .into_any()
}
