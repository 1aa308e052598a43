//! What is done about a clock: pausing, going on, another promise, saying that one knows, taking
//! over, ordering. Each is one transaction with its event and its key, as every act at the desk.

use super::reckon;
use crate::{
    catalogue::House,
    connectors,
    office::{
        Office,
        desk::{
            inner_names::{check, check_for_customers},
            rights::{Seat, department_name, reach},
        },
    },
    store::{
        Batch, Connection, cases,
        desk::{self, CaseRow, LegRow},
        escalations,
        events::{self, NewEvent, Side},
        levels,
        orders::{self, NewOrder},
        promises::{self, NewPromise},
        sessions,
        spells::{self, Holder, NewSpell},
        staff, targets, unsent,
    },
};
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{Happening, PromiseKind, State},
    },
    desk::{Acted, ClockAct, ClockTyped, TextFault},
    hatch::{Refusal, Token},
    journey::{Rule, Sheet},
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use serde_json::{Value, json};

/// An act on its way through one transaction.
struct Doing<'t> {
    tx: &'t mut Connection,
    house: &'t House,
    seat: &'t Seat,
    case: CaseRow,
    now: i64,
}

impl Office {
    pub(super) async fn act_on_clock(
        &self,
        staff: &Token,
        reference: Reference,
        key: &str,
        act: ClockAct,
    ) -> anyhow::Result<Acted> {
        let seat = match self.seat(staff).await {
            Ok(seat) => seat,
            Err(refusal) => {
                self.keep_clock_for_later(staff, reference, &act).await?;
                return Err(refusal);
            }
        };
        let (house, key, now) = (self.house(), key.to_owned(), self.now());
        let acted = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let number = reference.to_string();
                let case = desk::case(&mut *tx, &number, &seat.reach, &seat.person.id)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                if unsent::sent_before(&mut *tx, &key).await? {
                    return Ok(Acted::Done);
                }
                let typed = kept(&act);
                let place = place(&case.id);
                let mut doing = Doing {
                    tx: &mut *tx,
                    house: &house,
                    seat: &seat,
                    case,
                    now,
                };
                let acted = doing.act(act).await?;
                let person = &seat.person.id;
                if acted == Acted::Done {
                    unsent::first_time(&mut *tx, &key, person, now).await?;
                    unsent::forget(tx, person, &place, &typed.act).await?;
                } else {
                    unsent::keep(tx, person, &place, &typed, now).await?;
                }
                Ok(acted)
            })
        });
        acted.await
    }

    /// A session can end while somebody writes: what they wrote waits on the page of the case.
    async fn keep_clock_for_later(
        &self,
        staff: &Token,
        reference: Reference,
        act: &ClockAct,
    ) -> anyhow::Result<()> {
        let hash = self.token_hash(staff);
        let session = sessions::find(self.store.read(), &hash).await?;
        let Some(session) = session.filter(|_| act.typed() != ("", "")) else {
            return Ok(());
        };
        let seat = Seat::new(&self.house(), session.person, hash, self.now());
        let (typed, number, now) = (kept(act), reference.to_string(), self.now());
        let kept = self.store.write(move |tx| {
            Box::pin(async move {
                let person = &seat.person.id;
                match desk::case(&mut *tx, &number, &seat.reach, person).await? {
                    Some(case) => unsent::keep(tx, person, &place(&case.id), &typed, now).await,
                    None => Ok(()),
                }
            })
        });
        kept.await
    }
}

/// Where what was typed about a clock is kept, apart from what was typed about the case.
pub(super) fn place(case_id: &str) -> String {
    format!("clock-{case_id}")
}

fn kept(act: &ClockAct) -> unsent::Unsent {
    let (when, text) = act.typed();
    let to = match act {
        ClockAct::Order { to, .. } => to,
        _ => "",
    };
    unsent::Unsent {
        act: act.name().to_owned(),
        about: None,
        sheet: Sheet::from_pairs([("when", when), ("text", text), ("to", to)]),
    }
}

/// What was typed and not taken, with what is wrong with it now.
pub(super) fn shown_again(
    house: &House,
    case: &CaseRow,
    typed: &unsent::Unsent,
    now: i64,
) -> ClockTyped {
    let field = |name: &str| typed.sheet.typed(name).to_owned();
    let (when, text) = (field("when"), field("text"));
    ClockTyped {
        when_fault: typed.act != "relieve" && ahead(house, &case.unit, &when, now).is_none(),
        text_fault: text_fault(house, &typed.act, &text),
        act: typed.act.clone(),
        to: field("to"),
        when,
        text,
    }
}

/// The customer reads why a promise is another; colleagues read the rest.
fn text_fault(house: &House, act: &str, text: &str) -> Option<TextFault> {
    match act {
        "promise" => check_for_customers(house, text, Rule::LONG),
        _ => check(text, Rule::LONG),
    }
}

/// A day and a time of day that lie ahead, by the wall clock of a unit.
fn ahead(house: &House, unit: &str, typed: &str, now: i64) -> Option<i64> {
    let shown: DateTime = typed.trim().parse().ok()?;
    let zone = TimeZone::get(house.zone_of(unit)).unwrap_or(TimeZone::UTC);
    let at: Timestamp = zone.to_timestamp(shown).ok()?;
    Some(at.as_microsecond()).filter(|at| *at > now)
}

