//! One's own account: the password, the second step, where one is signed in, when one is away.

use super::{
    away::absences,
    frame::{Here, frame, owing_page},
    said::Said,
};
use crate::{
    desk::{Account, Owed, PasswordFault, Second, colleagues::api::colleague_path},
    hatch::{Refusal, Token},
    parts::{ErrorSummary, Field, FieldKind, Heading, Lead, Notice, Qr, Section, State, Tone},
    turn::{Turn, flag, query},
};
use leptos::prelude::*;

/// What the query says is wrong, by field.
struct Wrong {
    password: Option<PasswordFault>,
    off: bool,
    wait: bool,
}

/// `/desk/account`.
#[component]
pub fn DeskAccount() -> impl IntoView {
    let said = Said::take();
    let wrong = Wrong {
        password: query("fault").and_then(|name| PasswordFault::from_name(&name)),
        off: flag("off"),
        wait: flag("wait"),
    };
    owing_page(move |turn, staff| async move { page(&turn, &staff, &said, &wrong).await })
}

async fn page(turn: &Turn, staff: &Token, said: &Said, wrong: &Wrong) -> Result<AnyView, Refusal> {
    let words = turn.words;
    let account = turn.hatch.account.account(staff).await?;
    let faults = wrong.faults(turn);
    let faulty = !faults.is_empty();
    let title = words.say("account-title");
    let lead = words.fill("account-lead", &[("login", &account.login)]);
    let parts = match account.owed {
        Owed::Nothing => view! {
            <div class="beside">
                <div class="beside-main">
                    {password(turn, &account.login, wrong)} {second(turn, &account, wrong)}
                </div>
                <div class="beside-more">{away(turn, &account)} {sessions(turn, &account)}</div>
            </div>
        }
        .into_any(),
        Owed::Password => password(turn, &account.login, wrong),
        Owed::Second => second(turn, &account, wrong),
    };
    let body = view! {
        <ErrorSummary faults />
        {owed(turn, account.owed)}
        {said.notice(words)}
        <Heading text=title.clone() />
        <Lead text=lead />
        {parts}
    };
    Ok(frame(
        turn,
        &account.me,
        Here::Within,
        title,
        faulty,
        body.into_any(),
    ))
}

impl Wrong {
    fn faults(&self, turn: &Turn) -> Vec<(String, String)> {
        let words = turn.words;
        let mut faults = Vec::new();
        if let Some(fault) = self.password {
            let sentence = words.say(&format!("account-fault-{}", fault.name()));
            faults.push((field_of(fault).to_owned(), sentence));
        }
        if self.off {
            faults.push(("password".to_owned(), words.say("account-fault-wrong")));
        }
        if self.wait {
            faults.push(("old".to_owned(), words.say("account-wait")));
        }
        faults
    }

    fn at(&self, turn: &Turn, field: &str) -> Option<String> {
        let faults = self.faults(turn);
        let mut here = faults.into_iter().filter(|(name, _)| name == field);
        here.next().map(|(_, sentence)| sentence)
    }
}

/// Where a fault of a new password is to be mended.
const fn field_of(fault: PasswordFault) -> &'static str {
    match fault {
        PasswordFault::Wrong => "old",
        PasswordFault::Length | PasswordFault::Simple | PasswordFault::Same => "new",
        PasswordFault::Unlike => "again",
    }
}

fn owed(turn: &Turn, owed: Owed) -> Option<AnyView> {
    let words = turn.words;
    let (title, text) = match owed {
        Owed::Nothing => return None,
        Owed::Password => (
            words.say("account-owed-password-title"),
            words.say("account-owed-password-text"),
        ),
        Owed::Second => (
            words.say("account-owed-second-title"),
            words.say("account-owed-second-text"),
        ),
    };
    let notice = view! {
        <Notice tone=Tone::Warn title>
            <p>{text}</p>
        </Notice>
    };
    Some(notice.into_any())
}

/// Whose password it is: for whatever keeps passwords for people, and unseen.
fn whose(login: &str) -> AnyView {
    view! {
        <input
            type="text"
            name="username"
            autocomplete="username"
            value=login.to_owned()
            readonly=true
            hidden=true
        />
    }
    .into_any()
}

fn password(turn: &Turn, login: &str, wrong: &Wrong) -> AnyView {
    let words = turn.words;
    let login = whose(login);
    let field = |id: &'static str, autocomplete: &'static str, hint: Option<String>| {
        view! {
            <Field
                id
                label=words.say(&format!("account-password-{id}"))
                kind=FieldKind::Password
                autocomplete=autocomplete.to_owned()
                hint=hint
                fault=wrong.at(turn, id)
            />
        }
        .into_any()
    };
    let old = field("old", "current-password", None);
    let hint = Some(words.say("account-password-hint"));
    let (new, again) = (
        field("new", "new-password", hint),
        field("again", "new-password", None),
    );
    view! {
        <Section title=words.say("account-password-title") id="password-part">
            <p>{words.say("account-password-text")}</p>
            <form class="step" method="post" action="/api/account/password" novalidate>
                {login}
                {old}
                {new}
                {again}
                <button class="button" type="submit">{words.say("account-password-change")}</button>
            </form>
        </Section>
    }
    .into_any()
}

