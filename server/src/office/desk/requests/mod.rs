//! Help between departments. Whoever asks owns the request; the department that is asked takes it or
//! says why not; the answer is rated by whoever asked. Only the two departments see it.

use super::{
    chain::departments_of,
    rights::{department_name, unit_name},
};
use crate::{
    catalogue::House,
    office::{Office, refuse},
    store::{
        requests::{self, Request as Stored},
        unsent,
    },
};
use anyhow::{Context, ensure};
use app::{
    case::{language::Text, reference::Reference},
    desk::{
        Acted, Department, Score,
        requests::{
            AskedFor, Request, RequestAct, RequestEvent, RequestOffice, RequestRow, RequestState,
            Requests,
        },
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use async_trait::async_trait;
use rights::{sees, ways};
use typed::shown_again;

mod acts;
mod rights;
mod typed;

/// Rows of each list.
const MOST: i64 = 100;
/// Where what was typed for a new one is kept.
pub(super) const NEW: &str = "request";

#[async_trait]
impl RequestOffice for Office {
    async fn requests(&self, staff: &Token) -> Result<Requests, Refusal> {
        self.read_requests(staff).await.map_err(refuse)
    }

    async fn request(&self, staff: &Token, number: Reference) -> Result<Request, Refusal> {
        self.read_request(staff, number).await.map_err(refuse)
    }

    async fn ask(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<AskedFor, Refusal> {
        self.make_request(staff, key, typed).await.map_err(refuse)
    }

    async fn do_to_request(
        &self,
        staff: &Token,
        number: Reference,
        key: &str,
        act: RequestAct,
        typed: &Sheet,
    ) -> Result<Acted, Refusal> {
        let acted = self.turn_request(staff, number, key, act, typed).await;
        acted.map_err(refuse)
    }
}

impl Office {
    async fn read_requests(&self, staff: &Token) -> anyhow::Result<Requests> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let rows = |list: Vec<Stored>| -> anyhow::Result<Vec<_>> {
            list.iter().map(|one| row(&house, one)).collect()
        };
        let unsent = unsent::find(pool, &seat.person.id, NEW).await?;
        Ok(Requests {
            now: self.now(),
            of_us: rows(requests::of_us(pool, &seat.reach, MOST).await?)?,
            by_us: rows(requests::by_us(pool, &seat.reach, MOST).await?)?,
            departments: departments(&house),
            unsent: unsent.map(shown_again),
        })
    }

    async fn read_request(&self, staff: &Token, number: Reference) -> anyhow::Result<Request> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let stored = requests::by_number(pool, &number.to_string()).await?;
        let stored = stored
            .filter(|one| sees(&seat, one))
            .ok_or(Refusal::NotFound)?;
        let events = requests::events(pool, &stored.id).await?;
        let unsent = unsent::find(pool, &seat.person.id, &stored.id).await?;
        Ok(Request {
            now: self.now(),
            row: row(&house, &stored)?,
            log: events
                .into_iter()
                .map(|event| RequestEvent {
                    at: event.at,
                    who: event.who,
                    kind: event.kind,
                    text: event.text,
                })
                .collect(),
            bounces: u32::try_from(stored.bounces)?,
            score: stored.score.and_then(Score::from_number),
            ways: ways(&seat, &stored),
            departments: departments(&house),
            unsent: unsent.map(shown_again),
            owner: stored.from_name,
            helper: stored.helper,
        })
    }
}

/// Every department of every unit, from headquarters down.
fn departments(house: &House) -> Vec<Department> {
    departments_of(house, house.organisation.units.iter())
}

fn row(house: &House, request: &Stored) -> anyhow::Result<RequestRow> {
    let place = |(unit, department): &(String, String)| -> (Text, Text) {
        (department_name(house, department), unit_name(house, unit))
    };
    let state = RequestState::from_name(&request.state).context("a request in an unknown state")?;
    ensure!(!request.number.is_empty(), "a request without a number");
    Ok(RequestRow {
        number: request.number.parse()?,
        title: request.title.clone(),
        from: place(&request.from),
        to: place(&request.to),
        due_at: match state {
            RequestState::Asked => request.answer_by,
            _ => request.due_at,
        },
        state,
    })
}
