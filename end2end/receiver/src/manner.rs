//! The manners of servers: the standard's own, and those of two that there are, as measured. Each
//! departs from the standard in ways that a connector must survive.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

const STATUSES: [&str; 8] = [
    "acknowledged",
    "rejected",
    "pending",
    "held",
    "inProgress",
    "cancelled",
    "closed",
    "resolved",
];

/// Like which server it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// As the specification has it: required fields, filters, pages, the lifecycle kept.
    Standard,
    /// As the specification has it, but deaf to filters, which it need not know.
    Unfiltered,
    /// TM Forum's reference implementation of v4: a ticket has no state until it is given one,
    /// PATCH answers 201, pages answer 206, error codes are numbers, any state follows any.
    Reference,
    /// A workshop's FastAPI server: `type` and not `ticketType`, `channel` a word, a number for
    /// `priority`, no notes, no filter by our reference, 422 with what was sent, no time zones.
    Workshop,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its headers beside the usual ones.
    pub headers: Vec<(&'static str, String)>,
    /// Its body.
    pub body: Value,
}

impl Reply {
    /// An answer without headers of its own.
    pub fn new(status: StatusCode, body: Value) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body,
        }
    }
}

impl Manner {
    /// What is kept of a new ticket, or why nothing is.
    pub fn creation(self, sent: &Value) -> Result<Value, Reply> {
        let mut kept = Value::Object(sent.as_object().cloned().unwrap_or_default());
        match self {
            Self::Workshop => return workshop_creation(sent),
            Self::Reference => {
                required(sent).map_err(|field| numbered(20, &format!("{field} is missing")))?
            }
            Self::Standard | Self::Unfiltered => {
                required(sent)
                    .map_err(|field| coded("missing", &format!("{field} is required")))?;
                kept["status"] = json!("acknowledged");
                kept["creationDate"] = json!(jiff::Timestamp::now().to_string());
            }
        }
        Ok(kept)
    }

    /// The answer to a new ticket.
    pub fn created(self, ticket: &Value) -> Reply {
        let mut reply = Reply::new(StatusCode::CREATED, self.shown(ticket));
        let id = ticket["id"].as_str().unwrap_or_default();
        reply.headers.push((
            "location",
            format!("/tmf-api/troubleTicket/v4/troubleTicket/{id}"),
        ));
        reply
    }

    /// What is kept of a change, or why nothing is.
    pub fn update(self, before: &Value, sent: &Value, content_type: &str) -> Result<Value, Reply> {
        let mut kept = sent.as_object().cloned().unwrap_or_default();
        let status = kept
            .get("status")
            .and_then(Value::as_str)
            .map(str::to_owned);
        match self {
            Self::Workshop => kept.retain(|name, _| {
                ["description", "severity", "priority", "status"].contains(&name.as_str())
            }),
            // It says yes and does nothing.
            Self::Reference if content_type.starts_with("application/merge-patch+json") => {
                kept.clear()
            }
            Self::Reference => {
                if status.is_some_and(|status| !STATUSES.contains(&status.as_str())) {
                    return Err(numbered(22, "invalid status"));
                }
            }
            Self::Standard | Self::Unfiltered => {
                let from = before["status"].as_str().unwrap_or("acknowledged");
                if status.is_some_and(|to| to != from && !next(from).contains(&to.as_str())) {
                    return Err(coded("lifecycle", "this state cannot follow"));
                }
            }
        }
        Ok(Value::Object(kept))
    }

    /// The answer to a change.
    pub fn updated(self, ticket: &Value) -> Reply {
        let status = if self == Self::Reference {
            StatusCode::CREATED
        } else {
            StatusCode::OK
        };
        Reply::new(status, self.shown(ticket))
    }

    /// The answer to a question for one ticket.
    pub fn read(self, ticket: &Value, query: &str) -> Reply {
        Reply::new(StatusCode::OK, self.only(self.shown(ticket), &asked(query)))
    }

    /// The answer to a question for one that is not there.
    pub fn missing(self) -> Reply {
        let mut reply = match self {
            Self::Standard | Self::Unfiltered => coded("60", "not found"),
            Self::Reference => numbered(60, "not found"),
            Self::Workshop => Reply::new(
                StatusCode::NOT_FOUND,
                json!({ "detail": "Trouble ticket not found" }),
            ),
        };
        reply.status = StatusCode::NOT_FOUND;
        reply
    }

