//! A back office on django-helpdesk (2.6), over its own API: the small connector that proves that
//! a system nobody here wrote can be one. It was chosen over Request Tracker because a clean
//! machine has it within a minute, unprivileged, from PyPI, where the other needs 265 Debian
//! packages and the system's own configuration.
//!
//! What it lacks and what is done about it: there is no field for our reference and no search, so
//! that a mark at the end of each text is looked for in the lists; a follow-up is rendered as a
//! Django template, so that braces are kept apart; a follow-up with a title renames its ticket, so
//! that ours have none; a state takes no reason, so that it is left out.

use super::{
    Connector, Found, Seen, SeenNote, Trouble,
    http::{Answer, Http, Read},
    lifecycle::Status,
    settings::HelpdeskSettings,
    ticket::{Note, Severity, StateChange, Ticket},
};
use async_trait::async_trait;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;
use std::time::Duration;

/// As many tickets at a time, and as many times at most.
const PAGE: &str = "100";
const PAGES: usize = 100;
/// What a title there may have.
const LONGEST_TITLE: usize = 200;

/// See the module.
#[derive(Debug)]
pub struct Helpdesk {
    http: Http,
    queue: i64,
    submitter: String,
}

/// A ticket, as far as it matters to us.
#[derive(Debug, Deserialize)]
struct Theirs {
    id: i64,
    status: i64,
    #[serde(default)]
    on_hold: bool,
    assigned_to: Option<i64>,
    #[serde(default)]
    description: Option<String>,
    #[serde(default)]
    followup_set: Vec<FollowUp>,
}

#[derive(Debug, Deserialize)]
struct FollowUp {
    #[serde(default)]
    comment: Option<String>,
    #[serde(default)]
    date: Option<String>,
}

#[derive(Debug, Deserialize)]
struct Page {
    next: Option<String>,
    results: Vec<Theirs>,
}

const OPEN: i64 = 1;
const REOPENED: i64 = 2;
const RESOLVED: i64 = 3;
const CLOSED: i64 = 4;
const DUPLICATE: i64 = 5;

impl Helpdesk {
    /// Checks the settings; nothing is sent yet.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(settings: &HelpdeskSettings) -> anyhow::Result<Self> {
        Ok(Self {
            http: Http::new(&settings.http)?,
            queue: settings.queue,
            submitter: settings.submitter.clone(),
        })
    }

    async fn read(&self, id: &str) -> Result<Option<Theirs>, Trouble> {
        match self.http.read(&["api", "tickets", id, ""], &[]).await? {
            Read::Gone => Ok(None),
            Read::There(answer) => understood(answer).map(Some).map_err(Trouble::of_reading),
        }
    }

    async fn ticket(&self, id: &str) -> Result<Theirs, Trouble> {
        self.read(id)
            .await?
            .ok_or_else(|| Trouble::Refused("the ticket is gone".to_owned()))
    }
}

fn understood<T: for<'de> Deserialize<'de>>(answer: Answer) -> Result<T, Trouble> {
    serde_json::from_value(answer.body)
        .map_err(|_| Trouble::Unknown("the answer is not what was asked for".to_owned()))
}

/// The state that says the same as theirs.
fn status(theirs: &Theirs) -> Option<Status> {
    Some(match theirs.status {
        OPEN | REOPENED if theirs.on_hold => Status::Held,
        OPEN if theirs.assigned_to.is_none() => Status::Acknowledged,
        OPEN | REOPENED => Status::InProgress,
        RESOLVED => Status::Resolved,
        CLOSED => Status::Closed,
        DUPLICATE => Status::Cancelled,
        _ => return None,
    })
}

/// The number and hold of theirs that say the same as our state, seen from where they are.
fn wanted(to: Status, now: i64) -> (i64, bool) {
    let open = if now == OPEN { OPEN } else { REOPENED };
    match to {
        Status::Acknowledged | Status::InProgress => (open, false),
        Status::Pending | Status::Held => (open, true),
        Status::Resolved => (RESOLVED, false),
        Status::Closed | Status::Cancelled | Status::Rejected => (CLOSED, false),
    }
}

