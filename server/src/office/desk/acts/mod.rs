//! What staff do to a case. An act is one transaction: rights, what stands in its way, the event,
//! what other back offices hear of it, and the key that makes pressing twice one act. This file is
//! that transaction; what each act does lies in the files below.

use super::{
    inner_names::{check, check_for_customers},
    rights::Seat,
};
use crate::{
    catalogue::House,
    connectors::{self, ticket::Note},
    office::Office,
    store::{
        Connection,
        desk::{self, CaseRow, LegRow},
        events::{self, NewEvent, Side},
        outbox::{self, NewItem, Verb},
        sessions, unsent,
    },
};
use app::{
    case::{reference::Reference, view::State},
    desk::{Act, Acted, TextFault},
    hatch::{Refusal, Token},
    journey::{Rule, Sheet},
};
use serde_json::Value;

mod words;
mod work;

/// Whether somebody may take a part now.
pub(in crate::office::desk) fn may_accept(seat: &Seat, leg: &LegRow) -> bool {
    theirs(seat, leg) && here(leg) && leg.state == "queued"
}

/// Whether somebody may mark a part done now. One that is worked at another back office can be
/// ended from here too, as soon as it is there; and one that was declined there, by whoever found
/// another way.
pub(in crate::office::desk) fn may_finish(seat: &Seat, leg: &LegRow) -> bool {
    let begun = match leg.state.as_str() {
        "accepted" | "working" | "paused" => true,
        "queued" | "declined" => !here(leg),
        _ => false,
    };
    theirs(seat, leg) && begun
}

/// Whether the customer can be written to. A closed case is opened by the customer only.
pub(in crate::office::desk) fn may_reply(case: &CaseRow) -> bool {
    case.state != State::Closed.name()
}

fn theirs(seat: &Seat, leg: &LegRow) -> bool {
    seat.reach.covers(&leg.unit, &leg.department)
}

fn here(leg: &LegRow) -> bool {
    leg.connector == connectors::desk::NAME
}

/// What is wrong with the text of an act, if anything.
pub(in crate::office::desk) fn faults_of(
    house: &House,
    act: &str,
    text: &str,
) -> Option<TextFault> {
    match act {
        "reply" | "publish" => check_for_customers(house, text, Rule::LONG),
        "note" => check(text, Rule::LONG),
        // What is said at the end may be left out; but the customer may read it.
        "finish" if !text.trim().is_empty() => check_for_customers(house, text, Rule::LONG),
        _ => None,
    }
}

/// An act on its way through one transaction.
struct Doing<'t> {
    tx: &'t mut Connection,
    seat: &'t Seat,
    case: CaseRow,
    legs: Vec<LegRow>,
    now: i64,
}

impl Office {
    pub(in crate::office::desk) async fn do_act(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
        act: Act,
    ) -> anyhow::Result<Acted> {
        let seat = match self.seat(staff).await {
            Ok(seat) => seat,
            Err(refusal) => {
                self.keep_for_later(staff, reference, &act).await?;
                return Err(refusal);
            }
        };
        let faulty = faults_of(&self.house(), act.name(), act.text()).is_some();
        let (key, now) = (key.to_owned(), self.now());
        let acted = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let number = reference.to_string();
                let case = desk::case(&mut *tx, &number, &seat.reach, &seat.person.id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                if unsent::sent_before(&mut *tx, &key).await? {
                    return Ok(Acted::Done);
                }
                let (place, typed) = (case.id.clone(), kept(&act));
                let acted = if faulty {
                    Acted::Mend
                } else {
                    let legs = desk::legs(&mut *tx, &case.id).await?;
                    let mut doing = Doing {
                        tx: &mut *tx,
                        seat: &seat,
                        case,
                        legs,
                        now,
                    };
                    doing.act(act).await?
                };
                let person = &seat.person.id;
                if acted == Acted::Done {
                    unsent::first_time(&mut *tx, &key, person, now).await?;
                    unsent::forget(tx, person, &place, &typed.act).await?;
                } else {
                    unsent::keep(tx, person, &place, &typed, now).await?;
                }
                Ok(acted)
            })
        });
        let acted = acted.await?;
        self.carrier.wake();
        Ok(acted)
    }
}

impl Office {
    /// A session can end while somebody writes. What they wrote waits for them on the page of the
    /// case: nothing is done in their name, and nobody else sees it.
    async fn keep_for_later(
        &self,
        staff: &Token,
        reference: Reference,
        act: &Act,
    ) -> anyhow::Result<()> {
        let hash = self.token_hash(staff);
        let Some(session) = sessions::find(self.store.read(), &hash).await? else {
            return Ok(());
        };
        if act.text().trim().is_empty() {
            return Ok(());
        }
        let seat = Seat::new(&self.house(), session.person, hash);
        let (typed, number, now) = (kept(act), reference.to_string(), self.now());
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                match desk::case(&mut *tx, &number, &seat.reach, person).await? {
                    Some(case) => unsent::keep(tx, person, &case.id, &typed, now).await,
                    None => Ok(()),
                }
            })
        });
        kept.await
    }
}

/// What was typed for an act, to be shown again.
fn kept(act: &Act) -> unsent::Unsent {
    unsent::Unsent {
        act: act.name().to_owned(),
        about: act.about(),
        sheet: Sheet::from_pairs([("text", act.text())]),
    }
}

impl Doing<'_> {
    async fn act(&mut self, act: Act) -> anyhow::Result<Acted> {
        match act {
            Act::Accept { leg } => self.accept(leg).await,
            Act::Reply { text, asks } => self.write(text.trim(), asks).await,
            Act::Note { text, there } => self.note(text.trim(), there).await,
            Act::Publish { event, text } => self.publish(event, text.trim()).await,
            Act::Finish { leg, text } => self.finish(leg, text.trim()).await,
        }
    }

    fn leg(&self, seq: i64) -> anyhow::Result<LegRow> {
        let leg = self.legs.iter().find(|leg| leg.seq == seq);
        let leg = leg.filter(|leg| theirs(self.seat, leg));
        Ok(leg.ok_or(Refusal::NotFound)?.clone())
    }

    async fn log(&mut self, side: Side, kind: &str, body: Value) -> anyhow::Result<()> {
        let actor = self.seat.actor();
        let event = NewEvent {
            at: self.now,
            side,
            kind,
            actor: &actor,
            channel: "desk",
            body,
        };
        events::append(&mut *self.tx, &self.case.id, event).await?;
        Ok(())
    }

    /// Other back offices at work on the case hear what was written.
    async fn tell_elsewhere(&mut self, text: &str) -> anyhow::Result<()> {
        let there: Vec<_> = self
            .legs
            .iter()
            .filter(|leg| !here(leg) && leg.handed_over && leg.state != "done")
            .cloned()
            .collect();
        let note = Note {
            text: text.to_owned(),
            at: self.now,
        };
        for leg in there {
            self.carry(&leg, Verb::Note, serde_json::to_value(&note)?)
                .await?;
        }
        Ok(())
    }

    async fn carry(&mut self, leg: &LegRow, verb: Verb, payload: Value) -> anyhow::Result<()> {
        let item = NewItem {
            case_id: self.case.id.clone(),
            leg_id: leg.id.clone(),
            connector: leg.connector.clone(),
            verb,
            payload,
        };
        outbox::put(&mut *self.tx, &item, self.now).await
    }
}
