//! A case on both sides of the line, as whoever asks may see it.

use super::{
    acts::faults_of,
    may::{May, begun, handed_by},
    rights::{connector_name, department_name, duty_name, unit_name},
};
use crate::{
    catalogue::House,
    connectors,
    office::{Office, clocks::clock_of, staff::shown_absence, view::sent},
    store::{
        absences,
        desk::{self, CaseRow, LegRow},
        events::{self, Event, Side as StoredSide},
        handovers, links,
        passings::{self, Passing},
        promises,
        ratings::{self, Rating},
        spells, unsent,
    },
};
use anyhow::Context;
use app::{
    case::{
        language::{Lang, Text},
        reference::Reference,
        view::{Kind, State},
    },
    desk::{
        Absence, ActorName, DeskCase, Handed, Handover, HandoverSide, Leg, LegState, LegWay,
        Logged, LoggedTo, Offer, Owner, Rated, Score, Side, Unsent, Way,
    },
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
        let passings = passings::of_case(pool, &case.id).await?;
        let ratings = ratings::of_case(pool, &case.id).await?;
        let handover = handovers::open(pool, &case.id).await?;
        let linked = links::of_case(pool, &case.id).await?;
        let unsent = unsent::find(pool, &seat.person.id, &case.id).await?;
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
        };
        let spells = spells::of_case(pool, &case.id).await?;
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

/// What it takes to tell of one part.
struct Parts<'a> {
    house: &'a House,
    names: &'a Names,
    may: May<'a>,
    legs: &'a [LegRow],
    ratings: &'a [Rating],
}

impl Parts<'_> {
    fn leg(&self, leg: &LegRow) -> anyhow::Result<Leg> {
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

    fn by_id(&self, id: &str) -> Option<&LegRow> {
        self.legs.iter().find(|leg| leg.id == id)
    }

    fn place(&self, leg: &LegRow) -> (Text, Text) {
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

fn logged(parts: &Parts<'_>, published: &[i64], event: &Event) -> Logged {
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
        actor: actor(parts.house, parts.names, &event.actor),
        text: text.map(str::to_owned),
        to: logged_to(parts, event),
        to_publish: side == Side::Below
            && event.kind == BACK_OFFICE_NOTE
            && event.body.is_some()
            && !published.contains(&event.seq),
    }
}

/// The department a part goes to or came back from, the colleague who is asked, the other case.
fn logged_to(parts: &Parts<'_>, event: &Event) -> Option<LoggedTo> {
    let body = event.body.as_ref()?;
    let seq = |field: &str| {
        let seq = body.get(field)?.as_i64()?;
        parts.legs.iter().find(|leg| leg.seq == seq)
    };
    let by_id = || parts.by_id(body.get("leg_id")?.as_str()?);
    if let Some(leg) = by_id().or_else(|| seq("to_leg")).or_else(|| seq("leg")) {
        let (department, unit) = parts.place(leg);
        return Some(LoggedTo::Department(department, unit));
    }
    let said = |field: &str| body.get(field)?.as_str();
    if let Some(case) = said("case").and_then(|number| number.parse().ok()) {
        return Some(LoggedTo::Case(case));
    }
    said("to").map(|name| LoggedTo::Person(name.to_owned()))
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
    Unsent {
        faults: faults_of(house, &unsent.act, &unsent.sheet),
        act: unsent.act,
        about: unsent.about,
        typed: unsent.sheet,
    }
}
