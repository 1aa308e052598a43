//! One of many, in groups: what a place picker is without script.

use super::{beside::Beside, field::label_for};
use leptos::prelude::*;

/// Options under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelectGroup {
    /// The heading.
    pub label: String,
    /// Other names the heading is found by.
    pub find: Option<String>,
    /// What can be chosen under it.
    pub options: Vec<SelectOption>,
}

/// One thing to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What the customer reads.
    pub text: String,
    /// Other names it is found by.
    pub find: Option<String>,
}

impl SelectOption {
    /// Something to choose that has no other names.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
            find: None,
        }
    }
}

/// A list that opens.
#[component]
pub fn Select(
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
    /// What the list says while nothing is chosen.
    #[prop(into)]
    empty: String,
    /// What can be chosen. A group without a heading shows its options bare.
    groups: Vec<SelectGroup>,
    /// The value chosen before.
    #[prop(optional_no_strip, into)]
    chosen: Option<String>,
    /// What is to be put right.
    #[prop(optional_no_strip, into)]
    fault: Option<String>,
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
    let chosen = chosen.unwrap_or_default();
    let groups = groups
        .into_iter()
        .map(|group| {
            let options = group
                .options
                .into_iter()
                .map(|SelectOption { value, text, find }| {
                    let selected = value == chosen;
                    view! { <option value=value selected=selected data-find=find>{text}</option> }
                })
                .collect_view();
            match group.label.is_empty() {
                true => options.into_any(),
                false => {
                    view! { <optgroup label=group.label data-find=group.find>{options}</optgroup> }
                        .into_any()
                }
            }
        })
        .collect_view();
    view! {
        <div class=class>
            {label_for(&id, label, heading, false)}
            {beside.sentences()}
            <select
                class="input"
                id=id
                name=name
                aria-describedby=described_by
                aria-invalid=invalid
            >
                <option value="">{empty}</option>
                {groups}
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn the_place_chosen_before_is_still_chosen() {
        let groups = vec![SelectGroup {
            label: "Haizhou".into(),
            options: vec![
                SelectOption::new("hz-th", "Tianhe"),
                SelectOption::new("hz-yx", "Yuexiu"),
            ],
            ..SelectGroup::default()
        }];
        let html = rendered(Lang::En, || {
            view! {
                <Select id="place" label="Where?" empty="Choose" groups chosen="hz-yx".to_owned() />
            }
        });
        assert!(html.contains(r#"<optgroup label="Haizhou">"#), "{html}");
        assert!(html.contains(r#"value="hz-yx" selected"#), "{html}");
        assert_eq!(html.matches("selected").count(), 1);
    }
}
