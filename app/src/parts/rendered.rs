//! Renders parts for tests, with the context a request would bring.

use super::Here;
use crate::{
    case::language::{Lang, Text},
    catalogue::{Catalogue, Help, Operator},
    words::Words,
};
use leptos::prelude::*;
use leptos_meta::{MetaContext, ServerMetaContext};
use std::sync::Arc;

/// The HTML of a view in one language.
pub fn rendered<V: IntoView>(lang: Lang, view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| {
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
            help: Help {
                phone: "10099".into(),
                hours: same("8:00–22:00"),
            },
            ..Operator::default()
        },
        ..Catalogue::default()
    }
}
