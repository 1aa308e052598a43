//! Calm pictures for pages with little on them. Whatever they show stands on the one line that
//! runs from edge to edge through the whole house. Their words stand beside them.

use leptos::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IllustrationKind {
    /// Nothing here yet: a letter box without letters.
    Empty,
    /// Something failed on our side: a mast that does not send.
    Error,
    /// No such page: a signpost that says nothing.
    NotFound,
    /// It is done: a phone with its answer.
    Done,
    /// Not without a key: a door that stays shut.
    Locked,
}

/// Filled shapes behind, strokes, and the one thing that matters in the accent.
struct Strokes {
    behind: &'static str,
    subject: &'static str,
    accent: &'static str,
}

impl IllustrationKind {
    const fn strokes(self) -> Strokes {
        match self {
            Self::Empty => Strokes {
                behind: "M34 92V58a22 22 0 0 1 22-22h60a22 22 0 0 1 22 22v34z",
                subject: "M86 130V92M34 92V58a22 22 0 0 1 22-22h60a22 22 0 0 1 22 22v34z\
                          M56 36a22 22 0 0 1 22 22v34",
                accent: "M46 62h20",
            },
            Self::Error => Strokes {
                behind: "",
                subject: "M62 130l18-92 18 92M69.5 92h21M74 68h12",
                accent: "M80 22v.1M64 6a22 22 0 0 0 0 32M51-7a40 40 0 0 0 0 58M102 12l20 20M122 12l-20 20",
            },
            Self::NotFound => Strokes {
                behind: "M80 22h58l16 15-16 15H80zM80 64H30L15 78l15 14h50z",
                subject: "M80 130V10M80 22h58l16 15-16 15H80M80 64H30L15 78l15 14h50",
                accent: "M98 37h.1M112 37h.1M126 37h.1",
            },
            Self::Done => Strokes {
                behind: "M20 130V42a12 12 0 0 1 12-12h40a12 12 0 0 1 12 12v88z\
                         M106 6h56a14 14 0 0 1 14 14v32a14 14 0 0 1-14 14h-40l-18 16V66a14 14 0 0 1-12-14V20a14 14 0 0 1 14-14z",
                subject: "M20 130V42a12 12 0 0 1 12-12h40a12 12 0 0 1 12 12v88M44 116h16\
                          M106 6h56a14 14 0 0 1 14 14v32a14 14 0 0 1-14 14h-40l-18 16V66a14 14 0 0 1-12-14V20a14 14 0 0 1 14-14z",
                accent: "M121 37l11 11 22-24",
            },
            Self::Locked => Strokes {
                behind: "M52 130V28a28 28 0 0 1 28-28h4a28 28 0 0 1 28 28v102z",
                subject: "M52 130V28a28 28 0 0 1 28-28h4a28 28 0 0 1 28 28v102M66 54h32M66 38a16 16 0 0 1 32 0v16\
                          M124 130V92h34v38M133 92v-9a8 8 0 0 1 16 0v9",
                accent: "M141 106v10M100 84v.1",
            },
        }
    }
}

/// A picture; the first thing in a page, above its heading.
#[component]
pub fn Illustration(
    /// Which one.
    kind: IllustrationKind,
) -> impl IntoView {
    let Strokes {
        behind,
        subject,
        accent,
    } = kind.strokes();
    view! {
        <div class="scene">
            <svg class="drawing" viewBox="0 -12 190 142" aria-hidden="true" focusable="false">
                <path class="drawing-wash" d=behind />
                <path d=subject />
                <path class="drawing-line" d=accent />
            </svg>
        </div>
    }
}

/// What stands on the line of the first page: a home, a mast, a phone with its answer, a shop.
/// The line itself is the lower edge of the opening.
#[component]
pub(super) fn Skyline() -> impl IntoView {
    view! {
        <svg class="drawing skyline" viewBox="0 0 480 180" aria-hidden="true" focusable="false">
            <path
                class="drawing-wash"
                d="M22 180v-74l46-38 46 38v74zM250 180V92a12 12 0 0 1 12-12h38a12 12 0 0 1 12 12v88z\
                 M400 180v-56h64v56zM346 14h62a14 14 0 0 1 14 14v32a14 14 0 0 1-14 14h-46l-18 16V74a14 14 0 0 1-12-14V28a14 14 0 0 1 14-14z"
            />
            <path
                d="M12 114l56-46 56 46M22 106v74M114 106v74M56 180v-40h24v40\
                 M166 180l18-122 18 122M174 128h20M178 98h12\
                 M250 180V92a12 12 0 0 1 12-12h38a12 12 0 0 1 12 12v88M273 166h16\
                 M346 14h62a14 14 0 0 1 14 14v32a14 14 0 0 1-14 14h-46l-18 16V74a14 14 0 0 1-12-14V28a14 14 0 0 1 14-14z\
                 M400 180v-56M464 180v-56M392 124l9-24h62l9 24zM446 180v-30h-22v30"
            />
            <path
                class="drawing-line"
                d="M184 44v.1M168 28a22 22 0 0 0 0 32M200 28a22 22 0 0 1 0 32M155 15a40 40 0 0 0 0 58M213 15a40 40 0 0 1 0 58\
                 M363 45l11 11 22-24"
            />
        </svg>
    }
}
