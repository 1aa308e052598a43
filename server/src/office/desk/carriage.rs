//! What is still to be carried for the parts that whoever asks may see, and what a person decides
//! about it.

use super::rights::{connector_name, department_name, unit_name};
use crate::{
    office::Office,
    store::{
        desk,
        outbox::{self, Changed, Shown, Trouble},
        sessions,
    },
};
use app::{
    desk::{Acted, Carriage, Carrying, Decision, Difficulty, Verb},
    hatch::{Refusal, Token},
};

/// Nobody reads more at once; the oldest come first, and go when they are decided.
const MOST: i64 = 500;

impl Office {
    pub(super) async fn read_carriage(&self, staff: &Token) -> anyhow::Result<Carriage> {
        let seat = self.seat(staff).await?;
        let (pool, house) = (self.store.read(), self.house());
        let waiting = desk::waiting(pool, &seat.reach).await?;
        let troubled = outbox::list(pool, MOST).await?;
        let theirs = troubled
            .into_iter()
            .filter(|row| seat.reach.covers(&row.unit, &row.department));
        let shown = theirs.map(|row| {
            anyhow::Ok(Carrying {
                reference: row.reference.parse()?,
                unit: unit_name(&house, &row.unit),
                department: department_name(&house, &row.department),
                connector: connector_name(&house, &row.connector),
                verb: match row.verb {
                    outbox::Verb::Open => Verb::Open,
                    outbox::Verb::Note => Verb::Note,
                    outbox::Verb::State => Verb::State,
                },
                difficulty: difficulty(&row),
                attempts: u32::try_from(row.attempts)?,
                id: row.id,
                foreign_id: row.foreign_id,
                last: row.last_trouble,
                since: row.created_at,
            })
        });
        Ok(Carriage {
            waiting: u32::try_from(waiting)?,
            troubled: shown.collect::<anyhow::Result<_>>()?,
            may_decide: seat.decides(),
        })
    }

    pub(super) async fn decide_carriage(
        &self,
        staff: &Token,
        id: &str,
        decision: Decision,
    ) -> anyhow::Result<Acted> {
        let seat = self.seat(staff).await?;
        anyhow::ensure!(seat.decides(), Refusal::NotFound);
        let (id, now) = (id.to_owned(), self.now());
        let changed = self.store.write(move |tx| {
            Box::pin(async move {
                sessions::touch(&mut *tx, &seat.token_hash, now).await?;
                let leg = desk::leg_of(&mut *tx, &id).await?;
                let theirs =
                    leg.is_some_and(|(unit, department)| seat.reach.covers(&unit, &department));
                anyhow::ensure!(theirs, Refusal::NotFound);
                match decision {
                    Decision::Replay => outbox::replay(tx, &id, now).await,
                    Decision::SetAside => outbox::set_aside(tx, &id).await,
                    Decision::Settled => outbox::settle_doubled(tx, &id).await,
                }
            })
        });
        let changed = changed.await?;
        self.carrier.wake();
        Ok(match changed {
            Changed::Done => Acted::Done,
            Changed::TooLate => Acted::TooLate,
        })
    }
}

fn difficulty(row: &Shown) -> Difficulty {
    match row.trouble() {
        Trouble::Dead => Difficulty::Dead,
        Trouble::MaybeDoubled => Difficulty::MaybeDoubled,
        Trouble::Trying => Difficulty::Trying {
            next_at: row.next_at,
        },
    }
}
