//! A list of places that is also found by typing. The list stays, and stays what is sent; the finder
//! only chooses in it.

use leptos::prelude::*;

/// Wakes the finder among its children, a combobox (ARIA 1.2, list autocomplete with manual choice)
/// that lies unseen before the list it chooses in.
#[island]
pub fn PlacePicker(
    /// The finder and the list.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::wake_finders();
    view! { <div class="awake-place stack">{children()}</div> }
}
