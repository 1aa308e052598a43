//! What a customer says about their case: a message, "it is fixed", "still not fixed". One
//! transaction each: state, event, what the back offices hear, and nothing twice.

use crate::store::Connection;
use crate::{
    attachments::{Fit, look_into},
    catalogue::house::{Channel, IncidentRules, Within},
    connectors::{
        lifecycle::Status,
        ticket::{Note, StateChange as TicketChange},
    },
    office::{
        Office,
        clocks::reckon,
        incidents::{self, Answer},
        opening::due,
        refuse,
        staff::adopt_orphan,
    },
    routing::{self, Sample, Subject},
    store::{
        Batch, attachments,
        cases::{self, StateChange},
        events::{self, NewEvent, Side},
        legs,
        outbox::{self, NewItem, Verb},
        promises::{self, NewPromise},
        visitors,
    },
};
use anyhow::Context;
use app::{
    case::{
        attachment::FileFault,
        reference::Reference,
        view::{Happening, PromiseKind},
    },
    hatch::{Refusal, Token},
    journey::Room,
    tracking::{
        Heard, Saying,
        api::{case_place, late_place},
    },
};
use serde_json::{Value, json};
use sqlx::Row;

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A message.
    Message,
    /// "It is fixed."
    Fixed,
    /// "Still not fixed."
    NotFixed,
}

impl Office {
    pub(super) async fn hear(
        &self,
        visitor: &Token,
        reference: Reference,
        word: Word,
        saying: Saying,
    ) -> Result<Heard, Refusal> {
        let case = self.full(visitor, reference).await?;
        let file = match look_into(saying.file).await {
            Ok(file) => file,
            Err(fault) => return Ok(Heard::Unfit(fault)),
        };
        let anew = self.anew(&case).await.map_err(refuse)?;
        let (guest, house) = (self.guest(Some(visitor)), self.house());
        let (now, rules) = (self.now(), house.incidents);
        let heard = self.store.write(move |tx| {
            Box::pin(async move {
                let (_, visitor) = guest.enter(&mut *tx).await?;
                let said = Said {
                    case: case.clone(),
                    text: saying.text,
                    file,
                    key: saying.key,
                    anew,
                    rules,
                    now,
                };
                let heard = match said.before(&mut *tx).await? {
                    true => Heard::Taken,
                    false => said.take(&mut *tx, word).await?,
                };
                if heard == Heard::Taken {
                    reckon(&mut *tx, &house, &case, now).await?;
                    for place in [case_place(reference), late_place(reference)] {
                        visitors::clear_aside(&mut *tx, &visitor, &place).await?;
                    }
                }
                if word == Word::NotFixed && heard == Heard::Taken {
                    // The next closing is asked about anew.
                    let shelf = Room::Closing(reference).shelf();
                    visitors::discard_of(tx, &visitor, &shelf).await?;
                }
                Ok(heard)
            })
        });
        let heard = heard.await.map_err(refuse)?;
        self.carrier.wake();
        Ok(heard)
    }

    /// What a case would be promised if it came in now: it does, when the customer takes it up
    /// again.
    async fn anew(&self, case: &str) -> anyhow::Result<Anew> {
        let case = cases::by_id(self.store.read(), case, self.now())
            .await?
            .context("a case that somebody may see is gone")?;
        let about = case.about;
        let subject = match about.topic {
            Some(topic) => Subject::Topic(topic),
            None => Subject::Symptom {
                product: about.product.unwrap_or_default(),
                symptom: about.symptom.unwrap_or_default(),
            },
        };
        let sample = Sample {
            subject,
            place: about.place,
            proven_tier: None,
            channel: Channel::Portal,
        };
        let route = routing::route(&self.house(), &sample);
        let at = |within: &Within| {
            let due = due(within, self.timestamp());
            (due, within.calendar.to_string())
        };
        Ok(Anew {
            fix: at(&route.promise.fix),
            leg: route.legs.last().map(|leg| at(&leg.target)),
        })
    }
}

/// Until when, and in which calendar.
type Due = (i64, String);

/// What holds from now on for a case that is taken up again.
struct Anew {
    /// The customer's promise.
    fix: Due,
    /// The target of the part that is opened again.
    leg: Option<Due>,
}

/// Something said, on its way through the transaction.
struct Said {
    case: String,
    text: String,
    file: Option<Fit>,
    key: String,
    anew: Anew,
    rules: IncidentRules,
    now: i64,
}

impl Said {
    /// Whether nothing is said besides.
    fn is_bare(&self) -> bool {
        self.text.is_empty() && self.file.is_none()
    }

