//! What is done about a clock: pausing, going on, another promise, saying that one knows, taking
//! over, ordering. Each is one transaction with its event and its key, as every act at the desk.

use super::{
    may::{is_open, may_pause, may_promise, may_relieve, whom},
    reckon,
    typed::{ahead, kept, place, text_fault},
    waiting::theirs,
};
use crate::{
    catalogue::House,
    office::{
        Office,
        desk::{SentForm, rights::Seat},
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
        staff, targets,
    },
};
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{Happening, PromiseKind},
    },
    desk::{Acted, ClockAct},
    hatch::{Refusal, Token},
};
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
                self.keep_for_later(staff, reference, kept(&act), place)
                    .await?;
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
                let (place, typed) = (place(&case.id), kept(&act));
                let form = SentForm {
                    seat: &seat,
                    key: &key,
                    typed: &typed,
                };
                if form.done_before(&mut *tx).await? {
                    return Ok(Acted::Done);
                }
                let mut doing = Doing {
                    tx: &mut *tx,
                    house: &house,
                    seat: &seat,
                    case,
                    now,
                };
                let acted = doing.act(act).await?;
                form.end(tx, &place, acted, now).await?;
                Ok(acted)
            })
        });
        acted.await
    }
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
            let fix = promises::current(&mut *self.tx, &self.case.id, PromiseKind::Fix).await?;
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
        let of_promise = waiting.iter().filter(|one| one.seq == promise);
        let Some(one) = of_promise.clone().find(|one| one.share == share) else {
            return Ok(Acted::TooLate);
        };
        anyhow::ensure!(theirs(self.seat, one), Refusal::NotFound);
        // Who knows how much has passed knows that less has.
        let known = of_promise.filter(|one| one.share <= share && theirs(self.seat, one));
        let shares: Vec<i64> = known.map(|one| one.share).collect();
        for share in shares {
            let (case, person) = (&self.case.id, &self.seat.person.id);
            escalations::acknowledge(&mut *self.tx, case, promise, share, person, self.now).await?;
            let body = json!({ "share": share, "text": format!("{share} %") });
            self.log(Side::Below, "acknowledged", body).await?;
        }
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