/// Keeps braces apart, so that what a customer wrote is never a template. The end of a tag alone
/// is enough to break it there, and so is the word that it puts in the place of one for a moment.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.replace("X-HELPDESK-", "X-HELPDESK ").chars() {
        let tag = plain.ends_with('{') && matches!(letter, '{' | '%' | '#')
            || plain.ends_with('%') && letter == '}';
        if tag {
            plain.push(' ');
        }
        plain.push(letter);
    }
    plain
}

/// The mark of a note: the key is new for each, and its first part is enough within one ticket.
fn mark(key: &str) -> String {
    format!("[Onefront {}]", key.split('-').next().unwrap_or(key))
}

/// What a note says without the mark at its end, if it has one.
fn unmarked(text: &str) -> &str {
    let text = text.trim_end();
    match text.rsplit_once('\n') {
        Some((said, last)) if last.starts_with("[Onefront ") && last.ends_with(']') => {
            said.trim_end()
        }
        _ => text,
    }
}

#[async_trait]
impl Connector for Helpdesk {
    fn at_once(&self) -> usize {
        self.http.at_once()
    }

    fn poll_every(&self) -> Option<Duration> {
        Some(self.http.poll_every())
    }

    async fn open(&self, ticket: &Ticket, key: &str) -> Result<String, Trouble> {
        let title = format!("[{}] {}", ticket.our_reference(), ticket.title);
        let mut body = json!({
            "queue": self.queue,
            "title": title.chars().take(LONGEST_TITLE).collect::<String>(),
            "description": plain(&ticket.marked_description()),
            "submitter_email": self.submitter,
            "priority": match ticket.severity {
                Severity::Critical => 1,
                Severity::Major => 2,
                Severity::Minor => 3,
            },
        });
        if let Some(at) = ticket
            .promised_by
            .and_then(|at| Timestamp::from_microsecond(at).ok())
        {
            body["due_date"] = json!(at.to_string());
        }
        let answer = self
            .http
            .create(&["api", "tickets", ""], &body, key)
            .await?;
        Ok(understood::<Theirs>(answer)?.id.to_string())
    }

    async fn note(&self, foreign_id: &str, note: &Note, key: &str) -> Result<(), Trouble> {
        let comment = format!("{}\n\n{}", plain(note.text.trim_end()), mark(key));
        let body = json!({ "ticket": foreign_id, "comment": comment, "public": false });
        let answer = self
            .http
            .create(&["api", "followups", ""], &body, key)
            .await?;
        let kept: FollowUp = understood(answer)?;
        if kept
            .comment
            .is_some_and(|comment| comment.contains(&mark(key)))
        {
            return Ok(());
        }
        Err(Trouble::Unknown(
            "the note was not kept as it was sent".to_owned(),
        ))
    }

    async fn change(
        &self,
        foreign_id: &str,
        change: &StateChange,
        key: &str,
    ) -> Result<(), Trouble> {
        let now = self.ticket(foreign_id).await?;
        let (number, on_hold) = wanted(change.to, now.status);
        if (now.status, now.on_hold) == (number, on_hold) {
            return Ok(());
        }
        let body = json!({ "status": number, "on_hold": on_hold });
        let after: Theirs = understood(
            self.http
                .update(&["api", "tickets", foreign_id, ""], &body, key)
                .await?,
        )?;
        if (after.status, after.on_hold) == (number, on_hold) {
            return Ok(());
        }
        Err(Trouble::Refused(format!(
            "the state was not kept: {} is {}",
            number, after.status
        )))
    }

    async fn find(&self, our_reference: &str) -> Result<Found, Trouble> {
        let mark = Ticket::mark(our_reference);
        for page in 1..=PAGES {
            let page = page.to_string();
            let Read::There(answer) = self
                .http
                .read(
                    &["api", "tickets", ""],
                    &[("page_size", PAGE), ("page", &page)],
                )
                .await?
            else {
                // The last page went while we were turning them.
                return Ok(Found::CannotTell);
            };
            let page: Page = understood(answer).map_err(Trouble::of_reading)?;
            let ours = page.results.iter().find(|theirs| {
                theirs
                    .description
                    .as_ref()
                    .is_some_and(|d| d.contains(&mark))
            });
            if let Some(ours) = ours {
                return Ok(Found::At(ours.id.to_string()));
            }
            if page.next.is_none() {
                return Ok(Found::Nowhere);
            }
        }
        Ok(Found::CannotTell)
    }

