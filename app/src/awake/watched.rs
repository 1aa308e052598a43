//! A field that is checked while it is typed in: the rule the server refuses by, and the sentences
//! it refuses with, because the browser has no words of its own. Both lie unseen on the page.

use crate::journey::Rule;

/// One field under watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// Its id.
    pub field: String,
    /// What it demands.
    pub rule: Rule,
    /// What to say, by the id of the fault.
    pub sentences: Vec<(String, String)>,
}

impl Watched {
    /// Puts a field under watch, with its sentences in the visitor's language.
    #[cfg(feature = "ssr")]
    pub fn new(words: crate::words::Words, field: String, rule: Rule) -> Self {
        let sentences = rule
            .faults()
            .iter()
            .map(|code| (code.id().to_owned(), words.fault(*code)))
            .collect();
        Self {
            field,
            rule,
            sentences,
        }
    }

    /// What is wrong with what was typed so far. Nothing typed is nothing wrong yet: that a field is
    /// missing is said when the step is sent.
    pub fn fault(&self, typed: &str) -> Option<&str> {
        if typed.trim().is_empty() {
            return None;
        }
        let fault = self.rule.check(typed).err()?.id();
        self.sentences
            .iter()
            .find(|(known, _)| known == fault)
            .map(|(_, sentence)| sentence.as_str())
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::{case::language::Lang, journey::FaultCode, words::Words};

    #[test]
    fn a_field_says_in_the_visitors_language_what_the_server_would_say() {
        for lang in Lang::ALL {
            let words = Words::new(lang);
            let phone = Watched::new(words, "phone".into(), Rule::Phone);
            assert_eq!(
                phone.fault("12"),
                Some(words.fault(FaultCode::PhoneShort).as_str())
            );
            assert_eq!(phone.fault("138 0013 8000"), None);
        }
    }

    #[test]
    fn nothing_typed_is_nothing_wrong_yet() {
        let rule = Rule::Text {
            required: true,
            most: Rule::LONG,
        };
        let details = Watched::new(Words::new(Lang::En), "details".into(), rule);
        assert_eq!(details.fault(" \n"), None);
        assert!(details.fault(&"x".repeat(10_001)).is_some());
    }
}