fn second(turn: &Turn, account: &Account, wrong: &Wrong) -> AnyView {
    let words = turn.words;
    let inside = match account.second {
        Second::Off => {
            let (state, begin) = (
                words.say("account-second-is-off"),
                words.say("account-second-begin"),
            );
            view! {
                <p>
                    <State tone=Tone::Info label=state />
                </p>
                <form method="post" action="/api/account/second-begin">
                    <button class="button" type="submit">{begin}</button>
                </form>
            }
            .into_any()
        }
        Second::On { since, codes } => {
            let state = words.fill("account-second-is-on", &[("when", &turn.moment(since))]);
            let codes = words.count("account-second-codes", codes.into());
            view! {
                <p>
                    <State tone=Tone::Good label=state />
                </p>
                <p class="quiet">{codes}</p>
                {end_second(turn, account, wrong)}
            }
            .into_any()
        }
    };
    view! {
        <Section title=words.say("account-second-title") id="second-part">
            <p>{words.say("account-second-text")}</p>
            {inside}
        </Section>
    }
    .into_any()
}

fn end_second(turn: &Turn, account: &Account, wrong: &Wrong) -> AnyView {
    let words = turn.words;
    let demanded = account
        .demanded
        .then(|| view! { <p class="quiet">{words.say("account-second-demanded")}</p> });
    view! {
        <details class="act" open=wrong.off>
            <summary>{words.say("account-second-end-open")}</summary>
            <form method="post" action="/api/account/second-end" novalidate>
                {whose(&account.login)}
                {demanded}
                <Field
                    id="password"
                    label=words.say("account-password-old")
                    kind=FieldKind::Password
                    autocomplete="current-password".to_owned()
                    fault=wrong.at(turn, "password")
                />
                <button class="button second" type="submit">
                    {words.say("account-second-end")}
                </button>
            </form>
        </details>
    }
    .into_any()
}

fn sessions(turn: &Turn, account: &Account) -> AnyView {
    let words = turn.words;
    let count = words.count("account-sessions", account.sessions.into());
    view! {
        <Section title=words.say("account-sessions-title") id="sessions-part">
            <p>{count}</p>
            <form method="post" action="/api/account/sign-out">
                <button class="button second" type="submit">
                    {words.say("account-sign-out-everywhere")}
                </button>
            </form>
        </Section>
    }
    .into_any()
}

fn away(turn: &Turn, account: &Account) -> AnyView {
    let words = turn.words;
    let stands_in = (!account.stands_in.is_empty()).then(|| {
        let rows = account
            .stands_in
            .iter()
            .map(|absence| {
                let sentence = words.fill(
                    "account-stands-in",
                    &[
                        ("name", &absence.who),
                        ("from", &turn.moment(absence.from_at)),
                        ("until", &turn.moment(absence.until_at)),
                    ],
                );
                view! { <li>{sentence}</li> }
            })
            .collect_view();
        view! { <ul>{rows}</ul> }
    });
    let list = absences(turn, account.now, &account.away);
    let say = format!("{}#away", colleague_path(&account.id));
    view! {
        <Section title=words.say("account-away-title") id="away-part">
            <p>{words.say("account-away-text")}</p>
            {list}
            {stands_in}
            <p>
                <a class="button second" href=say>
                    {words.say("account-away-say")}
                </a>
            </p>
        </Section>
    }
    .into_any()
}

/// `/desk/account/second`: what a phone is told, until the first code was said.
#[component]
pub fn SecondSetup() -> impl IntoView {
    let (wrong, wait) = (flag("wrong"), flag("wait"));
    owing_page(move |turn, staff| async move { setup(&turn, &staff, wrong, wait).await })
}

async fn setup(turn: &Turn, staff: &Token, wrong: bool, wait: bool) -> Result<AnyView, Refusal> {
    let words = turn.words;
    let account = turn.hatch.account.account(staff).await?;
    let setup = turn.hatch.account.setup(staff).await?;
    let fault = match (wrong, wait) {
        (true, _) => Some(words.say("account-code-wrong")),
        (_, true) => Some(words.say("account-wait")),
        _ => None,
    };
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("code".to_owned(), fault.clone()))
        .collect();
    let faulty = fault.is_some();
    let codes = setup
        .codes
        .iter()
        .map(|code| view! { <li translate="no">{code.clone()}</li> })
        .collect_view();
    let title = words.say("account-setup-title");
    let phone = view! {
        <Section title=words.say("account-setup-phone") id="phone-part">
            <p>{words.say("account-setup-phone-text")}</p>
            <Qr text=setup.uri.clone() />
            <p>
                {words.say("account-setup-key")} " "
                <strong id="second-key" class="in-figures-long" translate="no">{setup.key.clone()}</strong>
            </p>
        </Section>
    }
    .into_any();
    let written = view! {
        <Section title=words.say("account-setup-codes") id="codes-part">
            <p>{words.say("account-setup-codes-text")}</p>
            <ol class="recovery">{codes}</ol>
        </Section>
    }
    .into_any();
    let first = view! {
        <Section title=words.say("account-setup-code") id="code-part">
            <form class="step" method="post" action="/api/account/second-confirm" autocomplete="off" novalidate>
                <Field
                    id="code"
                    label=words.say("account-setup-code-label")
                    kind=FieldKind::Code
                    autocomplete="one-time-code".to_owned()
                    fault
                />
                <button class="button" type="submit">{words.say("account-setup-on")}</button>
            </form>
        </Section>
    }
    .into_any();
    let body = view! {
        <ErrorSummary faults />
        <Heading text=title.clone() />
        {phone}
        {written}
        {first}
    };
    Ok(frame(
        turn,
        &account.me,
        Here::Within,
        title,
        faulty,
        body.into_any(),
    ))
}
