//! A form that is awake. It is the server's own form, and goes on working when this is not there:
//! the same fields go to the same address, and the answer is the same, only as data.

use leptos::prelude::*;

/// Wakes the one form among its children, with what stands beside it there, all of it unseen until
/// needed: the summary of faults, the fault's pattern, the notices of a failed sending, the fields
/// under watch ([`super::Watched`]).
#[island]
pub fn AwakeForm(
    /// The form and what stands beside it.
    children: Children,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    super::browser::wake_forms();
    view! { <div class="awake-form stack">{children()}</div> }
}
