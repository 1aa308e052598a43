//! The shape of a case: what it is about, and which parts it has.
//!
//! A case that turns out to be about something else keeps what was begun. What was not begun is
//! taken back, and the new plan's parts come beside what goes on; one that the same department has
//! begun already stays that part. Its promises are reckoned anew from when the customer came; the
//! survey follows at the end, as it is chosen by what the case is about then.

use super::{Doing, passing::Task};
use crate::{
    catalogue::house::{Channel, Tier},
    connectors::{lifecycle::Status, ticket::StateChange as TicketChange},
    office::{
        desk::{
            may::{begun, here},
            record::{about, known, routed, stage},
        },
        opening::due,
    },
    routing::{self, Route, Sample},
    store::{
        Batch,
        cases::{self, NewSubject},
        desk::LegRow,
        events::Side,
        legs::{self, Binding},
        outbox::Verb,
        passings::{self, Answer},
        promises::{self, NewPromise},
    },
};
use app::{
    case::view::{About, Happening, PromiseKind},
    desk::{Acted, Receiver, Subject},
    hatch::Refusal,
};
use jiff::Timestamp;
use serde_json::json;
use std::collections::BTreeMap;

impl Doing<'_> {
    pub(super) async fn add(
        &mut self,
        to: &Receiver,
        after: Option<i64>,
        text: &str,
    ) -> anyhow::Result<Acted> {
        if !self.may().shape() || self.case.state == "done" {
            return Ok(Acted::TooLate);
        }
        if let Some(seq) = after {
            self.leg(seq)?;
        }
        let task = Task {
            to,
            waits_for: after.into_iter().collect(),
            code: None,
            text: Some(text),
            binding: Binding::No,
        };
        let (_, seq) = self.put(task).await?;
        self.log(
            Side::Below,
            "leg-added",
            json!({ "to_leg": seq, "text": text }),
        )
        .await?;
        Ok(Acted::Done)
    }

    pub(super) async fn reclassify(
        &mut self,
        subject: &Subject,
        place: Option<String>,
        reason: &str,
    ) -> anyhow::Result<Acted> {
        if !self.may().shape() || self.case.state == "done" {
            return Ok(Acted::TooLate);
        }
        let about = self.about(subject, place)?;
        let route = routing::route(self.house, &self.sample(subject, &about));
        let new = NewSubject {
            kind: route.kind.code(),
            about: &about,
            stage: stage(self.house, subject),
            rule: &route.rule.to_string(),
            catalogue: &self.house.version,
        };
        cases::reclassify(&mut *self.tx, &self.case.id, &new).await?;
        self.log(Side::Below, "reclassified", json!({ "text": reason }))
            .await?;
        self.promise_anew(&route).await?;
        self.plan_anew(&route).await?;
        Ok(Acted::Done)
    }

    fn about(&self, subject: &Subject, place: Option<String>) -> anyhow::Result<About> {
        let front = &self.house.front;
        let place = place.filter(|place| !place.is_empty());
        if let Some(place) = &place {
            front.places.find(place).ok_or(Refusal::NotFound)?;
        }
        if !known(self.house, subject) {
            return Err(Refusal::NotFound.into());
        }
        Ok(about(self.house, subject, place.as_deref()))
    }

    /// The tier stays what it was proved to be.
    fn sample(&self, subject: &Subject, about: &About) -> Sample {
        Sample {
            subject: routed(subject.clone()),
            place: about.place.clone(),
            proven_tier: self.case.tier.parse::<Tier>().ok(),
            channel: self.case.channel.parse().unwrap_or(Channel::Portal),
        }
    }

    /// A promise that comes to another time is a new one, and the customer is told. One that comes to
    /// the same time is the promise they have: nothing they were told has changed, and what a case is
    /// filed under is our way of finding its departments, so they hear nothing.
    async fn promise_anew(&mut self, route: &Route) -> anyhow::Result<()> {
        let opened = Timestamp::from_microsecond(self.case.opened_at).unwrap_or(Timestamp::MAX);
        let mut changed = false;
        let mut batch = Batch::default();
        for (kind, within) in [
            (PromiseKind::Answer, &route.promise.answer),
            (PromiseKind::Fix, &route.promise.fix),
        ] {
            let due_at = due(within, opened);
            if promises::current(&mut *self.tx, &self.case.id, kind).await? == Some(due_at) {
                continue;
            }
            changed = true;
            let promise = NewPromise {
                kind,
                due_at,
                calendar: &within.calendar.to_string(),
                reason: "reclassified",
            };
            promises::give(&mut batch, &self.case.id, &promise, self.now);
        }
        if !changed {
            return Ok(());
        }
        batch.run(&mut *self.tx).await?;
        self.log(
            Side::Above,
            Happening::PromiseChanged.name(),
            json!({ "why": "reclassified" }),
        )
        .await
    }

    async fn plan_anew(&mut self, route: &Route) -> anyhow::Result<()> {
        for leg in self.legs.clone() {
            if matches!(leg.state.as_str(), "planned" | "queued") && leg.replaced_by.is_none() {
                passings::answer(&mut *self.tx, &leg.id, Answer::Withdrawn, self.now).await?;
                legs::replace(&mut *self.tx, &self.case.id, (leg.seq, 0), self.now).await?;
                if !here(&leg) && leg.handed_over {
                    let change = TicketChange {
                        to: Status::Cancelled,
                        reason: "the case was filed under something else".to_owned(),
                    };
                    self.carry(&leg, Verb::State, serde_json::to_value(change)?)
                        .await?;
                }
            }
        }
        let mut numbers = BTreeMap::new();
        for planned in &route.legs {
            let same = |leg: &&LegRow| {
                let to = (
                    leg.unit == planned.unit,
                    leg.department == planned.department,
                );
                begun(leg) && to == (true, true)
            };
            if let Some(leg) = self.legs.iter().find(same) {
                numbers.insert(planned.code.clone(), leg.seq);
                continue;
            }
            let to = Receiver {
                unit: planned.unit.clone(),
                department: planned.department.clone(),
            };
            let after = planned.after.iter();
            let task = Task {
                to: &to,
                waits_for: after
                    .filter_map(|code| numbers.get(code).copied())
                    .collect(),
                code: Some(planned.code.clone()),
                text: None,
                binding: Binding::No,
            };
            let (id, seq) = self.put(task).await?;
            let due_at = due(&planned.target, self.timestamp());
            legs::due_anew(
                &mut *self.tx,
                &id,
                due_at,
                &planned.target.calendar.to_string(),
            )
            .await?;
            numbers.insert(planned.code.clone(), seq);
            self.legs = crate::store::desk::legs(&mut *self.tx, &self.case.id).await?;
        }
        Ok(())
    }
}
