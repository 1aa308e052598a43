//! Who works here: a list to look somebody up in, and the form that adds somebody.

use super::{
    colleague::{fault_sentence, post_fields},
    frame::{Here, Sitting, frame, staff_page},
    said::Said,
};
use crate::{
    desk::{
        Colleagues, Me, Member,
        colleagues::api::{NEW, SOUGHT, STAFF, colleague_path},
    },
    hatch::Refusal,
    parts::{
        ErrorSummary, Field, FieldKind, Heading, Illustration, IllustrationKind, Lead, Pager,
        State, Table, Tone,
    },
    steps::{aside, fresh_key},
    turn::{Turn, flag, query},
};
use leptos::prelude::*;

/// `/desk/staff`.
#[component]
pub fn DeskStaff() -> impl IntoView {
    let said = Said::take();
    let shown = match flag("found") {
        true => Shown::Found,
        false => Shown::Everybody,
    };
    let page = query("page").and_then(|page| page.parse().ok());
    let page = page.unwrap_or(1);
    staff_page(move |sitting| async move { list(&sitting, shown, page, &said).await })
}

/// Who is to be listed.
#[derive(Clone, Copy)]
enum Shown {
    /// All of them.
    Everybody,
    /// Those who were looked for. What for is kept, and stands in no address.
    Found,
}

async fn list(sitting: &Sitting, shown: Shown, page: u32, said: &Said) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let sought = match shown {
        Shown::Everybody => String::new(),
        Shown::Found => aside(turn, SOUGHT).await?.typed("search").to_owned(),
    };
    let staff = &turn.hatch.staff;
    let found = staff.colleagues(&sitting.staff, &sought, page).await?;
    let title = words.say("staff-title");
    let add = found.may_manage.then(|| {
        view! {
            <p class="acts">
                <a class="button" href=NEW>{words.say("staff-add-open")}</a>
            </p>
        }
    });
    let rows = match found.rows.is_empty() {
        true => view! {
            <Illustration kind=IllustrationKind::Empty />
            <p>{words.say("staff-none")}</p>
        }
        .into_any(),
        false => table(turn, &found),
    };
    let body = view! {
        {said.notice(words)}
        <Heading text=title.clone() />
        <Lead text=words.count("staff-count", found.count.into()) />
        {add}
        {search(turn, &found.sought)}
        {rows}
        {pager(turn, &found)}
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Staff,
        title,
        false,
        body.into_any(),
    ))
}

fn search(turn: &Turn, sought: &str) -> AnyView {
    let words = turn.words;
    view! {
        <form class="search" method="post" action="/api/staff/search" role="search">
            <Field id="search" label=words.say("staff-search") value=sought.to_owned() />
            <button class="button second" type="submit">{words.say("staff-search-go")}</button>
        </form>
    }
    .into_any()
}

fn table(turn: &Turn, found: &Colleagues) -> AnyView {
    let words = turn.words;
    let head = ["name", "role", "where", "state"]
        .map(|column| words.say(&format!("staff-column-{column}")));
    let rows = found.rows.iter().map(|row| cells(turn, row)).collect();
    view! { <Table caption=words.say("staff-caption") head=head.to_vec() rows /> }.into_any()
}

fn cells(turn: &Turn, row: &Member) -> Vec<AnyView> {
    let words = turn.words;
    let place = words.fill(
        "desk-where",
        &[
            ("department", row.department.say(words.lang)),
            ("unit", row.unit.say(words.lang)),
        ],
    );
    let name = view! {
        <a href=colleague_path(&row.id)>{row.name.clone()}</a>
        <br />
        <span class="quiet" translate="no">{row.login.clone()}</span>
    };
    vec![
        name.into_any(),
        words
            .say(&format!("desk-role-{}", row.role.name()))
            .into_any(),
        place.into_any(),
        states(turn, row),
    ]
}

