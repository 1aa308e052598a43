//! The language switch: three buttons, never links, because a switch must keep what was typed.

use super::page::Here;
use crate::{case::language::Lang, words::use_words};
use leptos::prelude::*;

/// A file that was chosen is not kept anyway, so it need not be sent.
const PLAIN: &str = "application/x-www-form-urlencoded";

/// Inside a journey its buttons belong to the journey's form; elsewhere they are a form of their own
/// that comes back to the page it stands on.
#[component]
pub fn LanguageSwitch(
    /// Whether the page holds a journey's form.
    form: bool,
) -> impl IntoView {
    let words = use_words();
    let name = words.say("face-language");
    let buttons = Lang::ALL
        .map(|lang| {
            let chosen = lang == words.lang;
            view! {
                <button
                    type="submit"
                    form=form.then_some("step")
                    name="act"
                    value=format!("lang-{}", lang.tag())
                    formenctype=form.then_some(PLAIN)
                    lang=lang.tag()
                    aria-current=chosen.then_some("true")
                >
                    {lang.own_name()}
                </button>
            }
        })
        .collect_view();
    if form {
        return view! { <div class="languages" role="group" aria-label=name>{buttons}</div> }
            .into_any();
    }
    let then = use_context::<Here>().unwrap_or_default().path;
    view! {
        <form class="languages" method="post" action="/api/face/language" aria-label=name>
            <input type="hidden" name="then" value=then />
            {buttons}
        </form>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::rendered::rendered;

    #[test]
    fn in_a_journey_the_buttons_belong_to_its_form() {
        let html = rendered(Lang::En, || view! { <LanguageSwitch form=true /> });
        assert_eq!(
            html.matches(r#"form="step" name="act""#).count(),
            3,
            "{html}"
        );
        assert!(!html.contains("<form"));
    }

    #[test]
    fn elsewhere_the_switch_comes_back_to_the_same_page() {
        let html = rendered(Lang::ZhHans, || view! { <LanguageSwitch form=false /> });
        assert!(html.contains(r#"action="/api/face/language""#));
        assert!(
            html.contains(r#"name="then" value="/status?product=tv""#),
            "{html}"
        );
    }

    #[test]
    fn each_language_names_itself_and_the_chosen_one_is_marked() {
        let html = rendered(Lang::ZhHant, || view! { <LanguageSwitch form=false /> });
        assert!(
            html.contains(r#"lang="zh-Hant" aria-current="true">繁體中文"#),
            "{html}"
        );
        assert_eq!(html.matches("aria-current").count(), 1);
    }
}