    /// Whether the very same was said with this key already. Another text with the same key is not
    /// the same, and not lost; nor is another file.
    async fn before(&self, tx: &mut Connection) -> anyhow::Result<bool> {
        let rows = sqlx::query(
            "select b.body from events e join event_bodies b on b.event_id = e.id
             where e.case_id = $1 and e.kind in ('message', 'confirmed', 'reopened')",
        )
        .bind(&self.case)
        .fetch_all(tx)
        .await?;
        let same = |body: &Value| {
            let field = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
            let file = body.pointer("/file/sent").and_then(Value::as_str);
            let sent = self.file.as_ref().map(|file| file.sent.as_str());
            field("key") == self.key && field("text") == self.text && file == sent
        };
        Ok(rows
            .iter()
            .filter_map(|row| serde_json::from_str(row.get("body")).ok())
            .any(|body| same(&body)))
    }

    async fn take(&self, tx: &mut Connection, word: Word) -> anyhow::Result<Heard> {
        if self.file.is_some() && !attachments::has_room(&mut *tx, &self.case).await? {
            return Ok(Heard::Unfit(FileFault::Many));
        }
        match word {
            Word::Message => self.message(tx).await,
            Word::Fixed => self.fixed(tx).await,
            Word::NotFixed => self.not_fixed(tx).await,
        }
    }

    /// A message to a case that we thought done brings it back to work: somebody has to read it,
    /// and time alone must not close it.
    async fn message(&self, tx: &mut Connection) -> anyhow::Result<Heard> {
        if cases::is_closed(&mut *tx, &self.case).await? {
            return Ok(Heard::Closed);
        }
        self.log(&mut *tx, Happening::Message).await?;
        cases::change_state(&mut *tx, &self.case, StateChange::Answered, self.now).await?;
        if cases::change_state(&mut *tx, &self.case, StateChange::Resume, self.now).await? {
            // What was promised and has not passed yet still holds.
            let promised = promises::current(&mut *tx, &self.case, PromiseKind::Fix).await?;
            if promised.is_none_or(|due| due < self.now) {
                self.promise(&mut *tx, "wrote").await?;
            }
            self.work_on(&mut *tx, "the customer wrote").await?;
        }
        self.tell(tx).await?;
        Ok(Heard::Taken)
    }

    async fn fixed(&self, tx: &mut Connection) -> anyhow::Result<Heard> {
        if !cases::change_state(&mut *tx, &self.case, StateChange::Close, self.now).await? {
            // Closed already, which is what was wanted; a text would find no reader any more.
            return Ok(if self.is_bare() {
                Heard::Taken
            } else {
                Heard::Closed
            });
        }
        self.log(&mut *tx, Happening::Confirmed).await?;
        incidents::answered(&mut *tx, self.rules, &self.case, Answer::Yes, self.now).await?;
        close_at_back_offices(tx, &self.case, "confirmed by the customer", self.now).await?;
        Ok(Heard::Taken)
    }

    async fn not_fixed(&self, tx: &mut Connection) -> anyhow::Result<Heard> {
        if !cases::change_state(&mut *tx, &self.case, StateChange::Reopen, self.now).await? {
            // It is being worked on already; what is said besides is a message.
            if !self.is_bare() {
                self.log(&mut *tx, Happening::Message).await?;
                self.tell(tx).await?;
            }
            return Ok(Heard::Taken);
        }
        self.log(&mut *tx, Happening::Reopened).await?;
        adopt_orphan(&mut *tx, &self.case, self.now).await?;
        incidents::answered(&mut *tx, self.rules, &self.case, Answer::No, self.now).await?;
        self.promise(&mut *tx, "reopened").await?;
        self.work_on(&mut *tx, "not fixed, says the customer")
            .await?;
        // After the state: a ticket that is done may take no notes.
        if !self.is_bare() {
            self.tell(tx).await?;
        }
        Ok(Heard::Taken)
    }

    async fn log(&self, tx: &mut Connection, what: Happening) -> anyhow::Result<()> {
        let mut body = match self.text.is_empty() {
            true => json!({ "key": self.key }),
            false => json!({ "text": self.text, "key": self.key }),
        };
        if let Some(file) = &self.file {
            body["file"] = file.told();
        }
        let event = self.append(&mut *tx, what, "customer", body).await?;
        match &self.file {
            Some(file) => attachments::keep(tx, &self.case, &event, file).await,
            None => Ok(()),
        }
    }

