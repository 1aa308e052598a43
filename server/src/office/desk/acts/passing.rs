//! Passing a part on. The receiver says what it needs; with all of that it is offered, and from then
//! on it waits in the receiver's queue as a part of theirs, while the giver's goes on.

use super::{Doing, here};
use crate::{
    catalogue::house::{Department, Unit},
    office::{
        legs::{self as walk, Start},
        opening::due,
        passing::Part,
    },
    store::{
        Batch, cases,
        desk::LegRow,
        events::Side,
        legs::{self, Binding, NewLeg},
        outbox::Verb,
        passings::{self, NewPassing},
        search::seats,
    },
};
use app::{
    desk::{Acted, Receiver},
    hatch::Refusal,
};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

/// A part as it will be written, before it has a place in the case.
pub(super) struct Task<'a> {
    /// Who does it.
    pub to: &'a Receiver,
    /// The parts that must be done first.
    pub waits_for: Vec<i64>,
    /// What it is called in its plan.
    pub code: Option<String>,
    /// What is to be done, if staff said so.
    pub text: Option<&'a str>,
    /// Whether it can be declined.
    pub binding: Binding,
}

impl Doing<'_> {
    /// After too many refusals a coordinator's offer is a decision: it cannot be declined.
    pub(super) async fn pass(
        &mut self,
        seq: i64,
        to: &Receiver,
        handed: &[String],
        reason: &str,
    ) -> anyhow::Result<Acted> {
        let giver = self.leg(seq)?;
        let (unit, department) = self.receiver(to)?;
        if giver.unit == unit.code && giver.department == department.code {
            return Err(Refusal::NotFound.into());
        }
        if handed.len() != department.needs.len() {
            // The receiver asks for something else by now; the page shows what.
            return Ok(Acted::Mend);
        }
        if !self.may().pass(&giver) {
            return Ok(Acted::TooLate);
        }
        let given: Vec<_> = department
            .needs
            .iter()
            .zip(handed)
            .map(|(need, said)| json!({ "need": need, "said": said.trim() }))
            .collect();
        let answer_by = due(&department.answers, self.timestamp());
        let decides = self.case.undecided_since.is_some();
        let task = Task {
            to,
            waits_for: Vec::new(),
            code: giver.code.clone(),
            text: giver.task.as_deref(),
            binding: if decides {
                Binding::Decided
            } else {
                Binding::No
            },
        };
        let (receiver, receiver_seq) = self.put(task).await?;
        let mut batch = Batch::default();
        let offer = NewPassing {
            giver: &giver.id,
            receiver: &receiver,
            staff_id: &self.seat.person.id,
            handed: &json!(given).to_string(),
            reason,
            answer_by,
        };
        passings::offer(&mut batch, &self.case.id, &offer, self.now);
        batch.run(&mut *self.tx).await?;
        if decides {
            cases::undecided(&mut *self.tx, &self.case.id, None).await?;
        }
        let kind = if decides {
            "leg-decided"
        } else {
            "leg-offered"
        };
        let body = json!({ "leg": giver.seq, "to_leg": receiver_seq, "text": reason });
        self.log(Side::Below, kind, body).await?;
        self.tell_receiver(&receiver, receiver_seq, &given, reason)
            .await?;
        Ok(Acted::Done)
    }

    /// Whoever is offered a part at another back office reads there what was handed over.
    async fn tell_receiver(
        &mut self,
        id: &str,
        seq: i64,
        given: &[serde_json::Value],
        reason: &str,
    ) -> anyhow::Result<()> {
        let legs = crate::store::desk::legs(&mut *self.tx, &self.case.id).await?;
        let Some(leg) = legs.into_iter().find(|leg| leg.id == id && leg.seq == seq) else {
            return Ok(());
        };
        if here(&leg) {
            return Ok(());
        }
        let lang = self.house.front.operator.language;
        let lines = given.iter().filter_map(|one| {
            let need: app::case::language::Text =
                serde_json::from_value(one["need"].clone()).ok()?;
            Some(format!("{}: {}", need.say(lang), one["said"].as_str()?))
        });
        let text = std::iter::once(reason.to_owned())
            .chain(lines)
            .collect::<Vec<_>>()
            .join("\n");
        let note = crate::connectors::ticket::Note { text, at: self.now };
        self.carry(&leg, Verb::Note, serde_json::to_value(&note)?)
            .await
    }

    pub(super) async fn withdraw(&mut self, seq: i64) -> anyhow::Result<Acted> {
        let leg = self.leg(seq)?;
        if !self.may().withdraw(&leg, &self.legs) {
            return Ok(Acted::TooLate);
        }
        let actor = self.seat.actor();
        let part = Part {
            case_id: &self.case.id,
            leg_id: &leg.id,
            actor: &actor,
            now: self.now,
        };
        let taken_back = part.withdrawn(&mut *self.tx).await?;
        Ok(if taken_back {
            Acted::Done
        } else {
            Acted::TooLate
        })
    }

    /// The unit and department that somebody chose, if there is such a department there.
    pub(super) fn receiver(&self, to: &Receiver) -> anyhow::Result<(Unit, Department)> {
        let organisation = &self.house.organisation;
        let there = organisation.department_in(&to.unit, &to.department);
        let (unit, department) = there.ok_or(Refusal::NotFound)?;
        Ok((unit.clone(), department.clone()))
    }

    /// Puts a part behind the others of the case, and begins it unless it waits; its key and number.
    pub(super) async fn put(&mut self, task: Task<'_>) -> anyhow::Result<(String, i64)> {
        let (unit, department) = self.receiver(task.to)?;
        let seq = self.legs.iter().map(|leg| leg.seq).max().unwrap_or(0) + 1;
        let connector = self
            .house
            .organisation
            .connector_of(&unit, &department)
            .to_owned();
        let done = |seq: &i64| {
            self.legs
                .iter()
                .any(|leg: &LegRow| leg.seq == *seq && leg.state == "done")
        };
        let begins = task.waits_for.iter().all(done);
        let leg = NewLeg {
            id: Uuid::now_v7().to_string(),
            seq,
            unit: unit.code,
            department: department.code,
            connector,
            waits_for: task.waits_for,
            due_at: due(&department.target, self.timestamp()),
            calendar: department.target.calendar.to_string(),
            code: task.code,
            task: task.text.map(str::to_owned),
            binding: task.binding,
        };
        let mut batch = Batch::default();
        legs::add(&mut batch, &self.case.id, &leg);
        batch.run(&mut *self.tx).await?;
        seats::keep(&mut *self.tx, &self.case.id).await?;
        if begins {
            let start = Start {
                id: &leg.id,
                seq,
                connector: &leg.connector,
            };
            walk::start(&mut *self.tx, &self.case.id, &start, self.now).await?;
        }
        Ok((leg.id, seq))
    }

    pub(super) fn timestamp(&self) -> Timestamp {
        Timestamp::from_microsecond(self.now).unwrap_or(Timestamp::MAX)
    }
}
