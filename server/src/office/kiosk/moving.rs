//! Journeys that move from a kiosk to a phone: offered under codes that change, taken once. What is
//! offered lies sealed for the few minutes until somebody takes it.
//!
//! A code is not taken back when its kiosk's customer leaves: whoever has pointed a phone at it and
//! then pressed "finish" at the kiosk is about to press the button on the phone.

use crate::{
    keys::{Keys, Purpose},
    limits::{Limit, Verdict},
    office::{Office, refuse},
    store::{
        Connection, cases, deposits, limits,
        movings::{self, NewMoving},
        visitors::{self, StoredDraft},
    },
};
use app::{
    hatch::{Refusal, Token},
    kiosk::moving::{
        AFTERWARDS, Answer, Claim, GOOD_FOR, MovingOffice, Offered, Own, Stands, Taken,
    },
};
use async_trait::async_trait;

/// Offers of one kiosk. A screen shows a new code every half minute; this only stops one that has
/// lost its mind.
const OFFERS: Limit = Limit::new(120, 600);
/// Claiming what is no code. One cannot be guessed; this only keeps the machine free.
const CLAIMS: Limit = Limit::new(60, 600);

const SECOND: i64 = 1_000_000;

#[async_trait]
impl MovingOffice for Office {
    async fn offer(&self, device: &Token, offered: Offered) -> Result<Answer, Refusal> {
        self.show(device, offered).await.map_err(refuse)
    }

    async fn stands(&self, device: &Token, key: &str) -> Result<Stands, Refusal> {
        self.standing_of(device, key).await.map_err(refuse)
    }

    async fn claim(
        &self,
        visitor: Option<&Token>,
        code: &str,
        own: Own,
        from: &str,
    ) -> Result<Claim, Refusal> {
        self.hand_over(visitor, code, own, from)
            .await
            .map_err(refuse)
    }
}

impl Office {
    async fn show(&self, device: &Token, offered: Offered) -> anyhow::Result<Answer> {
        let kiosk = self.kiosk_of(device).await?.ok_or(Refusal::SignIn)?;
        let (code, now, at) = (self.fresh_token(), self.now(), self.timestamp());
        let code_hash = self.token_hash(&code);
        let body = serde_json::to_vec(&offered)?;
        let body = self.keys.seal(Purpose::Moving, &offered.key, &body);
        let limit = format!("move-offer:{}", kiosk.id);
        let limit = self.keys.digest(Purpose::Limit, limit.as_bytes());
        let shown = self.store.write(move |tx| {
            Box::pin(async move {
                let verdict = limits::attempt(&mut *tx, OFFERS, &limit, at).await?;
                anyhow::ensure!(verdict == Verdict::Allowed, Refusal::TooMany);
                movings::remove_expired(&mut *tx, now).await?;
                let new = NewMoving {
                    key: &offered.key,
                    kiosk_id: &kiosk.id,
                    body: &body,
                    code_hash: &code_hash,
                    until: now + i64::from(GOOD_FOR) * SECOND,
                    before_until: now + i64::from(AFTERWARDS) * SECOND,
                };
                movings::offer(tx, &new).await
            })
        });
        Ok(match shown.await? {
            true => Answer::Show(format!("{}/m/{}", self.public_url, code.reveal())),
            false => Answer::Moved,
        })
    }

    async fn standing_of(&self, device: &Token, key: &str) -> anyhow::Result<Stands> {
        let kiosk = self.kiosk_of(device).await?.ok_or(Refusal::SignIn)?;
        let standing = movings::standing(self.store.read(), key, &kiosk.id).await?;
        Ok(match standing {
            Some(offer) if offer.claimed => Stands::Moved,
            Some(offer) if offer.expires_at > self.now() => Stands::Waiting,
            _ => Stands::Over,
        })
    }

    async fn hand_over(
        &self,
        visitor: Option<&Token>,
        code: &str,
        own: Own,
        from: &str,
    ) -> anyhow::Result<Claim> {
        let at = self.timestamp();
        let held = self.held([(CLAIMS, format!("move:{from}"))]);
        self.limited(held.clone(), at).await?;
        let code_hash = self.token_hash(&Token::new(code));
        let (guest, keys, now) = (self.guest(visitor), self.keys.clone(), self.now());
        let handed = self.store.write(move |tx| {
            Box::pin(async move {
                let offered = open(&mut *tx, &keys, &code_hash, now).await?;
                // Who is right uses up no try.
                for (limit, key) in held {
                    limits::forgive(&mut *tx, limit, &key, at).await?;
                }
                let (visitor, id) = guest.enter(&mut *tx).await?;
                let (room, lang) = (offered.room, offered.lang);
                let (draft, step) = offered.into_draft();
                let before = visitors::draft(&mut *tx, &id, &room.shelf()).await?;
                if own == Own::Ask && before.is_some_and(|before| is_begun(&before)) {
                    return Ok(Claim::Asks(room));
                }
                // Somebody else may have been first since it was looked up.
                let first = movings::claim(&mut *tx, &draft.key, &id, now).await?;
                anyhow::ensure!(first, Refusal::NotFound);
                let stored = StoredDraft {
                    draft: draft.clone(),
                    sent: None,
                };
                visitors::put_draft(tx, &id, &room.shelf(), &stored, now).await?;
                Ok(Claim::Taken(Taken {
                    visitor,
                    room,
                    draft,
                    step,
                    lang,
                }))
            })
        });
        handed.await
    }
}

/// What is offered under a code. One that the kiosk has sent meanwhile is offered no more: its
/// receipt has a link of its own.
async fn open(
    tx: &mut Connection,
    keys: &Keys,
    code_hash: &str,
    now: i64,
) -> anyhow::Result<Offered> {
    let found = movings::find(&mut *tx, code_hash, now).await?;
    let found = found.ok_or(Refusal::NotFound)?;
    let sent = deposits::has_key(&mut *tx, &found.key).await?
        || cases::by_key(tx, &found.key, "").await?.is_some();
    anyhow::ensure!(!sent, Refusal::NotFound);
    let body = keys.open(Purpose::Moving, &found.key, &found.body);
    // Its key was taken away in these minutes.
    let body = body.ok_or(Refusal::NotFound)?;
    Ok(serde_json::from_slice(&body)?)
}

/// Whether there is something unfinished to lose.
fn is_begun(stored: &StoredDraft) -> bool {
    stored.sent.is_none() && stored.draft.sheet.fields().next().is_some()
}
