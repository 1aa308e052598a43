//! A store with cases of one leg each, a carrier, and one back office under the name `there`.

use crate::ground::Ground;
use serde_json::{Value, json};
use server::store::Connection;
use server::{
    connectors::{
        Connector, Connectors,
        ticket::{Kind, Note, Severity, StateChange, Ticket},
    },
    outbox::{Carrier, Outcome},
    store::{
        Store,
        outbox::{self as rows, NewItem, Verb},
    },
};
use std::sync::Arc;

pub const MINUTE: i64 = 60_000_000;

pub struct House {
    pub store: Store,
    pub connectors: Connectors,
    pub carrier: Carrier,
    pub ground: Ground,
}

impl House {
    pub async fn new(there: Arc<dyn Connector>) -> Self {
        let ground = Ground::new().await;
        let store = ground.store().await;
        let connectors = Connectors::new([("there".to_owned(), there)]);
        let carrier = Carrier::new(store.clone(), connectors.clone());
        Self {
            store,
            connectors,
            carrier,
            ground,
        }
    }

    /// A case that is to be opened somewhere.
    pub async fn case(&self, reference: &str, connector: &str) {
        self.send(ticket(reference), connector).await;
    }

    /// A case that is to be opened somewhere, told in these words.
    pub async fn send(&self, ticket: Ticket, connector: &str) {
        let connector = connector.to_owned();
        self.store
            .write(move |tx| Box::pin(async move { seed(tx, &ticket, &connector).await }))
            .await
            .unwrap();
    }

    /// One more thing to be carried for a case.
    pub async fn more(&self, reference: &str, connector: &str, verb: Verb, payload: Value) {
        let (case, connector) = (reference.to_owned(), connector.to_owned());
        self.store
            .write(move |tx| {
                Box::pin(async move { put(tx, &case, &connector, verb, payload).await })
            })
            .await
            .unwrap();
    }

    /// A note for a case that is open `there`.
    pub async fn note(&self, reference: &str, text: &str) {
        let note = Note {
            text: text.to_owned(),
            at: 1_700_000_000_000_000,
        };
        self.more(reference, "there", Verb::Note, json!(note)).await;
    }

    /// A change of state for a case that is open `there`.
    pub async fn change(&self, reference: &str, to: server::connectors::lifecycle::Status) {
        let change = StateChange {
            to,
            reason: "the customer said so".to_owned(),
        };
        self.more(reference, "there", Verb::State, json!(change))
            .await;
    }

    /// Carries until nothing is due, and says what happened.
    pub async fn drain(&self, now: i64) -> Vec<Outcome> {
        drain(&self.carrier, now).await
    }

    /// Does something to the store that only a test would.
    pub async fn run(&self, statement: &'static str) {
        self.store
            .write(move |tx| {
                Box::pin(async move { Ok(sqlx::query(statement).execute(tx).await.map(drop)?) })
            })
            .await
            .unwrap();
    }

    /// The one text that answers a question to the store.
    pub async fn text(&self, question: &'static str) -> String {
        let (answer,): (String,) = sqlx::query_as(question)
            .fetch_one(self.store.read())
            .await
            .unwrap();
        answer
    }

    /// What a person is shown.
    pub async fn shown(&self) -> Vec<rows::Shown> {
        rows::list(self.store.read(), 100).await.unwrap()
    }
}

pub async fn drain(carrier: &Carrier, now: i64) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    loop {
        match carrier.carry_one(now).await.unwrap() {
            Outcome::Empty => return outcomes,
            outcome => outcomes.push(outcome),
        }
    }
}

/// Customer, case and leg share the reference as their id.
async fn seed(tx: &mut Connection, ticket: &Ticket, connector: &str) -> anyhow::Result<()> {
    let case = &ticket.reference;
    sqlx::query("insert into customers (id, tier, created_at) values ($1, 'individual', 0)")
        .bind(case)
        .execute(&mut *tx)
        .await?;
    sqlx::query(
        "insert into cases (id, reference, key, content_hash, kind, channel, language, state, tier,
           customer_id, unit, owner_duty, catalogue, rule, consent_version, opened_at)
         values ($1, $1, $1, '', 'fault', 'portal', 'en', 'received', 'individual', $1, 'u', 'duty', 'v', 'r', 1, 0)",
    )
    .bind(case)
    .execute(&mut *tx)
    .await?;
    sqlx::query(
        "insert into legs (id, case_id, seq, unit, department, connector, state, due_at, calendar)
         values ($1, $1, 1, 'u', 'network', $2, 'planned', 0, 'elapsed')",
    )
    .bind(case)
    .bind(connector)
    .execute(&mut *tx)
    .await?;
    put(tx, case, connector, Verb::Open, json!(ticket)).await
}

pub async fn put(
    tx: &mut Connection,
    case: &str,
    connector: &str,
    verb: Verb,
    payload: Value,
) -> anyhow::Result<()> {
    let item = NewItem {
        case_id: case.to_owned(),
        leg_id: case.to_owned(),
        connector: connector.to_owned(),
        verb,
        payload,
    };
    rows::put(tx, &item, 0).await
}

pub fn ticket(reference: &str) -> Ticket {
    Ticket {
        reference: reference.to_owned(),
        part: 1,
        title: "No internet since this morning".to_owned(),
        description: "Broadband: no connection at all. Router restarted, no change. 光猫红灯闪烁。"
            .to_owned(),
        kind: Kind::Fault,
        severity: Severity::Critical,
        channel: "portal".to_owned(),
        opened_at: 0,
        promised_by: Some(1_700_000_000_000_000),
        line: Some("0571-8800-0001".to_owned()),
        place: Some("330106".to_owned()),
        again: 0,
        earlier: None,
    }
}
