//! Whose face it is, from context: for the parts that show a name, a mark or a number to call.

use crate::catalogue::Catalogue;
use leptos::prelude::*;
use std::sync::Arc;

/// The catalogue of this request. An empty one while Leptos lists the routes, which it does
/// without any context.
pub(super) fn use_catalogue() -> Arc<Catalogue> {
    use_context().unwrap_or_default()
}
