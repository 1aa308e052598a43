//! The power is cut at random steps of the server: what it had not synced is gone, or in shreds.
//! The same with `synchronous=NORMAL` must lose something, or this trial could not find a loss.

use super::{nothing, settle};
use crate::{
    crowd::Crowd,
    disk::{Control, Unsynced},
    house::{Binaries, House},
    inspection::Finding,
    tally::Told,
};
use anyhow::ensure;
use rand::{Rng, rngs::StdRng};

/// As it is run: nothing acknowledged is lost.
pub async fn full(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    let house = House::build(binaries).await?;
    let (told, found) = cuts(&house, rounds, dice).await?;
    report("full", rounds, &told, &found);
    nothing(&found)
}

/// As it must not be run: something acknowledged is lost.
pub async fn normal(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    let house = House::build(binaries)
        .await?
        .with("ONEFRONT_SYNC", "normal");
    let (told, found) = cuts(&house, rounds, dice).await?;
    report("normal", rounds, &told, &found);
    let lost = found
        .iter()
        .any(|finding| matches!(finding, Finding::Lost(_)));
    ensure!(
        lost,
        "nothing is lost although nothing was synced: this trial sees no loss"
    );
    Ok(())
}

async fn cuts(
    house: &House,
    rounds: u32,
    dice: &mut StdRng,
) -> anyhow::Result<(Told, Vec<Finding>)> {
    let mut shim = house.shim()?;
    let crowd = Crowd::gather(dice)?;
    for round in 0..=rounds {
        // The first cut comes while the store is being made.
        let last = if round == 0 {
            dice.random_range(1..250)
        } else {
            dice.random_range(500..5000)
        };
        shim.set(Control::Steps, last)?;
        let mut server = house.start(Some(&shim))?;
        if server.is_ready().await? {
            crowd.server(Some(&server.url));
        }
        server.died().await?;
        crowd.server(None);
        let unsynced = if dice.random() {
            Unsynced::Lost
        } else {
            Unsynced::Torn(dice)
        };
        shim.cut(unsynced)?;
    }
    shim.set(Control::Steps, -1)?;
    let server = house.start(Some(&shim))?.ready().await?;
    settle(house, server, crowd).await
}

fn report(sync: &str, rounds: u32, told: &Told, found: &[Finding]) {
    let lost = found
        .iter()
        .filter(|finding| matches!(finding, Finding::Lost(_)));
    println!(
        "power cut {} times, synchronous={sync}: {} acknowledged, {} lost, {} other findings",
        rounds + 1,
        told.acknowledged().count(),
        lost.clone().count(),
        found.len() - lost.count(),
    );
}
