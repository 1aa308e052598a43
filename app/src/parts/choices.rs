//! One of several: radio buttons as cards, each as large as a thumb needs.

use super::{Listed, beside::Beside, icon::Icon};
use leptos::prelude::*;

/// One card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What is sent.
    pub value: String,
    /// What the customer reads.
    pub label: String,
    /// Half a sentence more.
    pub hint: Option<String>,
    /// Name of its drawing.
    pub icon: Option<String>,
}

/// A question with its answers to choose from.
#[component]
pub fn Choices(
    /// Name it is sent under.
    #[prop(into)]
    name: String,
    /// Id of the first card, so that an error leads there; the name without it. Several groups may
    /// share a name, never an id.
    #[prop(optional_no_strip, into)]
    id: Option<String>,
    /// The question.
    #[prop(into)]
    legend: String,
    /// The question is the page's `h1`.
    #[prop(optional)]
    heading: bool,
    /// The journey, above the heading.
    #[prop(optional_no_strip, into)]
    caption: Option<String>,
    /// What helps to answer.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// Why it is asked, who sees it, how long it is kept.
    #[prop(optional_no_strip, into)]
    why: Option<String>,
    /// The answers.
    options: Vec<ChoiceOption>,
    /// The value chosen before.
    #[prop(optional_no_strip, into)]
    chosen: Option<String>,
    /// What is to be put right.
    #[prop(optional_no_strip, into)]
    fault: Option<String>,
) -> impl IntoView {
    let class = if fault.is_some() {
        "field choices faulty"
    } else {
        "field choices"
    };
    let first = id.unwrap_or_else(|| name.clone());
    let beside = Beside {
        id: first.clone(),
        hint,
        why,
        fault,
    };
    let described_by = beside.described_by();
    let cards = options
        .into_iter()
        .enumerate()
        .map(|(at, option)| {
            let id = if at == 0 {
                first.clone()
            } else {
                format!("{first}-{}", at + 1)
            };
            let checked = chosen.as_deref() == Some(option.value.as_str());
            card(id, name.clone(), option, checked)
        })
        .listed();
    view! {
        <fieldset class=class aria-describedby=described_by>
            {legend_of(legend, heading, caption)}
            {beside.sentences()}
            <div class="cards-to-choose">{cards}</div>
        </fieldset>
    }
}

/// A group's question; as the page's heading where the page asks for one thing only.
pub(super) fn legend_of(legend: String, heading: bool, caption: Option<String>) -> AnyView {
    if !heading {
        return view! { <legend class="label">{legend}</legend> }.into_any();
    }
    view! {
        <legend>
            <super::Heading text=legend caption=caption />
        </legend>
    }
    .into_any()
}

fn card(id: String, name: String, option: ChoiceOption, checked: bool) -> impl IntoView {
    let ChoiceOption {
        value,
        label,
        hint,
        icon,
    } = option;
    let hint_id = hint.is_some().then(|| format!("{id}-hint-of"));
    view! {
        <div class="choice">
            <input
                type="radio"
                id=id.clone()
                name=name
                value=value
                checked=checked
                aria-describedby=hint_id.clone()
            />
            {icon.map(|icon| view! { <Icon name=icon /> })}
            <div class="choice-words">
                <label for=id>{label}</label>
                {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    fn choices(chosen: Option<&str>, fault: Option<&str>) -> String {
        let option = |value: &str, hint: Option<&str>| ChoiceOption {
            value: value.into(),
            label: value.to_uppercase(),
            hint: hint.map(Into::into),
            icon: Some("mobile".into()),
        };
        let options = vec![option("mobile", Some("on the go")), option("tv", None)];
        let chosen = chosen.map(str::to_owned);
        let fault = fault.map(str::to_owned);
        rendered(Lang::En, || {
            view! { <Choices name="product" legend="Which?" options chosen fault /> }
        })
    }

    #[test]
    fn an_error_leads_to_the_first_card() {
        let html = choices(None, Some("Choose one"));
        assert!(
            html.contains(r#"<input type="radio" id="product" "#),
            "{html}"
        );
        assert!(
            html.contains(r#"<fieldset aria-describedby="product-fault""#),
            "{html}"
        );
        assert!(html.contains(r#"id="product-fault""#));
    }

    #[test]
    fn nothing_is_chosen_for_the_customer() {
        assert!(!choices(None, None).contains("checked"));
        let html = choices(Some("tv"), None);
        assert_eq!(html.matches("checked").count(), 1);
        assert!(html.contains(r#"value="tv" checked"#), "{html}");
    }

    #[test]
    fn a_hint_belongs_to_its_card_only() {
        let html = choices(None, None);
        assert_eq!(
            html.matches(r#"aria-describedby="product-hint-of""#)
                .count(),
            1,
            "{html}"
        );
        assert_eq!(html.matches(r#"id="product-hint-of""#).count(), 1);
    }
}
