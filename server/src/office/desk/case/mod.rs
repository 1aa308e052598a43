//! A case on both sides of the line, as whoever asks may see it.

use super::{acts::faults_of, may::May, rights::duty_name};
use crate::{
    catalogue::House,
    office::{Office, clocks::clock_of, staff::shown_absence, view::sent},
    store::{
        absences,
        desk::{self, CaseRow, LegRow},
        events, handovers, links, passings, promises, ratings, spells, unsent,
    },
};
use anyhow::Context;
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{Kind, State},
    },
    desk::{Absence, DeskCase, Handover, HandoverSide, Owner, Unsent, Way},
    hatch::{Refusal, Token},
};
use log::logged;
use parts::Parts;
use std::collections::BTreeMap;

mod log;
mod parts;

/// Names of staff by key.
type Names = BTreeMap<String, String>;

/// What another back office wrote, as it stands in the log.
pub(super) const BACK_OFFICE_NOTE: &str = "back-office-note";

impl Office {
    pub(super) async fn read_case(
        &self,
        staff: &Token,
        reference: Reference,
    ) -> anyhow::Result<DeskCase> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let number = reference.to_string();
        let case = desk::case(pool, &number, &seat.reach, &seat.person.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let names = desk::names(pool, &case.id).await?;
        let events = events::read(pool, &case.id, false).await?;
        let published = desk::events_published(pool, &case.id).await?;
        let legs = desk::legs(pool, &case.id).await?;
        let passings = passings::of_case(pool, &case.id).await?;
        let ratings = ratings::of_case(pool, &case.id).await?;
        let handover = handovers::open(pool, &case.id).await?;
        let linked = links::of_case(pool, &case.id).await?;
        let unsent = unsent::find(pool, &seat.person.id, &case.id).await?;
        let spells = spells::of_case(pool, &case.id).await?;
        let may = May {
            seat: &seat,
            case: &case,
            passings: &passings,
        };
        let parts = Parts {
            house: &house,
            names: &names,
            may,
            legs: &legs,
            ratings: &ratings,
            spells: &spells,
            now: self.now(),
        };
        let log = events.iter().map(|event| logged(&parts, &published, event));
        let merged_into = case.merged_into.as_deref().map(str::parse).transpose()?;
        Ok(DeskCase {
            now: self.now(),
            reference,
            kind: Kind::from_name(&case.kind).context("a case of an unknown kind")?,
            state: State::from_name(&case.state).context("a case in an unknown state")?,
            language: Lang::from_tag(&case.language).unwrap_or_default(),
            opened_at: case.opened_at,
            reopened: u32::try_from(case.reopened)?,
            sent: events.first().map(sent).unwrap_or_default(),
            promises: promises::read(pool, &case.id).await?,
            owner: owner(&house, &names, &case),
            clock: clock_of(&house, &case, &legs, &spells, self.now()),
            away: self.owner_away(&case).await?,
            needs_person: case.needs_person_at,
            legs: legs
                .iter()
                .map(|leg| parts.leg(leg))
                .collect::<anyhow::Result<_>>()?,
            log: log.collect(),
            bounces: u32::try_from(case.bounces)?,
            undecided_since: case.undecided_since,
            merged_into,
            linked: linked
                .iter()
                .filter_map(|number| number.parse().ok())
                .collect(),
            handover: handover.map(|handover| moving(&may, handover)),
            ways: ways(&may, &legs),
            may_reply: may.reply(),
            unsent: unsent.map(|unsent| shown_again(&house, unsent)),
            tier: case.tier,
            channel: case.channel,
            contact: case.contact,
            about: case.about,
        })
    }
}

impl Office {
    /// The absence of whoever owns a case, while they are away.
    async fn owner_away(&self, case: &CaseRow) -> anyhow::Result<Option<Absence>> {
        let Some(owner) = &case.owner_staff_id else {
            return Ok(None);
        };
        let now = self.now();
        let around = absences::around(self.store.read(), owner, now).await?;
        let mut now_away = around
            .iter()
            .filter(|absence| absence.staff_id == *owner && absence.from_at <= now);
        Ok(now_away.next().map(shown_absence))
    }
}

fn owner(house: &House, names: &Names, case: &CaseRow) -> Owner {
    let person = case.owner_staff_id.as_ref().and_then(|id| names.get(id));
    match person {
        Some(name) => Owner::Person(name.clone()),
        None => Owner::Duty(duty_name(house, &case.owner_duty)),
    }
}

fn ways(may: &May<'_>, legs: &[LegRow]) -> Vec<Way> {
    let open = |way: &Way| match way {
        Way::Own => may.own(),
        Way::HandOver => may.hand_over(),
        Way::Add | Way::Reclassify => may.shape() && may.case.state != State::Done.name(),
        Way::Join => may.shape(),
        Way::Check => may.check(legs),
    };
    Way::ALL.into_iter().filter(open).collect()
}

fn moving(may: &May<'_>, handover: handovers::Handover) -> Handover {
    let me = &may.seat.person.id;
    Handover {
        side: match () {
            () if handover.to == *me => HandoverSide::Asked,
            () if handover.by == *me || may.owns() => HandoverSide::Asking,
            () => HandoverSide::Looking,
        },
        to: handover.to_name,
        reason: handover.reason,
    }
}

/// What was typed and not taken, with what is wrong with it by the catalogue as it is now.
fn shown_again(house: &House, unsent: unsent::Unsent) -> Unsent {
    Unsent {
        faults: faults_of(house, &unsent.act, &unsent.sheet),
        act: unsent.act,
        about: unsent.about,
        typed: unsent.sheet,
    }
}
