//! Somebody who works here: what there is to know, and what can be done about them.

use super::{
    away::{absences_to_end, away_form},
    colleagues::{once, states},
    deeds::log,
    frame::{Here, Sitting, frame, frame_of_form, staff_page},
    said::Said,
};
use crate::{
    desk::{ColleaguePage, Places, Role, StaffFault, UnsentStaff},
    hatch::Refusal,
    parts::{
        ErrorSummary, Field, FieldKind, Heading, Section, Select, SelectGroup, SelectOption,
        Summary, SummaryRow,
    },
    steps::fresh_key,
    turn::{Turn, flag, param},
    words::Words,
};
use leptos::prelude::*;

/// `/desk/staff/{id}`.
#[component]
pub fn DeskColleague() -> impl IntoView {
    let (id, kept) = (param("id"), flag("kept"));
    let said = Said::take();
    staff_page(move |sitting| async move { page(&sitting, &id, &said, kept).await })
}

async fn page(sitting: &Sitting, id: &str, said: &Said, kept: bool) -> Result<AnyView, Refusal> {
    let turn = &sitting.turn;
    let words = turn.words;
    let mut page = turn.hatch.staff.colleague(&sitting.staff, id).await?;
    // In another language it is still being typed: nothing is wrong with it yet.
    if let Some(unsent) = page.unsent.as_mut().filter(|_| !said.mend) {
        unsent.faults.clear();
    }
    let unsent = page.unsent.as_ref().filter(|_| said.mend || kept);
    let faults: Vec<_> = unsent
        .into_iter()
        .flat_map(|unsent| &unsent.faults)
        .map(|(field, fault)| ((*field).to_owned(), fault_sentence(words, *fault)))
        .collect();
    let faulty = !faults.is_empty();
    let title = page.colleague.name.clone();
    let here = page.colleague.left_at.is_none();
    let manage = (page.may_manage && here).then(|| manage(turn, &page, unsent));
    let away = here.then(|| away(turn, &page, unsent));
    let by = "staff-deed-by-command";
    let log = log(turn, "staff-log-title", "staff-deed-", by, &page.log);
    let body = view! {
        <ErrorSummary faults />
        {said.notice(words)}
        <Heading text=title.clone() caption=page.colleague.login.clone() />
        <p>{states(turn, &page.colleague)}</p>
        <div class="beside">
            <div class="beside-main">{facts(turn, &page)} {away}</div>
            <div class="beside-more">{manage} {log}</div>
        </div>
    };
    let frame = if here { frame_of_form } else { frame };
    Ok(frame(
        turn,
        &sitting.me,
        Here::Staff,
        title,
        faulty,
        body.into_any(),
    ))
}

fn facts(turn: &Turn, page: &ColleaguePage) -> AnyView {
    let words = turn.words;
    let row = |id: &str, value: String| SummaryRow {
        label: words.say(&format!("staff-fact-{id}")),
        value,
        change: None,
    };
    let colleague = &page.colleague;
    let rows = vec![
        row("unit", colleague.unit.say(words.lang).to_owned()),
        row(
            "department",
            colleague.department.say(words.lang).to_owned(),
        ),
        row(
            "role",
            words.say(&format!("desk-role-{}", colleague.role.name())),
        ),
        row("cases", words.count("staff-cases", page.cases.into())),
    ];
    view! { <Summary rows /> }.into_any()
}

/// What was typed into one form and could not be taken.
struct Typed<'a>(Option<&'a UnsentStaff>, Words);

impl Typed<'_> {
    fn field(&self, field: &str) -> Option<String> {
        Some(self.0?.sheet.typed(field).to_owned())
    }

    fn fault(&self, field: &str) -> Option<String> {
        let (_, fault) = self.0?.faults.iter().find(|(name, _)| *name == field)?;
        Some(fault_sentence(self.1, *fault))
    }
}

fn typed<'a>(turn: &Turn, unsent: Option<&'a UnsentStaff>, act: &str) -> Typed<'a> {
    Typed(unsent.filter(|unsent| unsent.act == act), turn.words)
}

fn away(turn: &Turn, page: &ColleaguePage, unsent: Option<&UnsentStaff>) -> AnyView {
    let words = turn.words;
    let typed = typed(turn, unsent, "away");
    let form = away_form(
        turn,
        page,
        &|field| typed.field(field).unwrap_or_default(),
        &|field| typed.fault(field),
    );
    let there = absences_to_end(turn, page);
    view! {
        <Section title=words.say("staff-away-title") id="away">
            <p>{words.say("staff-away-text")}</p>
            {there}
            {form}
        </Section>
    }
    .into_any()
}

fn manage(turn: &Turn, page: &ColleaguePage, unsent: Option<&UnsentStaff>) -> AnyView {
    let words = turn.words;
    let others = (!page.myself).then(|| {
        view! { {password(turn, page, unsent)} {reset(turn, page)} {leave(turn, page, unsent)} }
    });
    let post = post(turn, page, unsent);
    view! {
        <Section title=words.say("staff-manage-title") id="manage">
            {post}
            {others}
        </Section>
    }
    .into_any()
}

