//! Where whoever knows the password says the code, and the two pages of the way through the
//! identity provider. None of them changes anything by being looked at.

use crate::{
    desk::api::SIGN_IN,
    face::api::own_page,
    parts::{ErrorSummary, Field, FieldKind, Heading, Lead, Page},
    turn::{Turn, flag, later, query},
};
use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

/// `/staff/sign-in/code`.
#[component]
pub fn SignInCode() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let then = query("then").unwrap_or_default();
    let then = own_page(&then).to_owned();
    if turn.visitor.half.is_none() {
        leptos_axum::redirect(&format!("{SIGN_IN}?then={then}"));
        return ().into_any();
    }
    let fault = match (flag("wrong"), flag("wait")) {
        (true, _) => Some(words.say("account-code-wrong")),
        (_, true) => Some(words.say("account-wait")),
        _ => None,
    };
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("code".to_owned(), fault.clone()))
        .collect();
    let title = words.say("account-code-title");
    view! {
        <Page title=title.clone() faulty=fault.is_some()>
            <ErrorSummary faults />
            <Heading text=title />
            <Lead text=words.say("account-code-lead") />
            <form class="step" method="post" action="/api/staff/code" autocomplete="off" novalidate>
                <input type="hidden" name="then" value=then.clone() />
                <Field
                    id="code"
                    label=words.say("account-code-label")
                    hint=words.say("account-code-hint")
                    kind=FieldKind::Code
                    autocomplete="one-time-code".to_owned()
                    fault
                />
                <div class="acts">
                    <button class="button" type="submit">{words.say("desk-sign-in")}</button>
                    <a class="button quiet-act" href=format!("{SIGN_IN}?then={then}")>
                        {words.say("account-code-back")}
                    </a>
                </div>
            </form>
        </Page>
    }
    .into_any()
}

/// `/staff/provider`: sends the browser on to the identity provider. A link leads here and no form,
/// as a form of ours may not lead out of the house.
#[component]
pub fn ToProvider() -> impl IntoView {
    let turn = Turn::take();
    let then = query("then").unwrap_or_default();
    let then = own_page(&then).to_owned();
    let response: ResponseOptions = use_context().unwrap_or_default();
    later(async move {
        let to = match turn.hatch.account.depart(&then).await {
            Ok(departure) => {
                turn.visitor.depart(Some(&departure.kept));
                departure.to
            }
            Err(_) => format!("{SIGN_IN}?refused"),
        };
        if let Ok(place) = HeaderValue::from_str(&to) {
            response.insert_header(header::LOCATION, place);
            response.set_status(StatusCode::SEE_OTHER);
        }
        ().into_any()
    })
}

/// `/staff/provider/back`: where the provider sends the browser. One button goes on.
#[component]
pub fn FromProvider() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let (code, state) = (query("code"), query("state"));
    let (Some(code), Some(state), Some(name)) = (code, state, turn.hatch.account.provider()) else {
        // It says no, or it is not the provider who says this.
        leptos_axum::redirect(&format!("{SIGN_IN}?refused"));
        return ().into_any();
    };
    let title = words.say("account-provider-title");
    view! {
        <Page title=title.clone()>
            <Heading text=title />
            <Lead text=words.fill("account-provider-lead", &[("name", &name)]) />
            <form class="step" method="post" action="/api/staff/provider">
                <input type="hidden" name="code" value=code />
                <input type="hidden" name="state" value=state />
                <div class="acts">
                    <button class="button" type="submit">{words.say("account-provider-go")}</button>
                </div>
            </form>
        </Page>
    }
    .into_any()
}
