//! A few dozen cases, in every state and each language.

use super::World;
use crate::{
    office::legs,
    store::{
        cases::{self, StateChange},
        events::{self, NewEvent, Side},
    },
};
use anyhow::Context;
use app::{
    case::{language::Lang, reference::Reference, view::Happening},
    enquiry::Enquiry,
    fault::{Fault, Since},
    hatch::{Drafts, EnquiryOffice, FaultOffice, Posted, TrackingOffice},
    journey::{Answer, Reach, Room, Sheet},
    steps::fresh_key,
    tracking::{Heard, Saying},
};
use serde_json::json;
use sqlx::Row;

/// What a demo customer says, in their language.
const SAID: [(Lang, &str); 6] = [
    (
        Lang::ZhHans,
        "昨天晚上开始就不对了，重启过两次，还是老样子。家里老人要打电话，麻烦快一点。",
    ),
    (
        Lang::ZhHant,
        "從昨天晚上開始就不太對，已經重新開機兩次，還是一樣。麻煩盡快看一下，謝謝。",
    ),
    (
        Lang::En,
        "It started last night. I have restarted everything twice. Please call before you come.",
    ),
    (
        Lang::ZhHans,
        "想问一下具体怎么收费，合同到期以后会不会自动续。",
    ),
    (Lang::ZhHant, "想請問費用怎麼算，合約到期後會不會自動續約。"),
    (
        Lang::En,
        "Could you tell me what it would cost in total, and when you could come to install it?",
    ),
];

/// How far a case has come.
#[derive(Clone, Copy)]
enum Far {
    Received,
    Working,
    Waiting,
    Done,
    Closed,
    Reopened,
}

const FAR: [Far; 8] = [
    Far::Received,
    Far::Working,
    Far::Working,
    Far::Waiting,
    Far::Done,
    Far::Closed,
    Far::Closed,
    Far::Reopened,
];

pub(super) async fn settle(world: &World) -> anyhow::Result<()> {
    let catalogue = world.office.shelf.current().front.clone();
    let places: Vec<_> = catalogue
        .places
        .provinces
        .iter()
        .flat_map(|province| &province.cities)
        .flat_map(|city| &city.districts)
        .map(|district| district.code.clone())
        .collect();
    anyhow::ensure!(!places.is_empty(), "the catalogue names no district");
    let mut n = 0_usize;
    for product in &catalogue.products {
        for symptom in &product.symptoms {
            let fault = Fault {
                product: product.code.clone(),
                symptom: symptom.code.clone(),
                answers: answers(&symptom.questions),
                tried: symptom
                    .checks
                    .iter()
                    .map(|check| check.code.clone())
                    .collect(),
                place: places[n % places.len()].clone(),
                line: Some(format!("{}", 60_010_000 + 137 * n)),
                address: None,
                since: [Since::Now, Since::Today, Since::Yesterday][n % 3].clone(),
                reach: reach(n),
            };
            settle_one(world, n, Some(fault), None).await?;
            n += 1;
        }
    }
    for topic in &catalogue.topics {
        let (_, details) = SAID[3 + n % 3];
        let enquiry = Enquiry {
            topic: topic.code.clone(),
            about: topic.open.then(|| details.chars().take(12).collect()),
            details: details.to_owned(),
            answers: answers(&topic.questions),
            reach: reach(n),
        };
        settle_one(world, n, None, Some(enquiry)).await?;
        n += 1;
    }
    Ok(())
}

async fn settle_one(
    world: &World,
    n: usize,
    fault: Option<Fault>,
    enquiry: Option<Enquiry>,
) -> anyhow::Result<()> {
    let office = &world.office;
    let opened = 1 + (n as i64 * 5) % 170;
    world.hours_ago(opened);
    let key = fresh_key();
    let room = if fault.is_some() {
        Room::Fault
    } else {
        Room::Enquiry
    };
    let posted = Posted {
        key: key.clone(),
        step: String::new(),
        fields: Vec::new(),
        sheet: Sheet::default(),
        finished: false,
    };
    let (visitor, _) = office.keep(None, room, posted).await?;
    let (lang, said) = SAID[n % SAID.len()];
    let receipt = match (fault, enquiry) {
        (Some(fault), _) => FaultOffice::send(office, &visitor, &key, lang, fault).await?,
        (None, Some(enquiry)) => EnquiryOffice::send(office, &visitor, &key, lang, enquiry).await?,
        (None, None) => return Ok(()),
    };
    while office.carrier.carry_one(office.now()).await? != crate::outbox::Outcome::Empty {}
    if n % 4 == 1 {
        world.hours_ago(opened - opened / 4);
        let saying = Saying {
            key: fresh_key(),
            text: said.to_owned(),
            file: None,
        };
        office.write(&visitor, receipt.reference, saying).await?;
    }
    go_far(world, opened, receipt.reference, lang, FAR[n % FAR.len()]).await
}

