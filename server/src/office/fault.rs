//! Faults, what is known already, and what was mended without a case.

use super::{
    Office,
    enquiry::{answers, contact, description, said_as},
    opening::{Opening, in_house},
    refuse,
};
use crate::{
    catalogue::{House, house::Channel},
    routing::{Sample, Subject},
    store::{
        incidents::{self, Mended},
        visitors,
    },
};
use app::{
    case::{language::Lang, view::About},
    fault::{Fault, KnownIncident},
    hatch::{FaultOffice, Receipt, Refusal, Token},
};
use async_trait::async_trait;

#[async_trait]
impl FaultOffice for Office {
    async fn send(
        &self,
        visitor: &Token,
        key: &str,
        lang: Lang,
        fault: Fault,
    ) -> Result<Receipt, Refusal> {
        let opening = opening(&self.house(), key, lang, Channel::Portal, fault);
        self.open_case(visitor, opening).await.map_err(refuse)
    }

    async fn known(
        &self,
        lang: Lang,
        product: &str,
        place: &str,
    ) -> Result<Vec<KnownIncident>, Refusal> {
        let house = self.house();
        let Some((province, city, district)) = house.front.places.find(place) else {
            return Ok(Vec::new());
        };
        let around = [&province.code, &city.code, &district.code];
        let open = self.store.open_incidents().await.map_err(refuse)?;
        let now = self.now();
        let here = open.iter().filter(|it| {
            let touched = it.places.iter().any(|place| around.contains(&place));
            it.product == product && touched && !it.is_ahead(now)
        });
        let known = here.map(|it| KnownIncident {
            id: it.id.clone(),
            title: incidents::said(&it.title, lang),
            text: incidents::said(&it.text, lang),
            expected_at: it.expected_at,
        });
        Ok(known.collect())
    }

    async fn join(
        &self,
        visitor: &Token,
        key: &str,
        incident: &str,
        place: &str,
    ) -> Result<(), Refusal> {
        let (hash, until, now) = (self.token_hash(visitor), self.visitor_until(), self.now());
        let (key, incident, place) = (key.to_owned(), incident.to_owned(), place.to_owned());
        let joined = self.store.write(move |tx| {
            Box::pin(async move {
                let visitor = visitors::touch(&mut *tx, &hash, now, until)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                // Whoever has it, has it once, however many journeys they begin about it.
                let once = format!("{visitor} {incident}");
                let there =
                    incidents::join(&mut *tx, &incident, &once, "portal", &place, now).await?;
                anyhow::ensure!(there, Refusal::NotFound);
                visitors::mark_sent(&mut *tx, &visitor, &key, "/fault/joined").await
            })
        });
        joined.await.map_err(refuse)
    }

    async fn helped(
        &self,
        visitor: &Token,
        key: &str,
        product: &str,
        symptom: &str,
        check: &str,
    ) -> Result<(), Refusal> {
        let (hash, until, now) = (self.token_hash(visitor), self.visitor_until(), self.now());
        let [key, product, symptom, check] = [key, product, symptom, check].map(str::to_owned);
        let counted = self.store.write(move |tx| {
            Box::pin(async move {
                let mended = Mended {
                    key: &key,
                    product: &product,
                    symptom: &symptom,
                    check: &check,
                    channel: "portal",
                };
                let visitor = visitors::touch(&mut *tx, &hash, now, until)
                    .await?
                    .ok_or(Refusal::NotFound)?;
                incidents::mended(&mut *tx, &mended, now).await?;
                // Kept for as long as the visitor: a step back goes on where they stood.
                visitors::mark_sent(&mut *tx, &visitor, &key, "/fault/mended").await
            })
        });
        counted.await.map_err(refuse)
    }
}

/// A fault as a case to be opened.
pub(super) fn opening(
    house: &House,
    key: &str,
    lang: Lang,
    channel: Channel,
    fault: Fault,
) -> Opening {
    let product = house.front.product(&fault.product);
    let symptom = product.and_then(|product| product.symptom(&fault.symptom));
    let mut sent: Vec<_> = answers(&fault.answers).collect();
    sent.push(said_as("sent-place", fault.place.clone()));
    sent.extend(fault.line.clone().map(|line| said_as("sent-line", line)));
    sent.extend(
        fault
            .address
            .clone()
            .map(|address| said_as("sent-address", address)),
    );
    sent.push(said_as("sent-since", fault.since.said()));
    sent.push(contact(&fault.reach));
    let names = [
        product.map(|product| &product.name),
        symptom.map(|symptom| &symptom.name),
    ];
    let title = names
        .into_iter()
        .flatten()
        .map(|name| in_house(house, name))
        .collect::<Vec<_>>()
        .join(" · ");
    let tried = if fault.tried.is_empty() {
        String::new()
    } else {
        format!("\ntried: {}", fault.tried.join(", "))
    };
    Opening {
        key: key.to_owned(),
        lang,
        sample: Sample {
            subject: Subject::Symptom {
                product: fault.product.clone(),
                symptom: fault.symptom.clone(),
            },
            place: Some(fault.place.clone()),
            proven_tier: None,
            channel,
        },
        about: About {
            product: Some(fault.product),
            topic: None,
            symptom: Some(fault.symptom),
            place: Some(fault.place),
        },
        stage: Some("during"),
        title,
        description: description(&sent) + &tried,
        sent,
        reach: fault.reach,
        line: fault.line,
        address: fault.address,
    }
}
