//! Whether everything that Onefront sends is what TMF621 v4 asks for, judged by a validator that
//! nobody here wrote. These tests need Prism from npm: `make contracts` runs them.

use crate::{
    house::{House, MINUTE, ticket},
    prism::Prism,
};
use receiver::{Fault, Heard, Log, Manner, Receiver};
use serde_json::{Value, json};
use server::{
    connectors::{
        Connector, Found, Trouble,
        lifecycle::Status,
        polling::{Polled, Poller},
        settings::{Fields, HttpSettings, NoteHabit, Tmf621Settings},
        ticket::{Kind, Note, Severity, StateChange, Ticket},
        tmf621::Tmf621,
    },
    outbox::Outcome::{Carried, Died, Retried},
};
use std::{collections::BTreeSet, sync::Arc};

/// Everything that a ticket may be told, and every word of a question.
const FIELDS: [&str; 13] = [
    "channel",
    "description",
    "externalId",
    "name",
    "note",
    "relatedEntity",
    "requestedResolutionDate",
    "severity",
    "status",
    "statusChangeReason",
    "ticketType",
    "troubleTicketRelationship",
    // Beside these a question names the fields it is answered with, and pages.
    "fields",
];

fn connector(url: &str, fields: Fields, notes: NoteHabit) -> Tmf621 {
    let http = HttpSettings::at(url.parse().unwrap());
    Tmf621::new(&Tmf621Settings {
        http,
        fields,
        notes,
    })
    .unwrap()
}

fn standard(prism: &Prism) -> Arc<Tmf621> {
    Arc::new(connector(
        prism.url(),
        Fields::default(),
        NoteHabit::Replace,
    ))
}

async fn checked() -> (Receiver, Prism) {
    let receiver = Receiver::start(Manner::Standard, Log::in_memory())
        .await
        .unwrap();
    let prism = Prism::before(&receiver.url());
    (receiver, prism)
}

/// A ticket of every kind and severity, with all that may be said of it and with none of it.
fn every_ticket() -> Vec<Ticket> {
    let mut all = Vec::new();
    for kind in [Kind::Enquiry, Kind::Complaint, Kind::Fault, Kind::Recovery] {
        for severity in [Severity::Critical, Severity::Major, Severity::Minor] {
            let full = Ticket {
                kind,
                severity,
                ..ticket(&format!("FULL-{}", all.len()))
            };
            let bare = Ticket {
                part: 2,
                title: String::new(),
                description: "x\u{0}\u{202e}🚧 ".repeat(2000),
                promised_by: None,
                line: None,
                place: None,
                ..full.clone()
            };
            all.push(full);
            all.push(Ticket {
                reference: format!("BARE-{}", all.len()),
                ..bare
            });
        }
    }
    all
}

#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn every_request_of_a_tickets_life_is_valid() {
    let (receiver, prism) = checked().await;
    let house = House::new(standard(&prism)).await;

    let tickets = every_ticket();
    for ticket in &tickets {
        house.send(ticket.clone(), "there").await;
    }
    assert_eq!(house.drain(0).await, vec![Carried; tickets.len()]);

    // To every state there is, over every state between.
    for (ticket, to) in tickets.iter().zip(Status::ALL) {
        house
            .note(&ticket.reference, "Die Lampe ist rot. 红灯闪烁。")
            .await;
        house.note(&ticket.reference, "").await;
        house.change(&ticket.reference, to).await;
    }
    assert_eq!(house.drain(MINUTE).await, [Carried; 24]);
    let states: Vec<Value> = receiver.tickets()[..8]
        .iter()
        .map(|kept| kept["status"].clone())
        .collect();
    assert_eq!(states, Status::ALL.map(|status| json!(status.name())));

    // And on from one that is closed, which takes a new ticket.
    let closed = Status::ALL
        .iter()
        .position(|to| *to == Status::Closed)
        .unwrap();
    house
        .change(&tickets[closed].reference, Status::InProgress)
        .await;
    assert_eq!(house.drain(2 * MINUTE).await, [Retried, Carried]);

    let sent: BTreeSet<String> = receiver.heard().iter().flat_map(words).collect();
    let known: BTreeSet<String> = FIELDS.map(str::to_owned).into();
    assert_eq!(sent, known);
}

/// What a request speaks of.
fn words(heard: &Heard) -> Vec<String> {
    let body = heard
        .body
        .as_object()
        .into_iter()
        .flat_map(|body| body.keys().cloned());
    let query = heard.target.split_once('?').map_or("", |(_, query)| query);
    let query = query.split('&').filter_map(|pair| pair.split_once('='));
    body.chain(query.map(|(name, _)| name.to_owned())).collect()
}

#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn what_is_asked_before_a_repeat_is_valid() {
    let (receiver, prism) = checked().await;
    let house = House::new(standard(&prism)).await;
    house.case("OTHER", "there").await;
    house.case("7K3M9", "there").await;
    house.note("7K3M9", "The lamp is red").await;
    house.change("7K3M9", Status::InProgress).await;
    assert_eq!(house.carrier.carry_one(0).await.unwrap(), Carried);
    // Opening, note and state arrive, and each time no answer comes back.
    receiver.plan([Fault::Break, Fault::Break]);
    assert_eq!(house.drain(0).await, [Retried]);
    assert_eq!(house.drain(MINUTE).await, [Carried, Retried]);
    receiver.plan([Fault::Break]);
    assert_eq!(house.drain(2 * MINUTE).await, [Carried, Retried]);
    assert_eq!(house.drain(3 * MINUTE).await, [Carried]);

    let kept = receiver.tickets();
    assert_eq!(kept.len(), 2);
    assert_eq!(kept[1]["note"].as_array().unwrap().len(), 1);
    assert_eq!(kept[1]["status"], "inProgress");
    assert!(house.shown().await.is_empty(), "nothing may be there twice");
}

