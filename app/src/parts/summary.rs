//! Check your answers: what was said, and a way to change each.

use super::Listed;
use crate::words::use_words;
use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SummaryRow {
    /// The question in a word or two.
    pub label: String,
    /// The answer; line breaks are kept.
    pub value: String,
    /// Where it is changed.
    pub change: Option<String>,
}

/// Answers to look over. Each change link says what it changes, for those who hear links alone.
#[component]
pub fn Summary(
    /// The answers, in the order they were asked.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let change = use_words().say("face-change");
    let rows = rows
        .into_iter()
        .map(|row| {
            let link = row.change.map(|href| {
                view! {
                    <dd class="summary-change">
                        <a href=href>
                            {change.clone()} <span class="unseen">" "{row.label.clone()}</span>
                        </a>
                    </dd>
                }
            });
            view! {
                <div class="summary-row">
                    <dt>{row.label}</dt>
                    <dd class="as-typed" dir="auto">{row.value}</dd>
                    {link}
                </div>
            }
        })
        .listed();
    view! { <dl class="summary">{rows}</dl> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn change_links_have_names_of_their_own() {
        let row = |label: &str, value: &str| SummaryRow {
            label: label.into(),
            value: value.into(),
            change: Some(format!("/fault/{label}")),
        };
        let rows = vec![
            row("Phone", "138"),
            row("Place", "<b>Tianhe</b>\nsecond line"),
        ];
        let html = rendered(Lang::En, || view! { <Summary rows /> });
        let plain = html.replace("<!>", "");
        assert!(
            plain.contains(r#"Change<span class="unseen"> Phone</span>"#),
            "{plain}"
        );
        assert!(
            plain.contains(r#"Change<span class="unseen"> Place</span>"#),
            "{plain}"
        );
        assert!(
            plain.contains("&lt;b&gt;Tianhe&lt;/b&gt;\nsecond line"),
            "{plain}"
        );
    }
}
