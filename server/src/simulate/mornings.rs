//! Mornings: time has done its part, and whoever was to hear of something says so.

use super::{
    DAY,
    city::{City, Worker},
};
use app::{case::reference::Reference, desk::ClockAct};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};

impl City {
    /// In the morning time has done its part, and whoever was to hear of something says so; one in
    /// ten things is left for tomorrow. Now and then somebody is told to do something.
    pub async fn morning(&mut self) -> anyhow::Result<()> {
        self.office.sweep().await?;
        self.carry().await?;
        let mut chance = self.chance(u32::MAX - u32::try_from(self.office.now() / DAY)?);
        for worker in self.people().to_vec() {
            let mine = self.hatch.clock.mine(&worker.token).await?;
            for raised in mine.raised.iter().filter(|raised| raised.theirs) {
                if chance.random_bool(0.1) {
                    continue;
                }
                let act = ClockAct::Acknowledge {
                    promise: raised.promise,
                    share: raised.share,
                };
                let acted = self.answer_for(&worker, raised.reference, act).await?;
                self.tally("acknowledge", acted)?;
                if raised.share >= 100 && chance.random_bool(0.2) {
                    self.order(&worker, raised.reference, &mut chance).await?;
                }
            }
            for order in mine.orders.iter().filter(|order| order.theirs) {
                let act = ClockAct::Obey {
                    order: order.id.clone(),
                };
                let acted = self.answer_for(&worker, order.reference, act).await?;
                self.tally("obey", acted)?;
            }
        }
        Ok(())
    }

    /// Whoever decides tells one who may see the case to look after it.
    async fn order(
        &mut self,
        by: &Worker,
        reference: Reference,
        chance: &mut StdRng,
    ) -> anyhow::Result<()> {
        let clock = self.hatch.clock.of_case(&by.token, reference).await?;
        let mut whom = clock.may_order;
        // By name: keys are drawn anew in every life.
        whom.sort_by(|one, other| one.1.cmp(&other.1));
        let Some((to, _)) = whom.choose(chance).cloned() else {
            return Ok(());
        };
        let act = ClockAct::Order {
            to,
            when: self.ahead(24),
            text: "Send a second crew.".to_owned(),
        };
        let acted = self.answer_for(by, reference, act).await?;
        self.tally("order", acted)
    }
}
