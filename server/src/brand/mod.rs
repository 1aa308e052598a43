//! The operator's colours as a stylesheet, and the proof that they can be read. What the face looks
//! like beyond its colours is `style/`; the logo goes with the catalogue.

mod colour;
mod tokens;

use crate::catalogue::{
    Shelf,
    house::{Brand, Colours},
};
use axum::{
    Router,
    http::{Uri, header},
    routing::get,
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::{fmt, sync::Arc};
use tokens::{Tokens, tokens};

/// The two themes; the customer's system chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// The operator's stylesheet. It comes after the house's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stylesheet {
    /// Its address; the hash in it changes with the colours.
    pub href: String,
    css: String,
}

/// Why the colours cannot be used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum BrandFault {
    /// It is not a colour.
    #[error("{theme}: {key} is {value:?}; write it like \"#00565f\"")]
    NotAColour {
        /// Where.
        theme: Theme,
        /// Its key in the catalogue.
        key: &'static str,
        /// What stands there.
        value: String,
    },
    /// Two colours that meet on a page are too close.
    #[error("{theme}: {front} on {back} has a contrast of {ratio:.2}:1 and needs {needed}:1")]
    TooClose {
        /// Where.
        theme: Theme,
        /// The operator's part in it, by its key in the catalogue.
        key: &'static str,
        /// The text or edge, by name and colour.
        front: String,
        /// What it stands on, by name and colour.
        back: String,
        /// As measured.
        ratio: f64,
        /// As needed.
        needed: f64,
    },
}

impl fmt::Display for Theme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}

/// Text of any size (WCAG 1.4.6).
const TEXT: f64 = 7.0;
/// Edges, drawings, focus (WCAG 1.4.11).
const EDGE: f64 = 3.0;

/// Everything that meets on a page: fronts, backs, and the contrast between them.
const PAIRS: &[(&[&str], &[&str], f64)] = &[
    (
        &["ink", "quiet", "accent", "accent-strong"],
        &["paper", "surface", "accent-wash"],
        TEXT,
    ),
    (&["on-accent"], &["accent", "accent-strong"], TEXT),
    (&["ink", "good"], &["good-wash"], TEXT),
    (&["ink", "warn"], &["warn-wash"], TEXT),
    (&["ink", "bad"], &["bad-wash"], TEXT),
    (&["bad"], &["paper", "surface"], TEXT),
    (&["edge", "good", "warn"], &["paper", "surface"], EDGE),
    (&["edge"], &["accent-wash"], EDGE),
];

/// What the operator chooses; every other colour is the house's.
const CHOSEN: [&str; 4] = ["accent", "on-accent", "accent-strong", "accent-wash"];

impl BrandFault {
    /// The key in the catalogue that would have to change.
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotAColour { key, .. } | Self::TooClose { key, .. } => key,
        }
    }
}

impl Stylesheet {
    /// The stylesheet of an operator whose colours have been found readable.
    pub fn of(brand: &Brand) -> Self {
        // Paper has no brand: print.css keeps it black on white.
        let css = format!(
            "@media screen{{:root{{{}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
            declarations(&brand.light),
            declarations(&brand.dark),
        );
        let hash = HEXLOWER.encode(&Sha256::digest(&css)[..6]);
        let href = format!("/brand/{hash}.css");
        Self { href, css }
    }
}

/// Serves the stylesheet of the catalogue in use.
pub fn routes<S: Clone + Send + Sync + 'static>(shelf: Arc<Shelf>) -> Router<S> {
    let serve = async move |uri: Uri| {
        let house = shelf.current();
        let sheet = &house.stylesheet;
        // A page made before the colours changed asks by the old name: it gets the new ones, and
        // nobody may keep them under that name.
        let keep = match uri.path() == sheet.href {
            true => "public, max-age=31536000, immutable",
            false => "no-store",
        };
        let headers = [
            (header::CONTENT_TYPE, "text/css; charset=utf-8"),
            (header::CACHE_CONTROL, keep),
        ];
        (headers, sheet.css.clone())
    };
    Router::new().route("/brand/{name}", get(serve))
}

/// Whether the colours of a theme can be read, the operator's in place of the house's own.
pub fn readable(theme: Theme, colours: &Colours) -> Result<(), Vec<BrandFault>> {
    let mut tokens = tokens(theme);
    let mut faults = Vec::new();
    for (key, value) in chosen(colours) {
        match value.parse() {
            Ok(colour) => {
                tokens.insert(key, colour);
            }
            Err(()) => {
                faults.push(BrandFault::NotAColour {
                    theme,
                    key,
                    value: value.to_owned(),
                });
            }
        }
    }
    if faults.is_empty() {
        faults = too_close(theme, &tokens);
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults)
    }
}

fn too_close(theme: Theme, tokens: &Tokens) -> Vec<BrandFault> {
    let fault = |(front, back, needed)| {
        let ratio = tokens[front].contrast(tokens[back]);
        let named = |name| format!("{name} {}", tokens[name]);
        (ratio < needed).then(|| BrandFault::TooClose {
            theme,
            key: if CHOSEN.contains(&front) { front } else { back },
            front: named(front),
            back: named(back),
            // Rounded down, as 6.996 is not 7.
            ratio: (ratio * 100.0).floor() / 100.0,
            needed,
        })
    };
    pairs().filter_map(fault).collect()
}

fn pairs() -> impl Iterator<Item = (&'static str, &'static str, f64)> {
    PAIRS.iter().flat_map(|(fronts, backs, needed)| {
        fronts
            .iter()
            .flat_map(move |front| backs.iter().map(move |back| (*front, *back, *needed)))
    })
}

fn declarations(colours: &Colours) -> String {
    chosen(colours)
        .map(|(key, colour)| format!("--{key}:{colour}"))
        .join(";")
}

fn chosen(colours: &Colours) -> [(&'static str, &str); 4] {
    let Colours {
        accent,
        on_accent,
        accent_strong,
        accent_wash,
    } = colours;
    let [one, two, three, four] = CHOSEN;
    [
        (one, accent),
        (two, on_accent),
        (three, accent_strong),
        (four, accent_wash),
    ]
}

#[cfg(test)]
mod tests;
