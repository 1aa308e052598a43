//! Lists of parts that are drawn one after another.

use leptos::prelude::*;

/// For an iterator over parts.
pub trait Listed {
    /// All of them, as views of one type: what builds, changes and drops a list is compiled once, and not
    /// anew for lists of buttons, of lines and of cards.
    fn listed(self) -> Vec<AnyView>;
}

impl<Parts> Listed for Parts
where
    Parts: IntoIterator<Item: IntoView + 'static>,
{
    fn listed(self) -> Vec<AnyView> {
        self.into_iter().map(|part| part.into_any()).collect()
    }
}