async fn go_far(
    world: &World,
    opened: i64,
    reference: Reference,
    lang: Lang,
    far: Far,
) -> anyhow::Result<()> {
    let office = &world.office;
    let case = cases::by_reference(office.store.read(), &reference.to_string(), office.now())
        .await?
        .context("just written")?;
    if matches!(far, Far::Received) {
        return Ok(());
    }
    world.hours_ago(opened - opened / 3);
    let (id, now) = (case.id.clone(), office.now());
    let accepted = office.store.write(move |tx| {
        Box::pin(async move {
            cases::change_state(&mut *tx, &id, StateChange::Work, now).await?;
            events::append(tx, &id, by_staff(Happening::Accepted, now)).await?;
            Ok(())
        })
    });
    accepted.await?;
    if matches!(far, Far::Working) {
        return Ok(());
    }
    if matches!(far, Far::Waiting) {
        return ask(world, case.id, lang).await;
    }
    world.hours_ago(opened - opened / 2);
    finish(world, &case.id).await?;
    world.hours_ago(opened / 3);
    // Days later the visitor of then is forgotten; the customer comes back by the secret link.
    let path = office.secret_path(&case.reference, &case.id, case.link_version)?;
    let secret = path.trim_start_matches("/c/");
    let (visitor, _) = office.open(None, secret, "demo").await?;
    match far {
        Far::Closed => office.confirm(&visitor, reference, plainly()).await?,
        Far::Reopened => office.reopen(&visitor, reference, plainly()).await?,
        _ => Heard::Taken,
    };
    Ok(())
}

/// The customer is asked something, and has not answered yet.
async fn ask(world: &World, case: String, lang: Lang) -> anyhow::Result<()> {
    let now = world.office.now();
    let text = match lang {
        Lang::ZhHans => "师傅什么时候上门方便？",
        Lang::ZhHant => "師傅什麼時候到府方便？",
        Lang::En => "When may our engineer call on you?",
    };
    let asked = world.office.store.write(move |tx| {
        Box::pin(async move {
            let question = NewEvent {
                body: json!({ "text": text }),
                ..by_staff(Happening::Reply, now)
            };
            events::append(&mut *tx, &case, question).await?;
            cases::change_state(tx, &case, StateChange::Wait, now).await?;
            Ok(())
        })
    });
    asked.await
}

/// "It is fixed" or "still not fixed", and nothing besides.
fn plainly() -> Saying {
    Saying {
        key: fresh_key(),
        text: String::new(),
        file: None,
    }
}

/// Every leg is done, one after the other, as its turn comes.
async fn finish(world: &World, case: &str) -> anyhow::Result<()> {
    let office = &world.office;
    loop {
        while office.carrier.carry_one(office.now()).await? != crate::outbox::Outcome::Empty {}
        let leg = sqlx::query(
            "select id from legs where case_id = $1 and state = 'queued' order by seq limit 1",
        )
        .bind(case)
        .fetch_optional(office.store.read())
        .await?;
        let Some(leg) = leg else { return Ok(()) };
        let (case, leg, now) = (case.to_owned(), leg.get::<String, _>("id"), office.now());
        office
            .store
            .write(move |tx| {
                Box::pin(async move { legs::finish(tx, &case, &leg, "rule", now).await })
            })
            .await?;
    }
}

fn by_staff(what: Happening, now: i64) -> NewEvent<'static> {
    NewEvent {
        at: now,
        side: Side::Above,
        kind: what.name(),
        actor: "rule",
        channel: "portal",
        body: json!({}),
    }
}

fn answers(questions: &[app::catalogue::Question]) -> Vec<Answer> {
    questions
        .iter()
        .filter(|question| question.required)
        .map(|question| Answer {
            question: question.code.clone(),
            said: question
                .options
                .first()
                .map_or_else(|| "2026-11-20".to_owned(), |option| option.code.clone()),
        })
        .collect()
}

fn reach(n: usize) -> Reach {
    match n % 3 {
        0 => Reach::Phone(format!("+861380013{:04}", n % 10_000)),
        1 => format!("customer{n}@example.com")
            .parse()
            .map_or(Reach::LinkOnly, Reach::Email),
        _ => Reach::LinkOnly,
    }
}
