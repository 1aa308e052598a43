//! What is done about a request: it is made, and goes from one of the two departments to the other.

use super::{
    NEW,
    rights::{sees, way, ways},
    typed::{faults, receiver},
};
use crate::{
    catalogue::House,
    office::{Office, desk::SentForm, opening::due},
    store::{
        Connection,
        requests::{self, NewRequest, Turn},
        sessions,
        unsent::{self, Unsent},
    },
};
use app::{
    case::reference::Reference,
    desk::{
        Acted, Score,
        requests::{AskedFor, RequestAct},
    },
    hatch::{Refusal, Token},
    journey::Sheet,
};
use jiff::Timestamp;

impl Office {
    pub(super) async fn make_request(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<AskedFor> {
        let seat = self.seat(staff).await?;
        let (house, now, key) = (self.house(), self.now(), key.to_owned());
        let to = receiver(&house, typed);
        let faulty = !faults(NEW, typed).is_empty();
        let kept = Unsent {
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

    pub(super) async fn turn_request(
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
                let kept = Unsent {
                    act: act.name().to_owned(),
                    about: None,
                    sheet: Sheet::from_pairs(
                        ["to", "text", "score"].map(|field| (field, typed.typed(field))),
                    ),
                };
                let form = SentForm {
                    seat: &seat,
                    key: &key,
                    typed: &kept,
                };
                if form.done_before(&mut *tx).await? {
                    return Ok(Acted::Done);
                }
                let acted = if !ways(&seat, &stored).contains(&way(act)) {
                    Acted::TooLate
                } else if !faults(act.name(), &typed).is_empty() {
                    Acted::Mend
                } else {
                    let turning = Turning {
                        house: &house,
                        person: &seat.person.id,
                        typed: &typed,
                        at,
                    };
                    turning.done(&mut *tx, &stored.id, act).await?
                };
                form.end(tx, &stored.id, acted, now).await?;
                Ok(acted)
            })
        });
        acted.await
    }
}

/// An act that can be done, with what it takes.
struct Turning<'t> {
    house: &'t House,
    person: &'t str,
    typed: &'t Sheet,
    at: Timestamp,
}

impl Turning<'_> {
    /// Does it and tells it, unless somebody was quicker.
    async fn done(&self, tx: &mut Connection, id: &str, act: RequestAct) -> anyhow::Result<Acted> {
        let now = self.at.as_microsecond();
        let (to, department);
        let turn = match act {
            RequestAct::Say => None,
            RequestAct::Take => Some(Turn::Take {
                staff_id: self.person,
            }),
            RequestAct::Decline => Some(Turn::Decline),
            RequestAct::Answer => Some(Turn::Answer),
            RequestAct::Withdraw => Some(Turn::Withdraw),
            RequestAct::Rate => {
                let score = Score::from_name(self.typed.typed("score"));
                let score = score.ok_or(Refusal::NotFound)?.number();
                Some(Turn::Rate { score })
            }
            RequestAct::AskAnew => {
                (to, department) = receiver(self.house, self.typed).ok_or(Refusal::NotFound)?;
                Some(Turn::Anew {
                    unit: &to.unit,
                    department: &to.department,
                    answer_by: due(&department.answers, self.at),
                    due_at: due(&department.target, self.at),
                })
            }
        };
        if let Some(turn) = turn
            && !requests::turn(&mut *tx, id, turn, now).await?
        {
            return Ok(Acted::TooLate);
        }
        let text = self.typed.typed("text").trim();
        let told = (told_as(act), Some(text).filter(|text| !text.is_empty()));
        requests::log(&mut *tx, id, self.person, told, now).await?;
        Ok(Acted::Done)
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
