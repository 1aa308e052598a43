//! A kiosk without a browser: its credential, its references, its queue and its clock.

use super::{Customer, House, kiosks};
use app::{
    case::{language::Lang, reference::Reference},
    journey::Sheet,
    kiosk::{
        deposit::{Block, Deposit, Deposited, Matter, Outcome, Slip},
        seal::Header,
    },
    steps::fresh_key,
};
use serde_json::{Value, json};

/// Fields with what was typed in them.
pub type Typed = Vec<(String, String)>;

pub fn said(key: &str, matter: Matter, typed: &Typed) -> Deposited {
    Deposited {
        key: key.to_owned(),
        lang: Lang::En,
        sheet: Sheet::from_pairs(typed.iter().cloned()),
        matter,
    }
}

pub struct Device {
    pub browser: Customer,
    pub block: Block,
    /// By how much its clock is behind the house's, which it has found out.
    pub behind: i64,
}

impl Device {
    /// Paired, with a few references.
    pub async fn paired(house: &House) -> Self {
        let mut browser = kiosks::paired(house).await;
        let block = reserve(house, &mut browser, 5).await;
        Self {
            browser,
            block,
            behind: 0,
        }
    }

    /// Seals what was typed, at the time it is now in the house, under the next reference.
    pub fn seal(&mut self, house: &House, matter: Matter, typed: &Typed) -> Deposit {
        self.seal_said(house, &said(&fresh_key(), matter, typed))
    }

    pub fn seal_said(&mut self, house: &House, said: &Deposited) -> Deposit {
        let reference = said
            .matter
            .is_case()
            .then(|| self.block.spots.remove(0).reference);
        let header = Header {
            key_id: self.block.key.id,
            reference,
            pressed_at: (house.office.clock)() - self.behind,
            offset: self.behind,
        };
        self.seal_under(header, said)
    }

    pub fn seal_under(&self, header: Header, said: &Deposited) -> Deposit {
        let text = serde_json::to_vec(said).unwrap();
        let sealed = self.block.key.seal(&header, &text).unwrap();
        Deposit { header, sealed }
    }

    pub async fn send(&mut self, house: &House, batch: &[Deposit]) -> Vec<Outcome> {
        let answer = call(
            house,
            &mut self.browser,
            "deposit",
            &json!({ "batch": batch }),
        )
        .await;
        serde_json::from_value(answer).unwrap()
    }

    /// Sends one that becomes a case.
    pub async fn slip(&mut self, house: &House, deposit: &Deposit) -> Slip {
        let outcomes = self.send(house, std::slice::from_ref(deposit)).await;
        match outcomes.as_slice() {
            [Outcome::Case(slip)] => slip.clone(),
            other => panic!("no case: {other:?}"),
        }
    }
}

pub async fn reserve(house: &House, browser: &mut Customer, wanted: u32) -> Block {
    let answer = call(house, browser, "reserve", &json!({ "wanted": wanted })).await;
    serde_json::from_value(answer).unwrap()
}

/// What an endpoint of the device answers.
pub async fn call(house: &House, browser: &mut Customer, verb: &str, body: &Value) -> Value {
    let (status, text, _) = crate::kiosks::call(house, browser, verb, body.to_string()).await;
    assert_eq!(status, 200, "{text}");
    serde_json::from_str(&text).unwrap()
}

/// An enquiry with nothing missing.
pub fn enquiry(house: &House, details: &str) -> Typed {
    let catalogue = house.office.shelf.current().front.clone();
    let mut topics = catalogue.topics.iter();
    let topic = topics.find(|it| it.questions.is_empty() && !it.open);
    own(&[
        ("topic", &topic.unwrap().code),
        ("details", details),
        ("contact", "phone"),
        ("phone", "138 0013 8000"),
    ])
}

pub fn own(typed: &[(&str, &str)]) -> Typed {
    let own = |(field, said): &(&str, &str)| ((*field).to_owned(), (*said).to_owned());
    typed.iter().map(own).collect()
}

/// One column of the case with a reference.
pub async fn of_case(house: &House, sql: &'static str, reference: Reference) -> String {
    house.text(sql, &reference.to_string()).await
}
