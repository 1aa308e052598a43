//! The second step of one's own account: made, shown until the first code was said, on, off. The
//! secret and the recovery codes lie sealed in the store, and none of them is ever logged.

use crate::{
    keys::Purpose,
    office::Office,
    second_step::{self, SECRET},
    store::{deeds::Log, second},
};
use anyhow::Context;
use app::{
    case::language::Lang,
    desk::Setup,
    hatch::{Refusal, Token},
};

impl Office {
    /// Makes a secret, in the place of one that never counted.
    pub(super) async fn make_second(&self, staff: &Token) -> anyhow::Result<()> {
        let (seat, session) = self.sitting(staff).await?;
        anyhow::ensure!(session.own_password, Refusal::Account);
        let person = seat.person.id;
        let codes = second_step::fresh_recovery().join(" ");
        let seal = |value: &[u8]| self.keys.seal(Purpose::Second, &person, value);
        let (secret, codes) = (seal(&second_step::fresh_secret()), seal(codes.as_bytes()));
        let made = self.store.write(move |tx| {
            Box::pin(async move { second::begin(tx, &person, &secret, &codes).await })
        });
        made.await
    }

    /// What was made, as long as it does not count.
    pub(super) async fn show_second(&self, staff: &Token) -> anyhow::Result<Setup> {
        let (seat, _) = self.sitting(staff).await?;
        let person = &seat.person;
        let second = second::find(self.store.read(), &person.id).await?;
        let second = second.ok_or(Refusal::NotFound)?;
        let codes = second.codes.as_deref().ok_or(Refusal::NotFound)?;
        let secret = self.unsealed(&person.id, &second.secret)?;
        let house = self.house();
        // One name for all: a phone shows it beside those of other houses.
        let house = house.front.operator.name.say(Lang::En);
        let uri = second_step::uri(secret, house, &person.login);
        let codes = self.recovery_codes(&person.id, codes)?;
        Ok(Setup {
            uri: uri.context("a login that no phone can show")?,
            key: second_step::key(secret),
            codes: codes.split(' ').map(str::to_owned).collect(),
        })
    }

    /// Turns it on when the code of the phone is right.
    pub(super) async fn turn_second_on(&self, staff: &Token, code: &str) -> anyhow::Result<bool> {
        let (seat, _) = self.sitting(staff).await?;
        let (person, actor, now) = (seat.person.id.clone(), seat.actor(), self.now());
        let second = second::find(self.store.read(), &person).await?;
        let second = second.ok_or(Refusal::NotFound)?;
        let codes = second.codes.as_deref().ok_or(Refusal::NotFound)?;
        let tried = self.count_own_try(&person).await?;
        let secret = self.unsealed(&person, &second.secret)?;
        let Some(step) = second_step::step_of(secret, code, now) else {
            return Ok(false);
        };
        self.forgive(tried).await?;
        let codes = self.recovery_codes(&person, codes)?;
        let digests: Vec<_> = codes
            .split(' ')
            .filter_map(|code| self.recovery_digests(&person, code).into_iter().next())
            .collect();
        let turned = self.store.write(move |tx| {
            Box::pin(async move {
                if second::confirm(&mut *tx, &person, step, &digests, now).await? {
                    Log::Staff
                        .note(tx, &person, "second-on", &actor, now)
                        .await?;
                }
                Ok(())
            })
        });
        turned.await?;
        Ok(true)
    }

    /// Turns it off when the password is right.
    pub(super) async fn turn_second_off(
        &self,
        staff: &Token,
        password: &str,
    ) -> anyhow::Result<bool> {
        let (seat, _) = self.sitting(staff).await?;
        let (person, actor, now) = (seat.person.id.clone(), seat.actor(), self.now());
        if !self.knows_own_password(&person, password).await? {
            return Ok(false);
        }
        let turned = self.store.write(move |tx| {
            Box::pin(async move {
                if second::remove(&mut *tx, &person).await? {
                    Log::Staff
                        .note(tx, &person, "second-off", &actor, now)
                        .await?;
                }
                Ok(())
            })
        });
        turned.await?;
        Ok(true)
    }

    /// The secret behind the codes of somebody.
    pub(super) fn unsealed(&self, person: &str, sealed: &str) -> anyhow::Result<[u8; SECRET]> {
        let secret = self.keys.open(Purpose::Second, person, sealed);
        let secret = secret.context("a second step was sealed with a key that is gone")?;
        secret
            .try_into()
            .map_err(|_| anyhow::anyhow!("a second step has a secret of another length"))
    }

    fn recovery_codes(&self, person: &str, sealed: &str) -> anyhow::Result<String> {
        let codes = self.keys.open(Purpose::Second, person, sealed);
        let codes = codes.context("recovery codes were sealed with a key that is gone")?;
        Ok(String::from_utf8(codes)?)
    }

    /// What may stand in the store for a recovery code, the newest key's first.
    pub(super) fn recovery_digests(&self, person: &str, code: &str) -> Vec<String> {
        let value = format!("{person}:{}", second_step::plain(code));
        self.keys.digests(Purpose::Recovery, value.as_bytes())
    }
}
