//! In which colours the face is drawn; the logo is `app::catalogue::Logo`. Whether it can be read is checked where the stylesheet is made.

/// Colours of the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// On a light ground.
    pub light: Colours,
    /// On a dark ground.
    pub dark: Colours,
}

/// The accent and its company, as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colours {
    /// Buttons and links.
    pub accent: String,
    /// What is written on the accent.
    pub on_accent: String,
    /// The accent under the pointer.
    pub accent_strong: String,
    /// A ground that hints at the accent.
    pub accent_wash: String,
}
