//! What staff do to a case. An act is one transaction: rights, what stands in its way, the event,
//! what other back offices hear of it, and the key that makes pressing twice one act. This file is
//! that transaction; what each act does lies in the files below.

use super::{
    inner_names::{check, check_for_customers},
    may::{May, here},
    rights::Seat,
    sent::SentForm,
};
use crate::{
    attachments::{Fit, look_into},
    catalogue::House,
    connectors::ticket::Note,
    office::{Office, clocks::reckon},
    store::{
        Connection, attachments,
        desk::{self, CaseRow, LegRow},
        events::{self, NewEvent, Side},
        outbox::{self, NewItem, Verb},
        passings::{self, Passing},
        sessions, unsent,
    },
};
use app::{
    case::{attachment::FileFault, reference::Reference},
    desk::{Act, Acted, Found, Pressed, Score, TextFault},
    hatch::{Refusal, Token},
    journey::{Rule, Sheet},
};
use serde_json::Value;

mod joining;
mod owning;
mod passing;
mod rating;
mod shaping;
mod words;
mod work;

/// What is wrong with what was typed for an act, field by field.
pub(in crate::office::desk) fn faults_of(
    house: &House,
    act: &str,
    typed: &Sheet,
) -> Vec<(String, TextFault)> {
    let text = typed.typed("text");
    let written = match act {
        "reply" | "publish" => check_for_customers(house, text, Rule::LONG),
        "note" | "decline" | "pass" | "add" | "hand-over" | "keep-owner" | "reclassify" => {
            check(text, Rule::LONG)
        }
        // What is said at the end may be left out; but the customer may read it.
        "finish" if !text.trim().is_empty() => check_for_customers(house, text, Rule::LONG),
        "rate" if typed.typed("score") == Score::Poor.name() => check(text, Rule::LONG),
        "check" if typed.typed("found") == Found::Lacking.name() => check(text, Rule::LONG),
        "rate" | "check" | "join" if !text.trim().is_empty() => check(text, Rule::LONG),
        _ => None,
    };
    let mut faults: Vec<_> = written
        .map(|fault| ("text".to_owned(), fault))
        .into_iter()
        .collect();
    let chosen = match act {
        "pass" | "add" | "hand-over" => Some("to"),
        "reclassify" => Some("subject"),
        _ => None,
    };
    let missing = chosen.filter(|field| typed.said(field).is_none());
    faults.extend(missing.map(|field| (field.to_owned(), TextFault::Unchosen)));
    // Whoever is handed a part says what it needs; without all of it nothing can be offered.
    let needs = 0..typed.typed("needs").parse().unwrap_or(0_usize);
    let needs = needs.map(|at| format!("need-{at}"));
    faults.extend(needs.filter_map(|field| {
        let fault = check(typed.typed(&field), Rule::LONG)?;
        Some((field, fault))
    }));
    faults
}

/// An act on its way through one transaction.
struct Doing<'t> {
    tx: &'t mut Connection,
    seat: &'t Seat,
    house: &'t House,
    case: CaseRow,
    legs: Vec<LegRow>,
    passings: Vec<Passing>,
    /// What goes with what is written.
    file: Option<Fit>,
    now: i64,
}

impl Office {
    pub(in crate::office::desk) async fn do_act(
        &self,
        staff: &Token,
        reference: Reference,
        pressed: Pressed<'_>,
        act: Act,
    ) -> anyhow::Result<Acted> {
        let seat = match self.seat(staff).await {
            Ok(seat) => seat,
            Err(refusal) => {
                self.keep_for_later(staff, reference, kept(&act), str::to_owned)
                    .await?;
                return Err(refusal);
            }
        };
        let house = self.house();
        let faulty = !faults_of(&house, act.name(), &act.typed()).is_empty();
        let looked = match faulty {
            true => Ok(None),
            false => look_into(act.file().cloned()).await,
        };
        let (key, seen, now) = (pressed.key.to_owned(), pressed.seen, self.now());
        let seen = seen.filter(|_| answers(&act));
        let acted = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let number = reference.to_string();
                let case = desk::case(&mut *tx, &number, &seat.reach, &seat.person.id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                let (place, typed) = (case.id.clone(), kept(&act));
                let form = SentForm {
                    seat: &seat,
                    key: &key,
                    typed: &typed,
                };
                if form.done_before(&mut *tx).await? {
                    return Ok(Acted::Done);
                }
                let full = match &looked {
                    Ok(Some(_)) => !attachments::has_room(&mut *tx, &case.id).await?,
                    _ => false,
                };
                let looked = looked.and_then(|file| match full {
                    true => Err(FileFault::Many),
                    false => Ok(file),
                });
                let acted = if faulty {
                    Acted::Mend
                } else if let Err(fault) = looked {
                    Acted::Unfit(fault)
                } else if let Some(seen) = seen
                    && events::news(&mut *tx, &case.id, seen, &seat.actor()).await? > 0
                {
                    Acted::Changed
                } else {
                    let legs = desk::legs(&mut *tx, &case.id).await?;
                    let passings = passings::of_case(&mut *tx, &case.id).await?;
                    let mut doing = Doing {
                        tx: &mut *tx,
                        seat: &seat,
                        house: &house,
                        case,
                        legs,
                        passings,
                        file: looked.unwrap_or_default(),
                        now,
                    };
                    let acted = doing.act(act).await?;
                    let id = doing.case.id.clone();
                    reckon(&mut *tx, &house, &id, now).await?;
                    acted
                };
                form.end(tx, &place, acted, now).await?;
                Ok(acted)
            })
        });
        let acted = acted.await?;
        self.carrier.wake();
        Ok(acted)
    }
}

