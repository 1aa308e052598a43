//! Reading again what nobody could read: once the key is back that it was sealed to, of itself; and
//! when somebody asks for it.

use super::{By, Settled, write::set_aside};
use crate::{
    office::Office,
    store::{
        kiosks,
        unread_deposits::{self, Unread},
    },
};
use anyhow::Context;

/// So many are looked up at a time.
const BATCH: i64 = 100;

impl Office {
    /// Reads what was kept for want of a key that is there again; how many were read.
    pub(crate) async fn read_kept_deposits(&self) -> anyhow::Result<u32> {
        let (pool, mut read) = (self.store.read(), 0);
        for key in unread_deposits::keys_wanted(pool).await? {
            // With a key that is known each is read, or kept for another reason.
            while self.keys.knows(key) {
                let kept = unread_deposits::under(pool, key, BATCH).await?;
                if kept.is_empty() {
                    break;
                }
                for one in kept {
                    read += u32::from(self.read_again(one).await? != Settled::SetAside);
                }
            }
        }
        Ok(read)
    }

    /// Reads one again.
    pub(in crate::office::kiosk) async fn read_again(
        &self,
        unread: Unread,
    ) -> anyhow::Result<Settled> {
        let kiosk = kiosks::by_id(self.store.read(), &unread.kiosk_id).await?;
        let kiosk = kiosk.context("a deposit of no kiosk")?;
        let (seal, deposit) = (unread.seal, unread.deposit);
        match self.unseal(&deposit) {
            Ok(said) => {
                let stand = self.stand_of(kiosk, By::Itself).await?;
                self.open(stand, seal, said, deposit).await
            }
            Err(why) => {
                let now = self.now();
                let kept = self.store.write(move |tx| {
                    Box::pin(
                        async move { set_aside(tx, &kiosk.id, &seal, why, &deposit, now).await },
                    )
                });
                kept.await?;
                Ok(Settled::SetAside)
            }
        }
    }
}