    /// The promise begins anew, and the customer is told why: nobody is left with a date that has
    /// passed.
    async fn promise(&self, tx: &mut Connection, reason: &str) -> anyhow::Result<()> {
        let (due_at, calendar) = &self.anew.fix;
        let promise = NewPromise {
            kind: PromiseKind::Fix,
            due_at: *due_at,
            calendar,
            reason,
        };
        let mut batch = Batch::default();
        promises::give(&mut batch, &self.case, &promise, self.now);
        batch.run(&mut *tx).await?;
        let body = json!({ "reason": reason });
        self.append(tx, Happening::PromiseChanged, "rule", body)
            .await?;
        Ok(())
    }

    async fn append(
        &self,
        tx: &mut Connection,
        what: Happening,
        actor: &str,
        body: Value,
    ) -> anyhow::Result<String> {
        let event = NewEvent {
            at: self.now,
            side: Side::Above,
            kind: what.name(),
            actor,
            channel: "portal",
            body,
        };
        Ok(events::append(tx, &self.case, event).await?.id)
    }

    /// The part of the case that ended last goes on, in a time of its own, and its back office hears
    /// of it; the parts before it stay done.
    async fn work_on(&self, tx: &mut Connection, reason: &str) -> anyhow::Result<()> {
        let Some((last, _)) = legs::reopen_last(&mut *tx, &self.case).await? else {
            return Ok(());
        };
        if let Some((due_at, calendar)) = &self.anew.leg {
            legs::due_anew(&mut *tx, &last, *due_at, calendar).await?;
        }
        let change = serde_json::to_value(TicketChange {
            to: Status::InProgress,
            reason: reason.to_owned(),
        })?;
        let only = |leg: &legs::Place| leg.id == last;
        carry(tx, &self.case, only, Verb::State, change, self.now).await
    }

    /// Every back office that has a part of the case open, or will have it once the part has arrived
    /// there, hears what the customer wrote.
    async fn tell(&self, tx: &mut Connection) -> anyhow::Result<()> {
        let note = Note {
            text: self.text.clone(),
            at: self.now,
        };
        let note = serde_json::to_value(match self.file {
            Some(_) => note.with_file(),
            None => note,
        })?;
        let open = |leg: &legs::Place| leg.handed_over && leg.state != "done";
        carry(tx, &self.case, open, Verb::Note, note, self.now).await
    }
}

/// A case that we thought done, and that goes on because somebody else found that it is not.
pub(in crate::office) struct GoingOn(Said);

impl Office {
    /// Reckons what holds for a case when it goes on.
    pub(in crate::office) async fn going_on(&self, case: &str) -> anyhow::Result<GoingOn> {
        Ok(GoingOn(Said {
            case: case.to_owned(),
            text: String::new(),
            file: None,
            key: String::new(),
            anew: self.anew(case).await?,
            rules: self.house().incidents,
            now: self.now(),
        }))
    }
}

impl GoingOn {
    /// Goes on: its last part is opened again, and a promise that has passed begins anew.
    pub(in crate::office) async fn go_on(&self, tx: &mut Connection) -> anyhow::Result<()> {
        let Self(said) = self;
        if !cases::change_state(&mut *tx, &said.case, StateChange::Resume, said.now).await? {
            return Ok(());
        }
        let promised = promises::current(&mut *tx, &said.case, PromiseKind::Fix).await?;
        if promised.is_none_or(|due| due < said.now) {
            said.promise(&mut *tx, "incident").await?;
        }
        said.work_on(tx, "its incident is not over").await
    }
}

/// The case is closed, and so are its tickets.
pub(in crate::office) async fn close_at_back_offices(
    tx: &mut Connection,
    case: &str,
    reason: &str,
    now: i64,
) -> anyhow::Result<()> {
    let change = serde_json::to_value(TicketChange {
        to: Status::Closed,
        reason: reason.to_owned(),
    })?;
    carry(tx, case, |leg| leg.handed_over, Verb::State, change, now).await
}

async fn carry(
    tx: &mut Connection,
    case: &str,
    to: impl Fn(&legs::Place) -> bool + Send,
    verb: Verb,
    payload: Value,
    now: i64,
) -> anyhow::Result<()> {
    for leg in legs::of_case(&mut *tx, case).await? {
        if !to(&leg) {
            continue;
        }
        let item = NewItem {
            case_id: case.to_owned(),
            leg_id: leg.id,
            connector: leg.connector,
            verb,
            payload: payload.clone(),
        };
        outbox::put(&mut *tx, &item, now).await?;
    }
    Ok(())
}
