//! The only text area of the house. Leptos 0.8 prints the inside of a `<textarea>` as it is, so a
//! typed `</textarea><script>` would run; this part escapes it. A test looks for others.

use super::{beside::Beside, escape::escape, field::label_for};
use leptos::prelude::*;

/// Several lines to type in.
#[component]
pub fn TextArea(
    /// Id of the field; its sentences hang on it.
    #[prop(into)]
    id: String,
    /// Name it is sent under; the id without it.
    #[prop(optional_no_strip, into)]
    name: Option<String>,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The label is the page's `h1`.
    #[prop(optional)]
    heading: bool,
    /// What helps to answer.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// Why it is asked, who sees it, how long it is kept.
    #[prop(optional_no_strip, into)]
    why: Option<String>,
    /// What was typed, as it was typed.
    #[prop(optional, into)]
    value: String,
    /// What is to be put right.
    #[prop(optional_no_strip, into)]
    fault: Option<String>,
    /// Lines shown.
    #[prop(default = 6)]
    rows: u16,
    /// Say "(optional)" after the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let name = name.unwrap_or_else(|| id.clone());
    let class = if fault.is_some() {
        "field faulty"
    } else {
        "field"
    };
    let beside = Beside {
        id: id.clone(),
        hint,
        why,
        fault,
    };
    let described_by = beside.described_by();
    let invalid = beside.invalid();
    view! {
        <div class=class>
            {label_for(&id, label, heading, optional)}
            {beside.sentences()}
            <textarea
                class="input"
                id=id
                name=name
                rows=rows
                dir="auto"
                aria-describedby=described_by
                aria-invalid=invalid
                inner_html=inside(&value)
            ></textarea>
        </div>
    }
}

/// A parser drops one line break right after the opening tag: this one, and not the customer's.
#[cfg(feature = "ssr")]
fn inside(value: &str) -> String {
    format!("\n{}", escape(value))
}

/// In a browser the inside is set by itself, without a tag before it.
#[cfg(not(feature = "ssr"))]
fn inside(value: &str) -> String {
    escape(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};
    use std::{fs, path::Path};

    fn area(value: &str) -> String {
        let value = value.to_owned();
        rendered(
            Lang::En,
            || view! { <TextArea id="details" label="Details" value=value /> },
        )
    }

    #[test]
    fn what_was_typed_cannot_leave_the_text_area() {
        let html = area("</textarea><script>alert('&lt;')</script>");
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1);
        assert!(
            html.contains("\n&lt;/textarea>&lt;script>alert('&amp;lt;')"),
            "{html}"
        );
    }

    #[test]
    fn a_leading_line_break_is_kept() {
        assert!(area("\nsecond line").contains(">\n\nsecond line</textarea>"));
        assert!(area("").contains(">\n</textarea>"));
    }

    #[test]
    fn no_other_file_of_the_front_renders_a_text_area() {
        fn look(folder: &Path, found: &mut Vec<String>) {
            for entry in fs::read_dir(folder).expect("our own sources") {
                let path = entry.expect("our own sources").path();
                if path.is_dir() {
                    look(&path, found);
                } else if path.extension().is_some_and(|kind| kind == "rs")
                    && !path.ends_with("parts/text_area.rs")
                    && fs::read_to_string(&path)
                        .expect("our own sources")
                        .contains("<textarea")
                {
                    found.push(path.display().to_string());
                }
            }
        }
        let mut found = Vec::new();
        look(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
            &mut found,
        );
        assert!(found.is_empty(), "use parts::TextArea instead: {found:?}");
    }
}
