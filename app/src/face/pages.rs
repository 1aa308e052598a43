//! The first page, and the pages every face has.

use crate::{
    awake::ForgottenTab,
    parts::{
        Cards, Heading, Hero, Illustration, IllustrationKind, Lead, LinkCard, Notice, Page,
        Section, Tone,
    },
    turn::{Turn, later},
};
use leptos::prelude::*;

/// `/`: ask, report a fault, follow, give feedback; and what is wrong, when something is.
#[component]
pub fn Home() -> impl IntoView {
    let turn = Turn::take();
    later(async move {
        let words = turn.words;
        // A first page without the notice is better than none.
        let count = turn.hatch.status.open().await.unwrap_or_default();
        let (wrong, planned) = (count.open > 0, count.planned > 0);
        let card = move |href: &'static str, id: &str, icon: &'static str| {
            let (title, hint) = (
                words.say(&format!("home-{id}")),
                words.say(&format!("home-{id}-hint")),
            );
            view! { <LinkCard href title hint icon /> }
        };
        let motto = turn
            .hatch
            .catalogue
            .operator
            .motto
            .say(words.lang)
            .to_owned();
        view! {
            <Page title=words.say("home-title") wide=true>
                <Hero title=words.say("home-title") lead=motto />
                {wrong
                    .then(|| {
                        view! {
                            <Notice tone=Tone::Warn title=words.say("home-wrong-title")>
                                <p>
                                    <a href="/status">{words.say("home-wrong-link")}</a>
                                </p>
                            </Notice>
                        }
                    })}
                {(planned && !wrong)
                    .then(|| {
                        view! {
                            <Notice title=words.say("home-planned-title")>
                                <p>
                                    <a href="/status">{words.say("home-planned-link")}</a>
                                </p>
                            </Notice>
                        }
                    })}
                <Cards>
                    {card("/fault", "fault", "fault")} {card("/enquiry", "ask", "ask")}
                    {card("/track", "track", "track")} {card("/feedback", "feedback", "feedback")}
                </Cards>
            </Page>
        }
        .into_any()
    })
}

/// `/help`.
#[component]
pub fn Help() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let help = &turn.hatch.catalogue.operator.help;
    let (phone, hours) = (help.phone.clone(), help.hours.say(words.lang).to_owned());
    view! {
        <Page title=words.say("help-title")>
            <Heading text=words.say("help-title") />
            <Lead text=words.fill("help-lead", &[("phone", &phone), ("hours", &hours)]) />
            <Section title=words.say("help-ask-title") id="ask">
                <p>{words.say("help-ask-text")}</p>
            </Section>
            <Section title=words.say("help-lost-title") id="lost">
                <p>{words.say("help-lost-text")}</p>
            </Section>
            <Section title=words.say("help-urgent-title") id="urgent">
                <p>{words.fill("help-urgent-text", &[("phone", &phone)])}</p>
            </Section>
        </Page>
    }
}

/// `/privacy`: what is asked for, why, how long it is kept, who sees it, and how to be forgotten.
#[component]
pub fn Privacy() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let lang = words.lang;
    let catalogue = &turn.hatch.catalogue;
    let consent = &catalogue.consent;
    let version = words.count("privacy-version", consent.version.into());
    let said = [
        ("details", consent.details.say(lang).to_owned()),
        ("contact", consent.contact.say(lang).to_owned()),
        ("place", consent.place.say(lang).to_owned()),
    ];
    let kept = words.count("privacy-keep-text", catalogue.periods.keep_days.into());
    let draft = words.count("privacy-draft-text", catalogue.periods.draft_hours.into());
    view! {
        <Page title=words.say("privacy-title")>
            <Heading text=words.say("privacy-title") />
            <Lead text=words.say("privacy-lead") />
            {said
                .into_iter()
                .map(|(id, text)| {
                    view! {
                        <Section title=words.say(&format!("privacy-{id}")) id>
                            <p>{text}</p>
                        </Section>
                    }
                })
                .collect_view()}
            <Section title=words.say("privacy-keep-title") id="keep">
                <p>{kept}</p>
                <p>{draft}</p>
            </Section>
            <Section title=words.say("privacy-forget-title") id="forget">
                <p>{words.say("privacy-forget-text")}</p>
                <form method="post" action="/api/face/forget">
                    <button class="button second" type="submit">{words.say("face-forget")}</button>
                </form>
            </Section>
            <p class="quiet">{version}</p>
        </Page>
    }
}

/// `/accessibility`: what is done, what is not, whom to tell.
#[component]
pub fn Accessibility() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    let phone = turn.hatch.catalogue.operator.help.phone.clone();
    view! {
        <Page title=words.say("accessibility-title")>
            <Heading text=words.say("accessibility-title") />
            <Lead text=words.say("accessibility-lead") />
            <ul>
                {["keyboard", "script", "text", "contrast", "time"]
                    .map(|id| view! { <li>{words.say(&format!("accessibility-{id}"))}</li> })
                    .collect_view()}
            </ul>
            <Section title=words.say("accessibility-tell-title") id="tell">
                <p>{words.fill("accessibility-tell-text", &[("phone", &phone)])}</p>
            </Section>
        </Page>
    }
}

/// `/forgotten`: after "forget me here".
#[component]
pub fn Forgotten() -> impl IntoView {
    let turn = Turn::take();
    let words = turn.words;
    view! {
        <Page title=words.say("forgotten-title")>
            <ForgottenTab />
            <Illustration kind=IllustrationKind::Done />
            <Heading text=words.say("forgotten-title") />
            <Lead text=words.say("forgotten-lead") />
            <p class="acts">
                <a class="button" href="/">{words.say("sorry-home")}</a>
            </p>
        </Page>
    }
}