    /// The answer to a question for many.
    pub fn list(self, tickets: &[Value], query: &str) -> Reply {
        let asked = asked(query);
        let number = |name| {
            asked
                .get(name)
                .and_then(Value::as_str)
                .and_then(|text| text.parse().ok())
        };
        let (offset, limit) = (
            number("offset").unwrap_or(0),
            number("limit").unwrap_or(100_usize),
        );
        if self == Self::Workshop {
            let page = tickets
                .iter()
                .take(limit)
                .map(|ticket| self.shown(ticket))
                .collect();
            return Reply::new(StatusCode::OK, Value::Array(page));
        }
        let wanted = |ticket: &&Value| {
            let plain = |(name, _): &(&String, &Value)| {
                !["fields", "offset", "limit"].contains(&name.as_str())
            };
            let mut filters = asked.iter().filter(plain);
            self == Self::Unfiltered || filters.all(|(name, value)| &ticket[name] == value)
        };
        let all: Vec<&Value> = tickets.iter().filter(wanted).collect();
        let page: Vec<Value> = all
            .iter()
            .skip(offset)
            .take(limit)
            .map(|ticket| self.only(self.shown(ticket), &asked))
            .collect();
        let partial = self == Self::Reference || page.len() < all.len();
        let mut reply = Reply::new(
            if partial {
                StatusCode::PARTIAL_CONTENT
            } else {
                StatusCode::OK
            },
            Value::Array(page.clone()),
        );
        reply.headers.push(("x-total-count", all.len().to_string()));
        reply
            .headers
            .push(("x-result-count", page.len().to_string()));
        if self == Self::Reference {
            reply.headers.push((
                "link",
                "<undefined?offset=0&limit=>;rel=\"self\" <".to_owned(),
            ));
        }
        reply
    }

    fn shown(self, ticket: &Value) -> Value {
        let mut shown = ticket.clone();
        let id = ticket["id"].as_str().unwrap_or_default();
        // The reference implementation says https although it listens to http.
        let scheme = if self == Self::Reference {
            "https"
        } else {
            "http"
        };
        shown["href"] = json!(format!(
            "{scheme}://localhost/tmf-api/troubleTicket/v4/troubleTicket/{id}"
        ));
        shown
    }

    /// The fields asked for; `id` and `href` are always told.
    fn only(self, ticket: Value, asked: &Map<String, Value>) -> Value {
        let Some(fields) = asked
            .get("fields")
            .and_then(Value::as_str)
            .filter(|_| self != Self::Workshop)
        else {
            return ticket;
        };
        let wanted: Vec<&str> = fields.split(',').chain(["id", "href"]).collect();
        let fields = ticket.as_object().cloned().unwrap_or_default();
        Value::Object(
            fields
                .into_iter()
                .filter(|(name, _)| wanted.contains(&name.as_str()))
                .collect(),
        )
    }
}

fn required(sent: &Value) -> Result<(), &'static str> {
    let missing = |field: &&'static str| !sent[*field].is_string();
    ["description", "severity", "ticketType"]
        .into_iter()
        .find(missing)
        .map_or(Ok(()), Err)
}

fn workshop_creation(sent: &Value) -> Result<Value, Reply> {
    let refuse = |field: &str, message: &str| {
        let detail = json!([{ "loc": ["body", field], "msg": message, "input": sent }]);
        Err(Reply::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            json!({ "detail": detail }),
        ))
    };
    if !sent["description"].is_string() {
        return refuse("description", "Field required");
    }
    if sent
        .get("priority")
        .is_some_and(|priority| !priority.is_i64())
    {
        return refuse("priority", "Input should be a valid integer");
    }
    if sent
        .get("channel")
        .is_some_and(|channel| !channel.is_string())
    {
        return refuse("channel", "Input should be a valid string");
    }
    Ok(json!({
        "description": sent["description"],
        "severity": sent.get("severity").cloned().unwrap_or(json!("minor")),
        "priority": sent.get("priority").cloned().unwrap_or(json!(3)),
        "type": sent.get("type").cloned().unwrap_or(json!("trouble")),
        "channel": sent.get("channel"),
        "externalId": sent.get("externalId"),
        "status": "acknowledged",
        "creationDate": "2026-11-23T06:28:56.591201",
    }))
}

fn next(from: &str) -> &'static [&'static str] {
    match from {
        "acknowledged" => &["inProgress", "rejected", "cancelled"],
        "inProgress" => &["held", "pending", "resolved", "cancelled"],
        "held" => &["inProgress"],
        "pending" => &["inProgress", "cancelled"],
        "resolved" => &["closed", "inProgress"],
        _ => &[],
    }
}

fn coded(code: &str, reason: &str) -> Reply {
    Reply::new(
        StatusCode::BAD_REQUEST,
        json!({ "code": code, "reason": reason }),
    )
}

fn numbered(code: i64, reason: &str) -> Reply {
    Reply::new(
        StatusCode::BAD_REQUEST,
        json!({ "code": code, "reason": reason, "message": reason }),
    )
}

fn asked(query: &str) -> Map<String, Value> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        // Nothing that is asked for here needs more than the comma undone.
        .map(|(name, value)| (name.to_owned(), json!(value.replace("%2C", ","))))
        .collect()
}
