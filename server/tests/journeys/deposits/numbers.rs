//! The references that a device holds for when it has no network.

use super::{
    House,
    device::{Device, enquiry, reserve},
    kiosks,
};
use app::{
    case::{reference::Reference, view::About},
    kiosk::deposit::{BLOCK, Matter},
};
use server::store::{
    Batch,
    cases::{self, NewCase},
    reservations::{self, NewReservation},
};
use std::collections::BTreeSet;

#[tokio::test]
async fn no_reference_is_given_to_two_devices() {
    let house = House::open().await;
    let mut one = kiosks::paired(&house).await;
    let mut other = kiosks::paired(&house).await;
    let mut given = BTreeSet::new();
    for _ in 0..3 {
        for kiosk in [&mut one, &mut other] {
            let block = reserve(&house, kiosk, BLOCK + 50).await;
            assert_eq!(block.spots.len(), BLOCK as usize);
            given.extend(
                block
                    .spots
                    .iter()
                    .map(|spot| (spot.reference, spot.link.clone())),
            );
        }
    }
    assert_eq!(given.len(), 6 * BLOCK as usize);
    let links: BTreeSet<_> = given.iter().map(|(_, link)| link).collect();
    assert_eq!(links.len(), given.len());
}

#[tokio::test]
async fn a_device_is_told_key_and_time_without_taking_a_reference() {
    let house = House::open().await;
    let mut kiosk = kiosks::paired(&house).await;
    let block = reserve(&house, &mut kiosk, 0).await;
    assert!(block.spots.is_empty());
    assert_eq!(block.now, (house.office.clock)());
}

#[tokio::test]
async fn what_is_reserved_is_drawn_for_no_other_case() {
    let house = House::open().await;
    let reference = Reference::draw([9; 8]).to_string();
    let held = || NewReservation {
        reference: Reference::draw([9; 8]).to_string(),
        case_id: "held".to_owned(),
    };
    let write = async |case: NewCase| {
        let written = house.office.store.write(move |tx| {
            Box::pin(async move {
                let mut batch = Batch::default();
                cases::add(&mut batch, &case);
                batch.run(tx).await
            })
        });
        written.await.unwrap();
        house.count("cases").await
    };
    let reserve = async || {
        let reserved = house.office.store.write(move |tx| {
            Box::pin(async move { reservations::add(tx, "a", &[held()], 1).await })
        });
        reserved.await
    };
    reserve().await.unwrap();
    assert_eq!(write(case("other", &reference)).await, 0);
    assert_eq!(write(case("held", &reference)).await, 1);
    // And what a case has is reserved for nobody.
    assert!(reserve().await.is_err());
}

fn case(id: &str, reference: &str) -> NewCase {
    NewCase {
        id: id.to_owned(),
        reference: reference.to_owned(),
        key: id.to_owned(),
        content_hash: String::new(),
        kind: "enquiry",
        channel: "kiosk",
        language: "en",
        about: About::default(),
        stage: None,
        tier: "individual",
        unit: String::new(),
        owner_duty: String::new(),
        owner_of: (String::new(), String::new()),
        catalogue: String::new(),
        rule: String::new(),
        consent_version: 1,
        contact: None,
        line: None,
        address: None,
        opened_at: 1,
    }
}

#[tokio::test]
async fn another_devices_reference_is_not_taken_and_the_case_has_one_of_its_own() {
    let house = House::open().await;
    let mut one = Device::paired(&house).await;
    let mut other = Device::paired(&house).await;
    let theirs = one.block.spots[0].reference;
    other.block.spots[0].reference = theirs;
    let typed = enquiry(&house, "Under a wrong number.");
    let deposit = other.seal(&house, Matter::Enquiry, &typed);
    let slip = other.slip(&house, &deposit).await;
    assert_ne!(slip.reference, theirs);
    assert!(slip.link.contains("/c/"));
    // Whose it is can still use it.
    let typed = enquiry(&house, "Under my own.");
    let deposit = one.seal(&house, Matter::Enquiry, &typed);
    assert_eq!(one.slip(&house, &deposit).await.reference, theirs);
    // And staff know what the customer was told.
    let note = "select b.body from events e join event_bodies b on b.event_id = e.id
                join cases c on c.id = e.case_id
                where e.kind = 'kiosk-renumbered' and c.reference = $1";
    let note = house.text(note, &slip.reference.to_string()).await;
    assert!(note.contains(&theirs.to_string()), "{note}");
}

#[tokio::test]
async fn a_reference_is_used_once() {
    let house = House::open().await;
    let mut kiosk = Device::paired(&house).await;
    let spot = kiosk.block.spots[0].clone();
    kiosk.block.spots.insert(0, spot.clone());
    let typed = enquiry(&house, "Whose number?");
    let first = kiosk.seal(&house, Matter::Enquiry, &typed);
    let second = kiosk.seal(&house, Matter::Enquiry, &typed);
    assert_eq!(kiosk.slip(&house, &first).await.reference, spot.reference);
    assert_ne!(kiosk.slip(&house, &second).await.reference, spot.reference);
    assert_eq!(house.count("cases").await, 2);
}

#[tokio::test]
async fn a_queue_outlives_the_credential_of_its_device() {
    let house = House::open().await;
    let mut before = Device::paired(&house).await;
    let typed = enquiry(&house, "Before it was revoked.");
    let deposit = before.seal(&house, Matter::Enquiry, &typed);
    kiosks::revoke_all(&house).await;
    let mut after = Device::paired(&house).await;
    let slip = after.slip(&house, &deposit).await;
    assert_eq!(Some(slip.reference), deposit.header.reference);
}
