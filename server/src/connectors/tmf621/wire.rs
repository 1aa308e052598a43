//! TMF621 v4 on the wire: what we send, field by field, and a reader that takes what servers make
//! of the standard. Knows no HTTP and decides nothing.

use crate::connectors::{
    Seen, SeenNote,
    lifecycle::Status,
    settings::Fields,
    ticket::{Kind, Note, Severity, Ticket},
};
use jiff::{Timestamp, civil, tz::TimeZone};
use serde_json::{Map, Value, json};

/// What a receiver may call differently or refuse to be told. Notes are sent back as they were
/// read, so that they have no other name.
pub const FIELDS: [&str; 11] = [
    "channel",
    "description",
    "externalId",
    "name",
    "relatedEntity",
    "requestedResolutionDate",
    "severity",
    "status",
    "statusChangeReason",
    "ticketType",
    "troubleTicketRelationship",
];

/// Who our notes are from.
const AUTHOR: &str = "Onefront";

/// The body that opens a ticket.
pub fn creation(ticket: &Ticket, fields: &Fields) -> Value {
    let mut body = json!({
        "externalId": ticket.our_reference(),
        "name": ticket.title,
        "description": ticket.marked_description(),
        "ticketType": match ticket.kind {
            Kind::Enquiry => "request",
            Kind::Complaint | Kind::Recovery => "complain",
            Kind::Fault => "incident",
        },
        "severity": match ticket.severity {
            Severity::Critical => "Critical",
            Severity::Major => "Major",
            Severity::Minor => "Minor",
        },
        "channel": { "id": ticket.channel },
    });
    if let Some(at) = ticket.promised_by {
        body["requestedResolutionDate"] = json!(written(at));
    }
    let line = ticket
        .line
        .as_ref()
        .map(|id| json!({ "id": id, "role": "affected", "@referredType": "Service" }));
    let place = ticket
        .place
        .as_ref()
        .map(|id| json!({ "id": id, "role": "location", "@referredType": "GeographicLocation" }));
    let related: Vec<Value> = line.into_iter().chain(place).collect();
    if !related.is_empty() {
        body["relatedEntity"] = Value::Array(related);
    }
    if let Some(id) = &ticket.earlier {
        body["troubleTicketRelationship"] = json!([{ "id": id, "relationshipType": "reopens" }]);
    }
    as_they_call_it(body, fields)
}

/// The body that brings a ticket one step on.
pub fn step(to: Status, reason: &str, fields: &Fields) -> Value {
    as_they_call_it(
        json!({ "status": to.name(), "statusChangeReason": reason }),
        fields,
    )
}

/// The body that adds a note to those given, as they were read.
pub fn noted(before: &[Value], note: &Note, key: &str) -> Value {
    let ours = json!({ "id": key, "author": AUTHOR, "date": written(note.at), "text": note.text });
    json!({ "note": before.iter().cloned().chain([ours]).collect::<Vec<_>>() })
}

fn as_they_call_it(body: Value, fields: &Fields) -> Value {
    let Value::Object(body) = body else {
        return body;
    };
    let theirs: Map<String, Value> = body
        .into_iter()
        .filter(|(name, _)| !fields.leave_out.contains(name))
        .map(|(name, value)| (fields.rename.get(&name).cloned().unwrap_or(name), value))
        .collect();
    Value::Object(theirs)
}

/// A ticket as a server wrote it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written {
    /// What they call it.
    pub id: Option<String>,
    /// What we call it.
    pub external_id: Option<String>,
    /// Its description.
    pub description: Option<String>,
    /// Its state and notes.
    pub seen: Seen,
    /// Its notes as they were written, to be sent back with one more.
    pub notes: Vec<Value>,
}

/// Reads one ticket; nothing if it is none.
pub fn ticket(body: &Value) -> Option<Written> {
    let fields = match body {
        // A list of one, where one was asked for.
        Value::Array(list) => list.first()?.as_object()?,
        body => body.as_object()?,
    };
    let called = fields.get("status").and_then(word);
    let notes = list(fields.get("note"));
    Some(Written {
        id: fields.get("id").and_then(word),
        external_id: fields.get("externalId").and_then(word),
        description: fields.get("description").and_then(word),
        seen: Seen {
            status: called.as_deref().and_then(Status::read),
            called,
            notes: notes.iter().filter_map(note).collect(),
        },
        notes,
    })
}

/// Reads a page of tickets; nothing if it is none.
pub fn tickets(body: &Value) -> Option<Vec<Written>> {
    Some(body.as_array()?.iter().filter_map(ticket).collect())
}

