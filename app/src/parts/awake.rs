//! A form with what an island needs beside it: all of it drawn by the server and unseen, so that the
//! browser carries neither words nor markup of its own.

use super::{ErrorSummary, beside::FaultLine, notice::Notice, notice::Tone};
use crate::{
    awake::{AwakeForm, Watched},
    journey::Rule,
    words::use_words,
};
use leptos::prelude::*;

/// One form that may be awake. Asleep it is the form alone, with the faults the server found.
#[component]
pub fn Awake(
    /// Under which name what is typed is kept in the browser's tab until it is sent.
    #[prop(into)]
    kept_as: String,
    /// The fields that are checked while typing, each with what it demands.
    #[prop(optional)]
    rules: Vec<(String, Rule)>,
    /// What the server found wrong.
    #[prop(optional)]
    faults: Vec<(String, String)>,
    /// The form.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let watched = rules
        .into_iter()
        .map(|(field, rule)| watch(Watched::new(words, field, rule)))
        .collect_view();
    view! {
        <AwakeForm>
            <div data-kept=kept_as hidden>
                {watched}
            </div>
            <ErrorSummary faults waiting=true />
            {["offline", "too-many", "unavailable"].map(|why| view! { <Unsent why /> })}
            <FaultLine id="fault-pattern".to_owned() fault=String::new() hidden=true />
            {children()}
        </AwakeForm>
    }
}

/// What the browser needs to know of a field to check it.
fn watch(watched: Watched) -> impl IntoView {
    let Watched {
        field,
        rule,
        sentences,
    } = watched;
    let sentences = sentences
        .into_iter()
        .map(|(fault, sentence)| view! { <p data-fault=fault>{sentence}</p> })
        .collect_view();
    view! {
        <div data-watch=field data-rule=rule.to_string()>
            {sentences}
        </div>
    }
}

/// "Not sent", why, and another try.
#[component]
fn Unsent(why: &'static str) -> impl IntoView {
    let words = use_words();
    view! {
        <div data-trouble=why role="alert" tabindex="-1" hidden>
            <Notice tone=Tone::Bad title=words.say(&format!("unsent-{why}-title"))>
                <p>{words.say(&format!("unsent-{why}-text"))}</p>
                <button class="button second" type="button" data-retry>
                    {words.say("unsent-retry")}
                </button>
            </Notice>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn asleep_it_is_the_form_and_nothing_seen_beside_it() {
        let html = rendered(Lang::En, || {
            view! {
                <Awake kept_as="fault/contact" rules=vec![("phone".into(), Rule::Phone)]>
                    <form method="post"></form>
                </Awake>
            }
        });
        assert_eq!(html.matches("role=\"alert\"").count(), 4, "{html}");
        assert_eq!(html.matches(" hidden").count(), 6, "{html}");
        assert!(html.contains("<form method=\"post\">"), "{html}");
    }

    #[test]
    fn what_the_browser_is_told_is_rules_and_sentences_and_nothing_in_props() {
        let html = rendered(Lang::En, || {
            view! {
                <Awake kept_as="fault/contact" rules=vec![("phone".into(), Rule::Phone)]>
                    <input id="phone" value="+86 138 0013 8000" />
                </Awake>
            }
        });
        assert!(!html.contains("data-props"), "{html}");
        assert!(
            html.contains(r#"data-watch="phone" data-rule="phone""#),
            "{html}"
        );
        assert_eq!(html.matches("data-fault=\"fault-phone-").count(), 3);
    }
}
