//! Kiosks, paired and ended without the page and the desk that do it elsewhere.

use super::{Customer, House};
use crate::desk::employ;
use app::{desk::Role, steps::fresh_key};
use server::{
    keys::Purpose,
    store::kiosks::{self, End, NewKiosk},
};

/// A device with a credential.
pub async fn paired(house: &House) -> Customer {
    let login = fresh_key();
    employ(house, &login, "customer-service", Role::Administrator).await;
    let by = house
        .text("select id from staff where login = $1", &login)
        .await;
    let keys = &house.office.keys;
    let secret = format!("{}.{}", keys.newest_id(), fresh_key());
    let hash = keys.digest(Purpose::Kiosk, secret.as_bytes());
    let id = uuid::Uuid::now_v7().to_string();
    let kiosk = NewKiosk {
        id: id.clone(),
        name: login,
        shop: "lancheng-donghu".to_owned(),
        unit: "lancheng".to_owned(),
        by,
    };
    let now = (house.office.clock)();
    let written = house.office.store.write(move |tx| {
        Box::pin(async move {
            kiosks::add(&mut *tx, &kiosk, now).await?;
            kiosks::set_token(tx, &id, &hash).await
        })
    });
    assert!(written.await.unwrap());
    let mut device = Customer::default();
    device.cookies.insert("kiosk".to_owned(), secret);
    device
}

/// Every kiosk is none any more.
pub async fn revoke_all(house: &House) {
    let all = kiosks::all(house.office.store.read()).await.unwrap();
    let written = house.office.store.write(move |tx| {
        Box::pin(async move {
            for kiosk in all {
                kiosks::end(&mut *tx, &kiosk.id, End::Revoked, 1).await?;
            }
            Ok(())
        })
    });
    written.await.unwrap();
}
