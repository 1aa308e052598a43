//! The drawings, all on one grid of 24 with one stroke. They say nothing by themselves: words stand
//! beside each, so a screen reader skips them.

use super::operator::use_catalogue;
use leptos::prelude::*;

/// A drawing by its name. An unknown name draws the question, so that a page never fails for one;
/// the catalogue's check knows the names from [`ICONS`].
#[component]
pub fn Icon(
    /// Its name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    let known = ICONS.iter().find(|(known, _)| *known == name);
    let (_, path) = known.unwrap_or(&ICONS[0]);
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=*path />
        </svg>
    }
}

/// The operator's mark, from its catalogue.
#[component]
pub(crate) fn BrandMark() -> impl IntoView {
    let catalogue = use_catalogue();
    let logo = catalogue.operator.logo.clone();
    (!logo.path.is_empty()).then(|| {
        view! {
            <svg class="brand-mark" viewBox=logo.view_box aria-hidden="true" focusable="false">
                <path d=logo.path />
            </svg>
        }
    })
}

/// Every drawing: its name, and the path of its strokes.
pub const ICONS: &[(&str, &str)] = &[
    (
        "ask",
        "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6.5L8 20.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z\
         M9.8 8.6a2.3 2.3 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.5M12 14.4h.01",
    ),
    (
        "fault",
        "M2.5 15.5h6l1.7-3.2M21.5 15.5h-6l-1.7-3.2M12 3.5v4.7M6.6 5.4l2.3 3.3M17.4 5.4l-2.3 3.3",
    ),
    (
        "track",
        "M6 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM18 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z\
         M6 8.5v5a4.5 4.5 0 0 0 4.5 4.5h5",
    ),
    (
        "feedback",
        "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-6.5L8 20.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z\
         M7.5 8.8h9M7.5 12.4h5.5",
    ),
    (
        "mobile",
        "M9 2.5h6a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM11 18.2h2",
    ),
    (
        "broadband",
        "M4 14h16a1.5 1.5 0 0 1 1.5 1.5v3A1.5 1.5 0 0 1 20 20H4a1.5 1.5 0 0 1-1.5-1.5v-3\
         A1.5 1.5 0 0 1 4 14zM6.5 17h.01M10 17h.01M16.5 14v-3.6M14.2 8a3.3 3.3 0 0 1 4.6 0\
         M12 5.6a6.4 6.4 0 0 1 9 0",
    ),
    (
        "fixed-line",
        "M5 11.3 3.9 18a2 2 0 0 0 2 2.3h12.2a2 2 0 0 0 2-2.3L19 11.3M2.5 8.6c0-3 4.5-4.9 9.5-4.9\
         s9.5 1.9 9.5 4.9v.9a1.5 1.5 0 0 1-1.5 1.5h-2.1a1.5 1.5 0 0 1-1.5-1.4l-.2-1.2\
         a14 14 0 0 0-8.4 0l-.2 1.2A1.5 1.5 0 0 1 6.1 11H4a1.5 1.5 0 0 1-1.5-1.5z\
         M12 12.8a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6z",
    ),
    (
        "tv",
        "M3.5 4.5h17a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-17a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1z\
         M8 20.8h8M10.2 8.4v5.2l4.4-2.6z",
    ),
    (
        "leased-line",
        "M2.5 8h6.5v8H2.5zM15 8h6.5v8H15zM9 12h6M4.8 11v2M19.2 11v2",
    ),
    (
        "phone",
        "M6.2 3.5h2.6l1.7 4.6-2.1 1.7a12 12 0 0 0 5.8 5.8l1.7-2.1 4.6 1.7v2.6a2 2 0 0 1-2.2 2\
         A16.3 16.3 0 0 1 4.2 5.7a2 2 0 0 1 2-2.2z",
    ),
    (
        "globe",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3.6 6 3.6 9s-.6 6-3.6 9\
         c-3-3-3.6-6-3.6-9s.6-6 3.6-9z",
    ),
    (
        "check",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM7.8 12.3l3 2.9 5.4-5.9",
    ),
    ("warn", "M12 3.8 2.6 19.8h18.8zM12 10v4.4M12 17h.01"),
    (
        "stop",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6",
    ),
    (
        "info",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11.2v5.2M12 7.8h.01",
    ),
    (
        "clock",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.2l3.4 2",
    ),
    (
        "print",
        "M7 9V3.5h10V9M7 17.5H5a2 2 0 0 1-2-2V11a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v4.5a2 2 0 0 1-2 2h-2\
         M7 14.2h10v6.3H7z",
    ),
    ("arrow", "M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"),
    ("back", "M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"),
    (
        "lock",
        "M6 10.5h12a1.5 1.5 0 0 1 1.5 1.5v7a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 19v-7\
         A1.5 1.5 0 0 1 6 10.5zM8 10.5V7.6a4 4 0 0 1 8 0v2.9",
    ),
    (
        "mail",
        "M4 5.5h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.5 7l8.5 6.4L20.5 7",
    ),
    (
        "place",
        "M12 21.5s7-6.3 7-11.5a7 7 0 0 0-14 0c0 5.2 7 11.5 7 11.5zM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
    ),
    (
        "search",
        "M10.5 3.5a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM15.6 15.6l5 5",
    ),
    (
        "person",
        "M12 3.5a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5a8 8 0 0 1 16 0",
    ),
    ("bill", "M6 3h12v18l-3-2-3 2-3-2-3 2zM9.5 8h5M9.5 12h5"),
    ("offer", "M12.5 3.5h8v8L11 21l-8-8zM16.4 7.6h.01"),
    (
        "home",
        "M3.5 11.2 12 3.7l8.5 7.5M6 9.3v11.2h12V9.3M10 20.5v-6h4v6",
    ),
    (
        "shop",
        "M4.5 10v10.5h15V10M2.5 10l2-6.5h15l2 6.5zM9.5 20.5v-6h5v6",
    ),
    (
        "calendar",
        "M4.5 5.5h15a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1z\
         M3.5 10.5h17M8 3v4.2M16 3v4.2",
    ),
    ("up", "M5 15l7-7 7 7"),
    ("down", "M5 9l7 7 7-7"),
    (
        "letters",
        "M2.5 19 8 5l5.5 14M4.5 14.5h7M14.5 19l3.3-8.5L21 19M15.6 16.2h4.3",
    ),
    (
        "contrast",
        "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 3v18M15 5v14M18 7.5v9",
    ),
    ("chart", "M4 20h16M7 16.2V12M12 16.2V6.5M17 16.2V9.5"),
    ("queue", "M4 6h16M4 12h16M4 18h9"),
    ("plus", "M12 4.5v15M4.5 12h15"),
    (
        "leave",
        "M10 3.5H5.5a1 1 0 0 0-1 1v15a1 1 0 0 0 1 1H10M15.5 7.5 20 12l-4.5 4.5M20 12H9.5",
    ),
    ("file", "M6 2.5h8l5 5v14H6zM14 2.5v5h5"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{case::language::Lang, parts::rendered::rendered};

    #[test]
    fn a_drawing_is_passed_over_by_a_screen_reader() {
        let html = rendered(Lang::En, || view! { <Icon name="tv" /> });
        assert!(
            html.contains(r#"aria-hidden="true""#) && html.contains("M10.2 8.4"),
            "{html}"
        );
    }

    #[test]
    fn an_unknown_name_draws_the_question() {
        let html = rendered(Lang::En, || view! { <Icon name="\"><script>" /> });
        assert!(
            html.contains("M5 4h14") && !html.contains("script"),
            "{html}"
        );
    }

    #[test]
    fn no_name_stands_for_two_drawings() {
        let mut names: Vec<_> = ICONS.iter().map(|(name, _)| name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ICONS.len());
    }
}
