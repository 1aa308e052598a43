//! What was typed as an incident or as news of one, or what is wrong with it by field.

use super::{Seat, check_for_customers, serves};
use crate::{
    catalogue::House,
    office::{desk::inner_names::check, incidents::in_every_language},
    store::incidents::Incident,
};
use app::{
    case::language::Lang,
    desk::{IncidentFault, field_in, languages},
    journey::Sheet,
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use uuid::Uuid;

/// The longest headline.
const TITLE: u32 = 120;
/// The longest text.
const TEXT: u32 = 2000;
/// The fields of places, the first of which is needed.
const PLACES: [&str; 4] = ["place", "place-2", "place-3", "place-4"];

/// What is wrong, by field.
pub(super) type Faults = Vec<(String, IncidentFault)>;

/// Reads a new incident.
pub(super) fn read(
    house: &House,
    seat: &Seat,
    typed: &Sheet,
    now: i64,
) -> Result<Incident, Faults> {
    let mut faults = Faults::new();
    let mut wrong = |field: &str, fault: IncidentFault| faults.push((field.to_owned(), fault));
    let product = house.front.product(typed.typed("product"));
    if product.is_none() {
        wrong("product", IncidentFault::Choose);
    }
    let mut places: Vec<String> = Vec::new();
    for field in PLACES {
        let place = typed.typed(field);
        match (place, field) {
            ("", field) if field != PLACES[0] => {}
            (place, _) if serves(house, seat, place) => {
                if !places.iter().any(|known| known == place) {
                    places.push(place.to_owned());
                }
            }
            _ => wrong(field, IncidentFault::Choose),
        }
    }
    let title = text(house, typed, "title", TITLE, &mut wrong);
    let text = text(house, typed, "text", TEXT, &mut wrong);
    let cause = typed.typed("cause").trim();
    if let Some(fault) = check(cause, TEXT).filter(|_| !cause.is_empty()) {
        wrong("cause", IncidentFault::Text(fault));
    }
    let from = ahead(house, typed.typed("from"), now);
    let expected = ahead(house, typed.typed("expected"), now);
    if from.is_err() {
        wrong("from", IncidentFault::When);
    }
    match (&from, &expected) {
        (_, Err(_)) => wrong("expected", IncidentFault::When),
        (Ok(Some(from)), Ok(until)) if until.is_none_or(|until| until <= *from) => {
            wrong("expected", IncidentFault::Until);
        }
        _ => {}
    }
    let read = (product, title, text, from, expected);
    let (Some(product), Some(title), Some(text), Ok(from), Ok(expected_at)) = read else {
        return Err(faults);
    };
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Incident {
        id: Uuid::now_v7().to_string(),
        product: product.code.clone(),
        place: places[0].clone(),
        places,
        title,
        text,
        expected_at,
        opened_at: from.unwrap_or(now),
        ended_at: None,
        cause: (!cause.is_empty()).then(|| cause.to_owned()),
        planned: from.is_some(),
        reopened: 0,
        reopened_at: None,
    })
}

/// Reads news of an incident: what customers read, and when it is expected to be over, if that is
/// said anew.
pub(super) fn read_news(
    house: &House,
    typed: &Sheet,
    now: i64,
) -> Result<(String, Option<i64>), Faults> {
    let mut faults = Faults::new();
    let mut wrong = |field: &str, fault: IncidentFault| faults.push((field.to_owned(), fault));
    let text = text(house, typed, "text", TEXT, &mut wrong);
    let expected = ahead(house, typed.typed("expected"), now);
    if expected.is_err() {
        wrong("expected", IncidentFault::When);
    }
    match (text, expected) {
        (Some(text), Ok(expected)) if faults.is_empty() => Ok((text, expected)),
        _ => Err(faults),
    }
}

/// A text as it is kept: in every language, as JSON. The operator's language is needed; another one
/// that is left out is read in the nearest that was written.
fn text(
    house: &House,
    typed: &Sheet,
    field: &str,
    most: u32,
    wrong: &mut impl FnMut(&str, IncidentFault),
) -> Option<String> {
    let operator = house.front.operator.language;
    let mut whole = true;
    for lang in languages(operator) {
        let name = field_in(field, lang, operator);
        let said = typed.typed(&name).trim();
        let fault = match said.is_empty() && lang != operator {
            true => None,
            false => check_for_customers(house, said, most),
        };
        if let Some(fault) = fault {
            wrong(&name, IncidentFault::Text(fault));
            whole = false;
        }
    }
    let written = |lang: Lang| {
        let said = typed.typed(&field_in(field, lang, operator)).trim();
        (!said.is_empty()).then(|| said.to_owned())
    };
    let text = in_every_language(operator, written).filter(|_| whole)?;
    serde_json::to_string(&text).ok()
}

/// A day and a time of day that lies ahead, by the operator's clock on the wall; nothing typed is
/// no estimate.
pub(super) fn ahead(house: &House, typed: &str, now: i64) -> Result<Option<i64>, NotAhead> {
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
pub(super) struct NotAhead;
