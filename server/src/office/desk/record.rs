//! Recording what reached the operator another way than by its pages. Whoever records a case took it
//! first, and owns it.

use super::inner_names::check;
use crate::{
    catalogue::{
        House,
        house::{Channel, Tier},
    },
    office::{
        Office,
        enquiry::{contact, description, said_as},
        opening::{Opening, in_house},
        refuse,
    },
    routing::{Sample, Subject as Routed},
    store::{sessions, unsent},
};
use app::{
    case::{
        contact::{Email, Phone},
        language::Lang,
        view::About,
    },
    catalogue::Stage,
    desk::{
        Subject,
        record::{CHANNELS, RecordFault, RecordOffice, Recorded, TIERS, UnsentRecord},
    },
    hatch::{Refusal, Token},
    journey::{Reach, Rule, Sheet},
};
use async_trait::async_trait;

/// Where what was typed is kept.
pub(super) const PLACE: &str = "record";
/// Lines and addresses are one line each.
const LINE: u32 = 200;

type Faults = Vec<(&'static str, RecordFault)>;

#[async_trait]
impl RecordOffice for Office {
    async fn unsent_record(&self, staff: &Token) -> Result<Option<UnsentRecord>, Refusal> {
        self.read_unsent(staff).await.map_err(refuse)
    }

    async fn record(&self, staff: &Token, key: &str, typed: &Sheet) -> Result<Recorded, Refusal> {
        self.make_record(staff, key, typed).await.map_err(refuse)
    }
}

impl Office {
    async fn read_unsent(&self, staff: &Token) -> anyhow::Result<Option<UnsentRecord>> {
        let seat = self.seat(staff).await?;
        let unsent = unsent::find(self.store.read(), &seat.person.id, PLACE).await?;
        Ok(unsent.map(|unsent| UnsentRecord {
            faults: read(&self.house(), "", &unsent.sheet)
                .err()
                .unwrap_or_default(),
            sheet: unsent.sheet,
        }))
    }

    async fn make_record(
        &self,
        staff: &Token,
        key: &str,
        typed: &Sheet,
    ) -> anyhow::Result<Recorded> {
        let seat = self.seat(staff).await?;
        let (person, now) = (seat.person.id.clone(), self.now());
        let Ok(opening) = read(&self.house(), key, typed) else {
            self.keep_typed(staff, PLACE, PLACE, typed.clone()).await?;
            return Ok(Recorded::Mend);
        };
        let reference = self.record_case(&seat.person.id, opening).await?;
        let forgotten = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                unsent::forget(tx, &person, PLACE, PLACE).await
            })
        });
        forgotten.await?;
        Ok(Recorded::Done(reference))
    }
}

/// What was typed as a case to be opened, or what is wrong with it.
fn read(house: &House, key: &str, typed: &Sheet) -> Result<Opening, Faults> {
    let front = &house.front;
    let channel = CHANNELS.iter().find(|one| **one == typed.typed("channel"));
    let channel = channel.and_then(|channel| channel.parse::<Channel>().ok());
    let tier = TIERS.iter().find(|one| **one == typed.typed("tier"));
    let tier = tier.and_then(|tier| tier.parse::<Tier>().ok());
    let lang = Lang::from_tag(typed.typed("lang"));
    let subject = Subject::read(typed.typed("subject")).filter(|subject| known(house, subject));
    let place = typed.said("place");
    let details = typed.typed("details").trim();
    let reach = reach(typed.typed("contact").trim(), &front.operator.region);
    let short = |field: &str| typed.said(field).and_then(|said| check(said, LINE));
    let choose = |wrong: bool| wrong.then_some(RecordFault::Choose);
    let faults: Faults = [
        ("channel", choose(channel.is_none())),
        ("subject", choose(subject.is_none())),
        ("details", check(details, Rule::LONG).map(RecordFault::Text)),
        (
            "place",
            choose(place.is_some_and(|place| front.places.find(place).is_none())),
        ),
        ("contact", reach.as_ref().err().cloned()),
        ("lang", choose(lang.is_none())),
        ("tier", choose(tier.is_none())),
        ("line", short("line").map(RecordFault::Text)),
        ("address", short("address").map(RecordFault::Text)),
    ]
    .into_iter()
    .filter_map(|(field, fault)| Some((field, fault?)))
    .collect();
    let (Some(channel), Some(tier), Some(lang), Some(subject), Ok(reach), true) =
        (channel, tier, lang, subject, reach, faults.is_empty())
    else {
        return Err(faults);
    };
    let mut sent = vec![said_as("sent-details", details)];
    let said = |field: &str| typed.said(field).map(str::to_owned);
    sent.extend(said("line").map(|line| said_as("sent-line", line)));
    sent.extend(place.map(|place| said_as("sent-place", place)));
    sent.extend(said("address").map(|address| said_as("sent-address", address)));
    sent.push(contact(&reach));
    let about = about(house, &subject, place);
    Ok(Opening {
        key: key.to_owned(),
        lang,
        stage: stage(house, &subject),
        title: title(house, &subject),
        description: description(&sent),
        sample: Sample {
            subject: routed(subject),
            place: about.place.clone(),
            // Whoever records it has seen or heard who the customer is.
            proven_tier: Some(tier),
            channel,
        },
        about,
        sent,
        reach,
        line: said("line"),
        address: said("address"),
    })
}

