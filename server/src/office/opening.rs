//! Opening a case: reference, route, promise, and one transaction that writes case, first event,
//! legs and outbox rows. Whatever room a case comes from, it is opened here.

use super::Office;
use crate::store::Connection;
use crate::{
    catalogue::House,
    clock,
    connectors::ticket::{Kind as TicketKind, Severity, Ticket},
    routing::{self, Route, Sample},
    store::{
        Batch,
        cases::{self, NewCase},
        desk,
        events::{self, NewEvent, Side},
        legs::{self, NewLeg},
        movings,
        outbox::{self, NewItem, Verb},
        promises::{self, NewPromise},
        search, unsent, visitors,
    },
};
use anyhow::Context;
use app::{
    case::{
        language::Lang,
        reference::Reference,
        view::{About, PromiseKind, Sent},
    },
    catalogue::Consent,
    hatch::{Again, Receipt, Refusal, Token},
    journey::Reach,
};
use data_encoding::HEXLOWER;
use jiff::Timestamp;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a room wants opened.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The idempotency key of the form.
    pub key: String,
    /// The customer's language.
    pub lang: Lang,
    /// How it is routed.
    pub sample: Sample,
    /// What it is about.
    pub about: About,
    /// When in a customer's life it arose.
    pub stage: Option<&'static str>,
    /// What was sent, label by label, for the customer to read again.
    pub sent: Vec<Sent>,
    /// The same for the back office: one line, and the text. Without how to reach the customer.
    pub title: String,
    /// See `title`.
    pub description: String,
    /// How to reach the customer.
    pub reach: Reach,
    /// Number of the line, if given.
    pub line: Option<String>,
    /// Address, if given.
    pub address: Option<String>,
}

/// Under which number a case begins, where, and when.
#[derive(Clone, Debug)]
pub(super) struct Birth {
    /// Its key.
    pub id: String,
    /// Its public number.
    pub reference: Reference,
    /// The unit it came in at, if it came in at one.
    pub unit: Option<String>,
    /// When the customer sent it; everything that was promised counts from then.
    pub opened: Timestamp,
    /// When it came to us; what departments have to do counts from then.
    pub arrived: Timestamp,
}

/// Everything that will be written, decided before the transaction begins.
pub(super) struct Written {
    pub case: NewCase,
    sent: Vec<Sent>,
    agreed: Value,
    route: Route,
    legs: Vec<NewLeg>,
    ticket: Ticket,
    opened: Timestamp,
    arrived: i64,
}

impl Office {
    /// Opens a case for a visitor. The same key twice is one case.
    ///
    /// # Errors
    /// When it could not be made durable, or the key is another visitor's.
    pub async fn open_case(&self, visitor: &Token, opening: Opening) -> anyhow::Result<Receipt> {
        let written = self.decide(opening, self.born_now());
        let (kind, channel) = (written.case.kind, written.case.channel);
        let hash = self.token_hash(visitor);
        let until = self.visitor_until();
        let receipt = self
            .store
            .write(move |tx| {
                Box::pin(async move {
                    let now = written.case.opened_at;
                    let visitor = visitors::touch(&mut *tx, &hash, now, until)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    if let Some(known) =
                        cases::by_key(&mut *tx, &written.case.key, &visitor).await?
                    {
                        // A key that made somebody else's case tells a stranger nothing about it;
                        // but a journey taken over from a kiosk is theirs, whichever sent it first.
                        if !known.theirs {
                            let theirs = movings::grant(&mut *tx, &written.case.key, &visitor);
                            anyhow::ensure!(theirs.await?, Refusal::NotFound);
                            let receipt = format!("/receipt/{}", known.reference);
                            visitors::mark_sent(&mut *tx, &visitor, &written.case.key, &receipt)
                                .await?;
                        }
                        let same = known.content_hash == written.case.content_hash;
                        let again = if same { Again::Same } else { Again::Other };
                        return Ok(Receipt {
                            reference: known.reference.parse()?,
                            again,
                        });
                    }
                    let reference: Reference = written.case.reference.parse()?;
                    write(&mut *tx, written, Author::Visitor(&visitor)).await?;
                    Ok(Receipt {
                        reference,
                        again: Again::First,
                    })
                })
            })
            .await?;
        if receipt.again == Again::First {
            crate::meters::received(kind, channel);
            self.carrier.wake();
        }
        Ok(receipt)
    }

