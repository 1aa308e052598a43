//! Things the page says by itself: a notice with a heading, a state in a word. Colour never says it
//! alone: each tone has its drawing and its words.

use super::icon::Icon;
use leptos::prelude::*;

/// How something is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    #[default]
    Info,
    /// It worked.
    Good,
    /// Take care.
    Warn,
    /// It did not work.
    Bad,
}

impl Tone {
    const fn icon(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "check",
            Self::Warn => "warn",
            Self::Bad => "stop",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
        }
    }
}

/// A notice within the content.
#[component]
pub fn Notice(
    /// How it is meant.
    #[prop(optional)]
    tone: Tone,
    /// Its heading.
    #[prop(into)]
    title: String,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <div class=format!("notice {}", tone.class())>
            <Icon name=tone.icon() />
            <div>
                <h2>{title}</h2>
                {children()}
            </div>
        </div>
    }
}

/// A state in a word or two.
#[component]
pub fn State(
    /// How it is meant.
    #[prop(optional)]
    tone: Tone,
    /// The word.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    view! { <strong class=format!("state {}", tone.class())>{label}</strong> }
}