/// Whether the catalogue knows a subject.
pub(super) fn known(house: &House, subject: &Subject) -> bool {
    match subject {
        Subject::Topic(topic) => house.front.topic(topic).is_some(),
        Subject::Symptom(product, symptom) => {
            let product = house.front.product(product);
            product.is_some_and(|product| product.symptom(symptom).is_some())
        }
    }
}

/// A phone number or an e-mail address, whichever it looks like; nothing is the link alone.
fn reach(typed: &str, region: &str) -> Result<Reach, RecordFault> {
    if typed.is_empty() {
        return Ok(Reach::LinkOnly);
    }
    if typed.contains('@') {
        let address = typed.parse::<Email>();
        return address
            .map(Reach::Email)
            .map_err(|fault| RecordFault::Contact(fault.into()));
    }
    let number = Phone::parse(typed, region);
    number
        .map(|number| Reach::Phone(number.as_str().to_owned()))
        .map_err(|fault| RecordFault::Contact(fault.into()))
}

/// What a case is about, by the catalogue.
pub(super) fn about(house: &House, subject: &Subject, place: Option<&str>) -> About {
    let place = place.map(str::to_owned);
    match subject {
        Subject::Topic(code) => About {
            product: house
                .front
                .topic(code)
                .and_then(|topic| topic.product.clone()),
            topic: Some(code.clone()),
            symptom: None,
            place,
        },
        Subject::Symptom(product, symptom) => About {
            product: Some(product.clone()),
            topic: None,
            symptom: Some(symptom.clone()),
            place,
        },
    }
}

/// When in a customer's life it arose.
pub(super) fn stage(house: &House, subject: &Subject) -> Option<&'static str> {
    match subject {
        Subject::Topic(topic) => house.front.topic(topic).map(|topic| match topic.stage {
            Stage::Before => "before",
            Stage::During => "during",
            Stage::After => "after",
        }),
        Subject::Symptom(..) => Some("during"),
    }
}

/// The same as routing reads it.
pub(super) fn routed(subject: Subject) -> Routed {
    match subject {
        Subject::Topic(topic) => Routed::Topic(topic),
        Subject::Symptom(product, symptom) => Routed::Symptom { product, symptom },
    }
}

fn title(house: &House, subject: &Subject) -> String {
    let front = &house.front;
    match subject {
        Subject::Topic(code) => front.topic(code).map_or(code.clone(), |topic| {
            in_house(house, &topic.name).to_owned()
        }),
        Subject::Symptom(product, symptom) => {
            let product = front.product(product);
            let symptom = product.and_then(|product| product.symptom(symptom));
            let names = [product.map(|one| &one.name), symptom.map(|one| &one.name)];
            let names = names
                .into_iter()
                .flatten()
                .map(|name| in_house(house, name));
            names.collect::<Vec<_>>().join(" · ")
        }
    }
}
