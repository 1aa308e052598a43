//! A disk that is full, and one that fails to sync: what cannot be kept is not acknowledged, what
//! was typed before can still be read, and with space again the same server goes on.

use super::{drained, nothing, shows_and_takes_nothing, takes_again};
use crate::{
    customer::{Customer, DETAILS, Journey, Street},
    disk::Control,
    house::{Binaries, House},
    inspection::{cases, findings},
};
use anyhow::ensure;
use rand::{Rng, rngs::StdRng};
use tokio::sync::watch;

/// So few that the log of the store never begins anew: written over, it would need no space.
const CUSTOMERS: usize = 6;

/// See the module.
pub async fn run(binaries: &Binaries, dice: &mut StdRng) -> anyhow::Result<()> {
    let house = House::build(binaries).await?;
    let shim = house.shim()?;
    let mut server = house.start(Some(&shim)).await?.ready().await?;
    let at = watch::Sender::new(vec![server.url.clone()]);
    let street = Street::new(at.subscribe())?;
    let mut customers = Vec::new();
    for _ in 0..CUSTOMERS {
        let mut customer = Customer::arrive(&street, Journey::Enquiry).await;
        customer.answer().await;
        customers.push(customer);
    }

    shim.set(Control::Room, dice.random_range(0..400_000))?;
    let mut refused = Vec::new();
    for customer in &customers {
        if !customer.send().await {
            refused.push(customer);
        }
    }
    ensure!(!refused.is_empty(), "the disk was not full");
    shows_and_takes_nothing(&street).await?;
    let sorry = street.look("/sorry/unavailable").await;
    ensure!(sorry.status == 503, "said with {}", sorry.status);
    for customer in &refused {
        let check = customer.look("/enquiry/check").await;
        ensure!(
            check.status == 200 && check.body.contains(DETAILS),
            "what was typed is gone"
        );
    }
    let there = cases(&house.address()).await?;
    ensure!(
        refused
            .iter()
            .all(|customer| !there.contains_key(&customer.key)),
        "refused, and kept"
    );

    shim.set(Control::Room, i64::MAX)?;
    takes_again(&street).await?;
    for customer in &refused {
        ensure!(customer.send().await, "there is space, and no receipt");
    }
    drained(&house).await?;

    let mut unlucky = Customer::arrive(&street, Journey::Enquiry).await;
    unlucky.answer().await;
    shim.set(Control::Refuse, 1)?;
    ensure!(!unlucky.send().await, "acknowledged, and not synced");
    ensure!(
        unlucky.send().await,
        "one failed sync, and no receipt any more"
    );
    drained(&house).await?;

    ensure!(server.runs()?, "it ended:\n{}", server.last_words());
    server.kill()?;
    let told = street.tally.told().clone();
    println!(
        "disk full: {} of {CUSTOMERS} refused, all acknowledged later",
        refused.len()
    );
    nothing(&findings(&house, &told).await?)
}