/// Whether an act answers to how the case stood on its page. A note says what somebody knows, and
/// who takes a part or rates it finds out from the part itself.
fn answers(act: &Act) -> bool {
    !matches!(
        act,
        Act::Note { .. } | Act::Accept { .. } | Act::Rate { .. }
    )
}

/// What was typed for an act, to be shown again.
pub(in crate::office::desk) fn kept(act: &Act) -> unsent::Unsent {
    unsent::Unsent {
        act: act.name().to_owned(),
        about: act.about(),
        sheet: act.typed(),
    }
}

impl Doing<'_> {
    async fn act(&mut self, act: Act) -> anyhow::Result<Acted> {
        match act {
            Act::Accept { leg } => self.accept(leg).await,
            Act::Decline { leg, text } => self.decline(leg, text.trim()).await,
            Act::Finish { leg, text } => self.finish(leg, text.trim()).await,
            Act::Pass {
                leg,
                to,
                handed,
                text,
            } => self.pass(leg, &to, &handed, text.trim()).await,
            Act::Withdraw { leg } => self.withdraw(leg).await,
            Act::Add { to, after, text } => self.add(&to, after, text.trim()).await,
            Act::Rate {
                leg,
                by,
                score,
                text,
            } => self.rate((leg, by), score, text.trim()).await,
            Act::Own => self.own().await,
            Act::HandOver { to, text } => self.hand_over(&to, text.trim()).await,
            Act::TakeOver => self.take_over().await,
            Act::KeepOwner { text } => self.keep_owner(text.trim()).await,
            Act::Reclassify {
                subject,
                place,
                text,
            } => {
                let subject = subject.ok_or(Refusal::NotFound)?;
                self.reclassify(&subject, place, text.trim()).await
            }
            Act::Join { how, other, text } => self.join(how, &other, text.trim()).await,
            Act::Check { found, text } => self.check(found, text.trim()).await,
            Act::Reply { text, asks, .. } => self.write(text.trim(), asks).await,
            Act::Note { text, there, .. } => self.note(text.trim(), there).await,
            Act::Publish { event, text } => self.publish(event, text.trim()).await,
        }
    }

    fn leg(&self, seq: i64) -> anyhow::Result<LegRow> {
        let leg = self.legs.iter().find(|leg| leg.seq == seq);
        Ok(leg.ok_or(Refusal::NotFound)?.clone())
    }

    fn may(&self) -> May<'_> {
        May {
            seat: self.seat,
            case: &self.case,
            passings: &self.passings,
        }
    }

    /// Writes what somebody said, and the file that goes with it.
    async fn say(&mut self, side: Side, kind: &str, mut body: Value) -> anyhow::Result<()> {
        if let Some(file) = &self.file {
            body["file"] = file.told();
        }
        let event = self.append(side, kind, body).await?;
        match &self.file {
            Some(file) => attachments::keep(&mut *self.tx, &self.case.id, &event, file).await,
            None => Ok(()),
        }
    }

    async fn log(&mut self, side: Side, kind: &str, body: Value) -> anyhow::Result<()> {
        self.append(side, kind, body).await?;
        Ok(())
    }

    /// Gives the key of the event.
    async fn append(&mut self, side: Side, kind: &str, body: Value) -> anyhow::Result<String> {
        let actor = self.seat.actor();
        let event = NewEvent {
            at: self.now,
            side,
            kind,
            actor: &actor,
            channel: "desk",
            body,
        };
        let appended = events::append(&mut *self.tx, &self.case.id, event).await?;
        Ok(appended.id)
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
        let note = match self.file {
            Some(_) => note.with_file(),
            None => note,
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
