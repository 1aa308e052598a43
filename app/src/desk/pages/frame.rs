//! The frame of every page of the desk: who is signed in, the ways to the other pages, and what
//! happens to whoever is not signed in.

use super::colleagues::looks_after;
use super::live;
use crate::{
    desk::{
        Me, Role, account::api::ACCOUNT, api::SIGN_IN, colleagues::api::STAFF, kiosks::api::KIOSKS,
    },
    hatch::{Refusal, Token},
    parts::{Heading, Illustration, IllustrationKind, Lead, Page},
    sorry::sorry,
    turn::{Turn, later},
};
use http::StatusCode;
use leptos::prelude::*;
use std::future::Future;

/// The pages of the desk, as its navigation names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Here {
    /// The queue, or nothing of the navigation's.
    Queue,
    /// Recording a case.
    Record,
    /// Requests between departments.
    Requests,
    /// What waits for whoever looks.
    Mine,
    /// The incidents.
    Incidents,
    /// The units below.
    Levels,
    /// The faces by the door.
    Taps,
    /// The outbox.
    Outbox,
    /// Finding a case.
    Search,
    /// Who works here.
    Staff,
    /// The kiosks in the shops.
    Kiosks,
    /// A page that no way leads to by name.
    Within,
}

const WAYS: [(Here, &str, &str); 9] = [
    (Here::Queue, "/desk", "desk-way-queue"),
    (Here::Mine, "/desk/mine", "desk-way-mine"),
    (Here::Search, "/desk/search", "work-way-search"),
    (Here::Record, "/desk/record", "desk-way-record"),
    (Here::Requests, "/desk/requests", "request-way"),
    (Here::Incidents, "/desk/incidents", "desk-way-incidents"),
    (Here::Levels, "/desk/levels", "desk-way-levels"),
    (Here::Taps, "/desk/taps", "taps-way"),
    (Here::Outbox, "/desk/outbox", "desk-way-outbox"),
];

/// Who looks at a page of the desk, and through what.
#[derive(Clone)]
pub(super) struct Sitting {
    /// The request.
    pub turn: Turn,
    /// The session.
    pub staff: Token,
    /// Whose it is.
    pub me: Me,
}

