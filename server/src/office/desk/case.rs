//! A case on both sides of the line, as whoever asks may see it.

use super::{
    acts::{faults_of, may_accept, may_finish, may_reply},
    rights::{Seat, connector_name, department_name, duty_name, unit_name},
};
use crate::{
    catalogue::House,
    connectors,
    office::{Office, view::sent},
    store::{
        desk::{self, CaseRow, LegRow},
        events::{self, Event, Side as StoredSide},
        promises, unsent,
    },
};
use anyhow::Context;
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{Kind, State},
    },
    desk::{ActorName, DeskCase, Leg, LegState, Logged, Owner, Side, Unsent},
    hatch::{Refusal, Token},
};
use std::collections::BTreeMap;

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
        let unsent = unsent::find(pool, &seat.person.id, &case.id).await?;
        let log = events
            .iter()
            .map(|event| logged(&house, &names, &published, event));
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
            legs: legs
                .iter()
                .map(|one| leg(&house, &names, &seat, one))
                .collect::<anyhow::Result<_>>()?,
            log: log.collect(),
            may_reply: may_reply(&case),
            unsent: unsent.map(|unsent| shown_again(&house, unsent)),
            tier: case.tier,
            channel: case.channel,
            contact: case.contact,
            about: case.about,
        })
    }
}

fn owner(house: &House, names: &Names, case: &CaseRow) -> Owner {
    let person = case.owner_staff_id.as_ref().and_then(|id| names.get(id));
    match person {
        Some(name) => Owner::Person(name.clone()),
        None => Owner::Duty(duty_name(house, &case.owner_duty)),
    }
}

fn leg(house: &House, names: &Names, seat: &Seat, leg: &LegRow) -> anyhow::Result<Leg> {
    Ok(Leg {
        seq: leg.seq,
        unit: unit_name(house, &leg.unit),
        department: department_name(house, &leg.department),
        elsewhere: (leg.connector != connectors::desk::NAME)
            .then(|| connector_name(house, &leg.connector)),
        foreign_id: leg.foreign_id.clone(),
        state: LegState::from_name(&leg.state).context("a leg in an unknown state")?,
        taken_by: leg.staff_id.as_ref().and_then(|id| names.get(id)).cloned(),
        due_at: leg.due_at,
        may_accept: may_accept(seat, leg),
        may_finish: may_finish(seat, leg),
    })
}

fn logged(house: &House, names: &Names, published: &[i64], event: &Event) -> Logged {
    // A message says a text, a new state at a back office what it is called there, and what could
    // not be carried there why.
    let text = event.body.as_ref().and_then(|body| {
        let mut known = ["text", "called", "trouble"].iter();
        known.find_map(|name| body.get(name)?.as_str())
    });
    let side = match event.side {
        StoredSide::Above => Side::Above,
        StoredSide::Below => Side::Below,
    };
    Logged {
        seq: event.seq,
        at: event.at,
        side,
        kind: event.kind.clone(),
        actor: actor(house, names, &event.actor),
        text: text.map(str::to_owned),
        to_publish: side == Side::Below
            && event.kind == BACK_OFFICE_NOTE
            && event.body.is_some()
            && !published.contains(&event.seq),
    }
}

fn actor(house: &House, names: &Names, actor: &str) -> ActorName {
    match actor.split_once(':') {
        Some(("staff", id)) => {
            ActorName::Staff(names.get(id).cloned().unwrap_or_else(|| id.to_owned()))
        }
        Some(("connector", name)) => ActorName::BackOffice(connector_name(house, name)),
        _ if actor == "customer" => ActorName::Customer,
        _ => ActorName::House,
    }
}

/// What was typed and not taken, with what is wrong with it by the catalogue as it is now.
fn shown_again(house: &House, unsent: unsent::Unsent) -> Unsent {
    let text = unsent.sheet.typed("text").to_owned();
    Unsent {
        fault: faults_of(house, &unsent.act, &text),
        act: unsent.act,
        about: unsent.about,
        text,
    }
}