/// What is to be known about somebody, in a word each.
pub(super) fn states(turn: &Turn, row: &Member) -> AnyView {
    let words = turn.words;
    if let Some(left) = row.left_at {
        let label = words.fill("staff-state-left", &[("when", &turn.moment(left))]);
        return view! { <State tone=Tone::Warn label /> }.into_any();
    }
    let away = row.away_until.map(|until| {
        let label = words.fill("staff-state-away", &[("when", &turn.moment(until))]);
        view! { <State tone=Tone::Warn label /> " " }
    });
    let once = row.once_until.map(|until| {
        let label = words.fill("staff-state-once", &[("when", &turn.moment(until))]);
        view! { <State tone=Tone::Info label /> " " }
    });
    let second = row
        .second
        .then(|| view! { <State tone=Tone::Good label=words.say("staff-state-second") /> });
    view! { {away} {once} {second} }.into_any()
}

fn pager(turn: &Turn, found: &Colleagues) -> AnyView {
    let found_only = if found.sought.is_empty() {
        ""
    } else {
        "found&"
    };
    let to = |page: u32| format!("{STAFF}?{found_only}page={page}");
    let before = (found.page > 1).then(|| to(found.page - 1));
    let after = (found.page < found.pages).then(|| to(found.page + 1));
    let sentence = turn.words.fill(
        "staff-page-of",
        &[
            ("page", &found.page.to_string()),
            ("pages", &found.pages.to_string()),
        ],
    );
    view! { <Pager sentence before after /> }.into_any()
}

/// Whether somebody has colleagues to look after.
pub(super) fn looks_after(me: &Me) -> bool {
    use crate::desk::Role;
    match me.role {
        Role::Front | Role::Specialist => false,
        Role::Coordinator | Role::Manager | Role::Administrator => true,
    }
}

/// `/desk/staff/new`.
#[component]
pub fn NewColleague() -> impl IntoView {
    let mend = flag("mend");
    staff_page(move |sitting| async move { new(&sitting, mend).await })
}

async fn new(sitting: &Sitting, mend: bool) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let (places, unsent) = turn.hatch.staff.newcomer(&sitting.staff).await?;
    let typed = |field: &str| {
        let sheet = unsent.as_ref().map(|unsent| &unsent.sheet);
        sheet.map_or("", |sheet| sheet.typed(field)).to_owned()
    };
    let faults = unsent.as_ref().filter(|_| mend);
    let fault = |field: &str| {
        let faults = &faults?.faults;
        let (_, fault) = faults.iter().find(|(name, _)| *name == field)?;
        Some(fault_sentence(words, *fault))
    };
    let summary: Vec<_> = faults
        .into_iter()
        .flat_map(|unsent| &unsent.faults)
        .map(|(field, fault)| ((*field).to_owned(), fault_sentence(words, *fault)))
        .collect();
    let faulty = !summary.is_empty();
    let title = words.say("staff-add-title");
    let fields = post_fields(turn, &places, &typed, &fault);
    let body = view! {
        <ErrorSummary faults=summary />
        <Heading text=title.clone() />
        <Lead text=words.say("staff-add-lead") />
        <form class="step" method="post" action="/api/staff/add" autocomplete="off" novalidate>
            <input type="hidden" name="key" value=fresh_key() />
            <Field
                id="login"
                label=words.say("desk-login-label")
                hint=words.say("staff-login-hint")
                kind=FieldKind::Login
                value=typed("login")
                fault=fault("login")
            />
            {fields}
            <Field
                id="once"
                label=words.say("staff-once")
                hint=words.say("staff-once-hint")
                kind=FieldKind::Login
                value=once()
                fault=fault("once")
            />
            <button class="button" type="submit">{words.say("staff-add")}</button>
        </form>
    };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Staff,
        title,
        faulty,
        body.into_any(),
    ))
}

/// A one-time password, to be told or written down: of a key of ours, in groups.
pub(super) fn once() -> String {
    let key = fresh_key();
    [&key[0..4], &key[4..8], &key[8..12], &key[12..16]].join("-")
}
