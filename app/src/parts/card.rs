//! Cards: a surface that holds what belongs together, one that folds, and the large links of the
//! first page.

use super::icon::Icon;
use leptos::prelude::*;

/// A surface.
#[component]
pub fn Card(
    /// What belongs together.
    children: Children,
) -> impl IntoView {
    view! { <div class="card">{children()}</div> }
}

/// Cards side by side where there is room.
#[component]
pub fn Cards(
    /// The cards.
    children: Children,
) -> impl IntoView {
    view! { <div class="cards">{children()}</div> }
}

/// A part of a long page that opens when it is wanted. Works without script, and a search within the
/// page finds what is in it.
#[component]
pub fn Fold(
    /// What is in it.
    #[prop(into)]
    title: String,
    /// Whether it is open from the start.
    open: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="fold" open=open>
            <summary>{title}</summary>
            {children()}
        </details>
    }
}

/// A way to go, as a card that is a link as a whole.
#[component]
pub fn LinkCard(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What one does there.
    #[prop(into)]
    title: String,
    /// Half a sentence more.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// Name of its drawing.
    #[prop(into)]
    icon: String,
) -> impl IntoView {
    view! {
        <a class="link-card" href=href>
            <Icon name=icon />
            <span class="link-card-words">
                <span class="link-card-title">{title}</span>
                {hint.map(|hint| view! { <span class="hint">" "{hint}</span> })}
            </span>
            <Icon name="arrow" />
        </a>
    }
}
