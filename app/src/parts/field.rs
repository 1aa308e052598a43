//! One line to type in: text, phone, e-mail, day or code.

use super::beside::Beside;
use crate::words::use_words;
use leptos::prelude::*;

/// What is typed; picks the keyboard and the width, never the check.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Any words.
    #[default]
    Text,
    /// A phone number.
    Tel,
    /// An e-mail address.
    Email,
    /// A calendar day.
    Date,
    /// A calendar day and a time of day.
    Moment,
    /// A reference or a one-time code: letters and digits, evenly spaced.
    Code,
    /// A staff password.
    Password,
    /// A login: small letters, taken as they are.
    Login,
}

impl FieldKind {
    const fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Code | Self::Login => "text",
            Self::Tel => "tel",
            Self::Email => "email",
            // A browser's own calendar has days too small for a finger, and no words of ours.
            Self::Date if cfg!(feature = "kiosk") => "text",
            Self::Date => "date",
            Self::Moment => "datetime-local",
            Self::Password => "password",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Text | Self::Email | Self::Password | Self::Login => "input",
            Self::Tel | Self::Date | Self::Moment => "input short",
            Self::Code => "input short code",
        }
    }

    /// Digits alone, where the field's type does not say so already.
    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Date if cfg!(feature = "kiosk") => Some("numeric"),
            _ => None,
        }
    }

    /// No capital letters and no spelling marks where they would only be wrong.
    const fn verbatim(self) -> bool {
        matches!(
            self,
            Self::Email | Self::Code | Self::Password | Self::Login
        )
    }
}

/// A field with its label and all that is said beside it.
#[component]
pub fn Field(
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
    /// What is typed.
    #[prop(optional)]
    kind: FieldKind,
    /// The `autocomplete` token (WCAG 1.3.5).
    #[prop(optional_no_strip, into)]
    autocomplete: Option<String>,
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
            <input
                class=kind.class()
                type=kind.input_type()
                id=id
                name=name
                value=value
                autocomplete=autocomplete
                inputmode=kind.input_mode()
                autocapitalize=kind.verbatim().then_some("none")
                spellcheck=kind.verbatim().then_some("false")
                aria-describedby=described_by
                aria-invalid=invalid
            />
        </div>
    }
}

/// A field's label; as the page's heading where the page asks for one thing only.
pub(super) fn label_for(id: &str, label: String, heading: bool, optional: bool) -> AnyView {
    let label = match optional {
        true => use_words().fill("face-optional", &[("label", &label)]),
        false => label,
    };
    let id = id.to_owned();
    match heading {
        true => view! { <h1 class="heading"><label for=id>{label}</label></h1> }.into_any(),
        false => view! { <label class="label" for=id>{label}</label> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn a_field_is_described_by_its_hint_its_reason_and_its_fault_in_that_order() {
        let html = rendered(Lang::En, || {
            view! {
                <Field
                    id="phone"
                    label="Phone"
                    hint="With area code".to_owned()
                    why="To call you back".to_owned()
                    fault="Too short".to_owned()
                    kind=FieldKind::Tel
                    value="12"
                />
            }
        });
        assert!(
            html.contains(r#"aria-describedby="phone-hint phone-why phone-fault""#),
            "{html}"
        );
        for id in ["phone-hint", "phone-why", "phone-fault", "phone"] {
            assert_eq!(
                html.matches(&format!(r#" id="{id}""#)).count(),
                1,
                "{id}: {html}"
            );
        }
        assert!(html.contains(r#"for="phone""#) && html.contains(r#"name="phone""#));
        assert!(html.contains(r#"aria-invalid="true""#) && html.contains(r#"type="tel""#));
    }

    #[test]
    fn a_field_in_order_points_at_nothing() {
        let html = rendered(Lang::En, || view! { <Field id="name" label="Name" /> });
        assert!(!html.contains("aria-"), "{html}");
    }

    #[test]
    fn what_was_typed_comes_back_as_text() {
        let typed = r#""><script>alert(1)</script>"#;
        let html = rendered(
            Lang::En,
            || view! { <Field id="name" label="Name" value=typed /> },
        );
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains(r#"value="&quot;"#), "{html}");
    }
}
