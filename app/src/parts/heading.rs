//! Headings: one `h1` a page, and what leads into the content under it.

use super::illustration::Skyline;
use leptos::prelude::*;

/// The page's one `h1`.
#[component]
pub fn Heading(
    /// What the page is about.
    #[prop(into)]
    text: String,
    /// The journey or section it belongs to, read with it.
    #[prop(optional_no_strip, into)]
    caption: Option<String>,
) -> impl IntoView {
    view! {
        <h1 class="heading">
            {caption.map(|caption| view! { <span class="caption">{caption}</span>" " })}
            {text}
        </h1>
    }
}

/// A sentence under the heading, larger than the text.
#[component]
pub fn Lead(
    /// The sentence.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <p class="lead">{text}</p> }
}

/// The opening of the first page, standing on the one line that runs through the whole house.
#[component]
pub fn Hero(
    /// The page's `h1`.
    #[prop(into)]
    title: String,
    /// One sentence on what one finds here.
    #[prop(into)]
    lead: String,
) -> impl IntoView {
    view! {
        <div class="hero">
            <div class="hero-words">
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
            </div>
            <Skyline />
        </div>
    }
}

/// A part of a page under its own `h2`.
#[component]
pub fn Section(
    /// The heading; also names the region.
    #[prop(into)]
    title: String,
    /// Id of the heading, unique in the page.
    #[prop(into)]
    id: String,
    /// What the part holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="section" aria-labelledby=id>
            <h2 id=id.clone()>{title}</h2>
            {children()}
        </section>
    }
}
