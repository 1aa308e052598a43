//! Incidents: what customers are told of causes that touch many of them. Somebody may open one
//! where their units serve every district of each place.

use super::{inner_names::check_for_customers, rights::Seat};
use crate::{
    catalogue::House,
    office::{
        Office,
        incidents::{self as rules, SEVEN_DAYS, Step},
    },
    store::{
        incidents::{self, Incident},
        sessions, unsent,
    },
};
use app::{
    case::language::{Lang, Text},
    catalogue::City,
    desk::{Announced, DeskIncident, Incidents, PlaceChoice, UnsentIncident},
    hatch::{Refusal, Token},
    journey::Sheet,
    status,
};
use forms::{ahead, read};

mod forms;
mod whole;

/// The page and the act under which an unsent incident is kept.
pub(super) const PLACE: &str = "incidents";
pub(super) const ACT: &str = "announce";

impl Office {
    pub(super) async fn read_incidents(
        &self,
        lang: Lang,
        staff: &Token,
    ) -> anyhow::Result<Incidents> {
        let seat = self.seat(staff).await?;
        let (pool, house, now) = (self.store.read(), self.house(), self.now());
        let joined = incidents::joined(pool).await?;
        let unsent = unsent::find(pool, &seat.person.id, PLACE).await?;
        let list = incidents::since(pool, now - SEVEN_DAYS).await?;
        let list = list.into_iter().map(|it| {
            let joined = joined.get(&it.id).copied().unwrap_or_default();
            shown(&house, &seat, it, joined, lang, now)
        });
        Ok(Incidents {
            list: list.collect(),
            places: places(&house, &seat),
            unsent: unsent.map(|unsent| UnsentIncident {
                faults: read(&house, &seat, &unsent.sheet, now)
                    .err()
                    .unwrap_or_default(),
                sheet: unsent.sheet,
            }),
        })
    }

    pub(super) async fn open_incident(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Announced> {
        let seat = self.seat(staff).await?;
        let (house, now, key) = (self.house(), self.now(), key.to_owned());
        let read = read(&house, &seat, typed, now);
        let typed = typed.clone();
        let announced = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let Ok(incident) = read else {
                    let unsent = unsent::Unsent {
                        act: ACT.to_owned(),
                        about: None,
                        sheet: typed,
                    };
                    unsent::keep(tx, person, PLACE, &unsent, now).await?;
                    return Ok(Announced::Mend);
                };
                if unsent::first_time(&mut *tx, &key, person, now).await? {
                    incidents::add(&mut *tx, &incident).await?;
                    let step = match incident.planned {
                        true => Step::Planned,
                        false => Step::Opened,
                    };
                    let (actor, text) = (seat.actor(), Some(incident.text.clone()));
                    let expected = incident.expected_at;
                    rules::log(&mut *tx, &incident.id, step, &actor, text, expected, now).await?;
                    // From a case: it is the first that hangs on it.
                    if let Ok(reference) = typed.typed("case").parse() {
                        whole::attach_one(&mut *tx, &seat, &incident, reference, now).await?;
                    }
                    unsent::forget(tx, person, PLACE, ACT).await?;
                }
                Ok(Announced::Done)
            })
        });
        let announced = announced.await?;
        self.carrier.wake();
        Ok(announced)
    }

    pub(super) async fn estimate_incident(
        &self,
        staff: &Token,
        incident: &str,
        typed: &str,
    ) -> anyhow::Result<Announced> {
        self.seat(staff).await?;
        let house = self.house();
        let Ok(expected) = ahead(&house, typed, self.now()) else {
            return Ok(Announced::Mend);
        };
        self.change_incident(staff, incident, Change::Expect(expected))
            .await?;
        Ok(Announced::Done)
    }

    pub(super) async fn end_incident(&self, staff: &Token, incident: &str) -> anyhow::Result<()> {
        self.change_incident(staff, incident, Change::End).await
    }

    async fn change_incident(
        &self,
        staff: &Token,
        incident: &str,
        change: Change,
    ) -> anyhow::Result<()> {
        let seat = self.seat(staff).await?;
        let (house, now, id) = (self.house(), self.now(), incident.to_owned());
        let changed = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                // One that is over stays as it is: somebody was quicker with the same.
                let known = incidents::by_id(&mut *tx, &id).await?;
                let Some(known) = known.filter(|it| it.ended_at.is_none()) else {
                    return Ok(());
                };
                anyhow::ensure!(may_change(&house, &seat, &known), Refusal::NotFound);
                let actor = seat.actor();
                match change {
                    Change::Begin => {
                        if incidents::begin(&mut *tx, &id, now).await? {
                            let expected = known.expected_at;
                            rules::log(tx, &id, Step::Begun, &actor, None, expected, now).await?;
                        }
                        Ok(())
                    }
                    Change::Expect(at) if at != known.expected_at => {
                        incidents::expect(&mut *tx, &id, at).await?;
                        rules::log(tx, &id, Step::Estimate, &actor, None, at, now).await
                    }
                    Change::Expect(_) => Ok(()),
                    Change::End => rules::end(tx, &id, &actor, None, now).await,
                }
            })
        });
        changed.await?;
        self.carrier.wake();
        Ok(())
    }
}

enum Change {
    Begin,
    Expect(Option<i64>),
    End,
}

fn shown(
    house: &House,
    seat: &Seat,
    it: Incident,
    joined: i64,
    lang: Lang,
    now: i64,
) -> DeskIncident {
    DeskIncident {
        joined: u32::try_from(joined).unwrap_or(u32::MAX),
        mine: may_change(house, seat, &it),
        shown: status::Incident {
            ahead: it.is_ahead(now),
            title: incidents::said(&it.title, lang),
            text: incidents::said(&it.text, lang),
            id: it.id,
            product: it.product,
            places: it.places,
            opened_at: it.opened_at,
            expected_at: it.expected_at,
            ended_at: it.ended_at,
            planned: it.planned,
            reopened_at: it.reopened_at,
            said: Vec::new(),
        },
    }
}

fn may_change(house: &House, seat: &Seat, incident: &Incident) -> bool {
    incident
        .places
        .iter()
        .all(|place| serves(house, seat, place))
}

/// Whether somebody's units serve every district of a place.
fn serves(house: &House, seat: &Seat, place: &str) -> bool {
    places(house, seat)
        .iter()
        .any(|choice| choice.code == place)
}

/// Every place whose districts somebody's units all serve: provinces, cities, districts.
fn places(house: &House, seat: &Seat) -> Vec<PlaceChoice> {
    let theirs = |district: &str| match &seat.reach.units {
        None => true,
        Some(units) => house
            .serving
            .get(district)
            .is_some_and(|city| units.contains(city)),
    };
    let whole = |city: &City| city.districts.iter().all(|one| theirs(&one.code));
    let mut choices = Vec::new();
    let mut offer = |code: &str, names: &[&Text]| {
        choices.push(PlaceChoice {
            code: code.to_owned(),
            names: names.iter().map(|name| (*name).clone()).collect(),
        });
    };
    for province in &house.front.places.provinces {
        if province.cities.iter().all(whole) {
            offer(&province.code, &[&province.name]);
        }
        for city in &province.cities {
            if whole(city) {
                offer(&city.code, &[&province.name, &city.name]);
            }
            for district in city.districts.iter().filter(|one| theirs(&one.code)) {
                offer(
                    &district.code,
                    &[&province.name, &city.name, &district.name],
                );
            }
        }
    }
    choices
}
