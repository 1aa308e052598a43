//! Where staff sign in.

use crate::{
    desk::api::SIGN_IN,
    face::api::own_page,
    parts::{ErrorSummary, Field, FieldKind, Heading, Lead, Notice, Page, Tone},
    turn::{Turn, flag, query},
};
use leptos::prelude::*;

/// `/staff/sign-in`.
#[component]
pub fn SignIn() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let then = query("then").unwrap_or_default();
    let then = own_page(&then).to_owned();
    let (wrong, wait) = (flag("wrong"), flag("wait"));
    let fault = wrong.then(|| words.say("desk-sign-in-wrong"));
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("login".to_owned(), fault.clone()))
        .collect();
    let wait = wait.then(|| {
        view! {
            <Notice tone=Tone::Warn title=words.say("desk-sign-in-wait-title")>
                <p>{words.say("desk-sign-in-wait-text")}</p>
            </Notice>
        }
    });
    let out = flag("out").then(|| {
        view! {
            <Notice tone=Tone::Good title=words.say("desk-sign-in-out-title")>
                <p>{words.say("desk-sign-in-out-text")}</p>
            </Notice>
        }
    });
    view! {
        <Page title=words.say("desk-sign-in-title") faulty=wrong>
            <ErrorSummary faults />
            {wait}
            {out}
            <Heading text=words.say("desk-sign-in-title") />
            <Lead text=words.say("desk-sign-in-lead") />
            <form class="step" method="post" action=format!("/api{SIGN_IN}") novalidate>
                <input type="hidden" name="then" value=then />
                <Field
                    id="login"
                    label=words.say("desk-login-label")
                    kind=FieldKind::Login
                    autocomplete="username".to_owned()
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
        </Page>
    }
}
