//! What is said of a thing on the screen. Where the things are found, and who speaks, is not here.
//!
//! What a customer typed is private: a loudspeaker says only that something stands there. So is a
//! secret link, which is not said at all.

use crate::words::Words;

/// Who hears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ear {
    /// Whoever stands near.
    #[default]
    Anyone,
    /// Only the customer.
    Headset,
}

/// A thing on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Words of ours.
    Text(String),
    /// Words of the customer's.
    Typed(String),
    /// A reference, said letter by letter.
    Reference(String),
    /// Something to fill in, and what stands in it.
    Field {
        /// Its label.
        name: String,
        /// Its value.
        value: String,
    },
    /// One of several to choose from.
    Choice {
        /// Its label.
        name: String,
        /// Whether it is chosen.
        chosen: bool,
    },
    /// A button or a link.
    Press(String),
    /// A button that is on or off.
    Switch {
        /// Its label.
        name: String,
        /// Whether it is on.
        on: bool,
    },
}

impl Thing {
    /// The sentence for it; nothing where there is nothing to say.
    pub fn sentence(&self, words: Words, ear: Ear) -> Option<String> {
        let sentence = match self {
            Self::Text(text) => text.clone(),
            Self::Typed(text) => private(words, text, ear),
            Self::Reference(text) => spelled(text),
            Self::Field { name, value } => {
                let value = private(words, value, ear);
                words.fill("speech-field", &[("name", name), ("value", &value)])
            }
            Self::Choice { name, chosen: true } => words.fill("speech-chosen", &[("name", name)]),
            Self::Choice {
                name,
                chosen: false,
            } => words.fill("speech-unchosen", &[("name", name)]),
            Self::Press(name) => words.fill("speech-press", &[("name", name)]),
            Self::Switch { name, on: true } => words.fill("speech-on", &[("name", name)]),
            Self::Switch { name, on: false } => words.fill("speech-off", &[("name", name)]),
        };
        let sentence = sentence.trim();
        (!sentence.is_empty()).then(|| sentence.to_owned())
    }
}

fn private(words: Words, text: &str, ear: Ear) -> String {
    match ear {
        _ if text.trim().is_empty() => words.say("speech-empty"),
        Ear::Anyone => words.say("speech-filled"),
        Ear::Headset => text.trim().to_owned(),
    }
}

/// Letter by letter, with a stop after each.
fn spelled(text: &str) -> String {
    let letters: Vec<String> = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .map(String::from)
        .collect();
    letters.join(", ")
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::case::language::Lang;

    fn field(value: &str) -> Thing {
        Thing::Field {
            name: "Phone".into(),
            value: value.into(),
        }
    }

    #[test]
    fn what_a_customer_typed_is_said_to_a_headset_only() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            for thing in [field("13912345678"), Thing::Typed("13912345678".into())] {
                let aloud = thing.sentence(words, Ear::Anyone).expect("something");
                assert!(!aloud.contains("139"), "{aloud}");
                let close = thing.sentence(words, Ear::Headset).expect("something");
                assert!(close.contains("13912345678"), "{close}");
            }
        }
    }

    #[test]
    fn an_empty_field_is_told_from_a_filled_one() {
        let words = Words::new(Lang::En);
        for ear in [Ear::Anyone, Ear::Headset] {
            assert_ne!(
                field("").sentence(words, ear),
                field("1").sentence(words, ear)
            );
        }
    }

    #[test]
    fn a_reference_is_spelled() {
        let thing = Thing::Reference("AB2-C".into());
        let said = thing.sentence(Words::new(Lang::En), Ear::Anyone);
        assert_eq!(said.as_deref(), Some("A, B, 2, C"));
    }

    #[test]
    fn of_nothing_nothing_is_said() {
        let said = Thing::Text("  ".into()).sentence(Words::new(Lang::En), Ear::Anyone);
        assert_eq!(said, None);
    }
}
