//! Leaving nothing here means this tab as well.

use leptos::prelude::*;

/// Forgets what the islands kept in the tab. On the page that every "forget me here" leads to, so
/// that no page can be left out.
#[island]
pub fn ForgottenTab() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::forget_all();
}
