//! The list of what is to be put right, at the top of a refused step.

use super::Listed;
use crate::words::use_words;
use leptos::prelude::*;

/// Each sentence leads to its field. Nothing at all when there is nothing wrong.
/// It takes the focus as the page opens, with or without script, so that a reader starts there.
#[component]
pub fn ErrorSummary(
    /// Field id and sentence, in the order of the page.
    faults: Vec<(String, String)>,
    /// Drawn unseen while nothing is wrong, for an island to fill.
    #[prop(optional)]
    waiting: bool,
) -> impl IntoView {
    let quiet = faults.is_empty();
    if quiet && !waiting {
        return None;
    }
    let words = use_words();
    let title = words.say("face-faults");
    let window = waiting.then(|| words.fill("face-title-faulty", &[("title", "{}")]));
    let items = faults
        .into_iter()
        .map(|(id, sentence)| view! { <li><a href=format!("#{id}")>{sentence}</a></li> })
        .listed();
    Some(view! {
        <div
            class="faults"
            role="alert"
            tabindex="-1"
            autofocus=!quiet
            hidden=quiet
            aria-labelledby="faults-title"
            data-title=window
        >
            <h2 id="faults-title">{title}</h2>
            <ul>{items}</ul>
        </div>
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn every_fault_leads_to_its_field() {
        let faults = vec![("phone".into(), "Enter a phone number".into())];
        let html = rendered(Lang::En, || view! { <ErrorSummary faults=faults /> });
        assert!(
            html.contains(r##"<a href="#phone">Enter a phone number</a>"##),
            "{html}"
        );
        assert!(html.contains(r#"role="alert""#) && html.contains(r#"tabindex="-1""#));
    }

    #[test]
    fn a_waiting_summary_is_there_unseen_and_takes_no_focus() {
        let html = rendered(
            Lang::En,
            || view! { <ErrorSummary faults=vec![] waiting=true /> },
        );
        assert!(
            html.contains(" hidden") && !html.contains("autofocus"),
            "{html}"
        );
        assert!(html.contains(r#"data-title="Error: {}""#), "{html}");
    }

    #[test]
    fn nothing_wrong_is_nothing_said() {
        let html = rendered(Lang::En, || view! { <ErrorSummary faults=vec![] /> });
        assert!(!html.contains("alert"), "{html}");
    }
}