fn hidden(page: &ColleaguePage) -> AnyView {
    view! {
        <input type="hidden" name="key" value=fresh_key() />
        <input type="hidden" name="id" value=page.colleague.id.clone() />
    }
    .into_any()
}

fn post(turn: &Turn, page: &ColleaguePage, unsent: Option<&UnsentStaff>) -> AnyView {
    let words = turn.words;
    let typed = typed(turn, unsent, "move");
    let open = typed.0.is_some();
    let now = |field: &str| match field {
        "name" => page.colleague.name.clone(),
        "unit" => page.unit.clone(),
        "department" => page.department.clone(),
        _ => page.colleague.role.name().to_owned(),
    };
    let fields = post_fields(
        turn,
        &page.places,
        &|field| typed.field(field).unwrap_or_else(|| now(field)),
        &|field| typed.fault(field),
    );
    view! {
        <details class="act" open=open>
            <summary>{words.say("staff-move-open")}</summary>
            <form method="post" action="/api/staff/move" autocomplete="off" novalidate>
                {hidden(page)}
                {fields}
                <button class="button" type="submit">{words.say("staff-move")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn password(turn: &Turn, page: &ColleaguePage, unsent: Option<&UnsentStaff>) -> AnyView {
    let words = turn.words;
    let typed = typed(turn, unsent, "password");
    let open = typed.0.is_some();
    view! {
        <details class="act" open=open>
            <summary>{words.say("staff-password-open")}</summary>
            <form method="post" action="/api/staff/password" autocomplete="off" novalidate>
                {hidden(page)}
                <Field
                    id="once"
                    label=words.say("staff-once")
                    hint=words.say("staff-once-hint")
                    kind=FieldKind::Login
                    value=once()
                    fault=typed.fault("once")
                />
                <button class="button" type="submit">{words.say("staff-password")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn reset(turn: &Turn, page: &ColleaguePage) -> Option<AnyView> {
    let words = turn.words;
    let form = page.colleague.second.then(|| {
        view! {
            <details class="act">
                <summary>{words.say("staff-reset-open")}</summary>
                <form method="post" action="/api/staff/reset-second">
                    {hidden(page)}
                    <p>{words.say("staff-reset-text")}</p>
                    <button class="button" type="submit">{words.say("staff-reset")}</button>
                </form>
            </details>
        }
    });
    form.map(IntoAny::into_any)
}

fn leave(turn: &Turn, page: &ColleaguePage, unsent: Option<&UnsentStaff>) -> AnyView {
    let words = turn.words;
    let typed = typed(turn, unsent, "leave");
    let open = typed.0.is_some();
    let fault = typed.fault("leave").map(|fault| {
        view! { <p class="fault">{fault}</p> }
    });
    let text = words.count("staff-leave-text", page.cases.into());
    view! {
        <details class="act" id="leave" open=open>
            <summary>{words.say("staff-leave-open")}</summary>
            <form method="post" action="/api/staff/leave">
                {hidden(page)}
                {fault}
                <p>{text}</p>
                <button class="button" type="submit">{words.say("staff-leave")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Name, unit, department and role.
pub(super) fn post_fields(
    turn: &Turn,
    places: &Places,
    typed: &dyn Fn(&str) -> String,
    fault: &dyn Fn(&str) -> Option<String>,
) -> AnyView {
    let words = turn.words;
    let of = |choices: &[(String, crate::case::language::Text)]| {
        let options = choices
            .iter()
            .map(|(code, name)| SelectOption::new(code.clone(), name.say(words.lang).to_owned()));
        vec![SelectGroup {
            options: options.collect(),
            ..SelectGroup::default()
        }]
    };
    let roles = Role::ALL.map(|role| {
        let name = words.say(&format!("desk-role-{}", role.name()));
        SelectOption::new(role.name(), name)
    });
    let roles = vec![SelectGroup {
        options: roles.to_vec(),
        ..SelectGroup::default()
    }];
    view! {
        <Field id="name" label=words.say("staff-name") value=typed("name") fault=fault("name") />
        <Select
            id="unit"
            label=words.say("staff-fact-unit")
            empty=words.say("desk-choose")
            groups=of(&places.units)
            chosen=typed("unit")
            fault=fault("unit")
        />
        <Select
            id="department"
            label=words.say("staff-fact-department")
            empty=words.say("desk-choose")
            groups=of(&places.departments)
            chosen=typed("department")
            fault=fault("department")
        />
        <Select
            id="role"
            label=words.say("staff-fact-role")
            empty=words.say("desk-choose")
            groups=roles
            chosen=typed("role")
            fault=fault("role")
        />
    }
    .into_any()
}

/// The sentence that helps to mend a field about somebody.
pub(super) fn fault_sentence(words: Words, fault: StaffFault) -> String {
    words.say(&format!("staff-fault-{}", fault.name()))
}
