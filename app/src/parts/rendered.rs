//! Renders parts for tests, with the context a request would bring.

use super::Here;
use crate::{
    case::language::{Lang, Text},
    catalogue::{Catalogue, Help, Logo, Operator},
    words::Words,
};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_meta::{MetaContext, ServerMetaContext};
use std::sync::Arc;

/// The HTML of a view in one language.
pub fn rendered<V: IntoView>(lang: Lang, view: impl FnOnce() -> V) -> String {
    // Islands ask it whether they are rendered within another.
    let shared = Arc::new(SsrSharedContext::new_islands());
    Owner::new_root(Some(shared)).with(|| {
        provide_context(MetaContext::new());
        provide_context(ServerMetaContext::new().0);
        provide_context(Words::new(lang));
        provide_context(Arc::new(catalogue()));
        provide_context(Here {
            path: "/status?product=tv".into(),
        });
        view().into_view().to_html()
    })
}

fn catalogue() -> Catalogue {
    let same = |text: &str| Text {
        zh_hans: text.into(),
        zh_hant: text.into(),
        en: text.into(),
    };
    Catalogue {
        operator: Operator {
            name: same("Beacon"),
            logo: Logo {
                view_box: "0 0 32 32".into(),
                path: "M16 2a14 14 0 1 0 0 28 14 14 0 0 0 0-28zm0 6a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"
                    .into(),
            },
            help: Help {
                phone: "10099".into(),
                hours: same("8:00–22:00"),
            },
            ..Operator::default()
        },
        ..Catalogue::default()
    }
}
