//! What is done to a server, one file each, and how each ends.

use crate::{
    crowd::Crowd,
    customer::Street,
    house::{House, Server, until},
    inspection::{Finding, findings, is_drained},
    tally::Told,
};
use anyhow::ensure;

pub mod full;
pub mod killed;
pub mod locked;
pub mod power;
pub mod shared;

/// Lets the customers finish and the outbox empty itself, then kills the server once more and looks
/// at what it left.
async fn settle(
    house: &House,
    mut server: Server,
    crowd: Crowd,
) -> anyhow::Result<(Told, Vec<Finding>)> {
    crowd.server(Some(&server.url));
    let street = crowd.go_home().await?;
    drained(house).await?;
    server.kill()?;
    let told = street.tally.told().clone();
    let found = findings(house, &told).await?;
    Ok((told, found))
}

async fn drained(house: &House) -> anyhow::Result<()> {
    let store = house.address();
    until("an empty outbox", || is_drained(&store)).await
}

/// Fails on the first few of whatever was found.
fn nothing(found: &[Finding]) -> anyhow::Result<()> {
    ensure!(
        found.is_empty(),
        "{} findings, such as {:#?}",
        found.len(),
        &found[..found.len().min(8)]
    );
    Ok(())
}

/// Pages that need no writing answer, the probe says no.
async fn shows_and_takes_nothing(street: &Street) -> anyhow::Result<()> {
    // Where many bytes do not fit a few still may: each probe takes some of them.
    until("a probe that says no", async || {
        Ok(street.look("/readyz").await.status == 503)
    })
    .await?;
    for page in ["/", "/enquiry", "/fault", "/status", "/track", "/help"] {
        let answer = street.look(page).await;
        ensure!(answer.status == 200, "{page}: {}", answer.status);
    }
    Ok(())
}

/// The probe says yes again.
async fn takes_again(street: &Street) -> anyhow::Result<()> {
    until("a server that takes work again", async || {
        Ok(street.look("/readyz").await.status == 200)
    })
    .await
}