/// A page for whoever is signed in. Anyone else is sent to sign in, and comes back here.
pub(super) fn staff_page<Fut>(page: impl FnOnce(Sitting) -> Fut + Send + 'static) -> AnyView
where
    Fut: Future<Output = Result<AnyView, Refusal>> + Send,
{
    let turn = Turn::take();
    later(async move {
        let Some(staff) = turn.visitor.staff.clone() else {
            return to_sign_in(&turn);
        };
        let me = match turn.hatch.desk.who(&staff).await {
            Ok(me) => me,
            Err(refusal) => return refused(&turn, None, refusal),
        };
        let sitting = Sitting {
            turn: turn.clone(),
            staff,
            me: me.clone(),
        };
        match page(sitting).await {
            Ok(view) => view,
            Err(refusal) => refused(&turn, Some(&me), refusal),
        }
    })
}

/// A page for whoever has come in, be it that they must see to their account first.
pub(super) fn owing_page<Fut>(page: impl FnOnce(Turn, Token) -> Fut + Send + 'static) -> AnyView
where
    Fut: Future<Output = Result<AnyView, Refusal>> + Send,
{
    let turn = Turn::take();
    later(async move {
        let Some(staff) = turn.visitor.staff.clone() else {
            return to_sign_in(&turn);
        };
        match page(turn.clone(), staff).await {
            Ok(view) => view,
            Err(Refusal::NotFound) => to_account(),
            Err(refusal) => refused(&turn, None, refusal),
        }
    })
}

fn to_account() -> AnyView {
    leptos_axum::redirect(ACCOUNT);
    ().into_any()
}

fn refused(turn: &Turn, me: Option<&Me>, refusal: Refusal) -> AnyView {
    match (refusal, me) {
        (Refusal::SignIn, _) => to_sign_in(turn),
        (Refusal::Account, _) => to_account(),
        (Refusal::NotFound, Some(me)) => not_here(turn, me),
        _ => sorry(turn, refusal),
    }
}

fn to_sign_in(turn: &Turn) -> AnyView {
    leptos_axum::redirect(&format!("{SIGN_IN}?then={}", turn.visitor.path));
    ().into_any()
}

/// Not there, or not theirs: the same page for both.
fn not_here(turn: &Turn, me: &Me) -> AnyView {
    expect_context::<leptos_axum::ResponseOptions>().set_status(StatusCode::NOT_FOUND);
    let words = turn.words;
    let body = view! {
        <Illustration kind=IllustrationKind::NotFound />
        <Heading text=words.say("desk-not-here-title") />
        <Lead text=words.say("desk-not-here-lead") />
        <p class="acts">
            <a class="button" href="/desk">{words.say("desk-way-queue")}</a>
        </p>
    };
    frame(
        turn,
        me,
        Here::Within,
        words.say("desk-not-here-title"),
        false,
        body.into_any(),
    )
}

/// A page of the desk around its content.
pub(super) fn frame(
    turn: &Turn,
    me: &Me,
    here: Here,
    title: String,
    faulty: bool,
    body: AnyView,
) -> AnyView {
    framed(turn, me, (here, Switch::Alone), title, faulty, body)
}

/// The same around the form with the id `step`, whose endpoint knows the language buttons: what is
/// typed in it is kept without script too. The desk's script keeps what is typed in any other.
pub(super) fn frame_of_form(
    turn: &Turn,
    me: &Me,
    here: Here,
    title: String,
    faulty: bool,
    body: AnyView,
) -> AnyView {
    framed(turn, me, (here, Switch::OfForm), title, faulty, body)
}

/// Whose the language buttons are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Switch {
    Alone,
    OfForm,
}

fn framed(
    turn: &Turn,
    me: &Me,
    (here, switch): (Here, Switch),
    title: String,
    faulty: bool,
    body: AnyView,
) -> AnyView {
    let ways = ways(turn, me, here);
    let (news, keys) = (live::news(turn, me), live::keys(turn));
    view! {
        <Page title faulty form={switch == Switch::OfForm} wide=true ways=Some(ways)>
            {news}
            {body}
            {keys}
        </Page>
    }
    .into_any()
}

fn ways(turn: &Turn, me: &Me, here: Here) -> AnyView {
    let words = turn.words;
    let decides = !matches!(me.role, Role::Front | Role::Specialist);
    let links = WAYS
        .into_iter()
        .filter(|(way, ..)| decides || !matches!(way, Here::Levels | Here::Taps))
        .map(|(way, href, word)| {
            let current = (way == here).then_some("page");
            view! { <li><a href=href aria-current=current>{words.say(word)}</a></li> }
        })
        .collect_view();
    let looked_after = looks_after(me).then(|| {
        [
            (Here::Staff, STAFF, "staff-title"),
            (Here::Kiosks, KIOSKS, "fleet-title"),
        ]
        .map(|(way, href, word)| {
            let current = (way == here).then_some("page");
            view! { <li><a href=href aria-current=current>{words.say(word)}</a></li> }
        })
    });
    let who = words.fill(
        "desk-who",
        &[
            ("name", &me.name),
            ("role", &words.say(&format!("desk-role-{}", me.role.name()))),
            ("department", me.department.say(words.lang)),
            ("unit", me.unit.say(words.lang)),
        ],
    );
    view! {
        <div class="room-bar">
            <div class="room-bar-inside">
                <nav aria-label=words.say("desk-ways")>
                    <ul class="room-ways">{links} {looked_after}</ul>
                </nav>
                <section class="room-who" aria-label=words.say("desk-you")>
                    <p>
                        {who} " "
                        <a href=ACCOUNT>{words.say("account-title")}</a>
                    </p>
                    <form method="post" action="/api/staff/sign-out">
                        <button class="button quiet-act" type="submit">
                            {words.say("desk-sign-out")}
                        </button>
                    </form>
                </section>
            </div>
        </div>
    }
    .into_any()
}
