//! Enquiries and complaints.

use super::{
    Office,
    opening::{Opening, in_house},
    refuse,
};
use crate::{
    catalogue::{House, house::Channel},
    routing::{Sample, Subject},
};
use app::{
    case::{
        language::Lang,
        view::{About, Sent},
    },
    catalogue::Stage,
    enquiry::Enquiry,
    hatch::{EnquiryOffice, Receipt, Refusal, Token},
    journey::{Answer, Reach},
};
use async_trait::async_trait;

#[async_trait]
impl EnquiryOffice for Office {
    async fn send(
        &self,
        visitor: &Token,
        key: &str,
        lang: Lang,
        enquiry: Enquiry,
    ) -> Result<Receipt, Refusal> {
        let opening = opening(&self.house(), key, lang, Channel::Portal, enquiry);
        self.open_case(visitor, opening).await.map_err(refuse)
    }
}

/// An enquiry as a case to be opened.
pub(super) fn opening(
    house: &House,
    key: &str,
    lang: Lang,
    channel: Channel,
    enquiry: Enquiry,
) -> Opening {
    let topic = house.front.topic(&enquiry.topic);
    let mut sent = Vec::new();
    sent.extend(
        enquiry
            .about
            .clone()
            .map(|said| said_as("sent-about", said)),
    );
    sent.push(said_as("sent-details", enquiry.details.clone()));
    sent.extend(answers(&enquiry.answers));
    sent.push(contact(&enquiry.reach));
    Opening {
        key: key.to_owned(),
        lang,
        sample: Sample {
            subject: Subject::Topic(enquiry.topic.clone()),
            place: None,
            proven_tier: None,
            channel,
        },
        about: About {
            product: topic.and_then(|topic| topic.product.clone()),
            topic: Some(enquiry.topic.clone()),
            ..About::default()
        },
        stage: topic.map(|topic| match topic.stage {
            Stage::Before => "before",
            Stage::During => "during",
            Stage::After => "after",
        }),
        title: topic.map_or(enquiry.topic.clone(), |topic| {
            in_house(house, &topic.name).to_owned()
        }),
        description: description(&sent),
        sent,
        reach: enquiry.reach,
        line: None,
        address: None,
    }
}

/// One thing that was sent.
pub(super) fn said_as(label: &str, said: impl Into<String>) -> Sent {
    Sent {
        label: label.to_owned(),
        said: said.into(),
    }
}

/// Answers to catalogue questions.
pub(super) fn answers(answers: &[Answer]) -> impl Iterator<Item = Sent> {
    answers.iter().map(|answer| Sent {
        label: format!("q-{}", answer.question),
        said: answer.said.clone(),
    })
}

/// How the customer wants to be reached.
pub(super) fn contact(reach: &Reach) -> Sent {
    said_as(
        "sent-contact",
        match reach {
            Reach::Phone(number) => number.clone(),
            Reach::Email(address) => address.as_str().to_owned(),
            Reach::LinkOnly => String::new(),
        },
    )
}

/// What a back office reads: everything but how to reach the customer.
pub(super) fn description(sent: &[Sent]) -> String {
    let lines = sent
        .iter()
        .filter(|sent| sent.label != "sent-contact")
        .map(|sent| match sent.label.as_str() {
            "sent-details" | "sent-about" => sent.said.clone(),
            label => format!(
                "{}: {}",
                label.trim_start_matches("sent-").trim_start_matches("q-"),
                sent.said
            ),
        });
    lines.collect::<Vec<_>>().join("\n")
}
