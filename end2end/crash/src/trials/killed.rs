//! Killed at random moments under load, again and again on the same folder.

use super::{nothing, settle};
use crate::{
    crowd::Crowd,
    house::{Binaries, House},
};
use anyhow::ensure;
use rand::{Rng, rngs::StdRng};

/// Fails when anything acknowledged is not there once, whole, and once at the back office.
pub async fn run(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    let house = House::build(binaries).await?;
    let crowd = Crowd::gather(dice)?;
    for _ in 0..rounds {
        let mut server = house.start(None).await?.ready().await?;
        crowd.server(Some(&server.url));
        // A moment is a request that goes out or an answer that comes in.
        crowd.moments(dice.random_range(200..1000)).await?;
        server.kill()?;
        crowd.server(None);
    }
    let server = house.start(None).await?.ready().await?;
    let (told, found) = settle(&house, server, crowd).await?;
    let (acknowledged, unanswered, repeats) =
        (told.acknowledged().count(), told.unanswered, told.repeats);
    println!(
        "killed {rounds} times: {acknowledged} acknowledged, {unanswered} requests cut off, {repeats} repeats, \
         {} findings",
        found.len()
    );
    nothing(&found)?;
    ensure!(
        unanswered > 0 && repeats > 0,
        "nothing was cut off, so nothing was tried"
    );
    Ok(())
}
