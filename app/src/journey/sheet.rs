//! What was typed, by field. Kept as it was typed, so that a refusal loses nothing; cleaned only of
//! what no keyboard makes and no database or page should meet.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Typed fields by name. Wherever one is read from, it is read clean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "BTreeMap<String, String>")]
pub struct Sheet(BTreeMap<String, String>);

impl From<BTreeMap<String, String>> for Sheet {
    fn from(typed: BTreeMap<String, String>) -> Self {
        Self::from_pairs(typed)
    }
}

impl Sheet {
    /// Reads a form's pairs. Of a repeated field the first counts: it is the one the customer sees
    /// first on the page, and what a second one means nobody can say.
    pub fn from_pairs<K: Into<String>, V: AsRef<str>>(
        pairs: impl IntoIterator<Item = (K, V)>,
    ) -> Self {
        let mut fields = BTreeMap::new();
        for (name, value) in pairs {
            fields
                .entry(name.into())
                .or_insert_with(|| clean(value.as_ref()));
        }
        Self(fields)
    }

    /// A field as typed; empty when it is missing.
    pub fn typed(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// A field without the space around it; nothing when that leaves nothing.
    pub fn said(&self, field: &str) -> Option<&str> {
        let said = self.typed(field).trim();
        (!said.is_empty()).then_some(said)
    }

    /// Says a field's value, where a button says it and not a field.
    pub fn put(&mut self, field: String, value: &str) {
        self.0.insert(field, value.to_owned());
    }

    /// Takes one step's fields over from what was posted. A field that was not posted is an
    /// unticked one, and is gone; fields of no step are never taken.
    pub fn take_over(&mut self, fields: &[String], posted: &Self) {
        for field in fields {
            match posted.0.get(field) {
                Some(value) => self.0.insert(field.clone(), value.clone()),
                None => self.0.remove(field),
            };
        }
    }

    /// Every field in which something was typed, with what was typed.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .keys()
            .filter_map(|field| Some((field.as_str(), self.said(field)?)))
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Drops control characters (NUL above all, which neither database takes) but line breaks and
/// tabs; line breaks become the one kind.
fn clean(value: &str) -> String {
    value
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_repeated_field_the_first_counts() {
        let sheet = Sheet::from_pairs([("a", "one"), ("a", "two")]);
        assert_eq!(sheet.typed("a"), "one");
    }

    #[test]
    fn nul_and_control_characters_are_dropped_and_text_of_any_script_is_kept() {
        let sheet = Sheet::from_pairs([("a", "\u{0}ab\u{7}c\r\nשלום 👩‍👩‍👧 断网")]);
        assert_eq!(sheet.typed("a"), "abc\nשלום 👩‍👩‍👧 断网");
    }

    #[test]
    fn what_comes_as_data_is_no_less_clean_than_what_comes_as_a_form() {
        let sheet: Sheet =
            serde_json::from_str(r#"{"a": "\u0000ab\u0007\r\nc"}"#).expect("a sheet");
        assert_eq!(sheet, Sheet::from_pairs([("a", "ab\nc")]));
        let back = serde_json::to_string(&sheet).expect("data");
        assert_eq!(back, r#"{"a":"ab\nc"}"#);
    }

    #[test]
    fn a_step_takes_its_own_fields_and_no_others() {
        let mut sheet = Sheet::from_pairs([("ticked", "yes"), ("kept", "old")]);
        let posted = Sheet::from_pairs([("typed", "new"), ("kept", "forged"), ("alien", "x")]);
        sheet.take_over(&["ticked".into(), "typed".into()], &posted);
        assert_eq!(
            sheet,
            Sheet::from_pairs([("typed", "new"), ("kept", "old")])
        );
    }
}
