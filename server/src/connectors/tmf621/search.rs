//! Finding again what may have been sent: a ticket by our reference, a note by its key or words.
//! Says "nowhere" only when the server's answer leaves no other reading; a person is asked rather
//! than a customer's case lost or doubled in silence.

use super::{
    super::{
        Found, Trouble,
        http::{Http, Read},
        ticket::{Note, Ticket},
    },
    TICKETS, wire,
};
use serde_json::Value;
use std::collections::HashSet;

/// How much is asked for at a time, and how often at most: a server that ignores the filter gives
/// us everything it has.
const PAGE: usize = 100;
const PAGES: usize = 100;

/// Looks for a ticket by our reference, over as many pages as there are.
pub async fn ticket(http: &Http, our_reference: &str) -> Result<Found, Trouble> {
    let (mut seen, mut settled) = (HashSet::new(), true);
    for _ in 0..PAGES {
        let (limit, offset) = (PAGE.to_string(), seen.len().to_string());
        let query = [
            ("externalId", our_reference),
            ("fields", "id,externalId,description"),
            ("limit", &limit),
            ("offset", &offset),
        ];
        let answer = match http.read(&[TICKETS], &query).await {
            Ok(Read::There(answer)) => answer,
            // A server without a list, or one that takes no such question.
            Ok(Read::Gone) | Err(Trouble::Refused(_)) => return Ok(Found::CannotTell),
            Err(trouble) => return Err(trouble),
        };
        let Some(page) = wire::tickets(&answer.body) else {
            return Ok(Found::CannotTell);
        };
        let before = seen.len();
        for written in &page {
            match (is_ours(written, our_reference), &written.id) {
                (Some(true), Some(id)) => return Ok(Found::At(id.clone())),
                (Some(false), Some(id)) => _ = seen.insert(id.clone()),
                _ => settled = false,
            }
        }
        // The last page is not full, or brings the total; one that brings nothing new comes from a
        // server that does not turn pages.
        let whole = answer
            .total
            .map_or(page.len() < PAGE, |total| seen.len() >= total);
        if whole {
            return Ok(if settled {
                Found::Nowhere
            } else {
                Found::CannotTell
            });
        }
        if seen.len() == before {
            return Ok(Found::CannotTell);
        }
    }
    Ok(Found::CannotTell)
}

/// Whether a ticket is ours: by the field made for it, or else by the mark in its description.
fn is_ours(written: &wire::Written, our_reference: &str) -> Option<bool> {
    let marked = written
        .description
        .as_ref()
        .map(|text| text.contains(&Ticket::mark(our_reference)));
    match (&written.external_id, marked) {
        (Some(id), _) if id == our_reference => Some(true),
        // Their own number in our field, or somebody's quotation of our ticket.
        (Some(_), Some(true)) => None,
        (Some(_), _) => Some(false),
        (None, marked) => marked,
    }
}

/// Looks for a note of ours among those of its ticket.
pub fn note(there: &[Value], foreign_id: &str, note: &Note, key: &str) -> Found {
    let mut found = Found::Nowhere;
    for value in there {
        match matches(value, note, key) {
            Match::Certain => return Found::At(foreign_id.to_owned()),
            // The customer may well have said the same twice.
            Match::Likely => found = Found::CannotTell,
            Match::No => {}
        }
    }
    found
}

/// How many notes say what ours says.
pub fn count(there: &[Value], note: &Note, key: &str) -> usize {
    there
        .iter()
        .filter(|value| !matches!(matches(value, note, key), Match::No))
        .count()
}

enum Match {
    Certain,
    Likely,
    No,
}

fn matches(value: &Value, note: &Note, key: &str) -> Match {
    if wire::note_id(value).as_deref() == Some(key) {
        return Match::Certain;
    }
    let text = value
        .get("text")
        .or(Some(value))
        .and_then(Value::as_str)
        .unwrap_or_default();
    if text.trim() != note.text.trim() {
        return Match::No;
    }
    match value.get("date").and_then(wire::time) {
        Some(at) if at / 1_000_000 == note.at / 1_000_000 => Match::Certain,
        _ => Match::Likely,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_note_is_found_by_its_key_or_by_words_and_time_and_else_left_open() {
        let ours = Note {
            text: "any news?".to_owned(),
            at: 1_700_000_000_123_456,
        };
        let found = |there: Value| note(&[there], "1", &ours, "key");
        let here = Found::At("1".to_owned());
        assert_eq!(found(json!({ "id": "key", "text": "ANY NEWS" })), here);
        assert_eq!(
            found(json!({ "id": "9", "text": "any news?\n", "date": "2023-11-14T22:13:20Z" })),
            here
        );
        assert_eq!(
            found(json!({ "text": "any news?", "date": "2024-11-14T22:13:20Z" })),
            Found::CannotTell
        );
        assert_eq!(found(json!("any news?")), Found::CannotTell);
        assert_eq!(found(json!({ "text": "no" })), Found::Nowhere);
    }
}
