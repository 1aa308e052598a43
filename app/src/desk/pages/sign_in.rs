//! Where staff sign in.

use crate::{
    desk::api::{LOGIN, SIGN_IN},
    face::api::own_page,
    parts::{ErrorSummary, Field, FieldKind, Heading, Lead, Notice, Page, Tone},
    sorry::sorry,
    steps::aside,
    turn::{Turn, flag, later, query},
};
use leptos::prelude::*;

/// `/staff/sign-in`.
#[component]
pub fn SignIn() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let then = query("then").unwrap_or_default();
    let then = own_page(&then).to_owned();
    let said = [
        ("wrong", "desk-sign-in-wrong"),
        ("wait", "desk-sign-in-wait"),
        ("refused", "account-provider-refused"),
        ("again", "account-code-over"),
    ];
    let said = said.into_iter().find(|(name, _)| flag(name));
    let fault = said.map(|(_, sentence)| words.say(sentence));
    let out = flag("out");
    later(async move {
        match aside(&turn, LOGIN).await {
            Ok(typed) => page(&turn, then, typed.typed("login"), fault, out),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

fn page(turn: &Turn, then: String, login: &str, fault: Option<String>, out: bool) -> AnyView {
    let words = turn.words;
    let login = login.to_owned();
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("login".to_owned(), fault.clone()))
        .collect();
    let provider = turn.hatch.account.provider().map(|name| {
        let label = words.fill("account-provider", &[("name", &name)]);
        let href = format!("/staff/provider?then={then}");
        view! {
            <p class="acts">
                <a class="button second" href=href>{label}</a>
            </p>
        }
    });
    let out = out.then(|| {
        view! {
            <Notice tone=Tone::Good title=words.say("desk-sign-in-out-title")>
                <p>{words.say("desk-sign-in-out-text")}</p>
            </Notice>
        }
    });
    view! {
        <Page title=words.say("desk-sign-in-title") faulty=fault.is_some() form=true>
            <ErrorSummary faults />
            {out}
            <Heading text=words.say("desk-sign-in-title") />
            <Lead text=words.say("desk-sign-in-lead") />
            <form id="step" class="step" method="post" action=format!("/api{SIGN_IN}") novalidate>
                <input type="hidden" name="then" value=then />
                <Field
                    id="login"
                    label=words.say("desk-login-label")
                    kind=FieldKind::Login
                    autocomplete="username".to_owned()
                    value=login
                    fault
                />
                <Field
                    id="password"
                    label=words.say("desk-password-label")
                    kind=FieldKind::Password
                    autocomplete="current-password".to_owned()
                />
                <div class="acts">
                    <button class="button" type="submit">{words.say("desk-sign-in")}</button>
                </div>
            </form>
            {provider}
        </Page>
    }
    .into_any()
}
