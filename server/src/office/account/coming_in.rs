//! Coming in: login and password, then the code where one is asked for. What begins a session is
//! one verb for all ways in: a new token, the one before ends, the browser is known from now on.

use super::tries::What;
use crate::{
    office::{Office, desk::normal_login},
    second_step,
    store::{
        deeds::Log,
        devices, second,
        sessions::{self, NewSession, Vouched},
        staff,
    },
};
use app::{
    desk::{Admitted, Browser, Entered},
    hatch::{Refusal, Token},
};

const MINUTE: i64 = 60_000_000;
/// Whoever knows the password has so long to say the code.
const HALF: i64 = 5 * MINUTE;
/// And so many tries.
const HALF_TRIES: i64 = 5;
/// A browser nobody has come in with for so long is not known any more.
const DEVICE: i64 = 400 * 24 * 60 * MINUTE;

impl Office {
    pub(super) async fn check_password(
        &self,
        login: &str,
        password: &str,
        browser: Browser<'_>,
    ) -> anyhow::Result<Admitted> {
        let login = normal_login(login);
        let tried = self
            .count_try(What::Password, &login, &login, browser)
            .await?;
        // A login that is not there costs what one that is there costs.
        let known = staff::at_the_door(self.store.read(), &login).await?;
        let stored = known.as_ref().map(|known| known.password.clone());
        let right = self
            .entrance
            .passwords
            .check(password.to_owned(), stored)
            .await?;
        let now = self.now();
        let known = known
            .filter(|_| right)
            .filter(|known| known.once_until.is_none_or(|until| now < until))
            .ok_or(Refusal::NotFound)?;
        self.forgive(tried).await?;
        if !known.second {
            let entered = self.begin_session(&known.person.id, Vouched::ByUs, browser);
            return Ok(Admitted::In(entered.await?));
        }
        let half = self.fresh_token();
        let (hash, person) = (self.token_hash(&half), known.person.id);
        let kept = self.store.write(move |tx| {
            Box::pin(async move { second::add_half(tx, &hash, &person, now + HALF).await })
        });
        kept.await?;
        Ok(Admitted::Half(half))
    }

    /// Takes the code of somebody whose password was right: one of their phone, or a recovery code.
    pub(super) async fn check_code(
        &self,
        half: &Token,
        code: &str,
        browser: Browser<'_>,
    ) -> anyhow::Result<Entered> {
        let (hash, now) = (self.token_hash(half), self.now());
        let tried = hash.clone();
        let half = self
            .store
            .write(move |tx| Box::pin(async move { second::try_half(tx, &tried, now).await }));
        let (person, tries) = half.await?.ok_or(Refusal::SignIn)?;
        anyhow::ensure!(tries <= HALF_TRIES, Refusal::SignIn);
        let somebody = staff::by_id(self.store.read(), &person)
            .await?
            .ok_or(Refusal::SignIn)?;
        let tried = self
            .count_try(What::Code, &person, &somebody.login, browser)
            .await?;
        anyhow::ensure!(self.take_code(&person, code).await?, Refusal::NotFound);
        self.forgive(tried).await?;
        let over = self
            .store
            .write(move |tx| Box::pin(async move { second::remove_half(tx, &hash, now).await }));
        over.await?;
        self.begin_session(&person, Vouched::ByUs, browser).await
    }

    /// Whether a code is right; it is used up by that.
    async fn take_code(&self, person: &str, code: &str) -> anyhow::Result<bool> {
        let Some(second) = second::find(self.store.read(), person).await? else {
            return Ok(false);
        };
        let secret = self.unsealed(person, &second.secret)?;
        let step = second_step::step_of(secret, code, self.now());
        let digests = self.recovery_digests(person, code);
        let (person, now) = (person.to_owned(), self.now());
        let taken = self.store.write(move |tx| {
            Box::pin(async move {
                if let Some(step) = step {
                    return second::take_step(tx, &person, step).await;
                }
                for digest in digests {
                    if second::take_recovery(&mut *tx, &person, &digest).await? {
                        let actor = format!("staff:{person}");
                        Log::Staff
                            .note(tx, &person, "recovery-used", &actor, now)
                            .await?;
                        return Ok(true);
                    }
                }
                Ok(false)
            })
        });
        taken.await
    }

    /// Begins a session; the one that the browser had ends.
    pub(super) async fn begin_session(
        &self,
        person: &str,
        vouched: Vouched,
        browser: Browser<'_>,
    ) -> anyhow::Result<Entered> {
        let (token, now) = (self.fresh_token(), self.now());
        // A token that names no key of ours is none that we gave.
        let device = browser
            .device
            .filter(|device| !self.token_hash(device).is_empty())
            .cloned()
            .unwrap_or_else(|| self.fresh_token());
        let session = NewSession {
            token_hash: self.token_hash(&token),
            staff_id: person.to_owned(),
            vouched,
            now,
            expires_at: now + self.entrance.rules.longest,
        };
        let old = browser.before.map(|before| self.token_hash(before));
        let seen = self.token_hash(&device);
        let begun = self.store.write(move |tx| {
            Box::pin(async move {
                if let Some(old) = old {
                    sessions::remove(&mut *tx, &old).await?;
                }
                sessions::remove_expired(&mut *tx, now).await?;
                devices::forget_before(&mut *tx, now - DEVICE).await?;
                devices::see(&mut *tx, &seen, &session.staff_id, now).await?;
                sessions::add(tx, &session).await
            })
        });
        begun.await?;
        Ok(Entered {
            session: token,
            device,
        })
    }
}
