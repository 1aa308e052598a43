//! A journey that a phone took over and sent first, and that its kiosk sends too: one case, to which
//! both numbers lead.

use super::{
    Customer, House,
    device::{Device, Typed, enquiry, reserve, said},
};
use crate::{
    looking::without_nonce,
    moving::{begun, claim, finish, offer, shop},
};
use app::{
    case::reference::Reference,
    kiosk::deposit::{Matter, Slip, Spot},
};

const CONTACT: &str = "13800138000";

/// What came of it: the number that the phone was told, what the kiosk had told, and its answer.
struct Both {
    phone: String,
    spot: Spot,
    slip: Slip,
}

/// The phone sends, then the kiosk sends what was typed there.
async fn both(house: &House, mut browser: Customer, typed: &Typed) -> Both {
    let offered = begun(house);
    let code = offer(house, &mut browser, &offered).await;
    let mut phone = Customer::default();
    claim(house, &mut phone, &code).await;
    let receipt = finish(house, &mut phone, &offered.key).await;
    let phone = receipt.id("reference").expect("the phone was first");
    let block = reserve(house, &mut browser, 1).await;
    let mut kiosk = Device {
        browser,
        block,
        behind: 0,
    };
    let spot = kiosk.block.spots[0].clone();
    let deposit = kiosk.seal_said(house, &said(&offered.key, Matter::Enquiry, typed));
    let slip = kiosk.slip(house, &deposit).await;
    let again = kiosk.slip(house, &deposit).await;
    assert_eq!((&again.reference, again.again), (&slip.reference, true));
    Both { phone, spot, slip }
}

async fn look(house: &House, who: &mut Customer, reference: &str) -> String {
    let fields = [("reference", reference), ("contact", CONTACT)];
    who.post(house, "/api/track/find", &fields).await.at
}

async fn open(house: &House, link: &str) -> String {
    let secret = link.rsplit('/').next().unwrap();
    let page = Customer::default()
        .post(house, "/api/track/open", &[("secret", secret)])
        .await;
    page.at
}

#[tokio::test]
async fn what_the_phone_sent_first_is_one_case_and_the_kiosks_number_and_link_lead_to_it() {
    let (house, browser) = shop().await;
    let typed = enquiry(&house, "Where is my router?");
    let both = both(&house, browser, &typed).await;
    assert_eq!(house.count("cases").await, 1);
    let unread = "select seal from unread_deposits where seal <> $1";
    assert_eq!(house.maybe(unread, "").await, None);
    assert!(both.slip.again && both.slip.reference.to_string() == both.phone);
    let case = format!("/track/{}", both.phone);
    let told = both.spot.reference.to_string();
    assert_eq!(look(&house, &mut Customer::default(), &told).await, case);
    assert_eq!(open(&house, &both.spot.link).await, case);
    assert_eq!(open(&house, &both.slip.link).await, case);
    // The same words twice are nothing to read.
    let notes = "select id from events where kind = $1";
    assert_eq!(house.maybe(notes, "kiosk-also").await, None);
}

#[tokio::test]
async fn what_was_typed_otherwise_at_the_kiosk_is_there_for_staff() {
    let (house, browser) = shop().await;
    let typed = enquiry(&house, "And please ring twice.");
    both(&house, browser, &typed).await;
    assert_eq!(house.count("cases").await, 1);
    let note =
        "select b.body from events e join event_bodies b on b.event_id = e.id where e.kind = $1";
    let note = house.text(note, "kiosk-also").await;
    assert!(note.contains("ring twice"), "{note}");
}

#[tokio::test]
async fn whoever_knows_only_the_other_number_learns_nothing() {
    let (house, browser) = shop().await;
    let typed = enquiry(&house, "Where is my router?");
    let both = both(&house, browser, &typed).await;
    let mut answers = Vec::new();
    let unknown = Reference::draw([9; 8]).to_string();
    for number in [both.spot.reference.to_string(), unknown] {
        let look = [("reference", number.as_str()), ("contact", "13900139000")];
        let page = Customer::default()
            .post(&house, "/api/track/find", &look)
            .await;
        let html = page.html.replace(&number, "…");
        answers.push((page.status, page.at, without_nonce(&html)));
    }
    assert_eq!(answers[0], answers[1]);
    let mut stranger = Customer::default();
    let page = stranger
        .get(&house, &format!("/track/{}", both.spot.reference))
        .await;
    assert!(!page.holds(&both.phone) && !page.holds("router"));
}

#[tokio::test]
async fn a_link_that_is_taken_back_takes_the_kiosks_along() {
    let (house, browser) = shop().await;
    let typed = enquiry(&house, "Where is my router?");
    let both = both(&house, browser, &typed).await;
    let renewed = house.office.store.write(move |tx| {
        Box::pin(async move {
            sqlx::query("update cases set link_version = link_version + 1")
                .execute(tx)
                .await?;
            Ok(())
        })
    });
    renewed.await.unwrap();
    for link in [&both.spot.link, &both.slip.link] {
        let at = open(&house, link).await;
        assert!(!at.starts_with("/track/"), "{at}");
    }
}
