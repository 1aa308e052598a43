//! `/kiosk`: the page that pairs a device, and the document in which a paired one runs.

use super::{Asking, Code, pairing_api::KIOSK};
use crate::{
    case::language::Lang,
    parts::{Heading, Lead, Notice, Page, Tone},
    shell::Assets,
    sorry::sorry,
    turn::{Turn, flag, later},
    words::Words,
};
use leptos::prelude::*;

/// `/kiosk` on a device that is not paired. A paired one gets its document before it comes here.
#[component]
pub fn Pairing() -> impl IntoView {
    let turn = Turn::take();
    let not_yet = flag("not-yet");
    later(async move {
        let asking = match &turn.visitor.pairing {
            Some(pairing) => turn.hatch.kiosk.asking(pairing).await,
            None => Ok(Asking::Nothing),
        };
        match asking {
            Ok(asking) => page(&turn, asking, not_yet),
            Err(refusal) => sorry(&turn, refusal),
        }
    })
}

fn page(turn: &Turn, asking: Asking, not_yet: bool) -> AnyView {
    let words = turn.words;
    let title = words.say("pair-title");
    let (faulty, body) = match asking {
        Asking::Nothing => (false, begin(turn)),
        Asking::Over => (true, over(words)),
        Asking::Code(code, until) => (false, shown(turn, code, until, not_yet)),
        Asking::Claimed(shop, name) => {
            let shop = shop.say(words.lang).to_owned();
            (false, claimed(words, &shop, &name))
        }
    };
    view! {
        <Page title=title.clone() faulty>
            <Heading text=title />
            {body}
        </Page>
    }
    .into_any()
}

fn begin(turn: &Turn) -> AnyView {
    let words = turn.words;
    // It was a kiosk before, and is none any more.
    let ended = turn.visitor.kiosk.is_some().then(|| {
        view! {
            <Notice tone=Tone::Warn title=words.say("pair-ended-title")>
                <p>{words.say("pair-ended-text")}</p>
            </Notice>
        }
    });
    view! {
        {ended}
        <Lead text=words.say("pair-lead") />
        {press("code", words.say("pair-code"), "button")}
    }
    .into_any()
}

fn over(words: Words) -> AnyView {
    view! {
        <Notice tone=Tone::Warn title=words.say("pair-over-title")>
            <p>{words.say("pair-over-text")}</p>
        </Notice>
        {press("code", words.say("pair-again"), "button")}
    }
    .into_any()
}

fn shown(turn: &Turn, code: Code, until: i64, not_yet: bool) -> AnyView {
    let words = turn.words;
    let not_yet = not_yet.then(|| {
        view! {
            <Notice title=words.say("pair-not-yet-title")>
                <p>{words.say("pair-not-yet-text")}</p>
            </Notice>
        }
    });
    view! {
        {not_yet}
        <Lead text=words.say("pair-shown-lead") />
        <p class="big-reference">
            <strong id="pairing-code" translate="no">
                {code.to_string()}
            </strong>
        </p>
        <p>{words.fill("pair-until", &[("when", &turn.moment(until))])}</p>
        <div class="acts">
            {press("pair", words.say("pair-given"), "button")}
            {press("code", words.say("pair-again"), "button second")}
        </div>
    }
    .into_any()
}

fn claimed(words: Words, shop: &str, name: &str) -> AnyView {
    let place = words.fill("pair-claimed-text", &[("shop", shop), ("name", name)]);
    view! {
        <Notice tone=Tone::Good title=words.say("pair-claimed-title")>
            <p dir="auto">{place}</p>
        </Notice>
        {press("pair", words.say("pair-start"), "button")}
    }
    .into_any()
}

fn press(verb: &'static str, label: String, class: &'static str) -> AnyView {
    view! {
        <form method="post" action=format!("/api/kiosk/{verb}") autocomplete="off">
            <button class=class type="submit">
                {label}
            </button>
        </form>
    }
    .into_any()
}

/// The stylesheet of the panel that asks for it.
pub const SIZE: &str = "/kiosk/size.css";

/// The document of a paired kiosk. It is the same for all of them, so that the worker may keep it;
/// and what stands in it is what a customer reads when nothing runs.
pub fn document(lang: Lang, assets: &Assets) -> String {
    let said = |id: &'static str| {
        Lang::ALL.map(|lang| view! { <span lang=lang.tag()>{Words::new(lang).say(id)} " "</span> })
    };
    let (heading, text) = (said("pair-closed-title"), said("pair-closed-text"));
    let title = Words::new(lang).say("pair-closed-title");
    let assets = assets.clone();
    let page = Owner::new().with(|| {
        view! {
            <html lang=lang.tag() dir="ltr">
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="light dark" />
                    <title>{title}</title>
                    <link rel="stylesheet" href=assets.style />
                    <link rel="stylesheet" href=assets.kiosk_style />
                    <link rel="stylesheet" href=assets.brand />
                    <link rel="stylesheet" href=SIZE />
                    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                    <script type="module" src=assets.kiosk></script>
                </head>
                <body>
                    <main id="kiosk">
                        <h1>{heading.to_vec()}</h1>
                        <p>{text.to_vec()}</p>
                    </main>
                </body>
            </html>
        }
        .to_html()
    });
    format!("<!DOCTYPE html>{}", page.replace("<!>", ""))
}

/// Whether a path belongs to the kiosk's own pages.
pub fn is_of_kiosk(path: &str) -> bool {
    path.strip_prefix(KIOSK)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_document_says_out_of_order_in_every_language_until_something_runs() {
        let assets = Assets {
            kiosk: "/pkg/kiosk.1.js".to_owned(),
            ..Assets::default()
        };
        let html = document(Lang::ZhHant, &assets);
        assert!(
            html.starts_with("<!DOCTYPE html><html lang=\"zh-Hant\""),
            "{html}"
        );
        for lang in Lang::ALL {
            assert!(
                html.contains(&Words::new(lang).say("pair-closed-title")),
                "{html}"
            );
        }
        assert!(
            html.contains(r#"<script type="module" src="/pkg/kiosk.1.js">"#),
            "{html}"
        );
        assert!(!html.contains("<!>") && !html.contains("nonce"), "{html}");
    }

    #[test]
    fn only_the_kiosks_own_paths_are_its_own() {
        for path in ["/kiosk", "/kiosk/words", "/kiosk/"] {
            assert!(is_of_kiosk(path), "{path}");
        }
        for path in ["/", "/kiosks", "/desk/kiosks", "/c/kiosk", "/api/kiosk/x"] {
            assert!(!is_of_kiosk(path), "{path}");
        }
    }
}