    /// Opens a case that a member of staff records, who owns it from the first moment. The same key
    /// twice is one case.
    ///
    /// # Errors
    /// When it could not be made durable.
    pub(super) async fn record_case(
        &self,
        staff_id: &str,
        opening: Opening,
    ) -> anyhow::Result<Reference> {
        let written = self.decide(opening, self.born_now());
        let (kind, channel) = (written.case.kind, written.case.channel);
        let staff_id = staff_id.to_owned();
        let recorded = self.store.write(move |tx| {
            Box::pin(async move {
                let (key, now) = (written.case.key.clone(), written.case.opened_at);
                if !unsent::first_time(&mut *tx, &key, &staff_id, now).await? {
                    let known = cases::by_key(tx, &key, "").await?;
                    let known = known.ok_or(Refusal::NotFound)?;
                    return Ok((known.reference.parse()?, Again::Same));
                }
                let reference: Reference = written.case.reference.parse()?;
                write(tx, written, Author::Staff(&staff_id)).await?;
                Ok((reference, Again::First))
            })
        });
        let (reference, again) = recorded.await?;
        if again == Again::First {
            crate::meters::received(kind, channel);
            self.carrier.wake();
        }
        Ok(reference)
    }

    /// A case that begins now, under a number that is drawn for it.
    fn born_now(&self) -> Birth {
        let now = self.timestamp();
        Birth {
            id: Uuid::now_v7().to_string(),
            reference: Reference::draw(rand::random()),
            unit: None,
            opened: now,
            arrived: now,
        }
    }

    /// Decides all about a case that is to be opened.
    pub(super) fn decide(&self, opening: Opening, birth: Birth) -> Written {
        let house = self.house();
        let opened = birth.opened;
        let now = opened.as_microsecond();
        let route = routing::route_from(&house, &opening.sample, birth.unit.as_deref());
        let reference = birth.reference;
        let content_hash = fingerprint(&opening.about, &opening.sent);
        let contact = match &opening.reach {
            Reach::Phone(number) => Some(("phone", number.clone())),
            Reach::Email(address) => Some(("email", address.as_str().to_owned())),
            Reach::LinkOnly => None,
        };
        let agreed = agreed(&house.front.consent, opening.lang);
        let legs = planned(&route, birth.arrived);
        let ticket = Ticket {
            reference: reference.to_string(),
            part: 1,
            title: opening.title,
            description: opening.description,
            kind: ticket_kind(&route),
            severity: severity(&route),
            channel: opening.sample.channel.code().to_owned(),
            opened_at: now,
            promised_by: Some(due(&route.promise.fix, opened)),
            line: opening.line.clone(),
            place: opening.about.place.clone(),
            again: 0,
            earlier: None,
        };
        let case = NewCase {
            id: birth.id,
            reference: reference.to_string(),
            key: opening.key,
            content_hash,
            kind: route.kind.code(),
            channel: opening.sample.channel.code(),
            language: opening.lang.tag(),
            about: opening.about,
            stage: opening.stage,
            tier: route.tier.code(),
            unit: route.unit.clone(),
            owner_duty: route.owner.duty.clone(),
            owner_of: (route.owner.unit.clone(), route.owner.department.clone()),
            catalogue: house.version.clone(),
            rule: route.rule.to_string(),
            consent_version: house.front.consent.version,
            contact,
            line: opening.line,
            address: opening.address,
            opened_at: now,
        };
        Written {
            case,
            sent: opening.sent,
            agreed,
            route,
            legs,
            ticket,
            opened,
            arrived: birth.arrived.as_microsecond(),
        }
    }
}

