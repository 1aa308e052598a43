//! One request being answered: the hatch, the visitor and their words, taken from context once at
//! the top of a page or an endpoint, because context is gone after the first await.

use crate::{
    case::attachment::Upload,
    hatch::{Hatch, use_hatch},
    visitor::{Visitor, use_visitor},
    words::{Words, use_words},
};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::future::Future;

/// What every page and endpoint needs.
#[derive(Clone)]
pub struct Turn {
    /// The door.
    pub hatch: Hatch,
    /// Who asks.
    pub visitor: Visitor,
    /// In whose language.
    pub words: Words,
}

impl Turn {
    /// Takes it from context.
    pub fn take() -> Self {
        Self {
            hatch: use_hatch(),
            visitor: use_visitor(),
            words: use_words(),
        }
    }

    /// When an instant is, in the operator's time zone and the visitor's words.
    pub fn moment(&self, at: i64) -> String {
        self.words.moment(at, &self.hatch.catalogue.operator.zone)
    }

    /// The operator's day, `YYYY-MM-DD`.
    pub fn today(&self) -> String {
        crate::words::date::today(&self.hatch.catalogue.operator.zone)
    }
}

/// The file that came with a form, if one did. Taken before the first await, as all of context is.
pub fn upload() -> Option<Upload> {
    use_context()
}

/// A part of the path.
pub fn param(name: &str) -> String {
    use_params_map()
        .read_untracked()
        .get(name)
        .unwrap_or_default()
}

/// Whether the query holds a flag. Queries of ours hold flags and codes, nothing that was typed.
pub fn flag(name: &str) -> bool {
    use_query_map().read_untracked().get(name).is_some()
}

/// A code in the query.
pub fn query(name: &str) -> Option<String> {
    use_query_map().read_untracked().get(name)
}

/// A page that waits for the back office once, and is then rendered whole. Not within `Suspense`,
/// which renders what is in it more than once: a page is made exactly once.
pub fn later<Fut>(page: Fut) -> AnyView
where
    Fut: Future<Output = AnyView> + Send + 'static,
{
    Suspend::new(page).into_any()
}
