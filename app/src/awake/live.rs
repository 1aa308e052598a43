//! A case's page that follows its case. What changed is fetched as the page the server would draw
//! anyway, so there is nothing to keep alike.

use leptos::prelude::*;

/// Looks now and then whether its case (`data-case`) has news, and shows them in place.
#[island]
pub fn LiveCase(
    /// The parts that may change, each marked by `data-live`, and the line that then says so.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::follow_cases();
    view! { <div class="awake-case stack">{children()}</div> }
}
