//! Two servers on one PostgreSQL under load. One of them is killed at a random moment, the other
//! goes on alone, and the dead one comes back, again and again. Customers go to whichever is there,
//! each request to the next.

use super::{drained, nothing};
use crate::{
    crowd::Crowd,
    house::{Binaries, House, Server},
    inspection::findings,
};
use anyhow::ensure;
use rand::{Rng, rngs::StdRng};

/// Fails when anything acknowledged is not there once, whole, and once at the back office.
pub async fn run(binaries: &Binaries, rounds: u32, dice: &mut StdRng) -> anyhow::Result<()> {
    let house = House::build(binaries).await?.shared().await?;
    let crowd = Crowd::gather(dice)?;
    // At once: one of them makes the schema, and the other waits for it.
    let (one, other) = (house.launch(None)?, house.launch(None)?);
    let mut servers = [one.ready().await?, other.ready().await?];
    for _ in 0..rounds {
        crowd.servers(servers.iter().map(|server| server.url.as_str()));
        crowd.moments(dice.random_range(200..600)).await?;
        let dead = dice.random_range(0..servers.len());
        servers[dead].kill()?;
        crowd.server(Some(&servers[1 - dead].url));
        crowd.moments(dice.random_range(50..200)).await?;
        servers[dead] = house.launch(None)?.ready().await?;
    }
    crowd.servers(servers.iter().map(|server| server.url.as_str()));
    let street = crowd.go_home().await?;
    drained(&house).await?;
    servers.iter_mut().try_for_each(Server::kill)?;
    let told = street.tally.told().clone();
    let found = findings(&house, &told).await?;
    let (acknowledged, unanswered, repeats) =
        (told.acknowledged().count(), told.unanswered, told.repeats);
    println!(
        "two servers, one killed {rounds} times: {acknowledged} acknowledged, {unanswered} requests cut off, \
         {repeats} repeats, {} refused, {} findings",
        told.refused,
        found.len()
    );
    nothing(&found)?;
    ensure!(
        unanswered > 0 && repeats > 0,
        "nothing was cut off, so nothing was tried"
    );
    Ok(())
}
