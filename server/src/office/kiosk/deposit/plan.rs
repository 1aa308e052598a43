//! What becomes of a deposit: read by the rules of its room as they are now, and where they refuse
//! it, a case for a person. Nothing is written here.

use super::{CHANNEL, Came, person};
use crate::{
    office::{
        Office, enquiry, fault,
        opening::{Birth, Written},
    },
    store::{deposits::Outcome, reservations::Reservation},
};
use app::{
    case::reference::Reference, journey::Draft, kiosk::deposit::Matter, survey::AnswerSheet,
};
use jiff::{Timestamp, tz::TimeZone};
use uuid::Uuid;

/// What is to be written of it.
pub(super) enum Plan {
    Case(Box<Written>, Vec<Note>, Outcome),
    Survey(AnswerSheet),
    Joined {
        incident: String,
        place: String,
    },
    Helped {
        check: String,
        product: String,
        symptom: String,
    },
}

/// What staff should know of it, below the line.
pub(super) struct Note {
    pub kind: &'static str,
    pub text: String,
}

impl Office {
    /// Reads what was typed by the rules of its room, as they are now.
    pub(super) fn plan(
        &self,
        came: &Came,
        told: Option<Reference>,
        spot: Option<&Reservation>,
    ) -> Plan {
        let (house, said) = (self.house(), &came.said);
        let front = &house.front;
        let (key, sheet) = (said.key.as_str(), &said.sheet);
        let read = match &said.matter {
            Matter::Enquiry => app::enquiry::read(front, sheet)
                .map(|enquiry| enquiry::opening(&house, key, said.lang, CHANNEL, enquiry)),
            Matter::Fault => {
                app::fault::read(front, sheet, &day(came.pressed, &front.operator.zone))
                    .map(|fault| fault::opening(&house, key, said.lang, CHANNEL, fault))
            }
            Matter::Survey => {
                let draft = Draft {
                    key: key.to_owned(),
                    sheet: sheet.clone(),
                    ..Draft::default()
                };
                match app::survey::read(&front.surveys.walk_up, &draft) {
                    Ok(sheet) => return Plan::Survey(sheet),
                    Err(faults) => Err(faults),
                }
            }
            Matter::Joined { incident } => {
                return Plan::Joined {
                    incident: incident.clone(),
                    place: sheet.typed("place").to_owned(),
                };
            }
            Matter::Helped { check } => {
                return Plan::Helped {
                    check: check.clone(),
                    product: sheet.typed("product").to_owned(),
                    symptom: sheet.typed("symptom").to_owned(),
                };
            }
        };
        let mut notes = Vec::new();
        let (opening, outcome) = match read {
            Ok(opening) => (opening, Outcome::Taken),
            Err(_) => {
                notes.push(Note {
                    kind: "kiosk-unfit",
                    text: person::as_typed(said),
                });
                (person::opening(&house, CHANNEL, said), Outcome::Person)
            }
        };
        if let (Some(told), None) = (told, spot) {
            notes.push(Note {
                kind: "kiosk-renumbered",
                text: told.to_string(),
            });
        }
        let written = self.decide(opening, born(came, told, spot));
        Plan::Case(Box::new(written), notes, outcome)
    }
}

/// The number a case begins under: the one that was reserved, else a new one.
fn born(came: &Came, told: Option<Reference>, spot: Option<&Reservation>) -> Birth {
    let drawn = || (Uuid::now_v7().to_string(), Reference::draw(rand::random()));
    let (id, reference) = told
        .zip(spot)
        .map_or_else(drawn, |(told, spot)| (spot.case_id.clone(), told));
    Birth {
        id,
        reference,
        unit: Some(came.unit.clone()),
        opened: instant(came.pressed),
        arrived: instant(came.now),
    }
}

fn instant(at: i64) -> Timestamp {
    Timestamp::from_microsecond(at).unwrap_or(Timestamp::MAX)
}

/// The day it was in a zone, `YYYY-MM-DD`.
fn day(at: i64, zone: &str) -> String {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    instant(at).to_zoned(zone).date().to_string()
}