fn note(value: &Value) -> Option<SeenNote> {
    if let Value::String(text) = value {
        return Some(SeenNote {
            author: None,
            text: text.clone(),
            at: None,
        });
    }
    let text = value.get("text").and_then(word)?;
    Some(SeenNote {
        author: value.get("author").and_then(word),
        text,
        at: value.get("date").and_then(time),
    })
}

/// The notes' own identifiers beside what they say: a server that keeps ours tells us for sure.
pub fn note_id(value: &Value) -> Option<String> {
    value.get("id").and_then(word)
}

/// One thing where a list belongs is a list of one.
fn list(value: Option<&Value>) -> Vec<Value> {
    match value {
        Some(Value::Array(list)) => list.clone(),
        Some(one @ (Value::Object(_) | Value::String(_))) => vec![one.clone()],
        _ => Vec::new(),
    }
}

/// A word, or a number where a word belongs; blank is as good as missing.
fn word(value: &Value) -> Option<String> {
    let word = match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!word.trim().is_empty()).then_some(word)
}

/// A time as servers write it: with a zone, without one (then it is taken as UTC), as seconds or
/// as milliseconds. The year 1970 means that it was never set.
pub fn time(value: &Value) -> Option<i64> {
    let micros = match value {
        Value::Number(number) => {
            let number = number.as_i64()?;
            // Ten digits are seconds until the year 2286.
            number.checked_mul(if number < 100_000_000_000 {
                1_000_000
            } else {
                1_000
            })?
        }
        Value::String(text) => {
            let text = text.trim();
            text.parse::<Timestamp>()
                .ok()
                .or_else(|| {
                    text.parse::<civil::DateTime>()
                        .ok()?
                        .to_zoned(TimeZone::UTC)
                        .ok()
                        .map(|at| at.timestamp())
                })?
                .as_microsecond()
        }
        _ => return None,
    };
    (micros > 366 * 86_400_000_000).then_some(micros)
}

fn written(at: i64) -> String {
    // Whole seconds: some servers refuse fractions, and none of ours needs them.
    let seconds = at.div_euclid(1_000_000);
    Timestamp::from_second(seconds)
        .unwrap_or(Timestamp::MAX)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_however_they_are_written() {
        let at = 1_700_000_000_000_000;
        for value in [
            json!("2023-11-14T22:13:20Z"),
            json!("2023-11-15T06:13:20+08:00"),
            json!("2023-11-14T22:13:20.000000"),
            json!("2023-11-14 22:13:20"),
            json!(1_700_000_000),
            json!(1_700_000_000_000_i64),
        ] {
            assert_eq!(time(&value), Some(at), "{value}");
        }
        for value in [
            json!("1970-01-01T00:00:00Z"),
            json!("soon"),
            json!(""),
            json!(null),
            json!({}),
        ] {
            assert_eq!(time(&value), None, "{value}");
        }
        assert_eq!(written(at + 7), "2023-11-14T22:13:20Z");
    }

    #[test]
    fn a_ticket_is_read_with_numbers_for_words_and_one_note_for_a_list() {
        let read = ticket(&json!({
            "id": 12, "externalId": "7K3M", "status": "Pending", "priority": 3, "creationDate": "never",
            "note": { "author": "li", "text": "on the way", "date": "2023-11-14T22:13:20" },
        }))
        .unwrap();
        assert_eq!(read.id.as_deref(), Some("12"));
        assert_eq!(
            (read.seen.status, read.seen.called.as_deref()),
            (Some(Status::Pending), Some("Pending"))
        );
        assert_eq!(read.seen.notes[0].text, "on the way");
        assert_eq!(read.seen.notes[0].at, Some(1_700_000_000_000_000));
    }

    #[test]
    fn what_is_missing_or_unheard_of_is_no_error() {
        let read = ticket(&json!({ "status": "nanana", "note": null, "externalId": " " })).unwrap();
        assert_eq!(
            (read.id, read.external_id, read.seen.status),
            (None, None, None)
        );
        assert_eq!(read.seen.called.as_deref(), Some("nanana"));
        assert_eq!(ticket(&json!("no")), None);
        assert_eq!(ticket(&json!([])), None);
        assert_eq!(tickets(&json!({ "code": "1" })), None);
        assert_eq!(tickets(&json!([{ "id": "1" }, 7])).unwrap().len(), 1);
    }

    #[test]
    fn a_notes_list_is_sent_back_as_it_was_read() {
        let before = [json!({ "id": "a", "text": "x", "@type": "Note" })];
        let body = noted(
            &before,
            &Note {
                text: "y".to_owned(),
                at: 0,
            },
            "key",
        );
        assert_eq!(body["note"][0], before[0]);
        assert_eq!(body["note"][1]["id"], "key");
    }
}
