//! A back office that speaks TMF621 v4, TM Forum's trouble ticket API. Servers differ from the
//! standard and from each other, so nothing is believed because of a status: what was created is
//! known by its id, what was changed by reading it back, and a filter is checked on its results.

use super::{
    Connector, Found, Seen, Trouble,
    http::{Answer, Http, Read},
    lifecycle::Status,
    settings::{Fields, NoteHabit, Tmf621Settings},
    ticket::{Note, StateChange, Ticket},
};
use anyhow::ensure;
use async_trait::async_trait;
use reqwest::StatusCode;
use std::time::Duration;

mod search;
mod wire;

/// The collection, below the address that is set.
const TICKETS: &str = "troubleTicket";

/// See the module.
#[derive(Debug)]
pub struct Tmf621 {
    http: Http,
    fields: Fields,
    notes: NoteHabit,
}

impl Tmf621 {
    /// Checks the settings; nothing is sent yet.
    ///
    /// # Errors
    /// Names the key that is wrong.
    pub fn new(settings: &Tmf621Settings) -> anyhow::Result<Self> {
        let Fields { rename, leave_out } = &settings.fields;
        for field in rename.keys().chain(leave_out) {
            ensure!(
                wire::FIELDS.contains(&field.as_str()),
                "fields: {field} is none of {}",
                wire::FIELDS.join(", ")
            );
        }
        Ok(Self {
            http: Http::new(&settings.http)?,
            fields: settings.fields.clone(),
            notes: settings.notes,
        })
    }

    async fn read(&self, id: &str, fields: &str) -> Result<Option<wire::Written>, Trouble> {
        match self
            .http
            .read(&[TICKETS, id], &[("fields", fields)])
            .await?
        {
            Read::Gone => Ok(None),
            Read::There(answer) => {
                let written = wire::ticket(&answer.body);
                written
                    .map(Some)
                    .ok_or_else(|| Trouble::later("the answer is no ticket"))
            }
        }
    }

    async fn ticket(&self, id: &str, fields: &str) -> Result<wire::Written, Trouble> {
        self.read(id, fields)
            .await?
            .ok_or_else(|| Trouble::Refused("the ticket is gone".to_owned()))
    }

    /// What the ticket is after a change: what the answer says if it says it, else what is read.
    async fn after(
        &self,
        answer: &Answer,
        id: &str,
        field: &str,
    ) -> Result<wire::Written, Trouble> {
        match wire::ticket(&answer.body).filter(|_| answer.body.get(field).is_some()) {
            Some(written) => Ok(written),
            // Here something was sent, so an answer that does not come leaves a doubt.
            None => self
                .ticket(id, field)
                .await
                .map_err(|trouble| Trouble::Unknown(trouble.why().to_owned())),
        }
    }

    async fn step(
        &self,
        id: &str,
        to: Status,
        change: &StateChange,
        key: &str,
    ) -> Result<(), Trouble> {
        let body = wire::step(to, &change.reason, &self.fields);
        let answer = self.http.update(&[TICKETS, id], &body, key).await?;
        let now = self.after(&answer, id, "status").await?.seen;
        if now.status == Some(to) {
            Ok(())
        } else {
            Err(ignored(&answer, "the state"))
        }
    }
}

/// It said yes and nothing is to be seen of it.
fn ignored(answer: &Answer, what: &str) -> Trouble {
    match answer.status {
        StatusCode::ACCEPTED => Trouble::Unknown(format!("202, and {what} is not there yet")),
        status => Trouble::Refused(format!("{}, but {what} was not kept", status.as_u16())),
    }
}

#[async_trait]
impl Connector for Tmf621 {
    fn at_once(&self) -> usize {
        self.http.at_once()
    }

    fn poll_every(&self) -> Option<Duration> {
        Some(self.http.poll_every())
    }

    async fn open(&self, ticket: &Ticket, key: &str) -> Result<String, Trouble> {
        let answer = self
            .http
            .create(&[TICKETS], &wire::creation(ticket, &self.fields), key)
            .await?;
        let id = wire::ticket(&answer.body)
            .and_then(|written| written.id)
            .or(answer.created);
        if let Some(id) = id {
            return Ok(id);
        }
        match self.find(&ticket.our_reference()).await {
            Ok(Found::At(id)) => Ok(id),
            _ => Err(Trouble::Unknown(format!(
                "{} without an id",
                answer.status.as_u16()
            ))),
        }
    }

    async fn note(&self, foreign_id: &str, note: &Note, key: &str) -> Result<(), Trouble> {
        let before = self.ticket(foreign_id, "note").await?.notes;
        let kept = if self.notes == NoteHabit::Replace {
            before.as_slice()
        } else {
            &[]
        };
        let answer = self
            .http
            .update(&[TICKETS, foreign_id], &wire::noted(kept, note, key), key)
            .await?;
        let after = self.after(&answer, foreign_id, "note").await?;
        if search::count(&after.notes, note, key) > search::count(&before, note, key) {
            return Ok(());
        }
        Err(ignored(&answer, "the note"))
    }

    async fn change(
        &self,
        foreign_id: &str,
        change: &StateChange,
        key: &str,
    ) -> Result<(), Trouble> {
        let now = self.ticket(foreign_id, "status").await?.seen;
        let way = match (now.status, now.called) {
            (Some(here), _) if here.is_final() => {
                // Ended one way or the other: there is nothing left to end, and no way back.
                let ends = change.to.is_final() || change.to == Status::Resolved;
                return if ends { Ok(()) } else { Err(Trouble::Over) };
            }
            (Some(here), _) => here.way_to(change.to).ok_or_else(|| {
                Trouble::Refused(format!(
                    "from {} no way leads to {}",
                    here.name(),
                    change.to.name()
                ))
            })?,
            // A state of their own: only they know what comes after it.
            (None, Some(_)) => vec![change.to],
            // Never told: then it is where every ticket begins.
            (None, None) => Status::Acknowledged.way_to(change.to).unwrap_or_default(),
        };
        for step in way {
            self.step(foreign_id, step, change, key).await?;
        }
        Ok(())
    }

    async fn find(&self, our_reference: &str) -> Result<Found, Trouble> {
        search::ticket(&self.http, our_reference).await
    }

    async fn find_note(&self, foreign_id: &str, note: &Note, key: &str) -> Result<Found, Trouble> {
        let there = self.ticket(foreign_id, "note").await?.notes;
        Ok(search::note(&there, foreign_id, note, key))
    }

    async fn look(&self, foreign_id: &str) -> Result<Option<Seen>, Trouble> {
        Ok(self
            .read(foreign_id, "status,note")
            .await?
            .map(|written| written.seen))
    }
}