    async fn find_note(&self, foreign_id: &str, _note: &Note, key: &str) -> Result<Found, Trouble> {
        let there = self.ticket(foreign_id).await?.followup_set;
        let mark = mark(key);
        let ours = there.iter().any(|one| {
            one.comment
                .as_ref()
                .is_some_and(|comment| comment.contains(&mark))
        });
        Ok(if ours {
            Found::At(foreign_id.to_owned())
        } else {
            Found::Nowhere
        })
    }

    async fn look(&self, foreign_id: &str) -> Result<Option<Seen>, Trouble> {
        let Some(theirs) = self.read(foreign_id).await? else {
            return Ok(None);
        };
        Ok(Some(Seen {
            status: status(&theirs),
            called: Some(theirs.status.to_string()),
            notes: theirs
                .followup_set
                .iter()
                .filter(|one| !opened(&theirs, one))
                .filter_map(seen)
                .collect(),
        }))
    }
}

/// Whether a follow-up is the opening, which is kept as the first of them.
fn opened(theirs: &Theirs, one: &FollowUp) -> bool {
    one.comment.is_some() && one.comment == theirs.description
}

/// A follow-up that says something. Ours come back in the words that were sent, so that the poller
/// tells them from the same words of somebody there.
fn seen(one: &FollowUp) -> Option<SeenNote> {
    let text = unmarked(one.comment.as_ref()?).to_owned();
    if text.is_empty() {
        return None;
    }
    let at = one
        .date
        .as_ref()
        .and_then(|date| date.parse::<Timestamp>().ok())
        .map(|at| at.as_microsecond());
    Some(SeenNote {
        author: None,
        text,
        at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_customer_wrote_is_never_a_template() {
        assert_eq!(
            plain("{{ ticket }} {% now %} {# no #} {{{"),
            "{ { ticket }} { % now % } { # no #} { { {"
        );
        assert_eq!(plain("100 %} {%}"), "100 % } { % }");
        assert_eq!(plain("a { b } 字"), "a { b } 字");
    }

    #[test]
    fn a_note_of_ours_is_read_in_the_words_that_were_sent() {
        assert_eq!(unmarked("any news?\n\n[Onefront 0a1b]\n"), "any news?");
        assert_eq!(
            unmarked("see [Onefront 7K3M9]: done"),
            "see [Onefront 7K3M9]: done"
        );
        let theirs: Theirs = serde_json::from_value(json!({
            "id": 1, "status": 1, "assigned_to": null, "description": "no line\n\n[Onefront 7K3M9]",
            "followup_set": [
                { "comment": "no line\n\n[Onefront 7K3M9]", "date": "2026-11-26T01:00:00Z" },
                { "comment": "ok\n\n[Onefront 0a1b]" },
                { "comment": "ok" },
                { "comment": null },
            ],
        }))
        .unwrap();
        let ours = theirs
            .followup_set
            .iter()
            .filter(|one| !opened(&theirs, one));
        let words: Vec<_> = ours.filter_map(seen).map(|note| note.text).collect();
        assert_eq!(words, ["ok", "ok"]);
    }

    #[test]
    fn a_state_sent_and_read_back_means_the_same() {
        let read = |(status, on_hold)| {
            super::status(&Theirs {
                id: 1,
                status,
                on_hold,
                assigned_to: Some(1),
                description: None,
                followup_set: Vec::new(),
            })
        };
        for to in [
            Status::InProgress,
            Status::Held,
            Status::Resolved,
            Status::Closed,
        ] {
            assert_eq!(read(wanted(to, RESOLVED)), Some(to));
        }
        assert_eq!(wanted(Status::InProgress, CLOSED), (REOPENED, false));
        assert_eq!(read((DUPLICATE, false)), Some(Status::Cancelled));
        assert_eq!(read((77, false)), None);
    }

    #[test]
    fn the_answer_to_a_list_is_read() {
        let page = json!({"count": 1, "next": null, "results": [{"id": 1, "status": 3, "assigned_to": null}]});
        assert_eq!(
            serde_json::from_value::<Page>(page).unwrap().results[0].id,
            1
        );
    }
}
