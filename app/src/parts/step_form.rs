//! The form of one step of a journey. It works without script: what the server needs to go on,
//! back, into another language or to an end is all in its buttons.

use super::icon::Icon;
use crate::words::use_words;
use leptos::prelude::*;

/// One step: back link, the question, "continue", and the quiet way out.
#[component]
pub fn StepForm(
    /// Where it is posted: `/api/<room>/answer`.
    #[prop(into)]
    action: String,
    /// The journey's idempotency key.
    #[prop(into)]
    key: String,
    /// The step's slug.
    #[prop(into)]
    step: String,
    /// Where in the journey this step is.
    #[prop(optional_no_strip, into)]
    caption: Option<String>,
    /// Whether there is a step before this one.
    #[prop(optional)]
    back: bool,
    /// The word on the main button; "Continue" without it. An empty one leaves the button out, for
    /// steps whose answers are buttons themselves.
    #[prop(optional_no_strip, into)]
    submit: Option<String>,
    /// Heading and fields.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let submit = submit.unwrap_or_else(|| words.say("face-continue"));
    view! {
        <form
            id="step"
            class="step"
            method="post"
            action=action
            autocomplete="off"
            novalidate
        >
            <DefaultAct />
            <input type="hidden" name="key" value=key />
            <input type="hidden" name="step" value=step />
            {back
                .then(|| {
                    view! {
                        <button class="back" type="submit" name="act" value="back">
                            <Icon name="back" />
                            <span>{words.say("face-back")}</span>
                        </button>
                    }
                })}
            {caption.map(|caption| view! { <p class="caption">{caption}</p> })}
            {children()}
            {(!submit.is_empty())
                .then(|| {
                    view! {
                        <div class="acts">
                            <ActButton act="next" look=Look::Main label=submit />
                        </div>
                    }
                })}
            <div class="forget">
                <p class="quiet">{words.say("face-forget-hint")}</p>
                <ActButton act="forget" look=Look::Quiet label=words.say("face-forget") />
            </div>
        </form>
    }
}

/// What Enter presses: the first button of the form in the document. Out of sight, of the
/// keyboard's way and of the reader's ear. Not `hidden`, as some browsers skip what is not drawn.
#[component]
pub(crate) fn DefaultAct() -> impl IntoView {
    view! {
        <button
            class="default-act"
            type="submit"
            form="step"
            name="act"
            value="next"
            tabindex="-1"
            aria-hidden="true"
        ></button>
    }
}

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one thing most people do next; once a page.
    #[default]
    Main,
    /// Another thing worth doing.
    Second,
    /// A way out.
    Quiet,
}

impl Look {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Second => "button second",
            Self::Quiet => "button quiet-act",
        }
    }
}

/// A button of a form that says what it does by `act`.
#[component]
pub fn ActButton(
    /// The value sent as `act`.
    #[prop(into)]
    act: String,
    /// What it says.
    #[prop(into)]
    label: String,
    /// How loud it is.
    #[prop(optional)]
    look: Look,
) -> impl IntoView {
    view! {
        <button class=look.class() type="submit" name="act" value=act>
            {label}
        </button>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    fn step(back: bool) -> String {
        rendered(Lang::En, move || {
            view! {
                <StepForm action="/api/fault/answer" key="k\"1" step="since" back=back>
                    <p>"the question"</p>
                </StepForm>
            }
        })
    }

    #[test]
    fn enter_presses_continue_even_where_back_comes_first_on_the_page() {
        let html = step(true);
        let acts: Vec<_> = html.match_indices(r#"name="act" value=""#).collect();
        let first = acts.first().expect("a button").0;
        assert!(
            html[first..].starts_with(r#"name="act" value="next""#),
            "{html}"
        );
        assert_eq!(acts.len(), 4, "default, back, continue, forget");
    }

    #[test]
    fn the_form_follows_the_protocol_and_keeps_nothing_in_the_browser() {
        let html = step(false);
        assert!(html.contains(r#"id="step""#) && html.contains(r#"method="post""#));
        assert!(html.contains(r#"autocomplete="off""#) && html.contains("novalidate"));
        assert!(html.contains(r#"name="key" value="k&quot;1""#), "{html}");
        assert!(html.contains(r#"name="step" value="since""#));
        assert!(
            !html.contains(r#"value="back""#),
            "the first step has nothing behind it"
        );
    }
}
