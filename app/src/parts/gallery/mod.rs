//! Every part on a few pages in each language. The tests here hold what no single part can: ids
//! that stand once, and references that lead somewhere. With `GALLERY=<folder>` the pages are also
//! written down, for eyes, validators and screen readers.

mod case;
mod journey;
mod plain;

use super::{ChoiceOption, IllustrationKind, rendered::rendered};
use crate::{case::language::Lang, words::use_words};
use leptos::prelude::*;
use std::{collections::HashSet, fs, path::Path};

/// One language's choice of three.
fn say(zh_hans: &str, zh_hant: &str, en: &str) -> String {
    match use_words().lang {
        Lang::ZhHans => zh_hans,
        Lang::ZhHant => zh_hant,
        Lang::En => en,
    }
    .to_owned()
}

fn option(value: &str, label: String, hint: Option<String>, icon: Option<&str>) -> ChoiceOption {
    let icon = icon.map(str::to_owned);
    ChoiceOption {
        value: value.to_owned(),
        label,
        hint,
        icon,
    }
}

/// A name and what it shows.
type Example = (&'static str, fn() -> AnyView);

const PAGES: [Example; 12] = [
    ("home", plain::home),
    ("choosing", journey::choosing),
    ("refused", journey::refused),
    ("checking", journey::checking),
    ("receipt", case::receipt),
    ("case", case::case),
    ("not-found", || plain::help(IllustrationKind::NotFound)),
    ("error", || plain::help(IllustrationKind::Error)),
    ("empty", || plain::help(IllustrationKind::Empty)),
    ("done", || plain::help(IllustrationKind::Done)),
    ("locked", || plain::help(IllustrationKind::Locked)),
    ("desk", plain::desk),
];

fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn every_id_stands_once_and_every_reference_leads_to_one() {
    for lang in Lang::ALL {
        for (name, page) in PAGES {
            let html = rendered(lang, page);
            let ids = values(&html, "id");
            let known: HashSet<_> = ids.iter().copied().collect();
            assert_eq!(ids.len(), known.len(), "{name}: {ids:?}");
            let anchors = values(&html, "href")
                .into_iter()
                .filter_map(|href| href.strip_prefix('#'));
            let references = ["for", "form", "aria-describedby", "aria-labelledby"]
                .iter()
                .flat_map(|attribute| values(&html, attribute))
                .flat_map(str::split_whitespace);
            for reference in anchors.chain(references) {
                assert!(known.contains(reference), "{name}: {reference}");
            }
        }
    }
}

#[test]
fn no_part_styles_or_scripts_inline() {
    for (name, page) in PAGES {
        let html = rendered(Lang::En, page);
        assert!(
            values(&html, "style").is_empty() && !html.contains("<script"),
            "{name}"
        );
        assert!(
            !html.contains(" onclick") && !html.contains("<style"),
            "{name}"
        );
    }
}

#[test]
fn no_key_of_a_sentence_is_shown_for_the_sentence() {
    for lang in Lang::ALL {
        for (name, page) in PAGES {
            let html = rendered(lang, page);
            assert!(
                !html.contains("face-") && !html.contains("Unknown localization"),
                "{name}"
            );
        }
    }
}

#[test]
fn the_gallery_is_written_down_where_asked() {
    let Some(folder) = std::env::var_os("GALLERY") else {
        return;
    };
    let folder = Path::new(&folder);
    fs::create_dir_all(folder).expect("a folder to write to");
    for lang in Lang::ALL {
        let tag = lang.tag();
        for (name, page) in PAGES {
            let body = rendered(lang, page).replace("<!>", "");
            let html = format!(
                "<!DOCTYPE html><html lang=\"{tag}\"><head><meta charset=\"utf-8\">\
                 <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
                 <title>{name}</title><link rel=\"stylesheet\" href=\"style.css\"></head>\
                 <body>{body}</body></html>"
            );
            fs::write(folder.join(format!("{name}.{tag}.html")), html).expect("a page");
        }
    }
}
