//! Help between departments. Whoever asks owns the request; the department that is asked takes it or
//! says why not; the answer is rated by whoever asked. Only the two departments see it.

use super::{
    chain::departments_of,
    inner_names::check,
    rights::{Seat, department_name, unit_name},
};
use crate::{
    catalogue::{House, house::Department as Known},
    office::{Office, opening::due, refuse},
    store::{
        requests::{self, NewRequest, Request as Stored, Turn},
        sessions, unsent,
    },
};
use anyhow::{Context, ensure};
use app::{
    case::{language::Text, reference::Reference},
    desk::{
        Acted, Department, Receiver, Score, TextFault,
        requests::{
            AskedFor, Request, RequestAct, RequestEvent, RequestOffice, RequestRow, RequestState,
            RequestWay, Requests, UnsentRequest,
        },
    },
    hatch::{Refusal, Token},
    journey::{Rule, Sheet},
};
use async_trait::async_trait;

/// Rows of each list.
const MOST: i64 = 100;
/// What a request is about is a line.
const TITLE: u32 = 120;
/// Where what was typed for a new one is kept.
const NEW: &str = "request";

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

    async fn make_request(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<AskedFor> {
        let seat = self.seat(staff).await?;
        let (house, now, key) = (self.house(), self.now(), key.to_owned());
        let to = receiver(&house, typed);
        let faulty = !faults(NEW, typed).is_empty();
        let kept = unsent::Unsent {
            act: NEW.to_owned(),
            about: None,
            sheet: Sheet::from_pairs(
                ["to", "title", "text"].map(|field| (field, typed.typed(field))),
            ),
        };
        let at = self.timestamp();
        let asked = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person;
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                if let Some(number) = requests::by_key(&mut *tx, &key).await? {
                    return Ok(AskedFor::Done(number.parse()?));
                }
                let Some((to, department)) = to.filter(|_| !faulty) else {
                    unsent::keep(tx, &person.id, NEW, &kept, now).await?;
                    return Ok(AskedFor::Mend);
                };
                let number = Reference::draw(rand::random());
                let (id, spelt) = (requests::fresh_id(), number.to_string());
                let new = NewRequest {
                    id: &id,
                    number: &spelt,
                    key: &key,
                    staff_id: &person.id,
                    from: (&person.unit, &person.department),
                    to: (&to.unit, &to.department),
                    title: kept.sheet.typed("title").trim(),
                    answer_by: due(&department.answers, at),
                    due_at: due(&department.target, at),
                    calendar: &department.target.calendar.to_string(),
                };
                requests::add(&mut *tx, &new, now).await?;
                let text = Some(kept.sheet.typed("text").trim());
                requests::log(&mut *tx, &id, &person.id, ("asked", text), now).await?;
                unsent::forget(tx, &person.id, NEW, NEW).await?;
                Ok(AskedFor::Done(number))
            })
        });
        asked.await
    }

    async fn turn_request(
        &self,
        staff: &Token,
        number: Reference,
        key: &str,
        act: RequestAct,
        typed: &Sheet,
    ) -> anyhow::Result<Acted> {
        let seat = self.seat(staff).await?;
        let (house, now, key) = (self.house(), self.now(), key.to_owned());
        let (typed, at) = (typed.clone(), self.timestamp());
        let acted = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let stored = requests::by_number(&mut *tx, &number.to_string()).await?;
                let stored = stored
                    .filter(|one| sees(&seat, one))
                    .ok_or(Refusal::NotFound)?;
                if unsent::sent_before(&mut *tx, &key).await? {
                    return Ok(Acted::Done);
                }
                let person = &seat.person.id;
                let text = typed.typed("text").trim();
                let acted = if !ways(&seat, &stored).contains(&way(act)) {
                    Acted::TooLate
                } else if !faults(act.name(), &typed).is_empty() {
                    Acted::Mend
                } else {
                    let (to, department);
                    let turn = match act {
                        RequestAct::Say => None,
                        RequestAct::Take => Some(Turn::Take { staff_id: person }),
                        RequestAct::Decline => Some(Turn::Decline),
                        RequestAct::Answer => Some(Turn::Answer),
                        RequestAct::Withdraw => Some(Turn::Withdraw),
                        RequestAct::Rate => {
                            let score = Score::from_name(typed.typed("score"));
                            let score = score.ok_or(Refusal::NotFound)?.number();
                            Some(Turn::Rate { score })
                        }
                        RequestAct::AskAnew => {
                            (to, department) = receiver(&house, &typed).ok_or(Refusal::NotFound)?;
                            Some(Turn::Anew {
                                unit: &to.unit,
                                department: &to.department,
                                answer_by: due(&department.answers, at),
                                due_at: due(&department.target, at),
                            })
                        }
                    };
                    let turned = match turn {
                        Some(turn) => requests::turn(&mut *tx, &stored.id, turn, now).await?,
                        None => true,
                    };
                    if turned {
                        let text = Some(text).filter(|text| !text.is_empty());
                        requests::log(&mut *tx, &stored.id, person, (told_as(act), text), now)
                            .await?;
                        Acted::Done
                    } else {
                        Acted::TooLate
                    }
                };
                if acted == Acted::Done {
                    unsent::first_time(&mut *tx, &key, person, now).await?;
                    unsent::forget(tx, person, &stored.id, act.name()).await?;
                } else if acted == Acted::Mend || !text.is_empty() {
                    let kept = unsent::Unsent {
                        act: act.name().to_owned(),
                        about: None,
                        sheet: Sheet::from_pairs(
                            ["to", "text", "score"].map(|field| (field, typed.typed(field))),
                        ),
                    };
                    unsent::keep(tx, person, &stored.id, &kept, now).await?;
                }
                Ok(acted)
            })
        });
        acted.await
    }
}

