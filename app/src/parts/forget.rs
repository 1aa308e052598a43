//! "Forget me here" on pages that are no step: on a shared device it is wanted at the end most of all.

use crate::words::use_words;
use leptos::prelude::*;

/// What it does in a sentence, and the button. A step's form has one of its own.
#[component]
pub fn ForgetHere() -> impl IntoView {
    let words = use_words();
    view! {
        <form class="forget" method="post" action="/api/face/forget">
            <p class="quiet">{words.say("face-forget-hint-here")}</p>
            <button class="button quiet-act" type="submit">{words.say("face-forget")}</button>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn it_is_a_form_that_needs_no_script_and_says_what_it_does() {
        let html = rendered(Lang::En, || view! { <ForgetHere /> });
        assert!(
            html.contains(r#"method="post" action="/api/face/forget""#),
            "{html}"
        );
        assert!(html.contains("Forget me here") && html.contains("What you sent stays with us"));
    }
}
