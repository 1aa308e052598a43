//! Several customers at once, one journey after the other, for as long as they are wanted.

use crate::customer::{Customer, Journey, Street};
use anyhow::Context;
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::{sync::watch, task::JoinSet, time::timeout};

/// How many at once.
const CUSTOMERS: u64 = 8;

/// See the module.
#[derive(Debug)]
pub struct Crowd {
    /// Where they are.
    pub street: Street,
    servers: watch::Sender<Vec<String>>,
    goes_home: Arc<AtomicBool>,
    all: JoinSet<()>,
}

impl Crowd {
    /// Lets them come; they wait for a server.
    pub fn gather(dice: &mut StdRng) -> anyhow::Result<Self> {
        let servers = watch::Sender::default();
        let street = Street::new(servers.subscribe())?;
        let goes_home = Arc::new(AtomicBool::new(false));
        let mut all = JoinSet::new();
        for _ in 0..CUSTOMERS {
            let (street, goes_home) = (street.clone(), goes_home.clone());
            let mut dice = StdRng::from_rng(dice);
            all.spawn(async move {
                while !goes_home.load(Ordering::Relaxed) {
                    submit(&street, &mut dice).await;
                }
            });
        }
        Ok(Self {
            street,
            servers,
            goes_home,
            all,
        })
    }

    /// Says where the server is, or that there is none.
    pub fn server(&self, at: Option<&str>) {
        self.servers(at);
    }

    /// Says where the servers are.
    pub fn servers<'a>(&self, at: impl IntoIterator<Item = &'a str>) {
        let at = at.into_iter().map(str::to_owned).collect();
        self.servers.send_replace(at);
    }

    /// Waits until so much more has happened.
    pub async fn moments(&self, more: u64) -> anyhow::Result<()> {
        let tally = &self.street.tally;
        let wanted = tally.moments() + more;
        let reached = timeout(crate::house::PATIENCE, tally.wait_for(wanted)).await;
        reached.context("the customers do not get on")
    }

    /// Lets each of them finish what was begun.
    pub async fn go_home(mut self) -> anyhow::Result<Street> {
        self.goes_home.store(true, Ordering::Relaxed);
        let gone = async {
            while self.all.join_next().await.transpose()?.is_some() {}
            anyhow::Ok(())
        };
        timeout(crate::house::PATIENCE, gone)
            .await
            .context("the customers do not come to an end")??;
        Ok(self.street)
    }
}

/// One journey; one in four presses twice at once, one in four presses again after the receipt.
async fn submit(street: &Street, dice: &mut StdRng) {
    let journey = if dice.random_ratio(1, 3) {
        Journey::Fault
    } else {
        Journey::Enquiry
    };
    let mut customer = Customer::arrive(street, journey).await;
    customer.answer().await;
    match dice.random_range(0..4) {
        0 => drop(tokio::join!(customer.send(), customer.send())),
        1 => {
            customer.send().await;
            customer.send().await;
        }
        _ => drop(customer.send().await),
    }
}