/// Whether somebody's department asks or is asked.
fn sees(seat: &Seat, request: &Stored) -> bool {
    let reach = &seat.reach;
    reach.covers(&request.to.0, &request.to.1) || asks(seat, request)
}

fn asks(seat: &Seat, request: &Stored) -> bool {
    request.from_staff_id == seat.person.id || seat.reach.covers(&request.from.0, &request.from.1)
}

/// What somebody can do with a request. The owner decides about it; a colleague of theirs may look
/// and talk.
fn ways(seat: &Seat, request: &Stored) -> Vec<RequestWay> {
    let owns = request.from_staff_id == seat.person.id || (seat.decides() && asks(seat, request));
    let helps = seat.reach.covers(&request.to.0, &request.to.1);
    let state = request.state.as_str();
    [
        (RequestWay::Take, helps && state == "asked"),
        (RequestWay::Decline, helps && state == "asked"),
        (RequestWay::Answer, helps && state == "taken"),
        (RequestWay::AskAnew, owns && state == "declined"),
        (
            RequestWay::Withdraw,
            owns && matches!(state, "asked" | "taken" | "declined"),
        ),
        (
            RequestWay::Rate,
            owns && state == "answered" && request.score.is_none(),
        ),
        (
            RequestWay::Say,
            matches!(state, "asked" | "taken" | "answered"),
        ),
    ]
    .into_iter()
    .filter_map(|(way, open)| open.then_some(way))
    .collect()
}

fn way(act: RequestAct) -> RequestWay {
    match act {
        RequestAct::Take => RequestWay::Take,
        RequestAct::Decline => RequestWay::Decline,
        RequestAct::Answer => RequestWay::Answer,
        RequestAct::Say => RequestWay::Say,
        RequestAct::AskAnew => RequestWay::AskAnew,
        RequestAct::Withdraw => RequestWay::Withdraw,
        RequestAct::Rate => RequestWay::Rate,
    }
}

/// How an act is told in the log.
const fn told_as(act: RequestAct) -> &'static str {
    match act {
        RequestAct::Take => "taken",
        RequestAct::Decline => "declined",
        RequestAct::Answer => "answered",
        RequestAct::Say => "said",
        RequestAct::AskAnew => "asked-anew",
        RequestAct::Withdraw => "withdrawn",
        RequestAct::Rate => "rated",
    }
}

fn faults(act: &str, typed: &Sheet) -> Vec<(String, TextFault)> {
    let mut faults = Vec::new();
    if matches!(act, NEW | "ask-anew") && typed.said("to").is_none() {
        faults.push(("to".to_owned(), TextFault::Unchosen));
    }
    let mut look = |field: &str, most: u32| {
        faults.extend(check(typed.typed(field), most).map(|fault| (field.to_owned(), fault)));
    };
    match act {
        NEW => {
            look("title", TITLE);
            look("text", Rule::LONG);
        }
        "decline" | "answer" | "say" | "ask-anew" => look("text", Rule::LONG),
        "rate" if typed.typed("score") == Score::Poor.name() => look("text", Rule::LONG),
        _ => {}
    }
    faults
}

fn receiver(house: &House, typed: &Sheet) -> Option<(Receiver, Known)> {
    let to = Receiver::read(typed.typed("to"))?;
    let organisation = &house.organisation;
    let (_, department) = organisation.department_in(&to.unit, &to.department)?;
    let department = department.clone();
    Some((to, department))
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

fn shown_again(unsent: unsent::Unsent) -> UnsentRequest {
    UnsentRequest {
        faults: faults(&unsent.act, &unsent.sheet),
        act: unsent.act,
        sheet: unsent.sheet,
    }
}