#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn looking_at_open_tickets_is_valid() {
    let (receiver, prism) = checked().await;
    let house = House::new(standard(&prism)).await;
    house.case("7K3M9", "there").await;
    assert_eq!(house.drain(0).await, [Carried]);
    let poller = Poller::new(
        house.store.clone(),
        house.connectors.clone(),
        house.carrier.clone(),
        Arc::new(|tx, turn| Box::pin(server::office::legs::turned(tx, turn))),
    );
    let theirs = json!([{ "id": "1", "author": "li", "text": "van is out" }]);
    receiver
        .work("1", json!({ "status": "inProgress", "note": theirs }))
        .unwrap();
    assert_eq!(poller.poll_one(2 * MINUTE).await.unwrap(), Polled::News);
    assert_eq!(house.text("select state from legs").await, "working");
    // A ticket that is gone is asked for in the same words.
    house.run("update counterparts set foreign_id = '99'").await;
    assert_eq!(poller.poll_one(4 * MINUTE).await.unwrap(), Polled::News);
}

#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn notes_for_a_receiver_that_adds_them_are_valid() {
    let (receiver, prism) = checked().await;
    let plain = connector(prism.url(), Fields::default(), NoteHabit::Append);
    let id = plain.open(&ticket("7K3M9"), "key").await.unwrap();
    plain.note(&id, &note(), "key").await.unwrap();
    assert_eq!(receiver.tickets()[0]["note"][0]["text"], "any news?");
}

/// The proof that the others could fail.
#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn a_request_with_a_wrong_field_is_not_let_through() {
    let (receiver, prism) = checked().await;
    for field in FIELDS
        .into_iter()
        .filter(|field| !["fields", "note", "troubleTicketRelationship"].contains(field))
    {
        let fields = Fields {
            rename: [(field.to_owned(), format!("{field}s"))].into(),
            ..Fields::default()
        };
        let wrong = connector(prism.url(), fields, NoteHabit::Replace);
        let house = House::new(Arc::new(wrong)).await;
        let before = receiver.tickets().len();
        house.case("7K3M9", "there").await;
        house.change("7K3M9", Status::InProgress).await;
        let outcomes = house.drain(0).await;
        assert_eq!(outcomes.last(), Some(&Died), "{field}: {outcomes:?}");
        let last = house.shown().await[0].last_trouble.clone().unwrap();
        assert!(
            last.starts_with("422 ") || last.starts_with("400 "),
            "{field}: {last}"
        );
        let there = receiver.tickets().len() - before;
        assert_eq!(there, outcomes.len() - 1, "{field} was let through");
    }
}

/// What the connector could not be made to send.
#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn a_wrong_value_is_not_let_through_either() {
    let (receiver, prism) = checked().await;
    let client = reqwest::Client::new();
    for wrong in [
        json!({ "note": [{ "txt": "misspelt" }] }),
        json!({ "note": { "text": "no list" } }),
        json!({ "note": [{ "text": "soon", "date": "next week" }] }),
        json!({ "status": "InProgress" }),
        json!({ "troubleTicketRelationship": [{ "ids": "1" }] }),
        json!({ "id": "ours to choose" }),
    ] {
        let url = format!("{}/troubleTicket/1", prism.url());
        let answer = client.patch(url).json(&wrong).send().await.unwrap();
        assert!(answer.status().is_client_error(), "{wrong}");
    }
    assert!(receiver.heard().is_empty());
}

#[tokio::test]
#[ignore = "needs Prism: make contracts"]
async fn tickets_made_from_the_specification_are_understood() {
    let prism = Prism::alone();
    let plain = standard(&prism);
    // Each answer is the same sample: it says yes to all and keeps nothing.
    let id = plain.open(&ticket("7K3M9"), "key").await.unwrap();
    let seen = plain.look(&id).await.unwrap().unwrap();
    let here = seen.status.unwrap();
    assert_eq!(seen.notes.len(), 1);
    assert!(seen.notes[0].author.is_some() && seen.notes[0].at.is_some());
    assert_eq!(plain.find("7K3M9").await, Ok(Found::Nowhere));
    assert_eq!(plain.find(&id).await, Ok(Found::At(id.clone())));
    let ignored = |what| {
        Err(Trouble::Refused(format!(
            "200, but the {what} was not kept"
        )))
    };
    assert_eq!(plain.note(&id, &note(), "key").await, ignored("note"));
    let to = here.next()[0];
    let change = StateChange {
        to,
        reason: "the customer said so".to_owned(),
    };
    assert_eq!(plain.change(&id, &change, "key").await, ignored("state"));
}

fn note() -> Note {
    Note {
        text: "any news?".to_owned(),
        at: 1_700_000_000_000_000,
    }
}
