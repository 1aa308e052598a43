//! The power is cut at random steps of the server: what it had not synced is gone, or in shreds.
//! The same with `synchronous=NORMAL` must lose something, or this trial could not find a loss.

use super::{nothing, settle};
use crate::{
    crowd::Crowd,
    disk::{Control, Unsynced},
    house::{Binaries, House},
    inspection::Finding,
};
use anyhow::ensure;
use rand::{Rng, rngs::StdRng};

/// As it is run: nothing acknowledged is lost.
pub async fn full(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    nothing(&cuts(binaries, "full", rounds, dice).await?)
}

/// As it must not be run: something acknowledged is lost.
pub async fn normal(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    let found = cuts(binaries, "normal", rounds, dice).await?;
    ensure!(
        found.iter().any(is_loss),
        "nothing is lost although nothing was synced: this trial sees no loss"
    );
    Ok(())
}

async fn cuts(
    binaries: &Binaries,
    sync: &str,
    rounds: u32,
    dice: &mut StdRng,
) -> anyhow::Result<Vec<Finding>> {
    let house = House::build(binaries).await?.with("ONEFRONT_SYNC", sync);
    let mut steps = 0;
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
        let mut server = house.start(Some(&shim)).await?;
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
        steps += shim.cut(unsynced)?;
    }
    shim.set(Control::Steps, -1)?;
    let server = house.start(Some(&shim)).await?.ready().await?;
    let (told, found) = settle(&house, server, crowd).await?;
    let acknowledged = told.acknowledged().count();
    let lost = found.iter().filter(|finding| is_loss(finding)).count();
    println!(
        "power cut {} times in {steps} steps, synchronous={sync}: {acknowledged} acknowledged, \
         {lost} lost, {} other findings",
        rounds + 1,
        found.len() - lost,
    );
    ensure!(
        acknowledged > 0,
        "nothing was acknowledged, so nothing was tried"
    );
    Ok(found)
}

fn is_loss(finding: &Finding) -> bool {
    matches!(finding, Finding::Lost(_))
}