/// Who opens a case.
#[derive(Clone, Copy, Debug)]
pub(super) enum Author<'a> {
    /// The customer, as a visitor.
    Visitor(&'a str),
    /// The customer, at a kiosk, of whom nothing is left there.
    Kiosk,
    /// A member of staff, who records it and owns it.
    Staff(&'a str),
}

/// Writes all that was decided about a case.
pub(super) async fn write(
    tx: &mut Connection,
    written: Written,
    author: Author<'_>,
) -> anyhow::Result<()> {
    let Written {
        case,
        sent,
        agreed,
        route,
        legs: planned,
        ticket,
        opened,
        arrived,
    } = written;
    let now = case.opened_at;
    let found_by = found_by(&case, &sent);
    let mut batch = Batch::default();
    cases::add(&mut batch, &case);
    let actor = match author {
        Author::Visitor(_) | Author::Kiosk => "customer".to_owned(),
        Author::Staff(id) => format!("staff:{id}"),
    };
    let received = NewEvent {
        at: now,
        side: Side::Above,
        kind: app::case::view::Happening::Received.name(),
        actor: &actor,
        channel: case.channel,
        body: json!({ "sent": sent, "consent": agreed }),
    };
    events::add(&mut batch, &events::End::default(), &case.id, received);
    for (kind, within) in [
        (PromiseKind::Answer, &route.promise.answer),
        (PromiseKind::Fix, &route.promise.fix),
    ] {
        let promise = NewPromise {
            kind,
            due_at: due(within, opened),
            calendar: &within.calendar.to_string(),
            reason: "first",
        };
        promises::give(&mut batch, &case.id, &promise, now);
    }
    for leg in &planned {
        legs::add(&mut batch, &case.id, leg);
    }
    for leg in planned.iter().filter(|leg| leg.waits_for.is_empty()) {
        let item = NewItem {
            case_id: case.id.clone(),
            leg_id: leg.id.clone(),
            connector: leg.connector.clone(),
            verb: Verb::Open,
            payload: serde_json::to_value(Ticket {
                part: leg.seq,
                ..ticket.clone()
            })?,
        };
        outbox::add(&mut batch, &item, arrived);
    }
    if let Author::Visitor(visitor) = author {
        let receipt = format!("/receipt/{}", case.reference);
        visitors::sent(&mut batch, visitor, &case.id, &case.key, &receipt);
    }
    batch.run(&mut *tx).await.context("cannot write a case")?;
    if let Author::Staff(id) = author {
        desk::take_ownership(&mut *tx, &case.id, id).await?;
    }
    search::begin(tx, &case.id, arrived, &found_by).await
}

/// What the case is found by at the desk.
fn found_by(case: &NewCase, sent: &[Sent]) -> BTreeSet<String> {
    let contact = case.contact.as_ref().map(|(_, value)| value);
    let numbers = [contact, case.line.as_ref()].into_iter().flatten();
    let said = sent.iter().map(|sent| &sent.said).chain(&case.address);
    numbers
        .map(|number| search::Text::Number(number.clone()))
        .chain(said.map(|said| search::Text::Said(said.clone())))
        .flat_map(|text| text.terms())
        .collect()
}

fn planned(route: &Route, opened: Timestamp) -> Vec<NewLeg> {
    let number = |code: &str| {
        route
            .legs
            .iter()
            .zip(1..)
            .find(|(leg, _)| leg.code == code)
            .map(|(_, seq)| seq)
    };
    route
        .legs
        .iter()
        .zip(1..)
        .map(|(leg, seq)| NewLeg {
            id: Uuid::now_v7().to_string(),
            seq,
            unit: leg.unit.clone(),
            department: leg.department.clone(),
            connector: leg.connector.clone(),
            waits_for: leg.after.iter().filter_map(|code| number(code)).collect(),
            due_at: due(&leg.target, opened),
            calendar: leg.target.calendar.to_string(),
            code: Some(leg.code.clone()),
            task: None,
            binding: legs::Binding::No,
        })
        .collect()
}

/// When something that begins at an instant is due.
pub(super) fn due(within: &crate::catalogue::house::Within, opened: Timestamp) -> i64 {
    clock::due(opened, within.length, &within.calendar).as_microsecond()
}

fn ticket_kind(route: &Route) -> TicketKind {
    use crate::catalogue::house::CaseKind;
    match route.kind {
        CaseKind::Enquiry => TicketKind::Enquiry,
        CaseKind::Complaint => TicketKind::Complaint,
        CaseKind::Fault => TicketKind::Fault,
    }
}

fn severity(route: &Route) -> Severity {
    use crate::catalogue::house::{CaseKind, Tier};
    match (route.kind, route.tier) {
        (_, Tier::KeyAccount) => Severity::Critical,
        (CaseKind::Fault | CaseKind::Complaint, _) => Severity::Major,
        (CaseKind::Enquiry, _) => Severity::Minor,
    }
}

/// What the customer was told when they sent, in their words: the text is kept with its version,
/// because the catalogue that held it will have changed.
fn agreed(consent: &Consent, lang: Lang) -> Value {
    let said = [
        &consent.details,
        &consent.contact,
        &consent.place,
        &consent.send,
    ];
    json!({ "version": consent.version, "text": said.map(|text| text.say(lang)) })
}

/// What makes two submissions the same: everything the customer said.
fn fingerprint(about: &About, sent: &[Sent]) -> String {
    let said = json!({ "about": about, "sent": sent });
    HEXLOWER.encode(&Sha256::digest(said.to_string()))
}

/// A catalogue name in the operator's own language, for a back office.
pub(super) fn in_house<'a>(house: &House, text: &'a app::case::language::Text) -> &'a str {
    text.say(house.front.operator.language)
}
