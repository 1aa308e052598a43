//! The page that asks where to tell it, and a follower's own page. Neither changes anything when it
//! is only looked at.

use super::{Followed, api::FOLLOW};
use crate::{
    hatch::Refusal,
    journey::read_contact,
    parts::{ErrorSummary, Field, Heading, Lead, Page},
    sorry::sorry,
    steps::aside,
    turn::{Turn, flag, later, param},
};
use leptos::prelude::*;

/// `/status/follow/{incident}`.
#[component]
pub fn Follow() -> impl IntoView {
    let turn = Turn::take();
    let (incident, mend) = (param("incident"), flag("mend"));
    later(async move {
        follow_page(&turn, &incident, mend)
            .await
            .unwrap_or_else(|refusal| sorry(&turn, refusal))
    })
}

async fn follow_page(turn: &Turn, incident: &str, mend: bool) -> Result<AnyView, Refusal> {
    let words = turn.words;
    let known = turn.hatch.status.incidents(words.lang).await?;
    let known = known
        .into_iter()
        .find(|it| it.id == incident && it.ended_at.is_none())
        .ok_or(Refusal::NotFound)?;
    let typed = aside(turn, FOLLOW).await?.typed("contact").to_owned();
    let region = &turn.hatch.catalogue.operator.region;
    let fault = read_contact(&typed, region).err();
    let fault = fault.filter(|_| mend).map(|code| words.fault(code));
    let faults: Vec<_> = fault
        .iter()
        .map(|fault| ("contact".to_owned(), fault.clone()))
        .collect();
    let faulty = fault.is_some();
    let why = turn
        .hatch
        .catalogue
        .consent
        .contact
        .say(words.lang)
        .to_owned();
    Ok(view! {
        <Page title=words.say("follow-title") faulty form=true>
            <ErrorSummary faults />
            <Heading text=words.say("follow-title") caption=known.title />
            <Lead text=words.say("follow-lead") />
            <form id="step" method="post" action="/api/status/follow" autocomplete="off" novalidate>
                <input type="hidden" name="incident" value=known.id />
                <Field
                    id="contact"
                    label=words.say("told-contact-label")
                    hint=words.say("told-contact-hint")
                    why
                    value=typed
                    fault
                />
                <div class="acts">
                    <button class="button" type="submit">{words.say("follow-send")}</button>
                    <a class="button second" href="/status">{words.say("follow-back")}</a>
                </div>
            </form>
        </Page>
    }
    .into_any())
}

/// `/f/{secret}`.
#[component]
pub fn FollowDoor() -> impl IntoView {
    let turn = Turn::take();
    let secret = param("secret");
    later(async move {
        match turn
            .hatch
            .following
            .followed(turn.words.lang, &secret)
            .await
        {
            Ok(followed) => door_page(&turn, secret, followed),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

fn door_page(turn: &Turn, secret: String, followed: Followed) -> AnyView {
    let words = turn.words;
    let lead = match (followed.over, followed.answered) {
        (true, false) => words.say("follow-asked"),
        (true, true) => words.say("follow-answered"),
        (false, _) => words.say("follow-on"),
    };
    let ask = followed.over.then(|| {
        view! {
            <div class="acts">
                <button class="button" type="submit" name="act" value="yes">
                    {words.say("follow-yes")}
                </button>
                <button class="button second" type="submit" name="act" value="no">
                    {words.say("follow-no")}
                </button>
            </div>
        }
    });
    let stop = (!followed.stopped).then(|| {
        view! {
            <div class="acts">
                <button class="button quiet-act" type="submit" name="act" value="stop">
                    {words.say("follow-stop")}
                </button>
            </div>
        }
    });
    view! {
        <Page title=words.say("follow-door-title")>
            <Heading text=followed.title caption=words.say("follow-door-title") />
            <Lead text=lead />
            <form method="post" action="/api/status/answer" autocomplete="off">
                <input type="hidden" name="secret" value=secret />
                {ask}
                {stop}
            </form>
            <p>
                <a href="/status">{words.say("follow-status")}</a>
            </p>
        </Page>
    }
    .into_any()
}
