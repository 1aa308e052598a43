//! What a customer takes along: the reference, the promise, the secret link as text and as a code
//! to point a phone at. Other programs find them by their ids; those are fixed.

use crate::words::use_words;
use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The reference, large enough to read out.
#[component]
pub fn BigReference(
    /// As it is written.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <p class="big-reference">
            <span class="caption">{use_words().say("face-reference")}</span>
            " "
            <strong id="reference" translate="no">{text}</strong>
        </p>
    }
}

/// What the customer was told, and until when.
#[component]
pub fn Promise(
    /// The instant, as a machine reads it (RFC 3339).
    #[prop(into)]
    datetime: String,
    /// The promise as a sentence.
    #[prop(into)]
    sentence: String,
) -> impl IntoView {
    view! {
        <p class="promise">
            <super::Icon name="clock" />
            <time id="promise" datetime=datetime>{sentence}</time>
        </p>
    }
}

/// The link that opens this one case.
#[component]
pub fn SecretLink(
    /// The whole address.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    view! {
        <p class="secret-link">
            <a id="secret-link" href=href translate="no">{href.clone()}</a>
        </p>
    }
}

/// A code to point a phone at, drawn dark on white in every theme, as cameras need it.
/// A text too long for one is left out; the link beside it says the same.
#[component]
pub fn Qr(
    /// What the code says.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let (width, path) = drawn(&text)?;
    // The quiet zone of four modules is part of the standard.
    let view_box = format!("-4 -4 {0} {0}", width + 8);
    Some(view! {
        <svg
            class="qr"
            role="img"
            aria-label=use_words().say("face-qr")
            viewBox=view_box
            shape-rendering="crispEdges"
        >
            <path class="qr-paper" d="M-4-4h999v999h-999z" />
            <path class="qr-ink" d=path />
        </svg>
    })
}

/// Width in modules, and the dark modules as one path with a stroke a run.
fn drawn(text: &str) -> Option<(usize, String)> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row[x..]
                .iter()
                .take_while(|module| **module == Color::Dark)
                .count();
            if run > 0 {
                write!(path, "M{x} {y}h{run}v1h-{run}z").expect("a string takes everything");
            }
            x += run.max(1);
        }
    }
    Some((width, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn other_programs_find_reference_promise_and_link_by_their_ids() {
        let html = rendered(Lang::En, || {
            view! {
                <BigReference text="7K4M-9QXT-2R-H" />
                <Promise datetime="2026-11-24T18:00:00+08:00" sentence="By Tuesday" />
                <SecretLink href="https://example.test/c/abc" />
            }
        });
        assert!(
            html.contains(r#"<strong id="reference" translate="no">7K4M-9QXT-2R-H<"#),
            "{html}"
        );
        assert!(html.contains(r#"<time id="promise" datetime="2026-11-24T18:00:00+08:00">By Tue"#));
        assert!(html.contains(r#"<a id="secret-link" href="https://example.test/c/abc""#));
    }

    #[test]
    fn the_drawn_code_is_the_code() {
        let text = "https://example.test/c/ABCDEFGHJKMNPQRSTVWXYZ0123";
        let (width, path) = drawn(text).expect("short enough");
        let code = QrCode::with_error_correction_level(text, EcLevel::M).expect("short enough");
        let dark = code
            .to_colors()
            .iter()
            .filter(|module| **module == Color::Dark)
            .count();
        let drawn: usize = path
            .split('M')
            .filter_map(|run| {
                run.split_once('h')?
                    .1
                    .split_once('v')?
                    .0
                    .parse::<usize>()
                    .ok()
            })
            .sum();
        assert_eq!((width, drawn), (code.width(), dark));
    }

    #[test]
    fn a_text_too_long_for_a_code_leaves_it_out() {
        let html = rendered(Lang::En, || view! { <Qr text="x".repeat(4000) /> });
        assert!(!html.contains("<svg"));
    }
}
