//! A store that somebody else holds: the probe says no, what needs no writing is shown, whoever
//! sends is told that it is not kept, and all of them at once rather than one after the other.

use super::{drained, nothing, shows_and_takes_nothing, takes_again};
use crate::{
    customer::{Customer, Journey, Street},
    house::{Binaries, House},
    inspection::findings,
};
use anyhow::ensure;
use sqlx::{
    Connection,
    sqlite::{SqliteConnectOptions, SqliteConnection},
};
use tokio::{sync::watch, task::JoinSet};

/// If each waited for the lock in turn, the last would give up before.
const CUSTOMERS: usize = 16;

/// See the module.
pub async fn run(binaries: &Binaries) -> anyhow::Result<()> {
    let house = House::build(binaries).await?;
    let mut server = house.start(None).await?.ready().await?;
    let at = watch::Sender::new(vec![server.url.clone()]);
    let street = Street::new(at.subscribe())?;
    let mut customers = Vec::new();
    for _ in 0..CUSTOMERS {
        let mut customer = Customer::arrive(&street, Journey::Enquiry).await;
        customer.answer().await;
        customers.push(customer);
    }

    let store = SqliteConnectOptions::new().filename(house.store());
    let mut holder = SqliteConnection::connect_with(&store).await?;
    sqlx::query("begin immediate").execute(&mut holder).await?;
    let mut sending = JoinSet::new();
    for customer in customers.clone() {
        sending.spawn(async move { customer.send().await });
    }
    ensure!(
        !sending.join_all().await.contains(&true),
        "a receipt from a store that is locked"
    );
    shows_and_takes_nothing(&street).await?;

    sqlx::query("rollback").execute(&mut holder).await?;
    holder.close().await?;
    takes_again(&street).await?;
    for customer in &customers {
        ensure!(customer.send().await, "the store is free, and no receipt");
    }
    drained(&house).await?;
    ensure!(server.runs()?, "it ended:\n{}", server.last_words());
    server.kill()?;
    let told = street.tally.told().clone();
    println!(
        "store locked: {} refused, all acknowledged later",
        told.refused
    );
    nothing(&findings(&house, &told).await?)
}
