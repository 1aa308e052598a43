//! The departments' parts of a case, as whoever asks may see and use them.

use super::Names;
use crate::{
    catalogue::House,
    connectors,
    office::{
        clocks::leg_clock,
        desk::{
            may::{May, begun, handed_by},
            rights::{connector_name, department_name, unit_name},
        },
    },
    store::{desk::LegRow, passings::Passing, ratings::Rating, spells::Spell},
};
use anyhow::Context;
use app::{
    case::language::Text,
    desk::{Handed, Leg, LegState, LegWay, Offer, Rated, Score},
};

/// What it takes to tell of one part.
pub(super) struct Parts<'a> {
    pub house: &'a House,
    pub names: &'a Names,
    pub may: May<'a>,
    pub legs: &'a [LegRow],
    pub ratings: &'a [Rating],
    pub spells: &'a [Spell],
    pub now: i64,
}

impl Parts<'_> {
    pub(super) fn leg(&self, leg: &LegRow) -> anyhow::Result<Leg> {
        let offered = self.may.offered(leg);
        let offered = offered.and_then(|offer| self.by_id(&offer.receiver));
        let ratings = self.ratings.iter().filter(|rating| rating.leg == leg.seq);
        Ok(Leg {
            seq: leg.seq,
            unit: unit_name(self.house, &leg.unit),
            department: department_name(self.house, &leg.department),
            elsewhere: (leg.connector != connectors::desk::NAME)
                .then(|| connector_name(self.house, &leg.connector)),
            foreign_id: leg.foreign_id.clone(),
            state: LegState::from_name(&leg.state).context("a leg in an unknown state")?,
            taken_by: leg
                .staff_id
                .as_ref()
                .and_then(|id| self.names.get(id))
                .cloned(),
            due_at: leg.due_at,
            clock: leg_clock(self.house, leg, self.spells, self.now),
            name: leg.code.as_ref().and_then(|code| self.called(code)),
            task: leg.task.clone(),
            gone: leg.replaced_by.is_some(),
            offer: self.offer(leg),
            offered_to: offered.map(|leg| self.place(leg)),
            to_rate: self.to_rate(leg),
            ratings: ratings
                .filter_map(|rating| {
                    Some((Score::from_number(rating.score)?, rating.reason.clone()))
                })
                .collect(),
            ways: self.ways(leg),
        })
    }

    fn ways(&self, leg: &LegRow) -> Vec<LegWay> {
        let may = &self.may;
        [
            (LegWay::Accept, may.accept(leg)),
            (LegWay::Decline, may.decline(leg)),
            (LegWay::Finish, may.finish(leg)),
            (LegWay::Pass, may.pass(leg)),
            (LegWay::Withdraw, may.withdraw(leg, self.legs)),
        ]
        .into_iter()
        .filter_map(|(way, open)| open.then_some(way))
        .collect()
    }

    pub(super) fn by_id(&self, id: &str) -> Option<&LegRow> {
        self.legs.iter().find(|leg| leg.id == id)
    }

    pub(super) fn place(&self, leg: &LegRow) -> (Text, Text) {
        (
            department_name(self.house, &leg.department),
            unit_name(self.house, &leg.unit),
        )
    }

    /// A part's name in the plan of its service, while the catalogue knows it.
    fn called(&self, code: &str) -> Option<Text> {
        let services = self.house.services.iter();
        let about = &self.may.case.about;
        let mut plans = services
            .filter(|service| {
                let by_topic = about
                    .topic
                    .as_ref()
                    .is_some_and(|topic| service.topics.contains(topic));
                by_topic || (about.topic.is_none() && service.product == about.product)
            })
            .flat_map(|service| &service.plans);
        plans.find_map(|plan| {
            plan.legs
                .iter()
                .find(|leg| leg.code == code)
                .map(|leg| leg.name.clone())
        })
    }

    fn offer(&self, leg: &LegRow) -> Option<Offer> {
        let mut passings = self.may.passings.iter();
        let passing: &Passing = passings.find(|passing| passing.receiver == leg.id)?;
        let (department, unit) = self.place(self.by_id(&passing.giver)?);
        let handed: Vec<serde_json::Value> =
            serde_json::from_str(&passing.handed).unwrap_or_default();
        let handed = handed.into_iter().filter_map(|one| {
            Some(Handed {
                need: serde_json::from_value(one.get("need")?.clone()).ok()?,
                said: one.get("said")?.as_str()?.to_owned(),
            })
        });
        Some(Offer {
            department,
            unit,
            reason: passing.reason.clone(),
            handed: handed.collect(),
            answer_by: (passing.state == "offered").then_some(passing.answer_by),
            decided: leg.decided,
        })
    }

    fn to_rate(&self, leg: &LegRow) -> Vec<Rated> {
        let has = begun(leg) || leg.state == "done";
        if !self.may.theirs(leg) || !has || leg.replaced_by.is_some() {
            return Vec::new();
        }
        let rated = |one: &LegRow| {
            let mut ratings = self.ratings.iter();
            ratings.any(|rating| rating.leg == one.seq && rating.by == leg.seq)
        };
        let handed = handed_by(leg, self.legs, self.may.passings).into_iter();
        handed
            .filter(|one| !rated(one))
            .map(|one| {
                let (department, unit) = self.place(one);
                Rated {
                    seq: one.seq,
                    department,
                    unit,
                }
            })
            .collect()
    }
}
