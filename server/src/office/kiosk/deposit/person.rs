//! What was typed at a kiosk and does not fit the catalogue any more, as a case for a person to
//! read: what the customer can read again above the line, all of it as it was typed below.

use crate::{
    catalogue::{House, house::Channel},
    office::{
        enquiry::{contact, description, said_as},
        opening::{Opening, in_house},
    },
    routing::{Sample, Subject},
};
use app::{
    case::view::About,
    journey::{Reach, read_reach},
    kiosk::deposit::Deposited,
};

/// The fields that say how to reach the customer, which no back office is told.
const REACH: [&str; 3] = ["contact", "phone", "email"];

/// A case about "something else", with all that can be read of what was typed.
pub(super) fn opening(house: &House, channel: Channel, said: &Deposited) -> Opening {
    let (front, sheet) = (&house.front, &said.sheet);
    let reach = read_reach(sheet, &front.operator.region).unwrap_or(Reach::LinkOnly);
    let topic = house.open_topic();
    let place = sheet
        .said("place")
        .filter(|place| front.places.find(place).is_some());
    let written: Vec<_> = ["about", "details", "words"]
        .into_iter()
        .filter_map(|field| sheet.said(field))
        .collect();
    let mut sent = Vec::new();
    if !written.is_empty() {
        sent.push(said_as("sent-details", written.join("\n")));
    }
    let given = |field: &str| sheet.said(field).map(str::to_owned);
    sent.extend(given("line").map(|line| said_as("sent-line", line)));
    sent.extend(place.map(|place| said_as("sent-place", place)));
    sent.extend(given("address").map(|address| said_as("sent-address", address)));
    sent.push(contact(&reach));
    let title = front
        .topic(topic)
        .map_or(topic, |topic| in_house(house, &topic.name));
    Opening {
        key: said.key.clone(),
        lang: said.lang,
        sample: Sample {
            subject: Subject::Topic(topic.to_owned()),
            place: place.map(str::to_owned),
            proven_tier: None,
            channel,
        },
        about: About {
            topic: Some(topic.to_owned()),
            place: place.map(str::to_owned),
            ..About::default()
        },
        stage: None,
        title: title.to_owned(),
        description: format!("{}\n{}", description(&sent), typed(said, &REACH)),
        sent,
        reach,
        line: given("line"),
        address: given("address"),
    }
}

/// Every field as it was typed, a line each.
pub(super) fn as_typed(said: &Deposited) -> String {
    typed(said, &[])
}

fn typed(said: &Deposited, but: &[&str]) -> String {
    let fields = said
        .sheet
        .fields()
        .filter(|(field, _)| !but.contains(field));
    let lines: Vec<_> = fields
        .map(|(field, said)| format!("{field}: {said}"))
        .collect();
    lines.join("\n")
}