/// Whether somebody may pause a part, or go on with it: it is worked at here, by their people.
pub(super) fn may_pause(seat: &Seat, case: &CaseRow, leg: &LegRow) -> bool {
    let at_work = ["accepted", "working", "paused"].contains(&leg.state.as_str());
    at_work
        && is_open(case)
        && leg.connector == connectors::desk::NAME
        && seat.reach.covers(&leg.unit, &leg.department)
}

/// Whether somebody may promise the customer another time: who answers for the case, or decides.
pub(super) fn may_promise(seat: &Seat, case: &CaseRow) -> bool {
    let owns = case.answers;
    is_open(case) && (owns || seat.decides())
}

/// Whether somebody may answer for a case in the place of whoever does.
pub(super) fn may_relieve(seat: &Seat, case: &CaseRow) -> bool {
    let owns = case.answers;
    is_open(case) && seat.decides() && !owns
}

pub(super) fn is_open(case: &CaseRow) -> bool {
    let over = [State::Done, State::Closed].map(State::name);
    !over.contains(&case.state.as_str())
}

impl Doing<'_> {
    async fn act(&mut self, act: ClockAct) -> anyhow::Result<Acted> {
        match act {
            ClockAct::Pause { leg, reason } => self.pause(leg, &reason).await,
            ClockAct::GoOn { leg } => self.go_on(leg).await,
            ClockAct::Promise { when, text } => self.promise(&when, text.trim()).await,
            ClockAct::Acknowledge { promise, share } => self.acknowledge(promise, share).await,
            ClockAct::Relieve { text } => self.relieve(text.trim()).await,
            ClockAct::Order { to, when, text } => self.order(&to, &when, text.trim()).await,
            ClockAct::Obey { order } => self.obey(&order).await,
        }
    }

    /// The customer reads why in their words; colleagues in theirs.
    async fn pause(&mut self, seq: i64, reason: &str) -> anyhow::Result<Acted> {
        let leg = self.leg(seq).await?;
        let why = self.house.pause(reason).ok_or(Refusal::NotFound)?;
        if !may_pause(self.seat, &self.case, &leg)
            || !targets::pause(&mut *self.tx, &leg.id).await?
        {
            return Ok(Acted::TooLate);
        }
        let spell = NewSpell {
            case_id: &self.case.id,
            leg_id: Some(&leg.id),
            holder: Holder::Pause,
            reason: Some(&why.code),
            stops: why.stops_promise,
            unit: Some(&leg.unit),
            department: Some(&leg.department),
            staff_id: Some(&self.seat.person.id),
        };
        spells::begin(&mut *self.tx, &spell, self.now).await?;
        cases::look_again(&mut *self.tx, &self.case.id).await?;
        let lang = Lang::from_tag(&self.case.language).unwrap_or_default();
        let told = json!({ "reason": why.code, "text": why.told.say(lang) });
        self.log(Side::Above, Happening::Paused.name(), told)
            .await?;
        let desk = self.house.front.operator.language;
        let body = json!({ "leg": seq, "reason": why.code, "text": why.name.say(desk) });
        self.log(Side::Below, "leg-paused", body).await?;
        Ok(Acted::Done)
    }

    async fn go_on(&mut self, seq: i64) -> anyhow::Result<Acted> {
        let leg = self.leg(seq).await?;
        if !may_pause(self.seat, &self.case, &leg)
            || !targets::go_on(&mut *self.tx, &leg.id).await?
        {
            return Ok(Acted::TooLate);
        }
        let (case, now) = (&self.case.id, self.now);
        spells::end(&mut *self.tx, case, Some(&leg.id), Holder::Pause, now).await?;
        cases::look_again(&mut *self.tx, case).await?;
        self.log(Side::Above, Happening::WentOn.name(), json!({}))
            .await?;
        self.log(Side::Below, "leg-went-on", json!({ "leg": seq }))
            .await?;
        reckon(&mut *self.tx, self.house, &self.case.id, self.now).await?;
        Ok(Acted::Done)
    }

    /// The earlier promises stay: what was told was told.
    async fn promise(&mut self, when: &str, why: &str) -> anyhow::Result<Acted> {
        if !may_promise(self.seat, &self.case) {
            return Ok(Acted::TooLate);
        }
        let due_at = ahead(self.house, &self.case.unit, when, self.now);
        let (Some(due_at), None) = (due_at, text_fault(self.house, "promise", why)) else {
            return Ok(Acted::Mend);
        };
        let promise = NewPromise {
            kind: super::current(&self.case.kind, &self.case.state),
            due_at,
            calendar: "elapsed",
            reason: why,
        };
        let mut batch = Batch::default();
        promises::give(&mut batch, &self.case.id, &promise, self.now);
        // An answer that comes later cannot come after what it answers is done.
        if promise.kind == PromiseKind::Answer {
            let fix = promises::last_fix(&mut *self.tx, &self.case.id).await?;
            if fix.is_some_and(|fix| fix < due_at) {
                let fix = NewPromise {
                    kind: PromiseKind::Fix,
                    ..promise
                };
                promises::give(&mut batch, &self.case.id, &fix, self.now);
            }
        }
        batch.run(&mut *self.tx).await?;
        let body = json!({ "reason": "said", "text": why, "due_at": due_at });
        self.log(Side::Above, Happening::PromiseChanged.name(), body)
            .await?;
        Ok(Acted::Done)
    }

    async fn acknowledge(&mut self, promise: i64, share: i64) -> anyhow::Result<Acted> {
        let waiting = escalations::of_case(&mut *self.tx, &self.case.id).await?;
        let mut waiting = waiting.into_iter();
        let one = waiting.find(|one| one.seq == promise && one.share == share);
        let Some(one) = one else {
            return Ok(Acted::TooLate);
        };
        anyhow::ensure!(super::levels::theirs(self.seat, &one), Refusal::NotFound);
        let (case, person) = (&self.case.id, &self.seat.person.id);
        escalations::acknowledge(&mut *self.tx, case, promise, share, person, self.now).await?;
        let body = json!({ "share": share, "text": format!("{share} %") });
        self.log(Side::Below, "acknowledged", body).await?;
        Ok(Acted::Done)
    }

    async fn relieve(&mut self, why: &str) -> anyhow::Result<Acted> {
        if text_fault(self.house, "relieve", why).is_some() {
            return Ok(Acted::Mend);
        }
        let (case, person) = (&self.case.id, &self.seat.person.id);
        if !may_relieve(self.seat, &self.case)
            || !levels::relieve(&mut *self.tx, case, person, self.now).await?
        {
            return Ok(Acted::TooLate);
        }
        let body = json!({ "from": self.case.owner_staff_id, "text": why });
        self.log(Side::Below, "owner-relieved", body).await?;
        Ok(Acted::Done)
    }

    async fn order(&mut self, to: &str, when: &str, what: &str) -> anyhow::Result<Acted> {
        anyhow::ensure!(self.seat.decides(), Refusal::NotFound);
        if !is_open(&self.case) {
            return Ok(Acted::TooLate);
        }
        let legs = desk::legs(&mut *self.tx, &self.case.id).await?;
        let colleagues = staff::working_here(&mut *self.tx).await?;
        let colleagues = whom(self.house, &self.case, &legs, &colleagues);
        let due_at = ahead(self.house, &self.case.unit, when, self.now);
        let fault = text_fault(self.house, "order", what);
        let (Some((to, name)), Some(due_at), None) =
            (colleagues.iter().find(|(id, _)| id == to), due_at, fault)
        else {
            return Ok(Acted::Mend);
        };
        let order = NewOrder {
            case_id: &self.case.id,
            by: &self.seat.person.id,
            to,
            what,
            due_at,
        };
        let id = orders::give(&mut *self.tx, &order, self.now).await?;
        let body =
            json!({ "order": id, "to": to, "to_name": name, "due_at": due_at, "text": what });
        self.log(Side::Below, "ordered", body).await?;
        Ok(Acted::Done)
    }

    async fn obey(&mut self, order: &str) -> anyhow::Result<Acted> {
        let person = &self.seat.person.id;
        if !orders::done(&mut *self.tx, order, person, self.now).await? {
            return Ok(Acted::TooLate);
        }
        self.log(Side::Below, "order-done", json!({ "order": order }))
            .await?;
        Ok(Acted::Done)
    }

    async fn leg(&mut self, seq: i64) -> anyhow::Result<LegRow> {
        let legs = desk::legs(&mut *self.tx, &self.case.id).await?;
        let covers = |leg: &LegRow| self.seat.reach.covers(&leg.unit, &leg.department);
        let leg = { legs.into_iter() }.find(|leg| leg.seq == seq && covers(leg));
        Ok(leg.ok_or(Refusal::NotFound)?)
    }

    async fn log(&mut self, side: Side, kind: &str, body: Value) -> anyhow::Result<()> {
        let actor = self.seat.actor();
        let event = NewEvent {
            at: self.now,
            side,
            kind,
            actor: &actor,
            channel: "desk",
            body,
        };
        events::append(&mut *self.tx, &self.case.id, event).await?;
        Ok(())
    }
}

/// Whom somebody who decides may tell to do something about a case: its owner, and whoever may see
/// it. Key, and name with department.
pub(super) fn whom(
    house: &House,
    case: &CaseRow,
    legs: &[LegRow],
    colleagues: &[staff::Person],
) -> Vec<(String, String)> {
    let lang = house.front.operator.language;
    let sees = |person: &staff::Person| {
        let reach = reach(house, person);
        case.owner_staff_id.as_ref() == Some(&person.id)
            || legs
                .iter()
                .any(|leg| reach.covers(&leg.unit, &leg.department))
    };
    colleagues
        .iter()
        .filter(|person| sees(person))
        .map(|person| {
            let department = department_name(house, &person.department);
            (
                person.id.clone(),
                format!("{} · {}", person.name, department.say(lang)),
            )
        })
        .collect()
}
