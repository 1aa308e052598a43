//! What customers do: come with a question, a complaint or a fault, answer, confirm, object, or say
//! nothing more.

use super::{
    HOUR,
    city::{Case, City},
};
use crate::store::cases;
use anyhow::Context;
use app::{
    case::language::Lang,
    catalogue::Question,
    enquiry::Enquiry,
    fault::{Fault, Since},
    hatch::{Posted, Token},
    journey::{Answer, Reach, Room, Sheet},
    steps::fresh_key,
    tracking::Saying,
};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

impl City {
    /// A customer comes; when something goes on about their case.
    pub async fn open(&mut self, n: u32) -> anyhow::Result<i64> {
        let mut chance = self.chance(n);
        let key = fresh_key();
        let fault = chance.random_bool(0.6);
        let room = if fault { Room::Fault } else { Room::Enquiry };
        let posted = Posted {
            key: key.clone(),
            step: String::new(),
            fields: Vec::new(),
            sheet: Sheet::default(),
            finished: false,
        };
        let (visitor, _) = self.hatch.drafts.keep(None, room, posted).await?;
        let lang = *Lang::ALL.choose(&mut chance).context("no language")?;
        let receipt = if fault {
            let fault = self.fault(&mut chance)?;
            self.hatch.fault.send(&visitor, &key, lang, fault).await?
        } else {
            let enquiry = self.enquiry(&mut chance)?;
            self.hatch
                .enquiry
                .send(&visitor, &key, lang, enquiry)
                .await?
        };
        self.carry().await?;
        let number = receipt.reference.to_string();
        let case = cases::by_reference(self.office.store.read(), &number, self.office.now())
            .await?
            .context("just written")?;
        let path = self
            .office
            .secret_path(&number, &case.id, case.link_version)?;
        // One in nine is nobody's favourite: these are the ones that climb the levels.
        let slow = if chance.random_bool(0.11) { 8 } else { 1 };
        let first = self.office.now() + slow * chance.random_range(HOUR / 4..6 * HOUR);
        let known = Case {
            id: case.id,
            reference: receipt.reference,
            secret: path.trim_start_matches("/c/").to_owned(),
            chance,
            slow,
        };
        self.cases.insert(n, known);
        Ok(first)
    }

    fn fault(&self, chance: &mut StdRng) -> anyhow::Result<Fault> {
        let catalogue = &self.hatch.catalogue;
        let product = catalogue.products.choose(chance).context("no product")?;
        let symptom = product.symptoms.choose(chance).context("no symptom")?;
        let cities = { catalogue.places.provinces.iter() }.flat_map(|province| &province.cities);
        let districts: Vec<_> = cities.flat_map(|city| &city.districts).collect();
        let district = districts.choose(chance).context("no district")?;
        Ok(Fault {
            product: product.code.clone(),
            symptom: symptom.code.clone(),
            answers: answers(&symptom.questions),
            tried: symptom
                .checks
                .iter()
                .map(|check| check.code.clone())
                .collect(),
            place: district.code.clone(),
            line: Some("60010000".to_owned()),
            address: None,
            since: Since::Today,
            reach: Reach::LinkOnly,
        })
    }

    fn enquiry(&self, chance: &mut StdRng) -> anyhow::Result<Enquiry> {
        let topics = &self.hatch.catalogue.topics;
        let topic = topics.choose(chance).context("no topic")?;
        Ok(Enquiry {
            topic: topic.code.clone(),
            about: topic.open.then(|| "Something else".to_owned()),
            details: "How does it go on?".to_owned(),
            answers: answers(&topic.questions),
            reach: Reach::LinkOnly,
        })
    }

    /// A customer who was asked answers, sooner or later.
    pub async fn answer(&mut self, n: u32) -> anyhow::Result<()> {
        let (visitor, reference) = self.come_back(n).await?;
        let saying = said("Tomorrow would be fine.");
        self.hatch
            .tracking
            .write(&visitor, reference, saying)
            .await?;
        *self.done.entry("answers").or_default() += 1;
        Ok(())
    }

    /// What a customer says of a case that we think done; false when it is nothing.
    pub async fn judge(&mut self, n: u32) -> anyhow::Result<bool> {
        let verdict = { self.cases.get_mut(&n) }
            .context("a case that never was")?
            .chance
            .random_range(0..100);
        let (visitor, reference) = match verdict {
            0..62 => self.come_back(n).await?,
            _ => return Ok(false),
        };
        match verdict {
            0..48 => {
                self.hatch
                    .tracking
                    .confirm(&visitor, reference, said(""))
                    .await?;
                *self.done.entry("confirmed").or_default() += 1;
            }
            48..58 => {
                let saying = said("Still the same.");
                self.hatch
                    .tracking
                    .reopen(&visitor, reference, saying)
                    .await?;
                *self.done.entry("reopened").or_default() += 1;
            }
            _ => {
                let saying = said("One more question.");
                self.hatch
                    .tracking
                    .write(&visitor, reference, saying)
                    .await?;
                *self.done.entry("taken up again").or_default() += 1;
            }
        }
        Ok(true)
    }

    /// Days later the visitor of then is forgotten; the customer comes back by the secret link.
    async fn come_back(&self, n: u32) -> anyhow::Result<(Token, app::case::reference::Reference)> {
        let case = self.cases.get(&n).context("a case that never was")?;
        let from = format!("home-{n}");
        Ok(self.hatch.tracking.open(None, &case.secret, &from).await?)
    }
}

fn said(text: &str) -> Saying {
    Saying {
        key: fresh_key(),
        text: text.to_owned(),
        file: None,
    }
}

fn answers(questions: &[Question]) -> Vec<Answer> {
    let required = questions.iter().filter(|question| question.required);
    required
        .map(|question| Answer {
            question: question.code.clone(),
            said: question
                .options
                .first()
                .map_or_else(|| "2026-02-27".to_owned(), |option| option.code.clone()),
        })
        .collect()
}
