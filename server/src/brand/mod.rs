//! The operator's colours as a stylesheet, and the proof that they can be read. What the face looks
//! like beyond its colours is `style/`; the logo goes with the catalogue.

mod colour;
mod tokens;

use crate::catalogue::house::{Brand, Colours};
use axum::{Router, http::header, routing::get};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::fmt;
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
    /// The stylesheet of an operator, if every pair of colours that meets can be read.
    pub fn of(brand: &Brand) -> Result<Self, Vec<BrandFault>> {
        let light = palette(Theme::Light, &brand.light);
        let dark = palette(Theme::Dark, &brand.dark);
        let (light, dark) = match (light, dark) {
            (Ok(light), Ok(dark)) => (light, dark),
            (light, dark) => {
                let faults = [light.err(), dark.err()];
                return Err(faults.into_iter().flatten().flatten().collect());
            }
        };
        // Paper has no brand: print.css keeps it black on white.
        let css = format!(
            "@media screen{{:root{{{}}}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
            declarations(&light),
            declarations(&dark),
        );
        let hash = HEXLOWER.encode(&Sha256::digest(&css)[..6]);
        Ok(Self {
            href: format!("/brand.{hash}.css"),
            css,
        })
    }

    /// Serves the stylesheet under its address, to be kept for ever.
    pub fn routes<S: Clone + Send + Sync + 'static>(&self) -> Router<S> {
        let css = self.css.clone();
        let headers = [
            (header::CONTENT_TYPE, "text/css; charset=utf-8"),
            (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        ];
        Router::new().route(&self.href, get(async move || (headers, css)))
    }
}

/// The colours of a theme with the operator's in place of the house's own, if all can be read.
pub fn palette(theme: Theme, colours: &Colours) -> Result<Tokens, Vec<BrandFault>> {
    let Colours {
        accent,
        on_accent,
        accent_strong,
        accent_wash,
    } = colours;
    let mut tokens = tokens(theme);
    let mut faults = Vec::new();
    for (key, value) in CHOSEN
        .into_iter()
        .zip([accent, on_accent, accent_strong, accent_wash])
    {
        match value.parse() {
            Ok(colour) => {
                tokens.insert(key, colour);
            }
            Err(()) => {
                faults.push(BrandFault::NotAColour {
                    theme,
                    key,
                    value: value.clone(),
                });
            }
        }
    }
    if faults.is_empty() {
        faults = too_close(theme, &tokens);
    }
    if faults.is_empty() {
        Ok(tokens)
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

fn declarations(tokens: &Tokens) -> String {
    CHOSEN
        .map(|name| format!("--{name}:{}", tokens[name]))
        .join(";")
}

#[cfg(test)]
mod tests;
