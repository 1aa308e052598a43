//! Calm pictures for pages with little on them. One line runs through all of them, from edge to
//! edge, as it runs through the house. Their words stand beside them.

use leptos::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IllustrationKind {
    /// Nothing here yet.
    Empty,
    /// Something failed on our side.
    Error,
    /// No such page.
    NotFound,
    /// It is done.
    Done,
}

impl IllustrationKind {
    /// The running line, what it meets, and a shape behind both.
    const fn strokes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Empty => (
                "M0 128h72M248 128h72",
                "M72 128l22-62h132l22 62v22a6 6 0 0 1-6 6H78a6 6 0 0 1-6-6zM72 128h52l9 14h54l9-14h52",
                "M94 66h132l22 62h-52l-9 14h-54l-9-14H72z",
            ),
            Self::Error => (
                "M0 104h78M242 104h78",
                "M78 84h34a8 8 0 0 1 8 8v24a8 8 0 0 1-8 8H78zM120 96h14M120 112h14\
                 M242 84h-34a8 8 0 0 0-8 8v24a8 8 0 0 0 8 8h34zM200 96h-8M200 112h-8\
                 M163 54v18M142 60l8 15M184 60l-8 15M163 154v-18M142 148l8-15M184 148l-8-15",
                "M78 84h34a8 8 0 0 1 8 8v24a8 8 0 0 1-8 8H78zM242 84h-34a8 8 0 0 0-8 8v24a8 8 0 0 0 8 8h34z",
            ),
            Self::NotFound => (
                "M0 140h58c44 0 60-84 20-84s-26 60 24 60 70-70 112-54",
                "M252 40a38 38 0 1 0 0 76 38 38 0 0 0 0-76zM279 105l32 34M252 64a13 13 0 0 1 4 25v6M256 104h.1",
                "M252 40a38 38 0 1 0 0 76 38 38 0 0 0 0-76z",
            ),
            Self::Done => (
                "M0 140h112M208 140h112",
                "M160 44a48 48 0 1 0 0 96 48 48 0 0 0 0-96zM138 92l16 16 30-33M112 140h96",
                "M160 44a48 48 0 1 0 0 96 48 48 0 0 0 0-96z",
            ),
        }
    }
}

/// A picture.
#[component]
pub fn Illustration(
    /// Which one.
    kind: IllustrationKind,
) -> impl IntoView {
    let (line, subject, behind) = kind.strokes();
    view! {
        <svg class="drawing" viewBox="0 0 320 180" aria-hidden="true" focusable="false">
            <path class="drawing-wash" d=behind />
            <path class="drawing-line" d=line />
            <path d=subject />
        </svg>
    }
}

/// The line of the first page: it rings, breaks, is mended, and is answered.
#[component]
pub(super) fn Line() -> impl IntoView {
    view! {
        <svg class="drawing hero-line" viewBox="0 0 640 200" aria-hidden="true" focusable="false">
            <path class="drawing-wash" d="M92 44a14 14 0 0 1 14-14h48a14 14 0 0 1 14 14v106H92z" />
            <path
                class="drawing-wash"
                d="M366 62a16 16 0 0 1 16-16h98a16 16 0 0 1 16 16v52a16 16 0 0 1-16 16h-70l-26 20-2-20a16 16 0 0 1-16-16z"
            />
            <path
                class="drawing-line"
                d="M0 150h92V44a14 14 0 0 1 14-14h48a14 14 0 0 1 14 14v106h46l12-36 20 66 18-52 9 22h97l26-20h70a16 16 0 0 0 16-16V62a16 16 0 0 0-16-16h-98a16 16 0 0 0-16 16v52a16 16 0 0 0 16 16l2 20h174M558 150l14 14 30-34"
            />
            <path d="M120 132h20M394 76h70M394 100h44" />
        </svg>
    }
}
