//! What has happened, along one line, newest where the page puts it.

use super::attachment::FileLink;
use crate::{case::attachment::Attachment, words::use_words};
use leptos::prelude::*;

/// One thing that happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TimelineEntry {
    /// When, as people say it.
    pub when: String,
    /// When, as a machine reads it (RFC 3339).
    pub datetime: String,
    /// What happened.
    pub title: String,
    /// What was written, if anything; line breaks are kept.
    pub body: Option<String>,
    /// The file that came with it, and the page that gives it out.
    pub file: Option<(String, Attachment)>,
    /// The customer's own doing.
    pub mine: bool,
}

/// Entries in the given order.
#[component]
pub fn Timeline(
    /// The entries.
    entries: Vec<TimelineEntry>,
) -> impl IntoView {
    let words = use_words();
    let entries = entries
        .into_iter()
        .map(|entry| {
            let class = if entry.mine { "entry mine" } else { "entry" };
            let mine = entry.mine.then(|| words.say("face-mine"));
            view! {
                <li class=class>
                    <p class="entry-when">
                        <time datetime=entry.datetime>{entry.when}</time>
                        {mine.map(|mine| view! { <span class="entry-mine">{mine}</span> })}
                    </p>
                    <p class="entry-title">{entry.title}</p>
                    {entry
                        .body
                        .map(|body| view! { <p class="entry-body as-typed" dir="auto">{body}</p> })}
                    {entry.file.map(|(page, file)| view! { <FileLink page file /> })}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{entries}</ol> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn what_a_customer_wrote_is_text() {
        let entries = vec![TimelineEntry {
            when: "today".into(),
            datetime: "2026-11-23T10:00:00+08:00".into(),
            title: "Message".into(),
            body: Some("<img src=x onerror=alert(1)>\n{{name}}".into()),
            mine: true,
            file: None,
        }];
        let html = rendered(Lang::En, || view! { <Timeline entries /> });
        assert!(!html.contains("<img"), "{html}");
        assert!(
            html.contains("&lt;img src=x onerror=alert(1)&gt;\n{{name}}"),
            "{html}"
        );
        assert!(html.contains(r#"class="entry mine""#) && html.contains("From you"));
    }
}
