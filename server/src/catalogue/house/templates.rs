//! What is often written to customers.

use app::case::language::{Lang, Text};

/// A text to begin a reply from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its code.
    pub code: String,
    /// What staff choose it by.
    pub name: Text,
    /// What the customer will read, with places to be filled.
    pub text: Text,
}

/// What can be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The case's public number.
    Reference,
    /// Until when it was promised to be fixed.
    Promised,
    /// The brand's name.
    Operator,
}

impl Place {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Reference, Self::Promised, Self::Operator];

    /// The word between the braces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Promised => "promised",
            Self::Operator => "operator",
        }
    }
}

impl Template {
    /// The text in a language, each place filled.
    pub fn filled(&self, lang: Lang, what: impl Fn(Place) -> String) -> String {
        let text = self.text.say(lang).to_owned();
        Place::ALL.iter().fold(text, |text, place| {
            text.replace(&format!("{{{}}}", place.name()), &what(*place))
        })
    }
}
