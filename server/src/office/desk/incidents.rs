//! Incidents: what customers are told of causes that touch many of them. Somebody may open one
//! where their units serve every district of the place.

use super::{inner_names::check_for_customers, rights::Seat};
use crate::{
    catalogue::House,
    office::Office,
    store::{
        incidents::{self, Incident},
        sessions, unsent,
    },
};
use app::{
    case::language::{Lang, Text},
    catalogue::City,
    desk::{
        Announced, DeskIncident, IncidentFault, Incidents, PlaceChoice, TextFault, UnsentIncident,
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use uuid::Uuid;

/// What ended stays to be read for so long.
const SEVEN_DAYS: i64 = 7 * 86_400_000_000;
/// The longest headline.
const TITLE: u32 = 120;
/// The longest text.
const TEXT: u32 = 2000;
/// The page and the act under which an unsent incident is kept.
const PLACE: &str = "incidents";
const ACT: &str = "announce";

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
        let list = list.into_iter().map(|it| DeskIncident {
            joined: joined
                .get(&it.id)
                .map_or(0, |count| u32::try_from(*count).unwrap_or(u32::MAX)),
            mine: serves(&house, &seat, &it.place),
            id: it.id,
            product: it.product,
            place: it.place,
            title: incidents::said(&it.title, lang),
            text: incidents::said(&it.text, lang),
            opened_at: it.opened_at,
            expected_at: it.expected_at,
            ended_at: it.ended_at,
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
                    unsent::forget(tx, person, PLACE, ACT).await?;
                }
                Ok(Announced::Done)
            })
        });
        announced.await
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
                let Some(place) = incidents::place_of_open(&mut *tx, &id).await? else {
                    return Ok(());
                };
                anyhow::ensure!(serves(&house, &seat, &place), Refusal::NotFound);
                match change {
                    Change::Expect(at) => incidents::expect(tx, &id, at).await,
                    Change::End => incidents::end(tx, &id, now).await,
                }
            })
        });
        changed.await
    }
}

enum Change {
    Expect(Option<i64>),
    End,
}

/// What was typed as an incident, or what is wrong with it by field.
fn read(
    house: &House,
    seat: &Seat,
    typed: &Sheet,
    now: i64,
) -> Result<Incident, Vec<(&'static str, IncidentFault)>> {
    let (title, text) = (typed.typed("title").trim(), typed.typed("text").trim());
    let text_fault = |fault: Option<TextFault>| fault.map(IncidentFault::Text);
    let product = house.front.product(typed.typed("product"));
    let place = typed.typed("place");
    let expected = ahead(house, typed.typed("expected"), now);
    let faults = [
        (
            "product",
            product.is_none().then_some(IncidentFault::Choose),
        ),
        (
            "place",
            (!serves(house, seat, place)).then_some(IncidentFault::Choose),
        ),
        (
            "title",
            text_fault(check_for_customers(house, title, TITLE)),
        ),
        ("text", text_fault(check_for_customers(house, text, TEXT))),
        ("expected", expected.is_err().then_some(IncidentFault::When)),
    ];
    let faults: Vec<_> = faults
        .into_iter()
        .filter_map(|(field, fault)| Some((field, fault?)))
        .collect();
    match (product, expected) {
        (Some(product), Ok(expected_at)) if faults.is_empty() => Ok(Incident {
            id: Uuid::now_v7().to_string(),
            product: product.code.clone(),
            place: place.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            expected_at,
            opened_at: now,
            ended_at: None,
        }),
        _ => Err(faults),
    }
}

/// A day and a time of day that lies ahead, by the operator's clock on the wall; nothing typed is
/// no estimate.
fn ahead(house: &House, typed: &str, now: i64) -> Result<Option<i64>, NotAhead> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let shown: DateTime = typed.parse().map_err(|_| NotAhead)?;
    let zone = TimeZone::get(&house.front.operator.zone).unwrap_or(TimeZone::UTC);
    let at: Timestamp = zone.to_timestamp(shown).map_err(|_| NotAhead)?;
    let at = at.as_microsecond();
    (at > now).then_some(Some(at)).ok_or(NotAhead)
}

/// No moment that lies ahead.
struct NotAhead;

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
