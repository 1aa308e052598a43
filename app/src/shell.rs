//! The document around every page. Scripts are named only where a page has an island; the response
//! layer of the server takes the tag out of every other page.

use crate::{routes::Pages, words::use_words};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

/// The addresses of what a page loads; hashed names, made by the build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The stylesheet.
    pub style: String,
    /// The operator's colours.
    pub brand: String,
    /// The module that wakes the islands.
    pub awake: String,
    /// What a script adds to the desk.
    pub desk: String,
    /// The module that opens a paired kiosk.
    pub kiosk: String,
    /// Its stylesheet.
    pub kiosk_style: String,
}

/// The document.
pub fn shell() -> impl IntoView {
    let assets: Assets = use_context().unwrap_or_default();
    view! {
        <!DOCTYPE html>
        <html lang=use_words().lang.tag() dir="ltr">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=assets.style />
                <link rel="stylesheet" href=assets.brand />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <script type="module" async src=assets.awake fetchpriority="low" nonce=use_nonce()></script>
                <MetaTags />
            </head>
            <body>
                <Pages />
            </body>
        </html>
    }
}
